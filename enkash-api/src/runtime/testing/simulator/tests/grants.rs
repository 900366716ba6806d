//! Logins and refreshes, and how long what they give lives.

use super::*;
use serde_json::json;

fn open() -> TokenServerBuilder {
    server().resource("GET", "/loans", json!({ "amount": 1 }))
}

fn refresh(server: &TokenServer, token: &Value) -> (u16, Value) {
    let token = text(token, "refresh_token");
    ask(server, &format!("grant_type=refresh_token&refresh_token={token}"))
}

/// Whether the access token of an answer opens the resource, and what it is told if not.
fn opens(server: &TokenServer, token: &Value) -> (u16, Option<String>) {
    let (status, body) = get(server, "/loans", text(token, "access_token"));
    (status, body["error_description"].as_str().map(str::to_owned))
}

fn refused(status: u16, text: &str) -> (u16, Option<String>) {
    (status, Some(text.to_owned()))
}

#[tokio::test]
async fn refresh_gives_a_new_token_and_ends_the_old_one_at_once() {
    let server = open().start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    let (status, second) = refresh(&server, &first);
    assert_eq!(status, 200);
    assert_ne!(first["access_token"], second["access_token"]);
    assert_eq!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(opens(&server, &first), refused(401, "Invalid access token"));
    assert_eq!(opens(&server, &second), (200, None));
    assert_eq!((server.generation(), server.attempts()), (2, 1));
}

#[tokio::test]
async fn refresh_ends_no_token_of_another_login() {
    let server = open().start().await.expect("a free port");
    let (first, other) = (ask(&server, GOOD).1, ask(&server, GOOD).1);
    refresh(&server, &first);
    assert_eq!(opens(&server, &other), (200, None));
}

#[tokio::test]
async fn old_tokens_can_be_kept() {
    let server = open().keep_old_tokens().start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    refresh(&server, &first);
    assert_eq!(opens(&server, &first), (200, None));
}

#[tokio::test]
async fn rotated_refresh_token_is_good_for_once() {
    let server = open().rotate_refresh_tokens().start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    let (_, second) = refresh(&server, &first);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    let (status, body) = refresh(&server, &first);
    assert_eq!((status, text(&body, "error")), (400, "invalid_grant"));
    assert_eq!(refresh(&server, &second).0, 200);
}

#[tokio::test]
async fn expired_refresh_token_takes_the_access_token_with_it() {
    let builder = open().refresh_lifetime(Duration::from_millis(50));
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    assert_eq!(opens(&server, &token), (200, None));
    tokio::time::sleep(Duration::from_millis(60)).await;
    let (status, body) = refresh(&server, &token);
    assert_eq!((status, text(&body, "error")), (401, "invalid_token"));
    assert_eq!(opens(&server, &token), refused(401, "Invalid access token"));
    // The server has forgotten it by now.
    let (status, body) = refresh(&server, &token);
    assert_eq!((status, text(&body, "error")), (400, "invalid_grant"));
}

#[tokio::test]
async fn server_without_refresh_tokens_gives_and_takes_none() {
    let server = open().without_refresh_tokens().start().await.expect("a free port");
    assert_eq!(ask(&server, GOOD).1.get("refresh_token"), None);
    let (status, body) = refresh(&server, &json!({ "refresh_token": "x" }));
    assert_eq!((status, text(&body, "error")), (400, "invalid_grant"));
}

#[tokio::test]
async fn access_token_really_expires_and_tells_whole_seconds() {
    let builder = open().access_lifetime(Duration::from_millis(700));
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    assert_eq!(token["expires_in"], 0);
    assert_eq!(opens(&server, &token), (200, None));
    tokio::time::sleep(Duration::from_millis(710)).await;
    assert_eq!(opens(&server, &token), refused(401, "Access token expired"));
    assert_eq!(refresh(&server, &token).0, 200);
}

#[tokio::test]
async fn lifetime_is_told_in_full_unless_it_has_no_end() {
    for (lifetime, told) in [
        (Duration::from_secs(300), json!(300)),
        (Duration::from_millis(1999), json!(1)),
        (Duration::MAX, Value::Null),
    ] {
        let server = open().access_lifetime(lifetime).start().await.expect("a free port");
        let token = ask(&server, GOOD).1;
        assert_eq!(token.get("expires_in").unwrap_or(&Value::Null), &told);
        assert_eq!(opens(&server, &token), (200, None));
    }
}

