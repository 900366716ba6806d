//! What the servers answer to requests that the generated clients do not make yet, so that an update of them that
//! changes it is seen.

use crate::raw::Answer;
use crate::server::{CLIENT, Kind, Server, USER};
use std::time::Duration;

/// The status and the code of RFC 6749 of an answer.
fn refusal(answer: &Answer) -> (u16, String) {
    (answer.status, answer.member("error"))
}

/// Logs in, and gives the access token and the refresh token.
fn log_in(server: &Server) -> (String, String) {
    let fields = [("grant_type", "password"), ("username", USER.0), ("password", USER.1)];
    let answer = server.post("/oauth/token", CLIENT, &fields);
    (answer.member("access_token"), answer.member("refresh_token"))
}

fn refresh(server: &Server, token: &str) -> Answer {
    server.post("/oauth/token", CLIENT, &[("grant_type", "refresh_token"), ("refresh_token", token)])
}

/// A token that is not good opens nothing, and the answer says in the words of RFC 6750 that it is the token.
fn assert_closed(server: &Server, token: &str) {
    let answer = server.get("/resource", token);
    let challenge = answer.header("www-authenticate");
    assert!(
        answer.status == 401
            && challenge.starts_with("Bearer ")
            && challenge.contains(r#"error="invalid_token""#),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_grant_that_is_not_offered_is_refused() {
    for (kind, client_credentials) in [
        (Kind::Dot, "unauthorized_client"),
        (Kind::Authlib, "unsupported_grant_type"),
        (Kind::Node, "unauthorized_client"),
    ] {
        let Some(server) = Server::shared(kind).await else { return };
        let refused = |fields: &[(&str, &str)]| refusal(&server.post("/oauth/token", CLIENT, fields));
        assert_eq!(
            refused(&[("grant_type", "nonsense")]),
            (400, "unsupported_grant_type".into()),
            "{kind:?}"
        );
        assert_eq!(
            refused(&[("grant_type", "client_credentials")]),
            (400, client_credentials.into()),
            "{kind:?}"
        );
        let fields =
            [("grant_type", "password"), ("username", USER.0), ("password", USER.1), ("scope", "everything")];
        assert_eq!(refused(&fields), (400, "invalid_scope".into()), "{kind:?}");
    }
}

#[tokio::test]
async fn a_refresh_ends_both_old_tokens() {
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        let (access, refresh_token) = log_in(&server);
        let renewed = refresh(&server, &refresh_token);
        assert_ne!(renewed.member("refresh_token"), refresh_token, "{kind:?}");
        assert_eq!(server.get("/resource", &renewed.member("access_token")).status, 200, "{kind:?}");
        assert_closed(&server, &access);
        assert_eq!(refusal(&refresh(&server, &refresh_token)), (400, "invalid_grant".into()), "{kind:?}");
    }
}

#[tokio::test]
async fn a_revoked_token_is_closed() {
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        let (access, _) = log_in(&server);
        assert_eq!(server.post(kind.revocation(), CLIENT, &[("token", &access)]).status, 200, "{kind:?}");
        assert_closed(&server, &access);
        if kind == Kind::Dot {
            let bare = server.get("/resource/by-default", &access);
            assert_eq!((bare.status, bare.header("www-authenticate"), &*bare.body), (403, "", ""));
        }
    }
}

#[test]
fn tokens_end_after_their_lifetimes() {
    let servers: Vec<(Kind, Server)> = Kind::ALL
        .into_iter()
        .filter_map(|kind| Server::with_lifetimes(kind, 1, 2).map(|server| (kind, server)))
        .collect();
    let tokens: Vec<(String, String)> = servers.iter().map(|(_, server)| log_in(server)).collect();
    if servers.is_empty() {
        return;
    }
    std::thread::sleep(Duration::from_millis(2100));
    for ((kind, server), (access, refresh_token)) in servers.iter().zip(&tokens) {
        assert_closed(server, access);
        let answer = refresh(server, refresh_token);
        match kind {
            // A refresh token lives until its clean-up runs.
            Kind::Dot => assert_eq!(answer.status, 200, "{answer:?}"),
            Kind::Authlib | Kind::Node => assert_eq!(refusal(&answer), (400, "invalid_grant".into())),
        }
    }
}
