//! Pages api-12877368 and api-26007577, cards: what was sent for a one-time password was one bare text, and is an object
//! of `cardOtpAction`, `cardAccountId` and `enKashCardId` now, on another host.
//!
//! The newer page is saved with its lists folded away, and its sample shows the object. Whether `partnerId` must be sent
//! is not known any more, which costs its own line.

use enkash_api::{BaseUrl, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "body_became_an_object.yaml")]
mod cards {}

#[enkash_endpoint(cards, "createOtp", spec = "body_became_an_object.yaml")]
struct Otp {
    partner_id: String,
    body: String, //~ wrong
}

async fn ask(client: &cards::Client, encrypted: String) -> Result<String, Error> {
    let partner_id = "CR0000000".to_owned();
    let params = cards::CreateOtpParams { partner_id: partner_id.clone() }; //~ wrong
    client.create_otp(&params, Some(&encrypted)).await?; //~ wrong
    Ok(client.send(&Otp { partner_id, body: encrypted }).await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("POST", "/api/v0/partner/enKashCard/otp", 200, r#""sent""#);
    let base = BaseUrl::parse("https://cards.example").unwrap();
    let client = cards::Client::builder(base).bearer("token").transport(mock).build().unwrap();
    assert_eq!(ask(&client, "bWFkZS11cA==".to_owned()).await.unwrap(), "sent");
}
