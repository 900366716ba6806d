// The samples of `unions`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_list_beds {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::unions::{Client, ListBedsParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = ListBedsParams::default();
    let answer = client.list_beds(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_add_plant {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::unions::{Client, Plant, Tree};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Plant::Tree(Box::new(Tree::new(1.0)));
    let answer = client.add_plant(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_events {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::unions::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.list_events().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_set_condition {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::unions::{Client, Condition, ConditionAll};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Condition::All(ConditionAll::new(vec![Condition::All(ConditionAll::new(Vec::new()))]));
    client.set_condition(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("listBeds", Some(r##"curl --request GET 'https://host.example/beds' \
  --header 'Accept: application/json'"##), of_list_beds::MAIN),
    ("addPlant", Some(r##"curl --request POST 'https://host.example/plants' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"height":1.0,"kind":"tree"}'"##), of_add_plant::MAIN),
    ("listEvents", Some(r##"curl --request GET 'https://host.example/events' \
  --header 'Accept: application/json'"##), of_list_events::MAIN),
    ("setCondition", Some(r##"curl --request PUT 'https://host.example/conditions' \
  --header 'Accept: */*' \
  --header 'Content-Type: application/json' \
  --data-raw '{"all":[{"all":[]}]}'"##), of_set_condition::MAIN),
];
