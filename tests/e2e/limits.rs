//! Requests of a client that holds them against the limits of its document, through generated types.

use enkash_api::runtime::{BaseUrl, Call, Error, ErrorKind, Undeclared};
use enkash_api::{MockTransport, Sent};
use enkash_tests::golden::limits::*;
use std::collections::BTreeMap;

fn order() -> Order {
    Order::new(vec![Cake { pieces: Some(8), ..Cake::new("opera") }])
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// What is said of a call that breaks a limit, of which nothing is sent and no value shown.
async fn refused<T: std::fmt::Debug>(
    call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, Undeclared>,
) -> String {
    let mock = MockTransport::new();
    let base = BaseUrl::parse("https://bakery.example").expect("a good address");
    let client = Client::builder(base).transport(mock.clone()).build().expect("good settings");
    let error = Error::from(call(&client).await.expect_err("a limit is broken"));
    assert_eq!((error.kind(), error.sent()), (ErrorKind::InvalidInput, Sent::No));
    assert!(mock.requests().is_empty());
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    let text = error.to_string();
    text.split_once(": ").map_or(text.clone(), |(_, reason)| reason.to_owned())
}

#[tokio::test]
async fn body_is_refused_by_the_place_that_breaks_a_limit() {
    for (order, expected) in [
        (Order::new(vec![]), "in the body, `cakes` must have at least 1 items"),
        (
            Order::new(vec![Cake::new("opera"), Cake::new("canary and more")]),
            "in the body, `cakes[1].name` must have at most 12 characters",
        ),
        (
            Order { greetings: Some(texts(&["canary", "", "canary"])), ..order() },
            "in the body, `greetings[1]` must have at least 1 characters",
        ),
        (
            Order { candles: Some(BTreeMap::from([("canary".to_owned(), 101)])), ..order() },
            "in the body, `candles.*` must be at most 100",
        ),
        (
            Order { layers: Some(vec![vec![0.5, 1.0], vec![0.5]]), ..order() },
            "in the body, `layers[1]` must have at least 2 items",
        ),
        (
            Order { layers: Some(vec![vec![0.5, 1.0], vec![0.5, 0.7]]), ..order() },
            "in the body, `layers[1][1]` must be a multiple of 0.5",
        ),
        (
            Order {
                additional_properties: BTreeMap::from([("canary".to_owned(), "canary".to_owned())]),
                ..order()
            },
            "in the body, `*` must have at most 4 characters",
        ),
    ] {
        assert_eq!(refused(|client| client.place_order("north", &order)).await, expected);
    }
}

#[tokio::test]
async fn body_that_is_no_object_is_held_against_its_own_limits() {
    for (names, expected) in [
        (&["opera", "mocca", "canary"][..], "the body must have at most 2 items"),
        (&["canary", "canary"], "the body must not have two equal items"),
        (&["opera", "canary and more"], "in the body, `[1]` must have at most 12 characters"),
    ] {
        assert_eq!(refused(|client| client.name_cakes(&texts(names))).await, expected);
    }
    let expected = "the body must have at most 5 characters";
    assert_eq!(refused(|client| client.set_motto(Some("canary"))).await, expected);
}

#[tokio::test]
async fn parameter_is_refused_by_its_name_and_index() {
    let params = ListOrdersParams::default;
    for (params, expected) in [
        (
            ListOrdersParams { tag: Some(texts(&["a", "canary"])), ..params() },
            "the query parameter `tag[1]` must have at most 5 characters",
        ),
        (
            ListOrdersParams { x_days: Some(vec![31, 32]), ..params() },
            "the header `X-Days[1]` must be at most 31",
        ),
    ] {
        assert_eq!(refused(|client| client.list_orders("north", &params)).await, expected);
    }
    assert_eq!(
        refused(|client| client.list_orders("canary-bird", &params())).await,
        "the path parameter `shop` must have at most 8 characters"
    );
    assert_eq!(
        refused(|client| client.are_closed(&AreClosedParams::new(texts(&["north", "canary-bird"])))).await,
        "the path parameter `shops[1]` must have at most 8 characters"
    );
}

#[tokio::test]
async fn order_that_keeps_to_every_limit_is_sent() {
    let mock = MockTransport::new().on::<ops::PlaceOrder>(|_| Ok(()));
    let base = BaseUrl::parse("https://bakery.example").expect("a good address");
    let client = Client::builder(base).transport(mock.clone()).build().expect("good settings");
    // A pattern is the business of the server.
    let order = Order {
        greetings: Some(texts(&["hello"])),
        candles: Some(BTreeMap::from([("red".to_owned(), 100), ("white".to_owned(), 0)])),
        layers: Some(vec![vec![0.5, 1.5]]),
        additional_properties: BTreeMap::from([("note".to_owned(), "soon".to_owned())]),
        ..order()
    };
    client.place_order("north", &order).await.expect("it keeps to all of them");
    assert_eq!(
        String::from_utf8_lossy(mock.requests()[0].body()),
        r#"{"cakes":[{"name":"opera","pieces":8}],"greetings":["hello"],"candles":{"red":100,"white":0},"layers":[[0.5,1.5]],"note":"soon"}"#
    );
}
