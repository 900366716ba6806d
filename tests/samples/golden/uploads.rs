// The samples of `uploads`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_store_plates {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::uploads::{Client, StorePlatesRequest, StorePlatesRequired};
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let body = StorePlatesRequest::new(StorePlatesRequired {
        observer: "text".into(),
        plates: vec!["text".into()],
    });
    client.store_plates(1, &body).await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_replace_plate {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::uploads::Client;
use enkash_api::runtime::BaseUrl;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(BaseUrl::parse("https://host.example")?).build()?;
    let answer = client.replace_plate("text", "content").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("storePlates", None, of_store_plates::MAIN),
    ("replacePlate", Some(r##"curl --request PUT 'https://host.example/plates/text' \
  --header 'Accept: application/octet-stream' \
  --header 'Content-Type: application/octet-stream' \
  --data-raw 'content'"##), of_replace_plate::MAIN),
];
