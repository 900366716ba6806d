//! A client that gets its tokens by itself, against servers that others wrote: one login for many calls, renewal,
//! revocation, and one attempt with whatever is wrong. (1, 2, 7, 11, 12, 14)

use crate::raw::Counts;
use crate::server::{CLIENT, Kind, ODD_CLIENT, Server, USER};
use enkash_api::runtime::PasswordGrant;
use enkash_api::{BaseUrl, BasicEncoding, Error, ErrorKind, Login, RefreshPolicy, TokenOptions};
use enkash_tests::golden::bank::Client;
use std::time::Duration;

fn login(user: (&str, &str), client: (&str, &str), encoding: BasicEncoding) -> Login<PasswordGrant> {
    Login::new(PasswordGrant::new(user.0, user.1)).client_encoded(encoding, client.0, client.1)
}

fn client(server: &Server, login: Login<PasswordGrant>, policy: RefreshPolicy) -> Client {
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    let builder = Client::builder(base).login(login).token_options(TokenOptions::new().refresh(policy));
    builder.build().expect("good settings")
}

fn right() -> Login<PasswordGrant> {
    login(USER, CLIENT, BasicEncoding::Raw)
}

/// Calls at the same time; how many were answered, and the errors of the others.
async fn together(client: &Client, calls: usize) -> (usize, Vec<Error>) {
    let tasks: Vec<_> = (0..calls)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get_resource().await.map_err(Error::from) })
        })
        .collect();
    let (mut answers, mut errors) = (0, Vec::new());
    for task in tasks {
        match task.await.expect("no call panics") {
            Ok(_) => answers += 1,
            Err(error) => errors.push(error),
        }
    }
    (answers, errors)
}

#[tokio::test]
async fn many_callers_log_in_once() {
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        let before = server.counts();
        let (answers, errors) = together(&client(&server, right(), RefreshPolicy::Login), 20).await;
        assert_eq!((answers, errors.len()), (20, 0), "{kind:?}: {errors:?}");
        assert_eq!(server.counts().since(before), Counts { token: 1, refused: 0 }, "{kind:?}");
    }
}

#[tokio::test]
async fn whatever_is_wrong_costs_one_attempt() {
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        for (what, login) in [
            ("password", login((USER.0, "wrong"), CLIENT, BasicEncoding::Raw)),
            ("user", login(("0987654321", USER.1), CLIENT, BasicEncoding::Raw)),
            ("secret", login(USER, (CLIENT.0, "wrong"), BasicEncoding::Raw)),
            ("client", login(USER, ("wrong", CLIENT.1), BasicEncoding::Raw)),
        ] {
            let client = client(&server, login, RefreshPolicy::Login);
            let before = server.counts();
            let (_, errors) = together(&client, 20).await;
            assert!(
                errors.iter().all(|error| error.kind() == ErrorKind::Credentials),
                "{kind:?} {what}: {errors:?}"
            );
            let (_, errors) = together(&client, 20).await;
            let latched = errors.iter().filter(|error| error.kind() == ErrorKind::CredentialsLatched).count();
            assert_eq!(latched, 20, "{kind:?} {what}: {errors:?}");
            assert_eq!(server.counts().since(before), Counts { token: 1, refused: 1 }, "{kind:?} {what}");
        }
    }
}

#[tokio::test]
async fn encoding_of_the_client_is_the_one_that_was_chosen() {
    for (kind, raw, form) in
        [(Kind::Dot, false, true), (Kind::Authlib, true, true), (Kind::Node, true, false)]
    {
        let Some(server) = Server::shared(kind).await else { return };
        for (encoding, works) in [(BasicEncoding::Raw, raw), (BasicEncoding::FormUrlEncoded, form)] {
            let before = server.counts();
            let client = client(&server, login(USER, ODD_CLIENT, encoding), RefreshPolicy::Login);
            assert_eq!(client.get_resource().await.is_ok(), works, "{kind:?} {encoding:?}");
            assert_eq!(server.counts().since(before).token, 1, "{kind:?} {encoding:?}");
        }
    }
}

#[tokio::test]
async fn token_that_was_revoked_is_replaced_and_the_call_sent_again() {
    for kind in Kind::ALL {
        for policy in [RefreshPolicy::Login, RefreshPolicy::RefreshThenLogin] {
            let Some(server) = Server::shared(kind).await else { return };
            let client = client(&server, right(), policy);
            let tokens = client.tokens().expect("there is a login");
            let token = tokens.get().await.expect("a token").token;
            client.get_resource().await.expect("it is good");
            let revoked = server.post(kind.revocation(), CLIENT, &[("token", token.expose())]);
            assert_eq!(revoked.status, 200, "{kind:?}");
            let (answers, errors) = together(&client, 5).await;
            assert_eq!((answers, errors.len()), (5, 0), "{kind:?} {policy:?}: {errors:?}");
            assert_ne!(tokens.get().await.expect("a token").token.expose(), token.expose(), "{kind:?}");
        }
    }
}

#[tokio::test]
async fn token_that_ends_is_renewed_in_the_chosen_way() {
    for kind in Kind::ALL {
        for policy in [RefreshPolicy::Login, RefreshPolicy::RefreshThenLogin, RefreshPolicy::RefreshOnly] {
            let Some(server) = Server::with_lifetimes(kind, 1, 60) else { return };
            let client = client(&server, right(), policy);
            for _ in 0..3 {
                client.get_resource().await.unwrap_or_else(|error| panic!("{kind:?} {policy:?}: {error:?}"));
                tokio::time::sleep(Duration::from_millis(1_100)).await;
            }
            let counts = server.counts();
            assert_eq!((counts.refused, counts.token >= 3), (0, true), "{kind:?} {policy:?}: {counts:?}");
        }
    }
}
