//! A document of the crate's own with an overlay, in which an operation has another name.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};

#[enkash_endpoint("getOpeningHours", spec = "ui/spec/workshop.yaml", overlay = "ui/spec/workshop.overlay.yaml")]
pub mod workshop {}

#[enkash_endpoint(
    crate::workshop,
    "getOpeningHours",
    spec = "ui/spec/workshop.yaml",
    overlay = "ui/spec/workshop.overlay.yaml"
)]
#[derive(Debug, Default)]
struct Hours {}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("GET", "/hours", 200, r#"{"monday":"9 to 5"}"#);
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = workshop::Client::builder(base).transport(mock).build().unwrap();
    assert_eq!(client.get_opening_hours().await.unwrap()["monday"], "9 to 5");
    assert_eq!(client.send(&Hours::default()).await.unwrap()["monday"], "9 to 5");
}
