//! Types of other crates, sent as their text: for plain text, for an enum, for what may be left out.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};
use std::fmt::Arguments;
use std::net::Ipv4Addr;
use std::num::NonZeroU32;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "listBikes", spec = "ui/spec/workshop.yaml")]
struct Bikes<'a> {
    #[enkash(display)]
    kind: Arguments<'a>,
    #[enkash(display)]
    frame_number: Option<NonZeroU32>,
}

#[enkash_endpoint(workshop, "getRepair", spec = "ui/spec/workshop.yaml")]
struct Repair {
    #[enkash(in = path, display)]
    id: Ipv4Addr,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let repair = r#"{"id":"R-1","note":"flat"}"#;
    let mock =
        MockTransport::new().on_raw("GET", "/bikes", 200, "[]").on_raw("GET", "/repairs/{id}", 200, repair);
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = workshop::Client::builder(base).transport(mock.clone()).build().unwrap();
    client
        .send(&Bikes { kind: format_args!("ra{}", "ce"), frame_number: NonZeroU32::new(77) })
        .await
        .unwrap();
    client.send(&Bikes { kind: format_args!("city"), frame_number: None }).await.unwrap();
    client.send(&Repair { id: Ipv4Addr::LOCALHOST }).await.unwrap();
    let sent = mock.requests();
    assert_eq!(
        (sent[0].query("kind"), sent[0].query("frameNumber")),
        (Some("race".into()), Some("77".into()))
    );
    assert_eq!((sent[1].query("kind"), sent[1].query("frameNumber")), (Some("city".into()), None));
    assert_eq!(sent[2].path(), "/repairs/127.0.0.1");
}
