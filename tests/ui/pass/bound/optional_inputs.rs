//! Of the optional inputs those that a program has a use for: sometimes there, always there, or not at all.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};
use workshop::{Bike, Kind};

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "listBikes", spec = "ui/spec/workshop.yaml")]
struct Race {
    kind: Kind,
    limit: Option<u16>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("GET", "/bikes", 200, "[]");
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = workshop::Client::builder(base).transport(mock.clone()).build().unwrap();
    let bikes: Vec<Bike> = client.send(&Race { kind: Kind::Race, limit: None }).await.unwrap();
    assert!(bikes.is_empty());
    client.send(&Race { kind: "unicycle".into(), limit: Some(3) }).await.unwrap();
    let sent = mock.requests();
    assert_eq!((sent[0].query("kind"), sent[0].query("limit")), (Some("race".into()), None));
    assert_eq!((sent[1].query("kind"), sent[1].query("limit")), (Some("unicycle".into()), Some("3".into())));
}
