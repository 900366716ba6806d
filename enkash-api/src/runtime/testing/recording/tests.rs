//! What the recording transport keeps of what passes through it.

use super::*;
use crate::runtime::BaseUrl;
use crate::runtime::fixture::Client;
use crate::runtime::mock::MockTransport;

fn request(body: Body) -> http::Request<Body> {
    http::Request::post("https://zoo.example/animals?q=canary")
        .header("x-one", "canary")
        .body(body)
        .expect("a good request")
}

/// Never answers.
struct Silent;

impl Transport for Silent {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(std::future::pending())
    }
}

struct Pieces;

impl crate::runtime::transport::Chunks for Pieces {
    fn poll_next(
        &mut self,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Bytes, TransportError>>> {
        std::task::Poll::Ready(None)
    }
}

#[tokio::test]
async fn everything_that_goes_out_is_kept_with_its_outcome() {
    let mock = MockTransport::new().on_raw("POST", "/animals", 201, "{}");
    let transport = RecordingTransport::new(mock);
    let response = transport.send(request(Body::from("canary"))).await.expect("it is mocked");
    assert_eq!(response.status(), 201);
    let exchanges = transport.requests();
    assert_eq!(exchanges.len(), 1);
    let exchange = &exchanges[0];
    assert_eq!(exchange.method(), Method::POST);
    assert_eq!(exchange.uri(), "https://zoo.example/animals?q=canary");
    assert_eq!((exchange.header("x-one"), exchange.headers().len()), (Some("canary"), 1));
    assert_eq!(exchange.body(), Some(&b"canary"[..]));
    assert_eq!(exchange.outcome(), Outcome::Answered(StatusCode::CREATED));
    let shown = format!("{transport:?} {exchange:?}");
    assert!(!shown.contains("canary") && shown.contains("6 bytes") && shown.contains("x-one"), "{shown}");
}

#[tokio::test]
async fn failure_is_kept_with_its_kind() {
    let transport = RecordingTransport::new(MockTransport::new());
    transport.send(request(Body::from(""))).await.expect_err("nothing is mocked");
    let failed = Outcome::Failed { kind: TransportErrorKind::Other, sent: Sent::No };
    assert_eq!(transport.take().pop().map(|exchange| exchange.outcome()), Some(failed));
    assert!(transport.take().is_empty());
}

#[tokio::test]
async fn stream_is_passed_on_and_not_kept() {
    let mock = MockTransport::new().on_raw("POST", "/animals", 201, "{}");
    let transport = RecordingTransport::new(mock.clone());
    transport.send(request(Body::chunks(Pieces))).await.expect("it is mocked");
    assert_eq!((transport.requests()[0].body(), mock.requests().len()), (None, 1));
    assert!(format!("{transport:?}").contains("a stream"));
}

#[tokio::test]
async fn request_that_was_given_up_stays_pending() {
    let transport = RecordingTransport::new(Silent);
    drop(transport.send(request(Body::from(""))));
    assert!(transport.requests().is_empty(), "it was never sent");
    let call = transport.send(request(Body::from("")));
    tokio::time::timeout(std::time::Duration::from_millis(5), call).await.expect_err("it is silent");
    assert_eq!(transport.requests()[0].outcome(), Outcome::Pending);
}

#[tokio::test]
async fn clone_in_a_client_shares_the_records() {
    let mock = MockTransport::new().on_raw("GET", "/animals/7", 200, r#"{"name":"Lion"}"#);
    let transport = RecordingTransport::new(mock);
    let base = BaseUrl::parse("https://zoo.example").expect("a good address");
    let client = Client::builder(base).transport(transport.clone()).build().expect("good settings");
    client.get_animal("7").await.expect("it is mocked");
    assert_eq!(transport.requests()[0].uri().path(), "/animals/7");
}
