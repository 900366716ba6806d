//! The curl sample of each documentation page and our request with the same values: the same bytes.

use crate::curl::Sample;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use enkash_api::testing::{Recorded, TokenServer};
use enkash_api::{BaseUrl, expense, rewards};

/// What a client sends of its own accord, and the samples do not name.
const ADDED: [&str; 4] = ["accept", "content-length", "host", "user-agent"];

fn base(server: &TokenServer) -> BaseUrl {
    BaseUrl::parse(server.url()).expect("loopback may be plain")
}

/// Compares everything that a sample says with the one request that arrived.
fn compare(sample: &Sample, server: &TokenServer) {
    let recorded = server.recorded();
    assert_eq!(recorded.len(), 1, "one request");
    let request: &Recorded = &recorded[0];
    assert_eq!((request.method(), request.target()), (sample.method.as_str(), sample.path()));
    assert_eq!(request.body().escape_ascii().to_string(), sample.body());
    let raw = request.raw().escape_ascii().to_string();
    assert!(raw.ends_with(&format!(r"\r\n\r\n{}", sample.body())), "the body is not framed: {raw}");
    let mut named = Vec::new();
    for (name, value) in &sample.headers {
        // An empty client id with an empty secret is no credential.
        let expected = (value != "Basic Og==").then_some(value.as_str());
        assert_eq!(request.header(name), expected, "{name}");
        named.push(name.to_ascii_lowercase());
    }
    let mut added: Vec<String> =
        request.headers().iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    added.retain(|name| !named.contains(name));
    added.sort();
    assert_eq!(added, ADDED);
}

/// Client id and client secret of the sample's Basic.
fn basic(sample: &Sample) -> (String, String) {
    let encoded = sample.header("authorization").and_then(|value| value.strip_prefix("Basic "));
    let pair = STANDARD.decode(encoded.expect("the sample has Basic")).expect("the sample's Basic is base64");
    let pair = String::from_utf8(pair).expect("the sample's Basic is text");
    let (id, secret) = pair.split_once(':').expect("the sample's Basic is a pair");
    (id.to_owned(), secret.to_owned())
}

#[tokio::test]
async fn expense_sends_what_its_page_shows() {
    let sample = Sample::parse(include_str!("samples/expense.curl")).expect("a sample");
    assert_eq!(basic(&sample), (String::new(), String::new()));
    let server = TokenServer::builder()
        .anonymous()
        .user(sample.field("username"), sample.field("password"))
        .start()
        .await
        .expect("a free port");
    let client = expense::Client::builder(base(&server)).build().expect("good settings");
    let request = expense::TokenRequest::new(expense::TokenRequired {
        username: sample.field("username"),
        password: sample.field("password").into(),
    });
    let cookie = sample.header("cookie").expect("the sample has a cookie");
    let token = client.create_token(&request).header("cookie", cookie).await.expect("a known user");
    assert_eq!((token.token_type.as_str(), token.expires_in), ("bearer", 86_399));
    compare(&sample, &server);
}

#[tokio::test]
async fn rewards_sends_what_its_page_shows() {
    let sample = Sample::parse(include_str!("samples/rewards.curl")).expect("a sample");
    let (id, secret) = basic(&sample);
    let server = TokenServer::builder()
        .client(&id, secret.as_str())
        .user(sample.field("username"), sample.field("password"))
        .require("clientId", sample.field("clientId"))
        .start()
        .await
        .expect("a free port");
    let client = rewards::Client::builder(base(&server)).basic(id, secret).build().expect("good settings");
    let request = rewards::TokenRequest::new(rewards::TokenRequired {
        username: sample.field("username"),
        password: sample.field("password").into(),
        client_id: sample.field("clientId"),
    });
    let token = client.create_token(&request).await.expect("a known user");
    assert_eq!((token.token_type.as_str(), token.expires_in), ("bearer", 86_399));
    compare(&sample, &server);
}
