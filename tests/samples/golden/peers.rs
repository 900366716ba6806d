// The samples of `peers`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_create_token {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, TokenRequest, TokenRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .office("user", "password")
        .build()?;
    let body = TokenRequest::new(TokenRequired {
        mate: "text".into(),
        password: "text".into(),
    });
    let answer = client.create_token(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_forecast {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.get_forecast().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_tide {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .gauge("key")
        .build()?;
    let answer = client.get_tide().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_ship {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, GetShipParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let params = GetShipParams::new("text");
    let answer = client.get_ship("text", &params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_put_ship {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, ShipInput, ShipRequired, ShipRig};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let body = ShipInput::new(ShipRequired {
        flag: "text".into(),
        tonnage: 1,
        code: "text".into(),
        rig: ShipRig::Sloop,
    });
    let answer = client.put_ship("text", &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_crew {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, GetCrewParams, GetCrewParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let params = GetCrewParams::new(GetCrewParamsRequired {
        name: "text".into(),
        rank: "text".into(),
    });
    client.get_crew(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_announce_arrival {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let answer = client.announce_arrival(None).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_berths {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, ListBerthsParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let params = ListBerthsParams::default();
    client.list_berths(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_reserve_berths {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, ReserveBerthsRequest, ReserveBerthsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let body = ReserveBerthsRequest::new(ReserveBerthsRequired {
        ship: "text".into(),
        berth: vec![1],
    });
    client.reserve_berths(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_put_visitor {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, Visitor, Yacht};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let body = Visitor::Yacht(Yacht::new("text"));
    let answer = client.put_visitor("text", &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_file_papers {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::peers::{Client, FilePapersRequest, FilePapersRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .pass("token")
        .build()?;
    let body = FilePapersRequest::new(FilePapersRequired {
        ship: "text".into(),
        manifest: "text".into(),
    });
    client.file_papers(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("createToken", Some(r##"curl --request POST 'https://host.example/tokens' \
  --user 'user:password' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'mate=text&password=text'"##), of_create_token::MAIN),
    ("getForecast", Some(r##"curl --request GET 'https://host.example/forecast' \
  --header 'Accept: application/json'"##), of_get_forecast::MAIN),
    ("getTide", Some(r##"curl --request GET 'https://host.example/tide?api_key=key' \
  --header 'Accept: application/json'"##), of_get_tide::MAIN),
    ("getShip", Some(r##"curl --request GET 'https://host.example/ships/text' \
  --header 'Accept: application/json' \
  --header 'X-Watch: text' \
  --header 'Authorization: Bearer token'"##), of_get_ship::MAIN),
    ("putShip", Some(r##"curl --request PUT 'https://host.example/ships/text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"flag":"text","tonnage":1,"code":"text","rig":"sloop"}'"##), of_put_ship::MAIN),
    ("getCrew", Some(r##"curl --request GET 'https://host.example/ships/text/crew/text' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_get_crew::MAIN),
    ("announceArrival", Some(r##"curl --request POST 'https://host.example/arrivals' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_announce_arrival::MAIN),
    ("listBerths", Some(r##"curl --request GET 'https://host.example/berths' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_list_berths::MAIN),
    ("reserveBerths", Some(r##"curl --request POST 'https://host.example/berths' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'ship=text&berth=1'"##), of_reserve_berths::MAIN),
    ("putVisitor", Some(r##"curl --request PUT 'https://host.example/visitors/text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"kind":"yacht"}'"##), of_put_visitor::MAIN),
    ("filePapers", None, of_file_papers::MAIN),
];
