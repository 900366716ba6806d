//! What is sent.

use crate::harbour::{SECRETS, client, sent, ship};
use enkash_api::runtime::File;
use enkash_api::{ErrorKind, Sent};
use enkash_tests::golden::peers::*;
use enkash_tests::loopback::{Act, Server, answer};
use std::time::Duration;

fn login() -> TokenRequest {
    TokenRequest::new(TokenRequired { mate: "A & B".into(), password: "p=1+ %".into() })
}

fn crew(name: &str, rank: &str) -> GetCrewParams {
    GetCrewParams::new(GetCrewParamsRequired { name: name.into(), rank: rank.into() })
}

#[tokio::test]
async fn form_body_is_sent_as_a_form() {
    let seen = sent(|client| client.create_token(&login())).await;
    assert_eq!(seen.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(String::from_utf8_lossy(&seen.body), "mate=A%20%26%20B&password=p%3D1%2B%20%25");
    let pairs: Vec<_> = form_urlencoded::parse(&seen.body).into_owned().collect();
    assert_eq!(pairs, [("mate".into(), "A & B".into()), ("password".into(), "p=1+ %".to_owned())]);
}

#[tokio::test]
async fn basic_credentials_are_sent() {
    let seen = sent(|client| client.create_token(&login())).await;
    // "OFFICEMATE:OFFICEPASSWORD"
    assert_eq!(seen.header("authorization"), Some("Basic T0ZGSUNFTUFURTpPRkZJQ0VQQVNTV09SRA=="));
}

#[tokio::test]
async fn operation_without_security_sends_no_token() {
    let seen = sent(|client| client.get_forecast()).await;
    assert_eq!(seen.text(), "GET /forecast HTTP/1.1\naccept: application/json");
    let raw = String::from_utf8_lossy(&seen.raw);
    assert!(SECRETS.iter().all(|secret| !raw.contains(secret)), "{raw}");
    // Elsewhere the document's own demand holds, and what an operation demands replaces it.
    let seen = sent(|client| client.announce_arrival(None)).await;
    assert_eq!(seen.header("authorization"), Some("Bearer PASSTOKEN"));
    let seen = sent(|client| client.get_tide()).await;
    assert_eq!(
        (seen.line.as_str(), seen.header("authorization")),
        ("GET /tide?api_key=GAUGEKEY HTTP/1.1", None)
    );
}

#[tokio::test]
async fn required_header_is_sent() {
    let seen = sent(|client| client.get_ship("heron", &GetShipParams::new("second dog"))).await;
    assert_eq!(seen.header("x-watch"), Some("second dog"));
}

#[tokio::test]
async fn path_value_cannot_leave_its_segment() {
    for (value, segment) in [
        ("a/b?c", "a%2Fb%3Fc"),
        ("../..", "..%2F.."),
        ("..\\..", "..%5C.."),
        ("a#b", "a%23b"),
        ("a;b", "a%3Bb"),
        ("%2e%2e", "%252e%252e"),
        ("%2F", "%252F"),
        (" ", "%20"),
        ("ü", "%C3%BC"),
    ] {
        let seen = sent(|client| client.get_ship(value, &GetShipParams::new("first"))).await;
        assert_eq!(seen.line, format!("GET /ships/{segment} HTTP/1.1"));
        let seen = sent(|client| client.get_crew(&crew(value, value))).await;
        assert_eq!(seen.line, format!("GET /ships/{segment}/crew/{segment} HTTP/1.1"));
    }
    // No encoding of these stays where it is on the way.
    for value in [".", "..", ""] {
        let server = Server::start([]);
        let client = client(&server.url());
        for (name, rank) in [(value, "mate"), ("heron", value)] {
            let error = client.get_crew(&crew(name, rank)).await.expect_err("another path");
            assert_eq!((error.kind(), error.sent()), (ErrorKind::InvalidInput, Sent::No), "{value:?}");
        }
        assert_eq!(server.connections(), 0);
    }
}

#[tokio::test]
async fn path_without_a_slash_keeps_its_operations() {
    let seen = sent(|client| client.list_berths(&ListBerthsParams::default())).await;
    assert_eq!(seen.line, "GET /berths HTTP/1.1");
}

#[tokio::test]
async fn explode_false_is_joined() {
    let params = ListBerthsParams {
        quay: Some(vec!["north".into(), "a,b".into()]),
        depth: Some(vec![4, 9_000_000_000]),
    };
    let seen = sent(|client| client.list_berths(&params)).await;
    // What the document does not say is exploded; a comma of a value is not one between values.
    assert_eq!(seen.line, "GET /berths?quay=north,a%2Cb&depth=4&depth=9000000000 HTTP/1.1");
}

#[tokio::test]
async fn list_in_a_form_is_a_pair_per_item() {
    let body =
        ReserveBerthsRequest::new(ReserveBerthsRequired { ship: "heron".into(), berth: vec![7, 8, 7] });
    let seen = sent(|client| client.reserve_berths(&body)).await;
    assert_eq!(String::from_utf8_lossy(&seen.body), "ship=heron&berth=7&berth=8&berth=7");
}

#[tokio::test]
async fn optional_body_stays_optional() {
    let seen = sent(|client| client.announce_arrival(None)).await;
    assert_eq!((seen.header("content-type"), seen.body.as_slice()), (None, b"".as_slice()));
    let seen = sent(|client| client.announce_arrival(Some(&Arrival::default()))).await;
    assert_eq!(
        (seen.header("content-type"), seen.body.as_slice()),
        (Some("application/json"), b"{}".as_slice())
    );
}

#[tokio::test]
async fn no_validation_is_invented() {
    // Empty, very long, and of no known value: the document allows all of it, so it is the server's to judge.
    let long = "x".repeat(100_000);
    for flag in ["", " ", "\u{0}", long.as_str()] {
        let body = ship(flag, ShipRig::from("junk"));
        let seen = sent(|client| client.put_ship("heron", &body)).await;
        let json: serde_json::Value = serde_json::from_slice(&seen.body).expect("JSON");
        assert_eq!(json, serde_json::json!({ "flag": flag, "tonnage": 12, "code": "c-7", "rig": "junk" }));
    }
}

#[tokio::test]
async fn post_is_never_repeated() {
    let told = answer(503, &[("retry-after", "7")], "{}");
    for bytes in [told, answer(429, &[("retry-after", "7")], "{}")] {
        let server = Server::start([Act::Send(bytes), Act::Send(answer(202, &[], r#"{"ticket":"twice"}"#))]);
        let error = client(&server.url()).announce_arrival(None).await.expect_err("the server refuses");
        assert_eq!((error.sent(), error.retry_after()), (Sent::Yes, Some(Duration::from_secs(7))));
        assert_eq!((server.connections(), server.seen().len()), (1, 1));
    }
    // Nor is one of which nobody knows whether it was acted on.
    for bytes in [Vec::new(), b"HTTP/1.1 202".to_vec()] {
        let server = Server::start([Act::Send(bytes), Act::Send(answer(202, &[], r#"{"ticket":"twice"}"#))]);
        let error = client(&server.url()).announce_arrival(None).await.expect_err("no answer");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe));
        assert_eq!((server.connections(), server.seen().len()), (1, 1));
    }
}

#[tokio::test]
async fn parts_of_a_form_keep_their_order() {
    let papers = || FilePapersRequest {
        voyage: Some(7),
        remark: Some("urgent".into()),
        pages: Some(vec!["one".into(), "two".into()]),
        ..FilePapersRequest::new(FilePapersRequired {
            ship: "heron".into(),
            manifest: File::new("0 bales").named("manifest.txt"),
        })
    };
    for _ in 0..8 {
        let body = papers();
        let seen = sent(|client| client.file_papers(&body)).await;
        let text = String::from_utf8_lossy(&seen.body).into_owned();
        let names: Vec<_> = text
            .lines()
            .filter_map(|line| line.split_once("form-data; name=\""))
            .map(|(_, rest)| rest.split('"').next().unwrap_or_default())
            .collect();
        assert_eq!(names, ["ship", "voyage", "manifest", "remark", "pages", "pages"], "{text}");
    }
}
