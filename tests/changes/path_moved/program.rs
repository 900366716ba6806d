//! Page api-13730808, payment gateway: a UPI mandate was created by `POST /api/v0/upi-autopay/mandates`, and then by
//! `POST /api/v0/upi-mandate`.
//!
//! Nothing else is known to have changed, so nothing else does here. The names of the types follow the path; the
//! compiler has more to say of them as soon as the path is right, since after a mistake that a macro has reported it
//! keeps unknown names to itself.

use enkash_api::{BaseUrl, DateTime, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "path_moved.yaml")]
mod gateway {}

#[enkash_endpoint(gateway, POST "/api/v0/upi-autopay/mandates", spec = "path_moved.yaml")] //~ wrong
struct Rent<'a> {
    merchant_access_key: &'a str,
    reference_id: &'a str,
    amount: i64,
    amount_rule: &'a str,
    currency: &'a str,
    payer: gateway::MandatesRequestPayer,
    mandate_name: &'a str,
    expiry: DateTime,
    block_fund: bool,
    recurrence: gateway::MandatesRequestRecurrence,
    validity: gateway::MandatesRequestValidity,
}

async fn agree(client: &gateway::Client, rent: &Rent<'_>) -> Result<(), Error> {
    Ok(client.send(rent).await?)
}

async fn agree_again(client: &gateway::Client, request: &gateway::MandatesRequest) -> Result<(), Error> {
    let params = gateway::CreateMandatesParams::new("key");
    Ok(client.create_mandates(&params, request).await?) //~ wrong
}

const REQUEST: &str = r#"{
    "referenceId": "MANDATE0000001", "amount": 100, "amountRule": "EXACT", "currency": "INR",
    "payer": {"name": "Made Up", "vpa": "made.up@bank", "account": "0", "accountValidation": true},
    "mandateName": "Rent", "expiry": "2019-08-24T14:15:22Z", "blockFund": false,
    "recurrence": {"period": "MONTHLY", "rule": "ON", "value": 1},
    "validity": {"startAt": "2019-08-24T14:15:22Z", "endAt": "2019-08-24T14:15:22Z"}
}"#;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let base = BaseUrl::parse("https://gateway.example").unwrap();
    let client = gateway::Client::builder(base).transport(MockTransport::new()).build().unwrap();
    let request: gateway::MandatesRequest = serde_json::from_str(REQUEST).unwrap();
    _ = agree_again(&client, &request);
    let rent = Rent {
        merchant_access_key: "key",
        reference_id: "MANDATE0000001",
        amount: 100,
        amount_rule: "EXACT",
        currency: "INR",
        payer: request.payer.clone(),
        mandate_name: "Rent",
        expiry: request.expiry.clone(),
        block_fund: false,
        recurrence: request.recurrence.clone(),
        validity: request.validity.clone(),
    };
    _ = agree(&client, &rent);
}
