// The samples of `answers`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_get_log {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_log().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_image {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_image("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_check_image {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.check_image("text").await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_measurements {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.list_measurements().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_watch_sky {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.watch_sky().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_hear_chatter {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.hear_chatter().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_ask {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.ask("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_visit {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.visit().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_weather {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_weather().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_firmware {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::answers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_firmware().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("getLog", Some(r##"curl --request GET 'https://host.example/log' \
  --header 'Accept: text/plain, application/json;q=0.5'"##), of_get_log::MAIN),
    ("getImage", Some(r##"curl --request GET 'https://host.example/image/text' \
  --header 'Accept: image/png, application/json'"##), of_get_image::MAIN),
    ("checkImage", Some(r##"curl --head 'https://host.example/image/text' \
  --header 'Accept: */*'"##), of_check_image::MAIN),
    ("listMeasurements", Some(r##"curl --request GET 'https://host.example/measurements' \
  --header 'Accept: application/x-ndjson'"##), of_list_measurements::MAIN),
    ("watchSky", Some(r##"curl --request GET 'https://host.example/sky' \
  --header 'Accept: text/event-stream, application/problem+json;q=0.5'"##), of_watch_sky::MAIN),
    ("hearChatter", Some(r##"curl --request GET 'https://host.example/chatter' \
  --header 'Accept: text/event-stream'"##), of_hear_chatter::MAIN),
    ("ask", Some(r##"curl --request POST 'https://host.example/questions' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"text"'"##), of_ask::MAIN),
    ("visit", Some(r##"curl --request GET 'https://host.example/visit' \
  --header 'Accept: */*'"##), of_visit::MAIN),
    ("getWeather", Some(r##"curl --request GET 'https://host.example/weather' \
  --header 'Accept: */*, application/json;q=0.5'"##), of_get_weather::MAIN),
    ("getFirmware", Some(r##"curl --request GET 'https://host.example/firmware' \
  --header 'Accept: */*'"##), of_get_firmware::MAIN),
];
