//! Page api-13438390, cards: a copy with its lists, and a later one in which they are folded away.
//!
//! Nothing has changed. The later copy alone would leave it open what is required; imported together with the older one,
//! as the importer advises, it takes nothing from a program that blocks cards.

use enkash_api::{BaseUrl, Error, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "page_shows_less.yaml")]
mod cards {}

use cards::{
    BlockEnKashCardParams, BlockEnKashCardRequest, BlockEnKashCardRequestBlockCode, BlockEnKashCardRequired,
};

#[enkash_endpoint(cards, POST "/api/v0/partner/enKashCard/block", spec = "page_shows_less.yaml")]
struct Block {
    partner_id: String,
    company_id: String,
    card_account_id: String,
    en_kash_card_id: String,
    block_code: BlockEnKashCardRequestBlockCode,
    otp_medium: String,
    reason: Option<String>,
}

async fn block(client: &cards::Client, stolen: Block) -> Result<(), Error> {
    let request = BlockEnKashCardRequest::new(BlockEnKashCardRequired {
        company_id: stolen.company_id.clone(),
        card_account_id: stolen.card_account_id.clone(),
        en_kash_card_id: stolen.en_kash_card_id.clone(),
        block_code: BlockEnKashCardRequestBlockCode::L,
        otp_medium: stolen.otp_medium.clone(),
    });
    client.block_en_kash_card(&BlockEnKashCardParams::new(&stolen.partner_id), &request).await?;
    Ok(client.send(&stolen).await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new();
    let base = BaseUrl::parse("https://cards.example").unwrap();
    let client = cards::Client::builder(base).bearer("token").transport(mock).build().unwrap();
    let stolen = Block {
        partner_id: "CR0000000".to_owned(),
        company_id: "CEK0000000".to_owned(),
        card_account_id: "CA00000000".to_owned(),
        en_kash_card_id: "EKC0000000".to_owned(),
        block_code: BlockEnKashCardRequestBlockCode::Bl,
        otp_medium: "MFA".to_owned(),
        reason: None,
    };
    _ = block(&client, stolen);
}
