//! What users of the mock may rely on.

use super::MockTransport;
use crate::runtime::fixture::{Animal, Client, GetAnimal, Refused, Zoo};
use crate::runtime::{BaseUrl, Call, CallError, ErrorKind, Meta, Operation, Sent};
use std::error::Error as _;

fn animal(name: &str) -> Animal {
    Animal { name: name.to_owned(), weight: None }
}

fn client(mock: &MockTransport) -> Client {
    let base = BaseUrl::parse("https://zoo.example").expect("a good address");
    Client::builder(base).transport(mock.clone()).build().expect("good settings")
}

#[tokio::test]
async fn unmatched_request_lists_what_is_mocked() {
    let mock = MockTransport::new().on_raw("POST", "/animals", 201, "").on_raw("GET", "/houses", 200, "[]");
    let error = client(&mock).get_animal("7").await.expect_err("nothing matches");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("nothing is mocked for GET /animals/7; mocked: POST /animals, GET /houses")
    );
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn last_of_equal_handlers_answers_and_longest_path_first() {
    let mock = MockTransport::new()
        .on::<GetAnimal>(|_| Ok(animal("old")))
        .on::<GetAnimal>(|_| Ok(animal("new")))
        .on_raw("GET", "/{any}", 200, r#"{"name":"short"}"#)
        .on_raw("GET", "/animals/8", 200, r#"{"name":"exact"}"#);
    let client = client(&mock);
    assert_eq!(client.get_animal("7").await.expect("mocked").name, "new");
    assert_eq!(client.get_animal("8").await.expect("mocked").name, "exact");
}

#[tokio::test]
async fn operation_with_a_query_of_its_own_is_answered_by_its_own_handler() {
    struct Search;
    impl Operation for Search {
        type Api = Zoo;
        type Output = Animal;
        type Failure = Refused;
        const META: Meta = Meta { path: "/search?type=cat", ..GetAnimal::META };
    }
    let search =
        async |mock: &MockTransport| Call::of::<Search>(client(mock).core()).await.map(|animal| animal.name);
    let mock =
        MockTransport::new().on::<Search>(|request| Ok(animal(&request.query("type").expect("it has one"))));
    assert_eq!(search(&mock).await.expect("mocked"), "cat");
    // Whatever comes last, the one that says more of the request answers.
    let mock = mock.on_raw("GET", "/search", 200, r#"{"name":"any"}"#);
    assert_eq!(search(&mock).await.expect("mocked"), "cat");
    let mock = MockTransport::new().on_raw("GET", "/search?type=dog", 200, "{}");
    search(&mock).await.expect_err("another search");
}

#[tokio::test]
async fn closure_sees_the_request_and_may_refuse() {
    let mock = MockTransport::new().on::<GetAnimal>(|request| match request.path() {
        "/animals/7" => Ok(animal("Lion")),
        _ => Err((404, Refused { reason: "gone".to_owned() })),
    });
    let client = client(&mock);
    assert_eq!(client.get_animal("7").await.expect("mocked").name, "Lion");
    match client.get_animal("8").await {
        Err(CallError::Api(error)) => assert_eq!(error.value.reason, "gone"),
        other => panic!("a refusal is typed: {:?}", other.err()),
    }
}

#[tokio::test]
async fn answer_without_a_form_on_the_wire_is_an_error() {
    let mock = MockTransport::new()
        .on::<GetAnimal>(|_| Ok(Animal { name: String::new(), weight: Some(f64::INFINITY) }));
    let error = client(&mock).get_animal("7").await.expect_err("JSON has no infinity");
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("the mock of GET /animals/{id}: the value has no form on the wire; help: use `on_raw`")
    );
}

#[tokio::test]
async fn debug_shows_no_values() {
    let mock = MockTransport::new().on::<GetAnimal>(|_| Ok(animal("Lion")));
    let animal = client(&mock).get_animal("7").header("x-one", "canary").await.expect("mocked");
    assert_eq!(animal.name, "Lion");
    assert!(!format!("{mock:?} {:?}", mock.requests()).contains("canary"));
}
