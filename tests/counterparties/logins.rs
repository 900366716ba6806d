//! Logins with the generated clients: what each server grants and refuses, each at one request.

use crate::login::{Login, Outcome};
use crate::raw::Counts;
use crate::server::{CLIENT, Kind, ODD_CLIENT, ODD_USER, Server, TAME_USER, USER};

/// The secret of [`ODD_CLIENT`] as RFC 6749, section 2.3.1 writes it.
const ODD_SECRET_AS_A_FORM: &str = "s%3Aec%2Br%25et";

#[tokio::test]
async fn right_login_is_granted_and_its_token_opens_the_resource() {
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        let before = server.counts();
        for (product, outcome) in Login::RIGHT.with_both(server.url()).await {
            let Outcome::Granted { access, token_type, lifetime, scope } = outcome else {
                panic!("{kind:?}, {product}: {outcome:?}")
            };
            assert_eq!((&*token_type, &*scope), ("Bearer", "read write"), "{kind:?}");
            // Node says what is left of it when it answers, rounded down.
            assert!((290..=300).contains(&lifetime), "{kind:?}, {product}: {lifetime}");
            let resource = server.get("/resource", &access);
            assert_eq!((resource.status, &*resource.member("user")), (200, USER.0), "{kind:?}, {product}");
        }
        assert_eq!(server.counts().since(before), Counts { token: 2, refused: 0 }, "{kind:?}");
    }
}

/// Who is refused in the same way by everybody, and who is not: Authlib tells a wrong password from a wrong request by
/// its text only.
#[tokio::test]
async fn refusal_is_typed_and_costs_one_request() {
    for (kind, wrong_password) in [
        (Kind::Dot, (400, "invalid_grant")),
        (Kind::Authlib, (400, "invalid_request")),
        (Kind::Node, (400, "invalid_grant")),
    ] {
        let Some(server) = Server::shared(kind).await else { return };
        for (what, login, refusal) in [
            ("wrong password", Login { user: (USER.0, "wrong"), ..Login::RIGHT }, wrong_password),
            ("unknown user", Login { user: ("0987654321", USER.1), ..Login::RIGHT }, wrong_password),
            ("wrong secret", Login { client: (CLIENT.0, "wrong"), ..Login::RIGHT }, (401, "invalid_client")),
            (
                "unknown client",
                Login { client: ("wrong", CLIENT.1), ..Login::RIGHT },
                (401, "invalid_client"),
            ),
        ] {
            let before = server.counts();
            for (product, outcome) in login.with_both(server.url()).await {
                assert_eq!(outcome.refusal(), refusal, "{kind:?}, {product}, {what}");
            }
            let since = server.counts().since(before);
            assert_eq!(since, Counts { token: 2, refused: 2 }, "{kind:?}, {what}");
        }
    }
}

/// No encoding of the credentials is right everywhere, so the client sends the one it is given, and never a second.
#[tokio::test]
async fn secret_is_sent_as_it_is_given_whatever_the_server_takes_it_for() {
    for (kind, raw_is_taken, form_is_taken) in
        [(Kind::Dot, false, true), (Kind::Authlib, true, true), (Kind::Node, true, false)]
    {
        let Some(server) = Server::shared(kind).await else { return };
        for (secret, is_taken) in [(ODD_CLIENT.1, raw_is_taken), (ODD_SECRET_AS_A_FORM, form_is_taken)] {
            let before = server.counts();
            let login = Login { client: (ODD_CLIENT.0, secret), ..Login::RIGHT };
            for (product, outcome) in login.with_both(server.url()).await {
                if is_taken {
                    assert!(!outcome.token().is_empty());
                } else {
                    assert_eq!(outcome.refusal(), (401, "invalid_client"), "{kind:?}, {product}, {secret}");
                }
            }
            assert_eq!(server.counts().since(before).token, 2, "{kind:?}, {secret}");
        }
    }
}

#[tokio::test]
async fn password_of_unusual_characters_logs_in() {
    for (kind, user) in [(Kind::Dot, ODD_USER), (Kind::Authlib, ODD_USER), (Kind::Node, TAME_USER)] {
        let Some(server) = Server::shared(kind).await else { return };
        for (_, outcome) in (Login { user, ..Login::RIGHT }).with_both(server.url()).await {
            assert_eq!(server.get("/resource", outcome.token()).member("user"), user.0, "{kind:?}");
        }
    }
}

/// RFC 6749, appendix A.16 has no line feed in a password, and Node keeps to it (it also refuses an emoji that is not
/// alone, which is its own mistake). What a password may be is for the server to say, so the client sends it.
#[tokio::test]
async fn password_that_a_server_finds_malformed_is_refused_by_the_server() {
    let Some(server) = Server::shared(Kind::Node).await else { return };
    let before = server.counts();
    for (product, outcome) in (Login { user: ODD_USER, ..Login::RIGHT }).with_both(server.url()).await {
        assert_eq!(outcome.refusal(), (400, "invalid_request"), "{product}");
    }
    assert_eq!(server.counts().since(before), Counts { token: 2, refused: 2 });
}
