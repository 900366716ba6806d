//! Pages api-8993750 and api-8990249, payment gateway: the amount of an order was `value`, optional, of 1 to 1000000000,
//! and `currency`, optional, any text; both are required now, the one of 0.01 on, the other only `INR`.
//!
//! What has one value is filled in, so that `currency` is no field any more.

use enkash_api::{BaseUrl, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "enum_appeared.yaml")]
mod gateway {}

use gateway::{Amount, CreateOrdersParams, OrdersRequest, OrdersRequired};

#[enkash_endpoint(gateway, POST "/api/v0/orders", spec = "enum_appeared.yaml")]
struct Order {
    merchant_access_key: String,
    order_id: String,
    amount: Amount,
}

fn rupees(value: f64) -> Amount {
    Amount {
        value: Some(value), //~ wrong
        currency: Some("INR".to_owned()), //~ wrong
    }
}

async fn order(client: &gateway::Client, order: Order) -> Result<(), Error> {
    let (order_id, amount) = (order.order_id.clone(), order.amount.clone());
    let request = OrdersRequest::new(OrdersRequired { order_id, amount });
    client.create_orders(&CreateOrdersParams::new("key"), &request).await?;
    Ok(client.send(&order).await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new();
    let base = BaseUrl::parse("https://gateway.example").unwrap();
    let client = gateway::Client::builder(base).transport(mock).build().unwrap();
    let (merchant_access_key, order_id) = ("key".to_owned(), "A1".to_owned());
    _ = order(&client, Order { merchant_access_key, order_id, amount: rupees(100.5) });
}
