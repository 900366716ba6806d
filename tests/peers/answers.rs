//! What becomes of an answer.

use crate::harbour::{answered, client, ship};
use enkash_api::runtime::{Call, CallError};
use enkash_api::{ErrorKind, Sent};
use enkash_tests::golden::peers::*;
use enkash_tests::loopback::{Act, Server, answer};

const SHIP: &str = r#"{"flag":"none","tonnage":9000000000,"rig":"junk"}"#;

fn get(client: &Client) -> Call<'_, Ship, GetShipFailure> {
    client.get_ship("heron", &GetShipParams::new("first"))
}

#[tokio::test]
async fn body_is_that_of_its_status() {
    // Each body fits each of the types.
    let body = r#"{"reason":"fog","minutes":5,"flag":"none","tonnage":1,"rig":"sloop"}"#;
    assert_eq!(answered(200, body, get).await.expect("declared").flag, "none");
    match answered(404, body, get).await {
        Err(CallError::Api(error)) => match &error.value {
            GetShipFailure::NotFound(missing) => assert_eq!(missing.reason.as_deref(), Some("fog")),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
    match answered(500, body, get).await {
        Err(CallError::Api(error)) => match &error.value {
            GetShipFailure::InternalServerError(outage) => assert_eq!(outage.minutes, Some(5)),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn failure_is_never_inside_ok() {
    // All of them carry the body of a success; none of them is declared as one.
    for status in [201, 202, 206, 300, 304, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 599] {
        let error = answered(status, SHIP, get).await.expect_err("no success");
        let kind = match status {
            404 | 500 => ErrorKind::Api,
            401 => ErrorKind::Unauthorized,
            429 => ErrorKind::RateLimited,
            _ => ErrorKind::UnexpectedStatus,
        };
        assert_eq!((error.kind(), error.sent()), (kind, Sent::Yes), "{status}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    }
}

#[tokio::test]
async fn declared_202_is_a_success() {
    let server = Server::answering(202, r#"{"ticket":"t-1"}"#);
    let receipt = client(&server.url()).announce_arrival(None).await.expect("declared");
    assert_eq!(receipt.ticket, "t-1");
}

#[tokio::test]
async fn integer_without_format_holds_nine_billion() {
    assert_eq!(answered(200, SHIP, get).await.expect("declared").tonnage, 9_000_000_000);
    let tide = answered(200, r#"{"millimetres":-9000000000}"#, |client| client.get_tide()).await;
    assert_eq!(tide.expect("declared").millimetres, -9_000_000_000);
}

#[tokio::test]
async fn unknown_enum_value_survives() {
    let server = Server::start([Act::Send(answer(200, &[], SHIP)), Act::Send(answer(200, &[], SHIP))]);
    let client = client(&server.url());
    let found = get(&client).await.expect("declared");
    assert_eq!((found.rig.as_str(), &found.rig), ("junk", &ShipRig::from("junk")));
    client.put_ship("heron", &ship("none", found.rig)).await.expect("declared");
    let body = String::from_utf8_lossy(&server.seen()[1].body).into_owned();
    assert_eq!(body, r#"{"flag":"none","tonnage":12,"code":"c-7","rig":"junk"}"#);
}

#[tokio::test]
async fn write_only_field_is_demanded_of_a_request_and_of_no_answer() {
    // The pattern is complete: a ship cannot be made without its code.
    let ShipInput { flag, tonnage: _, code, rig: _ } = ship("none", ShipRig::Ketch);
    let code: String = code;
    assert_eq!((flag.as_str(), code.as_str()), ("none", "c-7"));
    let found = answered(200, SHIP, |client| client.put_ship("heron", &ship("none", ShipRig::Ketch))).await;
    assert_eq!(found.expect("declared").flag, "none");
}

/// Answers a visitor, enters what came of it again, and gives it with what was sent.
async fn visitor_twice(body: &str) -> (Visitor, serde_json::Value) {
    let server = Server::start([Act::Send(answer(200, &[], body)), Act::Send(answer(200, &[], body))]);
    let client = client(&server.url());
    let visitor = client.put_visitor("ann", &Visitor::Yacht(Yacht::new("yacht"))).await.expect("declared");
    let again = client.put_visitor("ann", &visitor).await.expect("declared");
    assert_eq!(format!("{visitor:?}"), format!("{again:?}"));
    let sent = serde_json::from_slice(&server.seen()[1].body).expect("JSON");
    (visitor, sent)
}

#[tokio::test]
async fn discriminator_decides_the_member() {
    for (body, member) in [
        (r#"{"kind":"yacht","masts":2}"#, "yacht"),
        (r#"{"kind":"ferry","masts":2}"#, "ferry"),
        (r#"{"masts":2,"kind":"ferry"}"#, "ferry"),
    ] {
        let (visitor, sent) = visitor_twice(body).await;
        match (&visitor, member) {
            (Visitor::Yacht(yacht), "yacht") => assert_eq!(yacht.masts, Some(2)),
            (Visitor::Ferry(ferry), "ferry") => assert_eq!(ferry.masts, Some(2)),
            other => panic!("{other:?}"),
        }
        assert_eq!(sent, serde_json::json!({ "kind": member, "masts": 2 }));
    }
}

#[tokio::test]
async fn unknown_union_tag_survives() {
    // The last fits every member but for its tag.
    for body in [
        r#"{"kind":"airship","engines":{"left":[1,2.5,null]},"masts":"none"}"#,
        r#"{"kind":"airship","masts":2}"#,
    ] {
        let (visitor, sent) = visitor_twice(body).await;
        assert!(matches!(visitor, Visitor::Unknown(_)), "{visitor:?}");
        assert_eq!(sent, serde_json::from_str::<serde_json::Value>(body).expect("JSON"));
    }
}
