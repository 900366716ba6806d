//! Page api-13454287, rewards: an order was looked up by `POST /api/v0/order/orderDetails`, and then by
//! `GET /api/v0/partner/fetch-order-details/123445`, which still shows a JSON body.
//!
//! Method and path are all that tells operations apart: the old one is gone, and there is a new one. That its path ends
//! in a sample value is said when it is imported.

use enkash_api::{BaseUrl, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "post_became_get.yaml")]
mod rewards {}

#[enkash_endpoint(rewards, POST "/api/v0/order/orderDetails", spec = "post_became_get.yaml")] //~ wrong
struct Details<'a> {
    partner_id: &'a str,
    order_id: &'a str,
}

async fn details(client: &rewards::Client, order: &str) -> Result<(), Error> {
    let request = rewards::OrderDetailsRequest::new(order);
    client.create_order_details(&rewards::CreateOrderDetailsParams::new("CR0000000"), &request).await?; //~ wrong
    client.send(&Details { partner_id: "CR0000000", order_id: order }).await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new();
    let base = BaseUrl::parse("https://rewards.example").unwrap();
    let client = rewards::Client::builder(base).bearer("token").transport(mock).build().unwrap();
    _ = details(&client, "A1");
}
