// The samples of `obstacle`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_match_ {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, MatchParams, MatchParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let params = MatchParams::new(MatchParamsRequired {
        type_: "text".into(),
        self_: "text".into(),
    });
    let answer = client.match_(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_self_value_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, SelfParams, SelfParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .build_credentials("user", "password")
        .build()?;
    let params = SelfParams::new(SelfParamsRequired {
        id: "text".into(),
        id_2: "text".into(),
    });
    let answer = client.self_(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of__2fast {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, Keywords, KeywordsRequired, _2fastParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let params = _2fastParams::new("text");
    let body = Keywords::new(KeywordsRequired {
        type_: "text".into(),
        self_: "text".into(),
        self_2: "text".into(),
        crate_: "text".into(),
        super_: "text".into(),
    });
    let answer = client._2fast("text", 1, &params, &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_new {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, NewParams, NewParamsRequired, Punctuation, PunctuationRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .new("key")
        .build_credentials("user", "password")
        .build()?;
    let params = NewParams::new(NewParamsRequired {
        body: "text".into(),
        params: "text".into(),
        request: "text".into(),
        value: "text".into(),
    });
    let body = Punctuation::new(PunctuationRequired {
        foo_bar: "text".into(),
        foo_bar_2: "text".into(),
        plus_1: 1,
        minus_1: 1,
    });
    client.new(&params, &body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_twins {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.get_twins().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_put_twins {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.put_twins().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_post_twins {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.post_twins().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_delete_twins {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    client.delete_twins().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_items {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, ListItemsParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let params = ListItemsParams::default();
    let answer = client.list_items(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_builder_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.builder_(None).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_async_ {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, Form, FormRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let body = Form::new(FormRequired {
        z: "text".into(),
        a_b: "text".into(),
        type_: "text".into(),
    });
    let answer = client.async_(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_clone_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    client.clone_().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_bang_question {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    client.bang_question().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.get().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get2 {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let answer = client.get_().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_abc {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    client.get_a_b_c().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_abc2 {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    client.get_a_b_c_().await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_collide_operation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::obstacle::{Client, CollideError, CollideParams, CollideParams2, CollideParams2Required, CollideParamsRequired2, CollideRequest, CollideRequestRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?)
        .self_("token")
        .build()?;
    let params = CollideParams2::new(CollideParams2Required {
        first: "text".into(),
        second: "text".into(),
    });
    let body = CollideRequest::new(CollideRequestRequired {
        params: CollideParams::new(CollideParamsRequired2 {
            first: "text".into(),
            second: "text".into(),
        }),
        error: CollideError::Status400,
    });
    let answer = client.collide(&params, &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("match", Some(r##"curl --request GET 'https://host.example/type/text/self/text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_match_::MAIN),
    ("self", Some(r##"curl --request GET 'https://host.example/pairs/text/text' \
  --user 'user:password' \
  --header 'Accept: application/json'"##), of_self_value_operation::MAIN),
    ("2fast", Some(r##"curl --request POST 'https://host.example/items/text/1?item_id=text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"type":"text","self":"text","Self":"text","crate":"text","super":"text"}'"##), of__2fast::MAIN),
    ("new", Some(r##"curl --request PUT 'https://host.example/arguments/text/text/text?value=text' \
  --user 'user:password' \
  --header 'Accept: */*' \
  --header 'X-New: key' \
  --header 'Content-Type: application/json' \
  --data-raw '{"fooBar":"text","foo_bar":"text","+1":1,"-1":1}'"##), of_new::MAIN),
    ("getItem", Some(r##"curl --request GET 'https://host.example/twins' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_twins::MAIN),
    ("get_item", Some(r##"curl --request PUT 'https://host.example/twins' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_put_twins::MAIN),
    ("GetItem", Some(r##"curl --request POST 'https://host.example/twins' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_post_twins::MAIN),
    ("get-item", Some(r##"curl --request DELETE 'https://host.example/twins' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_delete_twins::MAIN),
    ("list items!", Some(r##"curl --request GET 'https://host.example/list' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_list_items::MAIN),
    ("builder", Some(r##"curl --request POST 'https://host.example/list' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_builder_operation::MAIN),
    ("async", Some(r##"curl --request PUT 'https://host.example/list' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'z=text&a%26b=text&type=text'"##), of_async_::MAIN),
    ("clone", Some(r##"curl --request DELETE 'https://host.example/list' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_clone_operation::MAIN),
    ("!?", Some(r##"curl --request PATCH 'https://host.example/list' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_bang_question::MAIN),
    ("GET /", Some(r##"curl --request GET 'https://host.example/' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get::MAIN),
    ("GET /-/~/$", Some(r##"curl --request GET 'https://host.example/-/~/$' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get2::MAIN),
    ("GET /a-b/c", Some(r##"curl --request GET 'https://host.example/a-b/c' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_get_abc::MAIN),
    ("GET /a/b/c", Some(r##"curl --request GET 'https://host.example/a/b/c' \
  --header 'Accept: */*' \
  --header 'Authorization: Bearer token'"##), of_get_abc2::MAIN),
    ("collide", Some(r##"curl --request POST 'https://host.example/collisions?first=text&second=text' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"params":{"first":"text","second":"text"},"error":"status400"}'"##), of_collide_operation::MAIN),
];
