// The samples of `theatre`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_list_plays {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.list_plays().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_stage_play {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::{Client, Play};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Play::new("text");
    client.stage_play(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_seats {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.list_seats("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_tickets {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.list_tickets().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_refund_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::{Client, Holder, Refund, RefundReason, RefundRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Refund::new(RefundRequired {
        holder: Holder::default(),
        reason: RefundReason::Rain,
    });
    client.refund(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_find_refunds {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::{Client, FindRefundsParams, FindRefundsParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = FindRefundsParams::new(FindRefundsParamsRequired {
        from: "2026-01-31".parse()?,
        to: "2026-01-31".parse()?,
    });
    client.find_refunds(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_find_rehearsals {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::{Client, FindRehearsalsParams, FindRehearsalsParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = FindRehearsalsParams::new(FindRehearsalsParamsRequired {
        from: "2026-01-31".parse()?,
        to: "2026-01-31".parse()?,
    });
    client.find_rehearsals(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_health {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::theatre::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.health().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("listPlays", Some(r##"curl --request GET 'https://host.example/plays' \
  --header 'Accept: application/json'"##), of_list_plays::MAIN),
    ("stagePlay", Some(r##"curl --request POST 'https://host.example/plays' \
  --header 'Accept: */*' \
  --header 'Content-Type: application/json' \
  --data-raw '{"title":"text"}'"##), of_stage_play::MAIN),
    ("listSeats", Some(r##"curl --request GET 'https://host.example/seats/text' \
  --header 'Accept: application/json'"##), of_list_seats::MAIN),
    ("listTickets", Some(r##"curl --request GET 'https://host.example/tickets' \
  --header 'Accept: application/json'"##), of_list_tickets::MAIN),
    ("refund", Some(r##"curl --request POST 'https://host.example/refunds' \
  --header 'Accept: */*' \
  --header 'Content-Type: application/json' \
  --data-raw '{"holder":{},"reason":"rain"}'"##), of_refund_operation::MAIN),
    ("findRefunds", Some(r##"curl --request GET 'https://host.example/refunds?from=2026-01-31&to=2026-01-31' \
  --header 'Accept: */*'"##), of_find_refunds::MAIN),
    ("findRehearsals", Some(r##"curl --request GET 'https://host.example/rehearsals?from=2026-01-31&to=2026-01-31' \
  --header 'Accept: */*'"##), of_find_rehearsals::MAIN),
    ("health", Some(r##"curl --request GET 'https://host.example/health' \
  --header 'Accept: */*'"##), of_health::MAIN),
];
