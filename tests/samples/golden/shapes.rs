// The samples of `shapes`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_exchange_text {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_text("text").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_secret {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = "text".into();
    let answer = client.exchange_secret(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_flag {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_flag(true).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_long {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_long(1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_int {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_int(1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_uint {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_uint(1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_ulong {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_ulong(1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_float {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.exchange_float(1.0).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_choice {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, MembersChoice};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = MembersChoice::Left;
    let answer = client.exchange_choice(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_single {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, MembersSingle};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = MembersSingle::Only;
    let answer = client.exchange_single(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_named_choice {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Choice::Near;
    let answer = client.exchange_named_choice(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_texts {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = vec!["text".into()];
    let answer = client.exchange_texts(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_secrets {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = vec!["text".into()];
    let answer = client.exchange_secrets(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_points {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Point};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = vec![Point::new(1.0)];
    let answer = client.exchange_points(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_object {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Default::default();
    let answer = client.exchange_object(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_empty {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, MembersEmpty};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = MembersEmpty::default();
    let answer = client.exchange_empty(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_map {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Default::default();
    let answer = client.exchange_map(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_point_map {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Default::default();
    let answer = client.exchange_point_map(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_map_list {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = vec![Default::default()];
    let answer = client.exchange_map_list(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_anything {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Default::default();
    let answer = client.exchange_anything(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_point {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Point};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Point::new(1.0);
    let answer = client.exchange_point(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_tree {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Root, Tree};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Tree::new(Box::new(Root::default()));
    let answer = client.exchange_tree(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_open {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Open};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Open::new("text");
    let answer = client.exchange_open(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_fixed {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Fixed, FixedKind, FixedRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Fixed::new(FixedRequired {
        kind: FixedKind::Fixed,
        label: "text".into(),
    });
    let answer = client.exchange_fixed(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_old {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, Old};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Old::new("text");
    let answer = client.exchange_old(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_text {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = None;
    let answer = client.exchange_nullable_text(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_choice {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = None;
    let answer = client.exchange_nullable_choice(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_list {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = None;
    let answer = client.exchange_nullable_list(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_point {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = None;
    let answer = client.exchange_nullable_point(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_anything {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Default::default();
    let answer = client.exchange_nullable_anything(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_nullable_secret {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = None;
    let answer = client.exchange_nullable_secret(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_text {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_text(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_int {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_int(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_secret {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_secret(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_choice {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_choice(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_texts {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_texts(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_point {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_point(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_nullable_text {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_nullable_text(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_anything {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_anything(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_exchange_members {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client, Fixed, FixedKind, FixedRequired, Members, MembersChoice, MembersEmpty, MembersRequired, MembersSingle, Old, Open, Point, Root, Tree};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Members::new(MembersRequired {
        text: "text".into(),
        secret: "text".into(),
        flag: true,
        long: 1,
        int: 1,
        uint: 1,
        ulong: 1,
        float: 1.0,
        choice: MembersChoice::Left,
        single: MembersSingle::Only,
        named_choice: Choice::Near,
        texts: vec!["text".into()],
        secrets: vec!["text".into()],
        points: vec![Point::new(1.0)],
        object: Default::default(),
        empty: MembersEmpty::default(),
        map: Default::default(),
        point_map: Default::default(),
        map_list: vec![Default::default()],
        anything: Default::default(),
        point: Point::new(1.0),
        tree: Tree::new(Box::new(Root::default())),
        open: Open::new("text"),
        fixed: Fixed::new(FixedRequired {
            kind: FixedKind::Fixed,
            label: "text".into(),
        }),
        old: Old::new("text"),
        nullable_text: None,
        nullable_choice: None,
        nullable_list: None,
        nullable_point: None,
        nullable_anything: Default::default(),
        nullable_secret: None,
    });
    let answer = client.exchange_members(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_form {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client, Form, FormRequired, MembersChoice};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = Form::new(FormRequired {
        text: "text".into(),
        secret: "text".into(),
        flag: true,
        long: 1,
        int: 1,
        uint: 1,
        ulong: 1,
        float: 1.0,
        choice: MembersChoice::Left,
        named_choice: Choice::Near,
        texts: vec!["text".into()],
    });
    client.send_form(&body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_send_optional_form {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    client.send_optional_form(None).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_path {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client, MembersChoice, MembersSingle, PathParams};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = PathParams::new(vec!["text".into()]);
    client.path("text", &"text".into(), true, 1, 1, 1, 1, 1.0, &MembersChoice::Left, &MembersSingle::Only, &Choice::Near, &params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_query {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client, MembersChoice, MembersSingle, QueryParams, QueryParamsRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = QueryParams::new(QueryParamsRequired {
        text: "text".into(),
        secret: "text".into(),
        flag: true,
        long: 1,
        int: 1,
        uint: 1,
        ulong: 1,
        float: 1.0,
        choice: MembersChoice::Left,
        single: MembersSingle::Only,
        named_choice: Choice::Near,
        texts: vec!["text".into()],
    });
    client.query(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_header {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Choice, Client, HeaderParams, HeaderParamsRequired, MembersChoice, MembersSingle};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let params = HeaderParams::new(HeaderParamsRequired {
        text: "text".into(),
        secret: "text".into(),
        flag: true,
        long: 1,
        int: 1,
        uint: 1,
        ulong: 1,
        float: 1.0,
        choice: MembersChoice::Left,
        single: MembersSingle::Only,
        named_choice: Choice::Near,
        texts: vec!["text".into()],
    });
    client.header(&params).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_put_door {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::shapes::{Client, DoorInput, LockInput, LockRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = DoorInput::new(LockInput::new(LockRequired {
        maker: "text".into(),
        pin: "text".into(),
    }));
    let answer = client.put_door("text", &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("exchange text", Some(r##"curl --request POST 'https://host.example/bodies/text' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"text"'"##), of_exchange_text::MAIN),
    ("exchange secret", Some(r##"curl --request POST 'https://host.example/bodies/secret' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"text"'"##), of_exchange_secret::MAIN),
    ("exchange flag", Some(r##"curl --request POST 'https://host.example/bodies/flag' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'true'"##), of_exchange_flag::MAIN),
    ("exchange long", Some(r##"curl --request POST 'https://host.example/bodies/long' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '1'"##), of_exchange_long::MAIN),
    ("exchange int", Some(r##"curl --request POST 'https://host.example/bodies/int' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '1'"##), of_exchange_int::MAIN),
    ("exchange uint", Some(r##"curl --request POST 'https://host.example/bodies/uint' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '1'"##), of_exchange_uint::MAIN),
    ("exchange ulong", Some(r##"curl --request POST 'https://host.example/bodies/ulong' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '1'"##), of_exchange_ulong::MAIN),
    ("exchange float", Some(r##"curl --request POST 'https://host.example/bodies/float' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '1.0'"##), of_exchange_float::MAIN),
    ("exchange choice", Some(r##"curl --request POST 'https://host.example/bodies/choice' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"left"'"##), of_exchange_choice::MAIN),
    ("exchange single", Some(r##"curl --request POST 'https://host.example/bodies/single' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"only"'"##), of_exchange_single::MAIN),
    ("exchange namedChoice", Some(r##"curl --request POST 'https://host.example/bodies/namedChoice' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '"near"'"##), of_exchange_named_choice::MAIN),
    ("exchange texts", Some(r##"curl --request POST 'https://host.example/bodies/texts' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '["text"]'"##), of_exchange_texts::MAIN),
    ("exchange secrets", Some(r##"curl --request POST 'https://host.example/bodies/secrets' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '["text"]'"##), of_exchange_secrets::MAIN),
    ("exchange points", Some(r##"curl --request POST 'https://host.example/bodies/points' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '[{"x":1.0}]'"##), of_exchange_points::MAIN),
    ("exchange object", Some(r##"curl --request POST 'https://host.example/bodies/object' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_exchange_object::MAIN),
    ("exchange empty", Some(r##"curl --request POST 'https://host.example/bodies/empty' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_exchange_empty::MAIN),
    ("exchange map", Some(r##"curl --request POST 'https://host.example/bodies/map' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_exchange_map::MAIN),
    ("exchange pointMap", Some(r##"curl --request POST 'https://host.example/bodies/pointMap' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_exchange_point_map::MAIN),
    ("exchange mapList", Some(r##"curl --request POST 'https://host.example/bodies/mapList' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '[{}]'"##), of_exchange_map_list::MAIN),
    ("exchange anything", Some(r##"curl --request POST 'https://host.example/bodies/anything' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_anything::MAIN),
    ("exchange point", Some(r##"curl --request POST 'https://host.example/bodies/point' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"x":1.0}'"##), of_exchange_point::MAIN),
    ("exchange tree", Some(r##"curl --request POST 'https://host.example/bodies/tree' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"root":{}}'"##), of_exchange_tree::MAIN),
    ("exchange open", Some(r##"curl --request POST 'https://host.example/bodies/open' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"label":"text"}'"##), of_exchange_open::MAIN),
    ("exchange fixed", Some(r##"curl --request POST 'https://host.example/bodies/fixed' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"kind":"fixed","label":"text"}'"##), of_exchange_fixed::MAIN),
    ("exchange old", Some(r##"curl --request POST 'https://host.example/bodies/old' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"label":"text"}'"##), of_exchange_old::MAIN),
    ("exchange nullableText", Some(r##"curl --request POST 'https://host.example/bodies/nullableText' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_text::MAIN),
    ("exchange nullableChoice", Some(r##"curl --request POST 'https://host.example/bodies/nullableChoice' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_choice::MAIN),
    ("exchange nullableList", Some(r##"curl --request POST 'https://host.example/bodies/nullableList' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_list::MAIN),
    ("exchange nullablePoint", Some(r##"curl --request POST 'https://host.example/bodies/nullablePoint' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_point::MAIN),
    ("exchange nullableAnything", Some(r##"curl --request POST 'https://host.example/bodies/nullableAnything' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_anything::MAIN),
    ("exchange nullableSecret", Some(r##"curl --request POST 'https://host.example/bodies/nullableSecret' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw 'null'"##), of_exchange_nullable_secret::MAIN),
    ("send text", Some(r##"curl --request POST 'https://host.example/optional/text' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_text::MAIN),
    ("send int", Some(r##"curl --request POST 'https://host.example/optional/int' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_int::MAIN),
    ("send secret", Some(r##"curl --request POST 'https://host.example/optional/secret' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_secret::MAIN),
    ("send choice", Some(r##"curl --request POST 'https://host.example/optional/choice' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_choice::MAIN),
    ("send texts", Some(r##"curl --request POST 'https://host.example/optional/texts' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_texts::MAIN),
    ("send point", Some(r##"curl --request POST 'https://host.example/optional/point' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_point::MAIN),
    ("send nullableText", Some(r##"curl --request POST 'https://host.example/optional/nullableText' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_nullable_text::MAIN),
    ("send anything", Some(r##"curl --request POST 'https://host.example/optional/anything' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_anything::MAIN),
    ("exchange members", Some(r##"curl --request POST 'https://host.example/members' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"text":"text","secret":"text","flag":true,"long":1,"int":1,"uint":1,"ulong":1,"float":1.0,"choice":"left","single":"only","namedChoice":"near","texts":["text"],"secrets":["text"],"points":[{"x":1.0}],"object":{},"empty":{},"map":{},"pointMap":{},"mapList":[{}],"anything":null,"point":{"x":1.0},"tree":{"root":{}},"open":{"label":"text"},"fixed":{"kind":"fixed","label":"text"},"old":{"label":"text"},"nullableText":null,"nullableChoice":null,"nullableList":null,"nullablePoint":null,"nullableAnything":null,"nullableSecret":null}'"##), of_exchange_members::MAIN),
    ("send form", Some(r##"curl --request POST 'https://host.example/forms' \
  --header 'Accept: */*' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'text=text&secret=text&flag=true&long=1&int=1&uint=1&ulong=1&float=1&choice=left&single=only&namedChoice=near&texts=text'"##), of_send_form::MAIN),
    ("send optional form", Some(r##"curl --request PUT 'https://host.example/forms' \
  --header 'Accept: */*' \
  --header 'Content-Length: 0'"##), of_send_optional_form::MAIN),
    ("path", Some(r##"curl --request GET 'https://host.example/path/text/text/true/1/1/1/1/1/left/only/near/text' \
  --header 'Accept: */*'"##), of_path::MAIN),
    ("query", Some(r##"curl --request GET 'https://host.example/query?text=text&secret=text&flag=true&long=1&int=1&uint=1&ulong=1&float=1&choice=left&single=only&namedChoice=near&texts=text' \
  --header 'Accept: */*'"##), of_query::MAIN),
    ("header", Some(r##"curl --request GET 'https://host.example/header' \
  --header 'Accept: */*' \
  --header 'text: text' \
  --header 'secret: text' \
  --header 'flag: true' \
  --header 'long: 1' \
  --header 'int: 1' \
  --header 'uint: 1' \
  --header 'ulong: 1' \
  --header 'float: 1' \
  --header 'choice: left' \
  --header 'single: only' \
  --header 'namedChoice: near' \
  --header 'texts: text'"##), of_header::MAIN),
    ("put door", Some(r##"curl --request PUT 'https://host.example/doors/text' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/json' \
  --data-raw '{"lock":{"maker":"text","pin":"text","kind":"lock"}}'"##), of_put_door::MAIN),
];
