//! Connections that break: what is sent again, and that nothing is sent twice that could be done twice. (23)

use crate::bank::{arrived, bank, client, fetches, money};
use enkash_api::testing::{Fault, TokenServer};
use enkash_api::{Error, ErrorKind, Sent};

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

/// So many of them come before the end of the head.
const IN_THE_HEAD: usize = 3;

fn breaks() -> [Fault; 6] {
    [
        Fault::close(),
        Fault::reset(),
        Fault::close_mid_head(),
        Fault::close_after_head(),
        Fault::close_mid_body(),
        Fault::close_mid_body().by_reset(),
    ]
}

#[tokio::test]
async fn p23_payout_whose_connection_breaks_is_sent_once() {
    for (index, fault) in breaks().into_iter().enumerate() {
        let server = start(bank()).await;
        let client = client(&server);
        client.get_account("7").await.expect("a token");
        server.inject_always(fault.clone().on("/transfers"));
        let error = Error::from(client.transfer(&money()).await.expect_err("broken"));
        assert_eq!(arrived(&server, "/transfers"), 1, "{fault:?}");
        assert!(error.sent() >= Sent::Maybe, "{fault:?}: {error:?}");
        if index >= IN_THE_HEAD {
            // The answers below have no body, of which nothing could be missing.
            continue;
        }
        // A limit that is set twice is set; but whether it was, the caller has to ask.
        server.inject_always(fault.clone().on("/accounts/{account}"));
        let limit = enkash_tests::golden::bank::Limit::new(5);
        let before = arrived(&server, "/accounts/7");
        assert!(client.set_limit("7", &limit).await.is_err());
        assert_eq!(arrived(&server, "/accounts/7") - before, 1, "{fault:?}");
        // A question that is none is no question.
        server.inject_always(fault.clone().on("/vaults/{vault}/open"));
        assert!(client.open_vault("3").await.is_err());
        assert_eq!(arrived(&server, "/vaults/3/open"), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn question_and_login_whose_connection_breaks_are_sent_again() {
    for fault in breaks() {
        let server = start(bank()).await;
        let client = client(&server);
        server.inject(fault.clone().on("/oauth/token"));
        server.inject(fault.clone().on("/accounts/{account}"));
        server.inject(fault.clone().on("/searches"));
        client.get_account("7").await.unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
        client
            .find_transfers(&Default::default())
            .await
            .unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
        assert_eq!(fetches(&server), 2, "{fault:?}");
        assert_eq!((arrived(&server, "/accounts/7"), arrived(&server, "/searches")), (2, 2), "{fault:?}");
    }
}

#[tokio::test]
async fn login_whose_answer_was_lost_twice_is_not_sent_a_third_time() {
    let server = start(bank()).await;
    server.inject_always(Fault::close().on("/oauth/token"));
    let error = Error::from(client(&server).get_account("7").await.expect_err("broken"));
    assert_eq!((error.kind(), error.sent(), fetches(&server)), (ErrorKind::Transport, Sent::No, 2));
}

#[tokio::test]
async fn connection_that_was_closed_after_an_answer_costs_no_question_and_no_login() {
    let server = start(bank()).await;
    let client = client(&server);
    server.inject_always(Fault::close_after_answer());
    for _ in 0..100 {
        client.get_account("7").await.expect("at most a second try");
    }
}

#[tokio::test]
async fn order_that_never_left_is_sent_again() {
    let server = start(bank()).await;
    let client = client(&server);
    client.get_account("7").await.expect("a token");
    server.inject(Fault::case(enkash_api::testing::Case::GatewayUnavailable).on("/transfers"));
    let error = Error::from(client.transfer(&money()).await.expect_err("busy"));
    assert_eq!((error.sent(), arrived(&server, "/transfers")), (Sent::Yes, 1));
}
