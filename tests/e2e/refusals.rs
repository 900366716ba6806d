//! What is refused before anything is sent: no connection is made, and the error says so.

use crate::library::{builder, everybody};
use enkash_api::runtime::{Call, Nullable};
use enkash_api::{BaseUrl, CallError, Error, ErrorKind, Sent};
use enkash_tests::chain;
use enkash_tests::golden::library::*;
use enkash_tests::loopback::Server;

/// The error of a call that must not reach its server.
async fn refused<T, E>(
    configure: fn(ClientBuilder) -> ClientBuilder,
    call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>,
) -> Error {
    let server = Server::answering(204, "");
    let client = configure(builder(&server)).build().expect("good settings");
    let error: CallError<E> = call(&client).await.err().expect("the call is refused");
    assert_eq!((server.connections(), error.sent()), (0, Sent::No), "{error}");
    assert_eq!(error.status(), None);
    error.into()
}

#[tokio::test]
async fn path_value_that_would_be_another_path_is_refused() {
    for value in [".", "..", "", "\0", "a\0"] {
        let error = refused(everybody, |client| client.get_book(value)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{value:?}");
        let error = refused(everybody, |client| client.get_copy(value, 1)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{value:?}");
        let error = refused(everybody, |client| client.return_loan(value)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{value:?}");
    }
    assert_eq!(
        refused(everybody, |client| client.get_book("")).await.to_string(),
        "operation `getBook`: the path parameter `isbn`: the value is empty"
    );
}

#[tokio::test]
async fn missing_credentials_name_the_methods_that_give_them() {
    let error = refused(|builder| builder, |client| client.return_loan("1")).await;
    assert_eq!(error.kind(), ErrorKind::NoCredentials);
    assert_eq!(
        error.to_string(),
        "operation `returnLoan`: no credentials are configured; help: call `.desk(…)` on the client builder"
    );
    let error = refused(|builder| builder.card("a", "b"), |client| client.get_copy("1", 1)).await;
    assert_eq!(
        error.to_string(),
        "operation `getCopy`: no credentials are configured; \
         help: call `.desk(…)`, or `.session(…)` on the client builder"
    );
    // Half of what belongs together is nothing.
    for configure in
        [(|builder| builder.session("s")) as fn(ClientBuilder) -> ClientBuilder, |builder| builder.desk("d")]
    {
        let error = refused(configure, |client| {
            client.add_book(&NewBook::new(NewBookRequired {
                isbn: "1".into(),
                title: "2".into(),
                genre: Genre::Poetry,
                contributors: Vec::new(),
            }))
        })
        .await;
        assert_eq!(error.kind(), ErrorKind::NoCredentials);
        assert_eq!(
            error.to_string(),
            "operation `addBook`: no credentials are configured; \
             help: call `.desk(…)` and `.session(…)` on the client builder"
        );
    }
}

#[tokio::test]
async fn value_that_has_no_form_on_the_wire_is_refused() {
    for value in ["a\r\nx-canary: 1", "a\0", "\u{7f}canary"] {
        let error = refused(everybody, |client| {
            client.update_book("1", &UpdateBookParams::new(value), &BookChanges::default())
        })
        .await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{value:?}");
        assert!(!chain(&error).contains("canary"));
    }
    for rating in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = refused(everybody, |client| {
            let changes = BookChanges { rating: Nullable::from(rating), ..BookChanges::default() };
            client.update_book("1", &UpdateBookParams::new("r"), &changes)
        })
        .await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        let error = refused(everybody, |client| {
            client.list_books(&ListBooksParams { min_rating: Some(rating), ..ListBooksParams::default() })
        })
        .await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
    }
}

#[tokio::test]
async fn header_that_is_not_the_callers_is_refused() {
    for (name, value) in [
        ("content-length", "7"),
        ("Host", "elsewhere.example"),
        ("Transfer-Encoding", "chunked"),
        ("X-DESK-KEY", "canary"),
        ("Authorization", "Bearer canary"),
        ("a b", "c"),
        ("x-one", "canary\r\nx-two: 2"),
    ] {
        let error = refused(everybody, |client| client.return_loan("1").header(name, value)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{name}");
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
    }
}

#[test]
fn unusable_settings_are_found_when_the_client_is_built() {
    for text in [
        "http://library.example/v2",
        "ftp://library.example",
        "library.example",
        "https://a:b@library.example",
    ] {
        assert_eq!(BaseUrl::parse(text).expect_err(text).kind(), ErrorKind::Config);
    }
    let base = || BaseUrl::parse("https://library.example").expect("a good address");
    for builder in [
        Client::builder(base()).card("a:b", "c"),
        Client::builder(base()).card("", "c"),
        Client::builder(base()).session("a b"),
        Client::builder(base()).desk("a\nb"),
        Client::builder(base()).user_agent("a\nb"),
    ] {
        let error = builder.build().expect_err("an unusable setting");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Config, Sent::No));
    }
}
