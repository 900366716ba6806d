//! Operations without required inputs: a struct without fields, in each of its spellings.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "getHours", spec = "ui/spec/workshop.yaml")]
struct Hours;

#[enkash_endpoint(workshop, "listBikes", spec = "ui/spec/workshop.yaml")]
struct Bikes {}

#[enkash_endpoint(workshop, "listBikes", spec = "ui/spec/workshop.yaml")]
struct Counted {
    #[enkash(skip)]
    times: u32,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("GET", "/hours", 200, "{}").on_raw("GET", "/bikes", 200, "[]");
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = workshop::Client::builder(base).transport(mock.clone()).build().unwrap();
    assert!(client.send(&Hours).await.unwrap().is_empty());
    assert!(client.send(&Bikes {}).await.unwrap().is_empty());
    let counted = Counted { times: 1 };
    assert!(client.send(&counted).await.unwrap().is_empty());
    assert_eq!(mock.requests().len() - 2, counted.times as usize);
}
