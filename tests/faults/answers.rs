//! What servers and gateways answer, and what becomes of it. (18 to 20)

use crate::bank::{PASSWORD, bank, builder, client};
use enkash_api::testing::{Case, Fault, TokenServer, answer};
use enkash_api::{Error, ErrorKind};
use enkash_tests::chain;
use serde_json::{Value, json};

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

fn raw(status: &str, media_type: &str, body: &str) -> Fault {
    let length = body.len();
    Fault::raw(format!(
        "HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\n\r\n{body}"
    ))
}

#[tokio::test]
async fn p19_no_answer_panics_or_passes_for_a_token() {
    use ErrorKind::{Credentials, RateLimited, Token, UnexpectedStatus};
    let container = r#"{"timestamp":1,"status":401,"error":"Unauthorized","message":"Bad credentials"}"#;
    for (fault, kind) in [
        (raw("401 No", "application/json", container), Credentials),
        (raw("401 No", "application/xml", "<oauth><error>invalid_client</error></oauth>"), Credentials),
        (raw("401 No", "text/plain", ""), Credentials),
        (raw("400 No", "application/json", r#"{"error":"invalid_request"}"#), Credentials),
        (raw("403 No", "text/html", "<html>"), UnexpectedStatus),
        (Fault::case(Case::GatewayForbidden), UnexpectedStatus),
        (Fault::case(Case::GatewayLimited), RateLimited),
        (raw("503 No", "text/html", "<html>"), UnexpectedStatus),
        (raw("520 No", "text/html", "<html>"), UnexpectedStatus),
        (raw("404 No", "application/json", "{}"), UnexpectedStatus),
        (raw("405 No", "application/json", r#"{"error":"method_not_allowed"}"#), UnexpectedStatus),
        (Fault::raw("HTTP/1.1 204 No Content\r\n\r\n"), Token),
        (raw("200 OK", "text/html", "<html>log in</html>"), Token),
        (raw("200 OK", "application/json", "{}"), Token),
        (raw("200 OK", "application/json", "[]"), Token),
        (raw("200 OK", "application/json", "\u{feff}{}"), Token),
        (raw("200 OK", "application/json", r#"{"error":"invalid_grant"}"#), Credentials),
        (raw("200 OK", "application/json", r#"{"access_token":"","token_type":"bearer"}"#), Token),
    ] {
        let server = start(bank()).await;
        server.inject_always(fault.clone().on("/oauth/token"));
        let error = Error::from(client(&server).get_account("7").await.expect_err("no token"));
        assert_eq!(error.kind(), kind, "{fault:?}: {}", chain(&error));
        assert!(!chain(&error).contains("Bad credentials"), "{}", chain(&error));
    }
}

#[tokio::test]
async fn p20_token_of_another_type_or_syntax_is_never_used() {
    let long = "a".repeat(1 << 20);
    let token =
        |access: &str, kind: Value| json!({ "access_token": access, "token_type": kind, "expires_in": 300 });
    for (body, works) in [
        (token("abc", json!("mac")), false),
        (token("abc", Value::Null), false),
        (json!({ "access_token": "abc" }), false),
        (token("abc", json!("BEARER")), true),
        (token("abc", json!("bearer")), true),
        (token("a\r\nx-injected: 1", json!("bearer")), false),
        (token("a b", json!("bearer")), false),
        (token("ä", json!("bearer")), false),
        (token("", json!("bearer")), false),
        (token(&long, json!("bearer")), false),
    ] {
        let server = start(bank()).await;
        server.inject_always(Fault::answer(answer(200, body.clone())).on("/oauth/token"));
        let outcome = client(&server).tokens().expect("a login").get().await;
        let shown = body.to_string().chars().take(80).collect::<String>();
        assert_eq!(outcome.as_ref().err().map(Error::kind), (!works).then_some(ErrorKind::Token), "{shown}");
    }
}

#[tokio::test]
async fn p18_texts_of_old_servers_that_hold_tokens_are_shown_nowhere() {
    let server = start(bank().leaky_texts()).await;
    let client = client(&server);
    let token = client.tokens().expect("a login").get().await.expect("a token");
    let secret = token.token.expose().clone();
    server.inject_always(Fault::case(Case::WrongToken).on("/accounts/{account}"));
    let error = Error::from(client.get_account("7").await.expect_err("refused"));
    let challenge = error.headers().and_then(|headers| headers.get("www-authenticate")).expect("a challenge");
    assert!(!challenge.is_empty() && !error.body().is_empty(), "the caller can have them");
    assert!(!chain(&error).contains(&secret), "{}", chain(&error));
    let refused = builder(&server, "Canary-Wrong").build().expect("good settings");
    let error = Error::from(refused.get_account("7").await.expect_err("a wrong password"));
    assert!(!chain(&error).contains("Canary") && !chain(&error).contains("ada"), "{}", chain(&error));
    assert!(!PASSWORD.is_empty());
}
