//! Pages api-8990359 and api-13438389, cards: to replace a card, `otpRequired` must be sent now.
//!
//! The answer is known from the older page only, and stays. The title went from "Replace Card" to "Request Card
//! Replacement".

use enkash_api::{BaseUrl, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "field_became_required.yaml")]
mod cards {}

use cards::{ReplaceCardParams, ReplaceCardRequest, ReplaceCardRequired};

#[enkash_endpoint(cards, "replaceCard", spec = "field_became_required.yaml")]
struct Replace { //~ wrong
    partner_id: String,
    #[enkash(rename = "enKashCardId")]
    card: String,
    otp_medium: String,
    otp: Option<String>,
}

async fn replace(client: &cards::Client, lost: Replace) -> Result<(), Error> {
    let request = ReplaceCardRequest::new(ReplaceCardRequired { //~ wrong
        en_kash_card_id: lost.card.clone(),
        otp_medium: lost.otp_medium.clone(),
    });
    client.replace_card(&ReplaceCardParams::new(&lost.partner_id), &request).await?;
    client.send(&lost).await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("POST", "/api/v0/partner/enKashCard/replaceCard", 200, r#""done""#);
    let base = BaseUrl::parse("https://cards.example").unwrap();
    let client = cards::Client::builder(base).bearer("token").transport(mock).build().unwrap();
    let lost = Replace {
        partner_id: "CR0000000".to_owned(),
        card: "EKC0000000".to_owned(),
        otp_medium: "MFA".to_owned(),
        otp: None,
    };
    replace(&client, lost).await.unwrap();
}
