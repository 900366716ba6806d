// The samples of `bank`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_get_account {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let answer = client.get_account("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_set_limit {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::{Client, Limit};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let body = Limit::new(1);
    client.set_limit("text", &body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_transfer_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::{Client, Transfer, TransferRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let body = Transfer::new(TransferRequired {
        id: "text".into(),
        amount: 1,
    });
    let answer = client.transfer(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_find_transfers {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::{Client, Search};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let body = Search::default();
    let answer = client.find_transfers(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_open_vault {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    client.open_vault("text").await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_card {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let answer = client.get_card("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_order_card {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::{Card, Client};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let body = Card::new("text");
    let answer = client.order_card(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_upload_statement {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    client.upload_statement("text", "content").await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_resource {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .customer("token")
        .build()?;
    let answer = client.get_resource().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_rates {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bank::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_rates().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("getAccount", Some(r##"curl --request GET 'https://host.example/accounts/text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_account::MAIN),
    ("setLimit", Some(r##"curl --request PUT 'https://host.example/accounts/text' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"limit":1}'"##), of_set_limit::MAIN),
    ("transfer", Some(r##"curl --request POST 'https://host.example/transfers' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"id":"text","amount":1}'"##), of_transfer_operation::MAIN),
    ("findTransfers", Some(r##"curl --request POST 'https://host.example/searches' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_find_transfers::MAIN),
    ("openVault", Some(r##"curl --request GET 'https://host.example/vaults/text/open' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_open_vault::MAIN),
    ("getCard", Some(r##"curl --request GET 'https://host.example/cards/text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_card::MAIN),
    ("orderCard", Some(r##"curl --request POST 'https://host.example/cards' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"card":"text"}'"##), of_order_card::MAIN),
    ("uploadStatement", Some(r##"curl --request PUT 'https://host.example/statements/text' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/octet-stream' \
  --data-raw 'content'"##), of_upload_statement::MAIN),
    ("getResource", Some(r##"curl --request GET 'https://host.example/resource' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_resource::MAIN),
    ("getRates", Some(r##"curl --request GET 'https://host.example/rates' \
  --header 'Accept: application/json'"##), of_get_rates::MAIN),
];
