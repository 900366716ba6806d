//! One struct that gives path, query, header and body, with lists, numbers and `null`.

use enkash_api::{BaseUrl, Date, MockTransport, Nullable, enkash_endpoint};

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, POST "/bikes/{bikeId}/repairs", spec = "ui/spec/workshop.yaml")]
struct Puncture<'a> {
    bike_id: i64,
    notify: Option<bool>,
    #[enkash(rename = "X-Request-Id", in = header)]
    request: &'a str,
    note: &'a str,
    urgency: workshop::Urgency,
    limit: Option<f64>,
    parts: [&'static str; 2],
    collect: Nullable<Date>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let repair = r#"{"id":"R-1","note":"flat"}"#;
    let mock = MockTransport::new().on_raw("POST", "/bikes/{bikeId}/repairs", 201, repair);
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = workshop::Client::builder(base).transport(mock.clone()).build().unwrap();
    let puncture = Puncture {
        bike_id: 7,
        notify: Some(true),
        request: "made-up",
        note: "flat",
        urgency: workshop::Urgency::Today,
        limit: Some(12.5),
        parts: ["tube", "tyre"],
        collect: Nullable::Null,
    };
    assert_eq!(client.send(&puncture).await.unwrap().id, "R-1");
    let sent = &mock.requests()[0];
    assert_eq!((sent.path(), sent.query("notify")), ("/bikes/7/repairs", Some("true".into())));
    assert_eq!(sent.header("x-request-id"), Some("made-up"));
    let body = r#"{"note":"flat","urgency":"today","limit":12.5,"parts":["tube","tyre"],"collect":null}"#;
    assert_eq!(sent.body(), body.as_bytes());
}
