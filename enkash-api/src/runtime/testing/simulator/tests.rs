//! The server over a real socket: what it gives, what the recording keeps; by topic below.

mod accounts;
mod catalogue;
mod faults;
mod grants;
mod raw;
mod resources;

use super::{TokenServer, TokenServerBuilder};
use crate::runtime::Secret;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

const GOOD: &str = "username=ada&password=p%40ss&grant_type=password&tenant=T1";

fn server() -> TokenServerBuilder {
    TokenServer::builder().client("app", Secret::new("s3cret")).user("ada", "p@ss").require("tenant", "T1")
}

fn basic(pair: &str) -> String {
    format!("Authorization: Basic {}\r\n", STANDARD.encode(pair))
}

/// Sends the bytes of one request; the server closes after it. Returns head, in lower case, and body of the answer.
fn exchange(server: &TokenServer, line: &str, headers: &str, body: &str) -> (String, String) {
    let mut stream = connect(server);
    stream
        .write_all(&request(line, &format!("{headers}Connection: close\r\n"), body))
        .expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers in text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("an HTTP answer");
    (head.to_ascii_lowercase(), body.to_owned())
}

/// The same, of an answer in JSON.
fn send(server: &TokenServer, line: &str, headers: &str, body: &str) -> (String, Value) {
    let (head, body) = exchange(server, line, headers, body);
    (head, serde_json::from_str(&body).expect("a JSON body"))
}

/// A login, or whatever else a form asks of the token endpoint: status and body.
fn ask(server: &TokenServer, form: &str) -> (u16, Value) {
    let (head, body) = send(server, "POST /oauth/token", &basic("app:s3cret"), form);
    (status(&head), body)
}

/// A request for a resource with a token: status and body.
fn get(server: &TokenServer, path: &str, token: &str) -> (u16, Value) {
    let (head, body) =
        send(server, &format!("GET {path}"), &format!("Authorization: Bearer {token}\r\n"), "");
    (status(&head), body)
}

fn connect(server: &TokenServer) -> TcpStream {
    let stream = TcpStream::connect(server.url().replace("http://", "")).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a socket has a time-out");
    stream
}

fn request(line: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "{line} HTTP/1.1\r\nHost: x\r\n{headers}Content-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status line")
}

/// A member of an answer that is text.
fn text<'a>(body: &'a Value, name: &str) -> &'a str {
    body[name].as_str().unwrap_or_else(|| panic!("no text `{name}` in {body}"))
}

#[tokio::test]
async fn good_request_gets_a_token_of_the_known_shape() {
    let server = server().start().await.expect("a free port");
    let (head, first) = send(&server, "POST /oauth/token", &basic("app:s3cret"), GOOD);
    assert!(head.starts_with("http/1.1 200 "), "{head}");
    for line in
        ["content-type: application/json;charset=utf-8", "cache-control: no-store", "pragma: no-cache"]
    {
        assert!(head.lines().any(|candidate| candidate == line), "{line} in {head}");
    }
    let members: Vec<_> = first.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut expected = ["access_token", "token_type", "refresh_token", "expires_in", "scope"];
    if members[0] != expected[0] || members[1] != expected[1] {
        expected.sort_unstable(); // serde_json keeps the order only with a feature
    }
    assert_eq!(members, expected);
    assert_eq!((&first["token_type"], &first["expires_in"]), (&"bearer".into(), &86_399.into()));
    let token = first["access_token"].as_str().expect("text");
    assert_eq!(token.len(), 27);
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
    let (_, second) = send(&server, "POST /oauth/token", &basic("app:s3cret"), GOOD);
    assert_ne!(first["access_token"], second["access_token"]);
}

#[tokio::test]
async fn anonymous_server_still_checks_a_client_that_is_brought() {
    let server = server().anonymous().start().await.expect("a free port");
    for (headers, status) in
        [(String::new(), "200"), (basic("app:s3cret"), "200"), (basic("app:wrong"), "401")]
    {
        let (head, _) = send(&server, "POST /oauth/token", &headers, GOOD);
        assert_eq!(head.split(' ').nth(1), Some(status));
    }
}

#[tokio::test]
async fn server_that_nobody_can_log_in_to_does_not_start() {
    let error = TokenServer::builder().user("ada", "p").start().await.expect_err("no client");
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

#[tokio::test]
async fn recording_keeps_the_exact_bytes() {
    let server = server().path("/t").start().await.expect("a free port");
    send(&server, "POST /t?x=%20", "X-CaSe: b\r\na-First: 1\r\nX-CaSe: c\r\n", GOOD);
    let recorded = server.recorded();
    assert_eq!(recorded.len(), 1);
    let request = &recorded[0];
    assert_eq!((request.method(), request.target()), ("POST", "/t?x=%20"));
    let names: Vec<_> = request.headers().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["Host", "X-CaSe", "a-First", "X-CaSe", "Connection", "Content-Type", "Content-Length"]
    );
    assert_eq!(request.header("x-case"), Some("b"));
    assert_eq!(request.body(), GOOD.as_bytes());
    assert!(request.raw().starts_with(b"POST /t?x=%20 HTTP/1.1\r\nHost: "));
    assert!(request.raw().ends_with(GOOD.as_bytes()));
    let shown = format!("{recorded:?} {server:?}");
    assert!(!shown.contains("p%40ss") && !shown.contains("%20"), "{shown}");
}

#[tokio::test]
async fn requests_on_one_connection_are_kept_apart() {
    let server = server().start().await.expect("a free port");
    let mut stream = connect(&server);
    for name in ["one", "two"] {
        write!(stream, "GET /{name} HTTP/1.1\r\nhost: x\r\n\r\n").expect("the server reads");
        let mut answer = [0; 2048];
        assert!(stream.read(&mut answer).expect("the server answers") > 0);
    }
    let raw: Vec<_> = server.recorded().iter().map(|request| request.raw().to_vec()).collect();
    let connections: Vec<_> = server.recorded().iter().map(super::Recorded::connection).collect();
    assert_eq!((connections, server.connections()), (vec![1, 1], 1));
    assert_eq!(raw, [b"GET /one HTTP/1.1\r\nhost: x\r\n\r\n", b"GET /two HTTP/1.1\r\nhost: x\r\n\r\n"]);
}

#[tokio::test]
async fn dropped_server_no_longer_listens() {
    let server = server().start().await.expect("a free port");
    let address = server.url().replace("http://", "");
    let open = TcpStream::connect(&address).expect("the server listens");
    drop(server);
    assert!(TcpStream::connect(&address).is_err());
    drop(open);
}
