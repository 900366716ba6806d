// The samples of `bills`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_create_token {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bills::{Client, TokenRequest, TokenRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .basic("user", "password")
        .build()?;
    let body = TokenRequest::new(TokenRequired {
        username: "user@example.com".into(),
        password: "Made-Up@0000000".into(),
        client_id: "CEK0000000".into(),
    });
    let answer = client.create_token(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_bill_status {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bills::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .bearer("token")
        .build()?;
    let answer = client.get_bill_status("UEK0000000").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_create_bill {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::bills::{Client, NewBill, NewBillRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .bearer("token")
        .build()?;
    let body = NewBill::new(NewBillRequired {
        company_biller_id: "CBI0000000".into(),
        bill_net_amount: "12.50".parse()?,
        bill_amount: "12.50".parse()?,
    });
    let answer = client.create_bill(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("createToken", Some(r##"curl --request POST 'https://host.example/oauth/token' \
  --user 'user:password' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'username=user%40example.com&password=Made-Up%400000000&grant_type=password&clientId=CEK0000000'"##), of_create_token::MAIN),
    ("getBillStatus", Some(r##"curl --request GET 'https://host.example/api/v2/utilityPayment/UEK0000000' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_bill_status::MAIN),
    ("createBill", Some(r##"curl --request POST 'https://host.example/api/v2/utilityPayment' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"companyBillerId":"CBI0000000","billNetAmount":12.5,"billAmount":12.5}'"##), of_create_bill::MAIN),
];
