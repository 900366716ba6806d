// The samples of `doors`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_by_query {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() })
        .query_key("key")
        .build()?;
    client.by_query().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_by_cookie {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() })
        .cookie_key("key")
        .build()?;
    client.by_cookie().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_by_token {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() })
        .token("credentials")
        .build()?;
    client.by_token().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_by_login {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() }).build()?;
    client.by_login().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_open_door {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() })
        .query_key("key")
        .build()?;
    client.open_door().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_cut_key {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() })
        .login("token")
        .keys_doors_example_server(BaseUrl::parse("https://keys.doors.example/v3")?)
        .build()?;
    client.cut_key().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_opening_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::doors::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::House { building: "east".into(), floor: "1".into() }).build()?;
    let answer = client.opening().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("byQuery", Some(r##"curl --request GET 'https://east.doors.example/1/query?api%20key=key' \
  --header 'Accept: */*'"##), of_by_query::MAIN),
    ("byCookie", Some(r##"curl --request GET 'https://east.doors.example/1/cookie' \
  --header 'Accept: */*' \
  --header 'Cookie: sid=key'"##), of_by_cookie::MAIN),
    ("byToken", Some(r##"curl --request GET 'https://east.doors.example/1/token' \
  --header 'Accept: */*' \
  --header 'Authorization: Token credentials'"##), of_by_token::MAIN),
    ("byLogin", Some(r##"curl --request GET 'https://east.doors.example/1/login' \
  --header 'Accept: */*'"##), of_by_login::MAIN),
    ("openDoor", Some(r##"curl --request GET 'https://east.doors.example/1/open%20door?kind=wide&api%20key=key' \
  --header 'Accept: */*'"##), of_open_door::MAIN),
    ("cutKey", Some(r##"curl --request POST 'https://keys.doors.example/v3/keys' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_cut_key::MAIN),
    ("opening", Some(r##"curl --request GET 'https://east.doors.example/1/opening' \
  --header 'Accept: application/json'"##), of_opening_operation::MAIN),
];
