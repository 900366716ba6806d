//! How the client behaves towards servers that send it elsewhere, too much, too late or nothing.
//!
//! The table of single faults is tested beside the default transport; these are the promises to the user.

use crate::library::{builder, everybody};
use enkash_api::{BaseUrl, Error, ErrorKind, RetryPolicy, Sent, rewards};
use enkash_tests::chain;
use enkash_tests::golden::library::{Client, ClientBuilder, SessionRequest, SessionRequestPurpose};
use enkash_tests::loopback::{Act, Server, answer};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// The error of a call that carries secrets in its headers and body.
async fn failed(builder: ClientBuilder) -> Error {
    let client = everybody(builder).build().expect("good settings");
    let request = SessionRequest::new(SessionRequestPurpose::Borrow);
    client.create_session(&request).await.expect_err("the server misbehaves").into()
}

#[tokio::test]
async fn redirect_is_not_followed_and_names_only_the_origin() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::answering(201, r#"{"token":"t","expires_at":"e"}"#);
        let origin = elsewhere.url();
        let location = format!("{origin}/canary/path?canary=1#canary");
        let server = Server::start([Act::Send(answer(status, &[("location", &location)], "canary"))]);
        let error = failed(builder(&server)).await;
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Redirect, Sent::Yes));
        assert_eq!(
            error.to_string(),
            format!(
                "operation `createSession`: the server redirects with status {status} to `{origin}`, \
                 which is not followed; help: check the base URL"
            )
        );
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
        assert_eq!((server.connections(), elsewhere.connections()), (1, 0));
    }
    // To the same server it is not followed either.
    let server = Server::start([Act::Send(answer(307, &[("location", "/canary")], ""))]);
    let error = failed(builder(&server)).await;
    assert_eq!((error.kind(), server.connections()), (ErrorKind::Redirect, 1));
    assert!(!chain(&error).contains("canary"), "{}", chain(&error));
}

#[tokio::test]
async fn body_over_the_cap_is_not_read_to_its_end() {
    let announced = b"HTTP/1.1 201 Created\r\ncontent-length: 10737418240\r\n\r\n{".to_vec();
    let mut chunked = b"HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    chunked.extend(
        b"400\r\n".iter().chain(&[b' '; 0x400]).chain(b"\r\n").copied().collect::<Vec<_>>().repeat(8),
    );
    for bytes in [announced, chunked] {
        // The connection stays open: only the cap ends the call.
        let server = Server::start([Act::Stall(bytes)]);
        let error = failed(builder(&server).max_body(4096)).await;
        assert_eq!((error.kind(), error.sent()), (ErrorKind::BodyTooLarge, Sent::Yes));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(201));
        assert!(error.body().len() <= 4096);
        assert_eq!(error.to_string(), "operation `createSession`: the body is longer than 4096 bytes");
    }
}

#[tokio::test]
async fn body_of_exactly_the_cap_is_read() {
    let body = r#"{"token":"t","expires_at":"e"}"#;
    let server = Server::answering(201, body);
    let client = everybody(builder(&server)).max_body(body.len()).build().expect("good settings");
    client.create_session(&SessionRequest::new(SessionRequestPurpose::Borrow)).await.expect("it fits");
}

#[tokio::test]
async fn time_out_says_how_far_the_call_came() {
    let short = Duration::from_millis(100);
    for (bytes, sent) in [
        (Vec::new(), Sent::Maybe),
        (b"HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\n{".to_vec(), Sent::Yes),
    ] {
        let server = Server::start([Act::Stall(bytes)]);
        let start = Instant::now();
        let error = failed(builder(&server).timeout(short)).await;
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, sent));
        assert!(start.elapsed() < Duration::from_secs(10), "the default is longer");
        assert_eq!(server.only().line, "POST /v2/sessions HTTP/1.1");
    }
}

#[tokio::test]
async fn refused_connection_was_not_sent() {
    let address = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("an address")
    };
    let base = BaseUrl::parse(format!("http://{address}/canary")).expect("loopback may be plain");
    let error = failed(Client::builder(base)).await;
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(!chain(&error).contains("canary"), "{}", chain(&error));
}

#[tokio::test]
async fn request_that_was_read_and_not_answered_may_have_been_acted_on() {
    for bytes in [b"".to_vec(), b"HTTP/1.1 2".to_vec(), b"canary canary canary\r\n\r\n".to_vec()] {
        let server = Server::start([Act::Send(bytes)]);
        let error = failed(builder(&server).retries(RetryPolicy::new())).await;
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe));
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
        // Nobody sends a second time what may have been acted on.
        assert_eq!((server.connections(), server.seen().len()), (1, 1));
    }
}

#[tokio::test]
async fn refused_order_is_not_sent_again() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start([
            Act::Send(answer(status, &[("retry-after", "0")], "{}")),
            Act::Send(answer(201, &[], r#"{"token":"t","expires_at":"e"}"#)),
        ]);
        let error = failed(builder(&server).retries(RetryPolicy::new())).await;
        let kind = if status == 429 { ErrorKind::RateLimited } else { ErrorKind::UnexpectedStatus };
        assert_eq!((error.kind(), server.connections()), (kind, 1), "{status}");
        assert_eq!(error.retry_after(), Some(Duration::ZERO));
    }
}

#[tokio::test]
async fn credentials_travel_only_to_https_or_this_machine() {
    for address in ["http://library.example", "http://127.0.0.1.example", "http://10.0.0.1", "http://[::2]"] {
        let error = BaseUrl::parse(address).expect_err(address);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!chain(&error).contains("example"), "{error}");
    }
    // Plain bytes from a server that should speak TLS: nothing has been sent to it.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let heard = std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut stream, _) = listener.accept().expect("a connection");
        _ = stream.write_all(b"HTTP/1.1 400 Plain\r\n\r\n");
        _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        let mut heard = Vec::new();
        _ = stream.read_to_end(&mut heard);
        heard
    });
    let base = BaseUrl::parse(format!("https://{address}")).expect("a good address");
    let client =
        rewards::Client::builder(base).basic("client", "canary").build().expect("a certificate store");
    let request = rewards::TokenRequest::new(rewards::TokenRequired {
        username: "canary".into(),
        password: "canary".into(),
        client_id: "canary".into(),
    });
    let error = client.create_token(&request).await.expect_err("nobody speaks TLS");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    let heard = heard.join().expect("the server's thread ends");
    assert_eq!(heard.first(), Some(&0x16), "a TLS handshake and nothing else");
    assert!(!String::from_utf8_lossy(&heard).contains("canary"));
}
