//! What must not be printed.

use crate::harbour::{SECRETS, answered, builder, client};
use enkash_api::runtime::Credential;
use enkash_api::{Error, ErrorKind};
use enkash_tests::chain;
use enkash_tests::golden::peers::*;
use enkash_tests::loopback::{Act, Server, answer};
use std::net::TcpListener;

const TOKENS: &str = r#"{"access_token":"ACCESSTOKEN","refresh_token":"REFRESHTOKEN","token_type":"bearer"}"#;

fn login() -> TokenRequest {
    TokenRequest::new(TokenRequired { mate: "ann".into(), password: "LOGINPASSWORD".into() })
}

/// The texts hold no secret.
#[track_caller]
fn assert_silent(texts: &[String]) {
    for text in texts {
        for secret in SECRETS.iter().chain(&["ACCESSTOKEN", "REFRESHTOKEN", "LOGINPASSWORD"]) {
            assert!(!text.contains(secret), "{secret} is printed: {text}");
        }
    }
}

#[tokio::test]
async fn tokens_are_not_printed() {
    let token = answered(200, TOKENS, |client| client.create_token(&login())).await.expect("declared");
    assert_eq!(token.access_token.expose(), "ACCESSTOKEN");
    assert_eq!(
        format!("{token:?}"),
        r#"Token { access_token: [REDACTED], refresh_token: [REDACTED], token_type: "bearer" }"#
    );
    assert_silent(&[format!("{token:#?}"), format!("{:?}", login()), format!("{:#?}", login())]);
    let server = Server::answering(200, TOKENS);
    let client = client(&server.url());
    let body = login();
    let call = client.create_token(&body).response();
    let before = format!("{call:?}");
    let response = call.await.expect("declared");
    assert_silent(&[before, format!("{response:?}"), format!("{response:#?}")]);
}

#[tokio::test]
async fn decode_error_prints_nothing_of_the_body() {
    for body in [
        TOKENS.replace("\"bearer\"", "7"),
        TOKENS.replace(",\"token_type\":\"bearer\"", ""),
        TOKENS.replace("\"bearer\"", "{\"ACCESSTOKEN\":1}"),
        TOKENS.replace("bearer\"}", ""),
        format!("[{TOKENS}]"),
        "\"ACCESSTOKEN\"".to_owned(),
        "ACCESSTOKEN".to_owned(),
    ] {
        let server = Server::start([Act::Send(answer(200, &[], &body))]);
        let answer = client(&server.url()).create_token(&login()).await;
        let error = Error::from(answer.expect_err("another shape"));
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert_silent(&[chain(&error)]);
        assert_eq!(error.body(), body.as_bytes(), "what is not printed can be looked at");
    }
}

#[tokio::test]
async fn key_in_a_query_is_in_no_error() {
    let refused = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let refused = format!("http://{}", refused.expect("a free port"));
    let error = Error::from(client(&refused).get_tide().await.expect_err("nobody listens"));
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_silent(&[chain(&error)]);
    for (bytes, kind) in [
        (Vec::new(), ErrorKind::Transport),
        (b"GAUGEKEY\r\n\r\n".to_vec(), ErrorKind::Transport),
        (answer(302, &[("location", "/tide?api_key=GAUGEKEY")], ""), ErrorKind::Redirect),
        (answer(500, &[], "{\"asked\":\"/tide?api_key=GAUGEKEY\"}"), ErrorKind::UnexpectedStatus),
        (answer(200, &[], "\"/tide?api_key=GAUGEKEY\""), ErrorKind::Decode),
    ] {
        let server = Server::start([Act::Send(bytes)]);
        let error = Error::from(client(&server.url()).get_tide().await.expect_err("the server misbehaves"));
        assert_eq!(server.only().line, "GET /tide?api_key=GAUGEKEY HTTP/1.1", "the key was sent");
        assert_eq!(error.kind(), kind);
        assert_silent(&[chain(&error)]);
    }
}

#[tokio::test]
async fn client_and_credentials_print_no_secret() {
    let [pass, mate, password, key] = SECRETS;
    let url = "https://harbour.example";
    let client = client(url);
    let call = client.get_tide();
    assert_silent(&[
        format!("{:?} {:#?}", builder(url), builder(url)),
        format!("{client:?} {client:#?}"),
        format!("{call:?} {call:#?}"),
        format!("{:?}", Credential::bearer(pass)),
        format!("{:?}", Credential::basic(mate, password)),
        format!("{:?}", Credential::api_key(key)),
    ]);
}
