//! What a 401 does: one new token, one more sending, and none where it could do something twice. (7 to 10)

use crate::bank::{PASSWORD, arrived, bank, builder, client, fetches, money, streamed};
use enkash_api::testing::{Case, Fault, TokenServer, answer};
use enkash_api::{CallError, Error, ErrorKind, Sent};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p07_a_hundred_refused_calls_fetch_once_and_are_sent_again_once() {
    let server = start(bank()).await;
    let client = client(&server);
    client.get_account("7").await.expect("a token");
    server.revoke_all();
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get_account("7").await.is_ok() })
        })
        .collect();
    for task in tasks {
        assert!(task.await.expect("no call panics"));
    }
    assert_eq!(fetches(&server), 2);
    let (old, new) = (server.uses(1), server.uses(2));
    assert_eq!((old.accepted, new.accepted, new.refused), (1, 100, 0));
    assert!(old.refused <= 100, "{}", old.refused);
}

#[tokio::test]
async fn p08_late_refusal_of_an_old_token_does_not_cost_the_new_one() {
    use std::time::Duration;
    let server = start(bank()).await;
    let client = client(&server);
    client.get_account("7").await.expect("a token");
    // This one's refusal is on its way for a while.
    server.inject(Fault::case(Case::WrongToken).after(Duration::from_millis(150)).on("/accounts/{account}"));
    let late = tokio::spawn({
        let client = client.clone();
        async move { client.get_account("7").await.is_ok() }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.revoke_all();
    client.get_account("8").await.expect("a new token");
    assert_eq!(fetches(&server), 2);
    assert!(late.await.expect("no panic"));
    assert_eq!((fetches(&server), server.uses(2).accepted), (2, 2));
}

#[tokio::test]
async fn p09_second_refusal_is_an_error_and_nothing_is_sent_a_third_time() {
    let server = start(bank()).await;
    let client = client(&server);
    server.inject_always(Fault::case(Case::WrongToken).on("/accounts/{account}"));
    let error = Error::from(client.get_account("7").await.expect_err("refused twice"));
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Unauthorized, Sent::Yes), "{error:?}");
    assert_eq!(error.attempts(), 2);
    assert_eq!((arrived(&server, "/accounts/7"), fetches(&server)), (2, 2));
}

#[tokio::test]
async fn server_that_refuses_every_new_token_is_asked_for_fewer() {
    let server = start(bank()).await;
    let clock = enkash_api::testing::ManualClock::new();
    let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
    server.inject_always(Fault::case(Case::WrongToken).on("/accounts/{account}"));
    assert!(client.get_account("7").await.is_err());
    assert_eq!(fetches(&server), 2, "the first may have been unlucky");
    let next = tokio::spawn({
        let client = client.clone();
        async move { client.get_account("7").await.is_ok() }
    });
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(fetches(&server), 2);
    server.clear();
    clock.advance(std::time::Duration::from_secs(1));
    assert!(next.await.expect("no panic"));
    assert_eq!(fetches(&server), 3);
}

#[tokio::test]
async fn p10_missing_permission_is_no_reason_for_another_token() {
    for case in [Case::TokenLacksScope, Case::AccessDenied] {
        let server = start(bank()).await;
        let client = client(&server);
        server.inject(Fault::case(case).on("/accounts/{account}"));
        let error = Error::from(client.get_account("7").await.expect_err("not allowed"));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(403));
        assert_eq!((arrived(&server, "/accounts/7"), fetches(&server)), (1, 1));
    }
}

#[tokio::test]
async fn order_is_sent_again_only_if_it_is_proven_that_it_was_not_carried_out() {
    for (refusal, sent) in [
        (Fault::case(Case::WrongToken), 2),
        (Fault::case(Case::ExpiredToken), 2),
        (Fault::answer(answer(401, json!({ "error": "invalid_token" }))), 2),
        (Fault::answer(answer(401, json!({ "reason": "no such account" }))), 1),
        (Fault::answer(answer(401, json!({ "status": 401, "error": "Unauthorized" }))), 1),
        (Fault::raw("HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n"), 1),
        (
            Fault::raw("HTTP/1.1 401 No\r\nwww-authenticate: Basic realm=\"x\"\r\ncontent-length: 0\r\n\r\n"),
            1,
        ),
    ] {
        let server = start(bank()).await;
        let client = client(&server);
        client.get_account("7").await.expect("a token");
        server.inject(refusal.clone().on("/transfers"));
        let outcome = client.transfer(&money()).await;
        assert_eq!((arrived(&server, "/transfers"), outcome.is_ok()), (sent, sent == 2), "{refusal:?}");
    }
}

#[tokio::test]
async fn question_is_sent_again_after_any_refusal_of_its_token() {
    for refusal in [
        Fault::case(Case::WrongToken),
        Fault::answer(answer(401, json!({ "status": 401, "error": "Unauthorized" }))),
        Fault::raw("HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n"),
    ] {
        let server = start(bank()).await;
        let client = client(&server);
        server.inject(refusal.clone().on("/accounts/{account}"));
        server.inject(refusal.clone().on("/searches"));
        client.get_account("7").await.unwrap_or_else(|error| panic!("{refusal:?}: {error}"));
        client
            .find_transfers(&Default::default())
            .await
            .unwrap_or_else(|error| panic!("{refusal:?}: {error}"));
        assert_eq!((arrived(&server, "/accounts/7"), arrived(&server, "/searches")), (2, 2));
    }
}

#[tokio::test]
async fn declared_refusal_of_business_is_an_answer() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let refuse = |_: &_| {
        CALLS.fetch_add(1, Ordering::SeqCst);
        answer(401, json!({ "reason": "stolen" }))
    };
    let server = start(bank().resource_with("GET", "/cards/{card}", refuse)).await;
    match client(&server).get_card("c-1").await {
        Err(CallError::Api(refusal)) => assert_eq!(refusal.value.reason, "stolen"),
        other => panic!("{other:?}"),
    }
    assert_eq!((CALLS.load(Ordering::SeqCst), fetches(&server)), (1, 1));
}

#[tokio::test]
async fn stream_is_not_sent_again() {
    let server =
        start(bank().resource_with("PUT", "/statements/{month}", |_| answer(204, json!(null)))).await;
    let client = client(&server);
    server.inject(Fault::case(Case::WrongToken).on("/statements/{month}"));
    let error = Error::from(client.upload_statement("05", streamed("ab")).await.expect_err("refused"));
    assert_eq!((error.kind(), arrived(&server, "/statements/05")), (ErrorKind::Unauthorized, 1));
    // Bytes are.
    server.inject(Fault::case(Case::WrongToken).on("/statements/{month}"));
    client.upload_statement("06", "ab").await.expect("sent again");
    assert_eq!(arrived(&server, "/statements/06"), 2);
}
