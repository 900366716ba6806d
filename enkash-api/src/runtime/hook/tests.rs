//! What hooks see, what they may change, and what they may not.

use super::*;
use crate::runtime::fixture::{AddAnimal, Animal, Client, Close, GetAnimal};
use crate::runtime::mock::MockTransport;
use crate::runtime::{BaseUrl, CallError, RetryPolicy, Sent};
use http::{Method, Uri};
use std::sync::Mutex;
use std::time::Duration;

type Outcome = Result<(), Box<dyn StdError + Send + Sync>>;

/// Does to each request what a closure does, and keeps what it was asked about.
struct Doing<F> {
    action: F,
    seen: Mutex<Vec<String>>,
}

impl<F: Fn(&mut http::Request<Body>) -> Outcome + Send + Sync + 'static> Doing<F> {
    fn new(action: F) -> Arc<Self> {
        Arc::new(Self { action, seen: Mutex::default() })
    }
}

impl<F> Doing<F> {
    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("nothing panics").clone()
    }
}

impl<F: Fn(&mut http::Request<Body>) -> Outcome + Send + Sync + 'static> Hook for Doing<F> {
    fn before_send(&self, operation: &'static str, request: &mut http::Request<Body>) -> Outcome {
        self.seen.lock().expect("nothing panics").push(operation.to_owned());
        (self.action)(request)
    }

    fn after_receive(&self, operation: &'static str, parts: &Parts) {
        let status = parts.status.as_u16();
        self.seen.lock().expect("nothing panics").push(format!("{operation} {status}"));
    }
}

fn mock() -> MockTransport {
    MockTransport::new()
        .on::<GetAnimal>(|_| Ok(Animal { name: "Lion".to_owned(), weight: None }))
        .on::<AddAnimal>(|_| Ok(()))
        .on::<Close>(|_| Ok(()))
}

fn builder(mock: &MockTransport) -> crate::runtime::fixture::ClientBuilder {
    let base = BaseUrl::parse("https://zoo.example/v1").expect("a good address");
    Client::builder(base).keeper("keeper", "canary").gate_key("canary").transport(mock.clone())
}

fn lion() -> Animal {
    Animal { name: "Lion".to_owned(), weight: Some(190.5) }
}

#[tokio::test]
async fn body_is_signed_after_credentials_are_in_the_request() {
    let hook = Doing::new(|request| {
        let body = request.body().as_bytes().ok_or("a stream")?;
        let sum: u32 = body.iter().map(|byte| u32::from(*byte)).sum();
        let key = request.headers().get("x-gate-key").ok_or("no key yet")?.to_str()?.to_owned();
        let signature = format!("{key}-{sum}-{}", request.headers().contains_key("authorization"));
        request.headers_mut().insert("x-signature", signature.parse()?);
        Ok(())
    });
    let mock = mock();
    let client = builder(&mock).hook(Arc::clone(&hook)).build().expect("good settings");
    client.add_animal(&lion()).await.expect("the mock answers");
    let sum: u32 = br#"{"name":"Lion","weight":190.5}"#.iter().map(|byte| u32::from(*byte)).sum();
    assert_eq!(mock.requests()[0].header("x-signature"), Some(&*format!("canary-{sum}-true")));
    assert_eq!(hook.seen(), ["AddAnimal", "AddAnimal 201"]);
}

#[tokio::test]
async fn hooks_run_in_their_order_and_again_for_each_sending() {
    let mock = MockTransport::new().on_raw("GET", "/v1/animals/{id}", 503, "");
    let number = |mark: &'static str| {
        Doing::new(move |request| {
            let before = request.headers().get("x-path").map_or(String::new(), |value| format!("{value:?}"));
            request.headers_mut().insert("x-path", format!("{before}{mark}").parse()?);
            Ok(())
        })
    };
    let (one, two) = (number("1"), number("2"));
    let pauses = RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO);
    let client = builder(&mock)
        .hook(Arc::clone(&one))
        .hook(Arc::clone(&two))
        .retries(pauses)
        .build()
        .expect("good settings");
    client.get_animal("7").await.expect_err("the server is busy");
    let paths: Vec<_> =
        mock.requests().iter().map(|request| request.header("x-path").map(str::to_owned)).collect();
    assert_eq!(paths, vec![Some("\"1\"2".to_owned()); 3], "each starts from the request as it was");
    let expected: Vec<_> = ["GetAnimal", "GetAnimal 503"].repeat(3);
    assert_eq!((one.seen(), two.seen()), (expected.iter().map(|&text| text.into()).collect(), one.seen()));
}

