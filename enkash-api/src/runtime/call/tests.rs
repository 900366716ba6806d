//! Calls through the whole client against a mock.

use crate::runtime::fixture::{
    AddAnimal, Animal, Client, Close, Enter, FindAnimals, FindAnimalsParams, GetAnimal, Refused, Ticket,
};
use crate::runtime::mock::{MockRequest, MockTransport};
use crate::runtime::{BaseUrl, CallError, Error, ErrorKind, Secret, Sent};
use http::StatusCode;
use std::time::Duration;

mod limits;

fn lion() -> Animal {
    Animal { name: "Lion".to_owned(), weight: Some(190.5) }
}

fn mock() -> MockTransport {
    MockTransport::new()
        .on::<GetAnimal>(|_| Ok(lion()))
        .on::<FindAnimals>(|_| Ok(vec![lion()]))
        .on::<AddAnimal>(|_| Ok(()))
        .on::<Close>(|_| Ok(()))
        .on::<Enter>(|_| Err((403, Refused { reason: "pin canary is wrong".to_owned() })))
}

fn client(mock: &MockTransport) -> Client {
    let base = BaseUrl::parse("https://zoo.example/v1").expect("a good address");
    Client::builder(base)
        .keeper("keeper", "canary")
        .gate_key("canary")
        .transport(mock.clone())
        .build()
        .expect("good settings")
}

fn only(mock: &MockTransport) -> MockRequest {
    let requests = mock.requests();
    assert_eq!(requests.len(), 1);
    requests[0].clone()
}

