//! Renewal by the refresh token, where the user wants it. (11, 12)

use crate::bank::{PASSWORD, bank, builder, fetches};
use enkash_api::testing::{Case, Fault, TokenServer, answer};
use enkash_api::{ErrorKind, RefreshPolicy, TokenOptions};
use enkash_tests::golden::bank::Client;
use serde_json::json;

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

/// A client that has logged in once, and whose token is no longer good.
async fn stale(server: &TokenServer, policy: RefreshPolicy) -> Client {
    let options = TokenOptions::new().refresh(policy);
    let client = builder(server, PASSWORD).token_options(options).build().expect("good settings");
    client.get_account("7").await.expect("a token");
    server.revoke_access();
    client
}

/// The grants that tokens were asked for by.
fn grants(server: &TokenServer) -> Vec<String> {
    let grant = |body: &[u8]| {
        form_urlencoded::parse(body)
            .find(|(name, _)| name == "grant_type")
            .map_or_else(String::new, |(_, value)| value.into_owned())
    };
    let asked = server.recorded().into_iter().filter(|request| request.target() == "/oauth/token");
    asked.map(|request| grant(request.body())).collect()
}

#[tokio::test]
async fn token_is_renewed_by_a_login_unless_the_user_wants_otherwise() {
    for (policy, expected) in [
        (RefreshPolicy::Login, ["password", "password"]),
        (RefreshPolicy::RefreshThenLogin, ["password", "refresh_token"]),
        (RefreshPolicy::RefreshOnly, ["password", "refresh_token"]),
    ] {
        let server = start(bank()).await;
        let client = stale(&server, policy).await;
        client.get_account("7").await.expect("a new token");
        assert_eq!(grants(&server), expected, "{policy:?}");
    }
}

#[tokio::test]
async fn p11_only_a_refresh_token_that_is_no_longer_good_leads_to_a_login() {
    let dead = || answer(400, json!({ "error": "invalid_grant" }));
    for (fault, expected, kind) in [
        (Fault::case(Case::ExpiredRefreshToken), &["password", "refresh_token", "password"][..], None),
        (Fault::answer(dead()), &["password", "refresh_token", "password"], None),
        (
            Fault::answer(answer(500, json!({}))),
            &["password", "refresh_token"],
            Some(ErrorKind::UnexpectedStatus),
        ),
        (Fault::close(), &["password", "refresh_token", "refresh_token"], Some(ErrorKind::Transport)),
        (
            Fault::answer(answer(401, json!({ "error": "invalid_client" }))),
            &["password", "refresh_token"],
            Some(ErrorKind::Credentials),
        ),
    ] {
        let server = start(bank()).await;
        let client = stale(&server, RefreshPolicy::RefreshThenLogin).await;
        let times = expected.iter().filter(|grant| **grant == "refresh_token").count();
        server.inject(fault.clone().on("/oauth/token").times(times));
        let outcome = client.get_account("7").await;
        assert_eq!(outcome.as_ref().err().map(enkash_api::CallError::kind), kind, "{fault:?}");
        assert_eq!(grants(&server), expected, "{fault:?}");
        if kind == Some(ErrorKind::Credentials) {
            let kind = client.get_account("7").await.expect_err("it is remembered").kind();
            assert_eq!((kind, fetches(&server)), (ErrorKind::CredentialsLatched, 2));
        }
    }
}

#[tokio::test]
async fn p12_refresh_token_that_was_replaced_is_never_sent_again_and_one_that_was_not_is_kept() {
    let sent = |server: &TokenServer| -> Vec<String> {
        let asked = server.recorded();
        let token = |body: &[u8]| {
            form_urlencoded::parse(body)
                .find(|(name, _)| name == "refresh_token")
                .map(|(_, value)| value.into_owned())
        };
        asked.iter().filter_map(|request| token(request.body())).collect()
    };
    for rotates in [true, false] {
        let server = start(if rotates { bank().rotate_refresh_tokens() } else { bank() }).await;
        let client = stale(&server, RefreshPolicy::RefreshThenLogin).await;
        for _ in 0..3 {
            client.get_account("7").await.expect("a new token");
            server.revoke_access();
        }
        let mut tokens = sent(&server);
        assert_eq!((tokens.len(), fetches(&server)), (3, 4), "rotates: {rotates}");
        tokens.sort();
        tokens.dedup();
        assert_eq!(tokens.len(), if rotates { 3 } else { 1 });
    }
    // An answer without one leaves the old one in its place.
    let server = start(bank()).await;
    let client = stale(&server, RefreshPolicy::RefreshThenLogin).await;
    let bare = json!({ "access_token": "bare", "token_type": "bearer", "expires_in": 300 });
    server.inject(Fault::answer(answer(200, bare)).on("/oauth/token"));
    let refused = client.get_account("7").await;
    assert!(refused.is_err(), "the server does not know that token");
    let tokens = client.tokens().expect("there is a login");
    tokens.reset();
    client.get_account("7").await.expect("a token for the same refresh token");
    let tokens = sent(&server);
    assert!(tokens.len() >= 2 && tokens.iter().all(|token| *token == tokens[0]));
}