#[tokio::test]
async fn request_may_be_changed_within_its_message() {
    let hook = Doing::new(|request| {
        let signed = format!("{}?sign=a%20b", request.uri());
        *request.uri_mut() = signed.parse()?;
        request.headers_mut().insert("content-type", "application/jose".parse()?);
        *request.body_mut() = Body::from("sealed");
        Ok(())
    });
    let mock = mock();
    let client = builder(&mock).hook(hook).build().expect("good settings");
    client.close().await.expect("the mock answers");
    let request = &mock.requests()[0];
    assert_eq!((request.query("sign").as_deref(), request.body()), (Some("a b"), &b"sealed"[..]));
    assert_eq!(request.header("content-type"), Some("application/jose"));
    assert_eq!(request.header("content-length"), None, "the transport announces the new body");
}

#[tokio::test]
async fn request_without_a_body_still_says_so() {
    let mock = mock();
    let client = builder(&mock).hook(Doing::new(|_| Ok(()))).build().expect("good settings");
    client.close().await.expect("the mock answers");
    assert_eq!(mock.requests()[0].header("content-length"), Some("0"));
}

/// Makes a call with a hook that is to keep it from being sent.
async fn refused(
    action: impl Fn(&mut http::Request<Body>) -> Outcome + Send + Sync + 'static,
    expected: &str,
) {
    let hook = Doing::new(action);
    let mock = mock();
    let client = builder(&mock).hook(Arc::clone(&hook)).build().expect("good settings");
    let Err(CallError::Failed(error)) = client.close().await else { panic!("it was sent: {expected}") };
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Hook, Sent::No), "{expected}");
    assert_eq!(error.to_string(), format!("operation `Close`: {expected}"));
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    assert_eq!(mock.requests().len(), 0, "{expected}");
    assert_eq!(hook.seen(), ["Close"], "it is not tried again");
}

#[tokio::test]
async fn what_a_hook_refuses_is_not_sent() {
    refused(|_| Err("no key".into()), "a hook of the client refused the request").await;
}

#[tokio::test]
async fn method_and_server_are_not_for_hooks_to_change() {
    let method = |request: &mut http::Request<Body>| {
        *request.method_mut() = Method::GET;
        Ok(())
    };
    refused(method, "a hook of the client changed the method of the request").await;
    for elsewhere in ["https://canary.example/v1/close", "http://zoo.example/v1/close", "/v1/close"] {
        let server = move |request: &mut http::Request<Body>| {
            *request.uri_mut() = Uri::from_static(elsewhere);
            Ok(())
        };
        refused(server, "a hook of the client changed the server of the request").await;
    }
}

#[tokio::test]
async fn hook_cannot_break_the_framing() {
    let expected = "a hook of the client set a header that says where the message ends, or whom it is for";
    for name in ["content-length", "transfer-encoding", "host", "connection", "upgrade", "te", "expect"] {
        let framing = move |request: &mut http::Request<Body>| {
            request.headers_mut().insert(name, "canary".parse()?);
            Ok(())
        };
        refused(framing, expected).await;
    }
}

#[tokio::test]
async fn refusal_of_a_second_sending_says_that_the_first_went_out() {
    let mock = MockTransport::new().on_raw("GET", "/v1/animals/{id}", 503, "");
    let count = Mutex::new(0);
    let hook = Doing::new(move |_| {
        let mut count = count.lock().expect("nothing panics");
        *count += 1;
        if *count > 1 { Err("enough".into()) } else { Ok(()) }
    });
    let pauses = RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO);
    let client = builder(&mock).hook(hook).retries(pauses).build().expect("good settings");
    let error = client.get_animal("7").await.expect_err("the hook refuses");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Hook, Sent::Yes));
    assert_eq!(mock.requests().len(), 1);
}