#[tokio::test]
async fn value_comes_back_typed() {
    let mock = mock();
    let animal = client(&mock).get_animal("a/b").await.expect("the mock answers");
    assert_eq!((animal.name.as_str(), animal.weight), ("Lion", Some(190.5)));
    let request = only(&mock);
    assert_eq!((request.method().as_str(), request.path()), ("GET", "/v1/animals/a%2Fb"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("content-length"), None);
    assert_eq!(request.header("authorization"), None);
    assert!(request.body().is_empty());
}

#[tokio::test]
async fn response_carries_status_and_headers() {
    let mock = mock();
    let response = client(&mock).get_animal("7").response().await.expect("the mock answers");
    assert_eq!(response.parts.status, StatusCode::OK);
    assert_eq!(response.parts.headers["content-type"], "application/json");
    assert_eq!(response.value.name, "Lion");
}

#[tokio::test]
async fn parameters_go_to_their_places() {
    let mock = mock();
    let params = FindAnimalsParams {
        house: "big cats".to_owned(),
        tags: Some(vec!["a&b".to_owned(), "c".to_owned()]),
        trace: Some("t-1".to_owned()),
    };
    let found = client(&mock).find_animals(&params).await.expect("the mock answers");
    assert_eq!(found.len(), 1);
    let request = only(&mock);
    assert_eq!(request.path(), "/v1/houses/big%20cats/animals");
    assert_eq!(request.query("tag").as_deref(), Some("a&b"));
    assert_eq!(request.query("view").as_deref(), Some("short"));
    assert_eq!(request.header("x-trace"), Some("t-1"));
}

#[tokio::test]
async fn credentials_that_belong_together_are_sent_together() {
    let mock = mock();
    client(&mock).add_animal(&lion()).await.expect("the mock answers");
    let request = only(&mock);
    assert_eq!(request.header("authorization"), Some("Basic a2VlcGVyOmNhbmFyeQ=="));
    assert_eq!(request.header("x-gate-key"), Some("canary"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.body(), br#"{"name":"Lion","weight":190.5}"#);
}

#[tokio::test]
async fn form_is_written_in_the_order_of_the_description() {
    let mock = mock();
    let ticket = Ticket { visitor: "Ada L.".to_owned(), pin: Secret::new("1+1=2&ü") };
    let refused = client(&mock).enter(&ticket).await.expect_err("the mock refuses");
    let request = only(&mock);
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.body(), b"visitor=Ada%20L.&pin=1%2B1%3D2%26%C3%BC&kind=day");
    assert_eq!(request.form("pin").as_deref(), Some("1+1=2&ü"));
    let CallError::Api(error) = &refused else { panic!("a declared failure is typed: {refused:?}") };
    assert_eq!(error.value.reason, "pin canary is wrong");
    assert_eq!(error.parts.status, StatusCode::FORBIDDEN);
    assert!(!format!("{refused} {refused:?}").contains("canary"));
}

#[tokio::test]
async fn bodiless_post_says_so() {
    let mock = mock();
    client(&mock).close().await.expect("the mock answers");
    assert_eq!(only(&mock).header("content-length"), Some("0"));
}

#[tokio::test]
async fn what_cannot_be_sent_is_an_error_and_sends_nothing() {
    let mock = mock();
    let client = client(&mock);
    let lion = lion();
    let heavy = Animal { name: "x".to_owned(), weight: Some(f64::NAN) };
    let nul = Ticket { visitor: "canary\0".to_owned(), pin: Secret::new("1") };
    let newline = FindAnimalsParams { house: "a".to_owned(), tags: None, trace: Some("canary\n".to_owned()) };
    let nul_tag =
        FindAnimalsParams { house: "a".to_owned(), tags: Some(vec!["canary\0".to_owned()]), trace: None };
    let errors: Vec<Error> = vec![
        client.get_animal("").await.expect_err("empty").into(),
        client.get_animal(".").await.expect_err("dot").into(),
        client.get_animal("..").await.expect_err("dots").into(),
        client.get_animal("canary\0").await.expect_err("NUL in the path").into(),
        client.get_animal("7").path(&"8".to_owned()).await.expect_err("one too many").into(),
        client.get_animal("7").path_named("x", &8_i64).await.expect_err("no such parameter").into(),
        client.get_animal("7").header("a b", "canary").await.expect_err("header name").into(),
        client.get_animal("7").header("a", "canary\r\nb: c").await.expect_err("header value").into(),
        client.get_animal("7").header("Host", "canary").await.expect_err("framing").into(),
        client.get_animal("7").header("content-length", "5").await.expect_err("framing").into(),
        client.add_animal(&lion).header("Authorization", "canary").await.expect_err("credentials").into(),
        client.add_animal(&lion).header("X-Gate-Key", "canary").await.expect_err("credentials").into(),
        client.add_animal(&heavy).await.expect_err("not a number").into(),
        client.enter(&nul).await.expect_err("NUL in a form").into(),
        client.find_animals(&newline).await.expect_err("header characters").into(),
        client.find_animals(&nul_tag).await.expect_err("NUL in the query").into(),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.sent()), (ErrorKind::InvalidInput, Sent::No), "{error}");
        assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    }
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn header_may_be_added_and_replaced() {
    let mock = mock();
    let client = client(&mock);
    let call = client.get_animal("7").header("authorization", "Own 1").header("Accept", "text/plain");
    call.header("x-one", 1).await.expect("the mock answers");
    let request = only(&mock);
    assert_eq!(request.header("authorization"), Some("Own 1"));
    assert_eq!(request.header("accept"), Some("text/plain"));
    assert_eq!(request.header("x-one"), Some("1"));
}

#[tokio::test]
async fn missing_credentials_name_the_builder_methods() {
    let mock = mock();
    let base = BaseUrl::parse("https://zoo.example").expect("a good address");
    let client = Client::builder(base).gate_key("k").transport(mock.clone()).build().expect("good settings");
    let error = client.add_animal(&lion()).await.expect_err("no keeper");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::NoCredentials, Sent::No));
    assert_eq!(
        error.to_string(),
        "operation `AddAnimal`: no credentials are configured; \
         help: call `.keeper(…)` and `.gate_key(…)` on the client builder"
    );
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn alternative_is_taken_by_what_is_configured() {
    let mock = MockTransport::new().on_raw("PUT", "/feed", 204, "");
    let base = BaseUrl::parse("https://zoo.example").expect("a good address");
    let session = Client::builder(base).session("s1").transport(mock.clone());
    session.clone().build().expect("good settings").feed().await.expect("the second alternative");
    assert_eq!(only(&mock).header("authorization"), Some("Bearer s1"));
    // The first alternative now is configured, and cannot be sent: both schemes are one header.
    let error =
        session.keeper("k", "s").build().expect("good settings").feed().await.expect_err("one header");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Config, Sent::No));
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn answer_of_another_shape_keeps_its_bytes() {
    for (status, body, kind) in [
        (200, r#"{"name":7}"#, ErrorKind::Decode),
        (200, "<html>canary</html>", ErrorKind::Decode),
        (200, "", ErrorKind::Decode),
        (200, "[]", ErrorKind::Decode),
        (404, "<html>canary</html>", ErrorKind::UnexpectedStatus),
        (503, r#"{"canary":1}"#, ErrorKind::UnexpectedStatus),
        (201, r#"{"name":"Lion"}"#, ErrorKind::UnexpectedStatus),
        (302, r#"{"reason":"canary"}"#, ErrorKind::Redirect),
        (304, "", ErrorKind::UnexpectedStatus),
    ] {
        let mock = MockTransport::new().on_raw("GET", "/animals/{id}", status, body);
        let error = client(&mock).get_animal("7").await.expect_err("another shape");
        assert_eq!((error.kind(), error.sent()), (kind, Sent::Yes), "{status} {body}");
        assert!(!format!("{error} {error:?}").contains("canary"));
        let error = Error::from(error);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.body(), body.as_bytes());
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}

#[tokio::test]
async fn undeclared_failure_is_an_unexpected_status() {
    let mock = MockTransport::new().on_raw("POST", "/close", 500, "canary");
    let error = client(&mock).close().await.expect_err("nothing but 204 is declared");
    assert_eq!(error.to_string(), "operation `Close`: the description declares no status 500");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::UnexpectedStatus, Sent::Yes));
}

#[test]
fn call_outside_a_runtime_is_an_error() {
    use std::future::IntoFuture;
    let mock = mock();
    let client = client(&mock);
    let mut future = client.get_animal("7").into_future();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else {
        panic!("there is nothing to wait for")
    };
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Config, Sent::No));
}

#[test]
fn futures_may_move_between_threads() {
    use std::future::IntoFuture;
    fn is_send<T: Send>(_: T) {}
    let mock = mock();
    let client = client(&mock);
    is_send(client.get_animal("7").timeout(Duration::from_secs(1)).into_future());
    is_send(client.get_animal("7").response().into_future());
    is_send(client.clone());
}

#[test]
fn client_and_call_print_no_secret() {
    let mock = mock();
    let client = client(&mock);
    let shown =
        format!("{client:?} {:?} {:?}", client.get_animal("canary"), client.get_animal("canary").response());
    assert!(!shown.contains("canary"), "{shown}");
}