#[tokio::test]
async fn answer_may_say_what_is_not_true() {
    let builder = open()
        .access_lifetime(Duration::ZERO)
        .token_field("expires_in", "300")
        .token_field("branch", json!({ "id": 7 }))
        .token_field("token_type", "BEARER")
        .without_token_field("scope");
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    assert_eq!(
        (&token["expires_in"], &token["branch"]["id"], &token["token_type"], token.get("scope")),
        (&json!("300"), &json!(7), &json!("BEARER"), None)
    );
    assert_eq!(opens(&server, &token), refused(401, "Access token expired"));
}

#[tokio::test]
async fn same_token_is_given_with_a_falling_lifetime_until_it_expires() {
    let builder = open().same_token().access_lifetime(Duration::from_millis(1200));
    let server = builder.start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    assert_eq!(first["expires_in"], 1);
    tokio::time::sleep(Duration::from_millis(250)).await;
    let second = ask(&server, GOOD).1;
    assert_eq!((&second["access_token"], &second["expires_in"]), (&first["access_token"], &json!(0)));
    assert_eq!(second["refresh_token"], first["refresh_token"]);
    tokio::time::sleep(Duration::from_millis(1000)).await;
    let third = ask(&server, GOOD).1;
    assert_ne!(third["access_token"], first["access_token"]);
    assert_eq!(third["refresh_token"], first["refresh_token"], "a login keeps the refresh token");
    assert_eq!((server.generation(), server.attempts()), (2, 3));
}

#[tokio::test]
async fn same_token_is_for_the_same_client_user_and_scope() {
    let builder = open().same_token().client("other", "0ther").user("bob", "b").scopes(["read", "write"]);
    let server = builder.start().await.expect("a free port");
    let of = |client: &str, form: &str| {
        let token = send(&server, "POST /oauth/token", &basic(client), form).1;
        text(&token, "access_token").to_owned()
    };
    let bob = GOOD.replace("ada&password=p%40ss", "bob&password=b");
    let first = of("app:s3cret", GOOD);
    assert_ne!(of("other:0ther", GOOD), first);
    assert_ne!(of("app:s3cret", &bob), first);
    assert_ne!(of("app:s3cret", &format!("{GOOD}&scope=read")), first);
    assert_eq!(of("app:s3cret", &format!("{GOOD}&scope=write+read")), first);
}

#[tokio::test]
async fn revoked_token_is_not_given_again() {
    let server = open().same_token().start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    server.revoke_all();
    let second = ask(&server, GOOD).1;
    assert_ne!(first["access_token"], second["access_token"]);
    assert_eq!(opens(&server, &first), refused(401, "Invalid access token"));
    assert_eq!(refresh(&server, &first).0, 400);
    assert_eq!(opens(&server, &second), (200, None));
}

#[tokio::test]
async fn revoking_or_expiring_access_leaves_the_refresh_token() {
    let server = open().start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    server.revoke_access();
    assert_eq!(opens(&server, &first), refused(401, "Invalid access token"));
    let second = refresh(&server, &first).1;
    server.expire_access();
    assert_eq!(opens(&server, &second), refused(401, "Access token expired"));
    assert_eq!(refresh(&server, &second).0, 200);
    server.expire_all();
    assert_eq!(refresh(&server, &second).0, 401);
}

#[tokio::test]
async fn scope_can_be_chosen_and_narrowed_and_not_widened() {
    let server = open().scopes(["write", "read", "trust"]).start().await.expect("a free port");
    assert_eq!(ask(&server, GOOD).1["scope"], "read trust write");
    let token = ask(&server, &format!("{GOOD}&scope=write+read+read")).1;
    assert_eq!(token["scope"], "read write");
    let narrow = |scope: &str| {
        let token = text(&token, "refresh_token");
        ask(&server, &format!("grant_type=refresh_token&refresh_token={token}&scope={scope}"))
    };
    assert_eq!(narrow("read").1["scope"], "read");
    let (status, body) = narrow("trust");
    assert_eq!((status, text(&body, "error")), (400, "invalid_scope"));
}

#[tokio::test]
async fn demanded_field_is_one_of_the_login() {
    let server = open().start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    assert_eq!(refresh(&server, &token).0, 200, "it has no `tenant`");
}

#[tokio::test]
async fn client_of_the_form_gets_a_token() {
    let server = open().form_clients().start().await.expect("a free port");
    let form = format!("{GOOD}&client_id=app&client_secret=s3cret");
    let (head, _) = send(&server, "POST /oauth/token", "", &form);
    assert_eq!(status(&head), 200);
    // One in the header still goes first.
    let (head, _) = send(&server, "POST /oauth/token", &basic("app:wrong"), &form);
    assert_eq!(status(&head), 401);
}
