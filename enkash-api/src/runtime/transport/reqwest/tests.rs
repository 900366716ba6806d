//! The default transport against a server that misbehaves, on loopback.

use crate::runtime::fixture::{Animal, Client, ClientBuilder};
use crate::runtime::{BaseUrl, CallError, Error, ErrorKind, RetryPolicy, Sent};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Sends `answer` to every request and then closes, or stalls with the connection open. Returns the address
/// and how many requests came. The thread ends with the test process.
fn server(answer: &'static str, stall: bool) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    std::thread::spawn(move || {
        let mut held = Vec::new();
        for mut stream in listener.incoming().flatten() {
            let mut request = Vec::new();
            let mut buffer = [0; 1024];
            while !request.windows(4).any(|window| window == b"\r\n\r\n") {
                match stream.read(&mut buffer) {
                    Ok(length) if length > 0 => request.extend_from_slice(&buffer[..length]),
                    _ => break,
                }
            }
            counted.fetch_add(1, Ordering::SeqCst);
            _ = stream.write_all(answer.as_bytes());
            if stall {
                held.push(stream);
            }
        }
    });
    (url, count)
}

/// Of a client that sends nothing twice, so that each row is one exchange.
fn builder(url: &str) -> ClientBuilder {
    Client::builder(BaseUrl::parse(url).expect("loopback may be plain")).retries(RetryPolicy::never())
}

async fn call(builder: ClientBuilder) -> Result<Animal, Error> {
    Ok(builder.build().expect("good settings").get_animal("7").header("x-key", "canary").await?)
}

#[tokio::test]
async fn answer_is_read() {
    let (url, count) = server("HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Lion\"}", false);
    assert_eq!(call(builder(&url)).await.expect("a good answer").name, "Lion");
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn chunks_are_put_together() {
    let (url, _) = server(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{\"name\":\r\n7\r\n\"Lion\"}\r\n0\r\n\r\n",
        false,
    );
    assert_eq!(call(builder(&url)).await.expect("a good answer").name, "Lion");
}

#[tokio::test]
async fn faults_say_whether_the_request_was_sent() {
    type Row = (&'static str, ErrorKind, Sent, Option<u16>);
    const TABLE: &[Row] = &[
        ("", ErrorKind::Transport, Sent::Maybe, None),
        ("HTTP/1.1 20", ErrorKind::Transport, Sent::Maybe, None),
        ("canary\r\n\r\n", ErrorKind::Transport, Sent::Maybe, None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", ErrorKind::Transport, Sent::Yes, Some(200)),
        ("HTTP/1.1 200 OK\r\ncontent-length: 65\r\n\r\n", ErrorKind::BodyTooLarge, Sent::Yes, Some(200)),
        (
            "HTTP/1.1 404 No\r\ntransfer-encoding: chunked\r\n\r\n40\r\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
             aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n1\r\na\r\n0\r\n\r\n",
            ErrorKind::BodyTooLarge,
            Sent::Yes,
            Some(404),
        ),
        (
            "HTTP/1.1 307 No\r\nlocation: http://127.0.0.1:9/canary\r\ncontent-length: 0\r\n\r\n",
            ErrorKind::Redirect,
            Sent::Yes,
            Some(307),
        ),
        (
            "HTTP/1.1 502 No\r\ncontent-length: 6\r\n\r\ncanary",
            ErrorKind::UnexpectedStatus,
            Sent::Yes,
            Some(502),
        ),
    ];
    for &(answer, kind, sent, status) in TABLE {
        let (url, count) = server(answer, false);
        let error = call(builder(&url).max_body(64)).await.expect_err(answer);
        assert_eq!((error.kind(), error.sent()), (kind, sent), "{answer}: {error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), status, "{answer}");
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
        assert_eq!(count.load(Ordering::SeqCst), 1, "{answer}: sent once");
    }
}

#[tokio::test]
async fn redirect_is_not_followed() {
    let (elsewhere, reached) =
        server("HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{\"name\":\"Lion\"}", false);
    let answer =
        format!("HTTP/1.1 308 No\r\nlocation: {elsewhere}/canary?canary\r\ncontent-length: 0\r\n\r\n");
    let (url, _) = server(answer.leak(), false);
    let error = call(builder(&url)).await.expect_err("a redirect");
    assert_eq!(
        error.to_string(),
        format!(
            "operation `GetAnimal`: the server redirects with status 308 to `{elsewhere}`, which is not followed; \
             help: check the base URL"
        )
    );
    assert_eq!(reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn silence_ends_at_the_time_out() {
    for (answer, sent, status) in
        [("", Sent::Maybe, None), ("HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n{", Sent::Yes, Some(200))]
    {
        let short = Duration::from_millis(80);
        for builder_of in [ClientBuilder::timeout, ClientBuilder::read_timeout] {
            let (url, _) = server(answer, true);
            let start = Instant::now();
            let error = call(builder_of(builder(&url), short)).await.expect_err("silence");
            assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, sent), "{error:?}");
            assert_eq!(error.status().map(|status| status.as_u16()), status);
            assert!(start.elapsed() < Duration::from_secs(5), "the default of 15 s was not used");
        }
    }
}

#[tokio::test]
async fn one_call_may_have_its_own_time_out() {
    let (url, _) = server("", true);
    let client = builder(&url).build().expect("good settings");
    let error = client.get_animal("7").timeout(Duration::from_millis(80)).await.expect_err("silence");
    let CallError::Failed(error) = error else { panic!("nobody answered") };
    assert_eq!(error.to_string(), "operation `GetAnimal`: no whole answer within 80ms");
}

#[tokio::test]
async fn refused_connection_was_certainly_not_sent() {
    let port = {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        listener.local_addr().expect("an address").port()
    };
    let error = call(builder(&format!("http://127.0.0.1:{port}"))).await.expect_err("nobody listens");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(!chain(&error).contains("canary") && !chain(&error).contains("/animals"), "{}", chain(&error));
}

#[tokio::test]
async fn handshake_that_fails_sends_nothing() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        // Held open: the second connection gets no answer to its greeting.
        let mut held = Vec::new();
        for (index, mut stream) in listener.incoming().flatten().enumerate() {
            if index == 0 {
                _ = stream.write_all(b"no TLS\r\n");
            }
            held.push(stream);
        }
    });
    let builder = builder(&url).connect_timeout(Duration::from_millis(80));
    for kind in [ErrorKind::Connect, ErrorKind::Timeout] {
        match builder.clone().build() {
            Ok(client) => {
                let error = client.get_animal("7").await.expect_err("nobody speaks TLS");
                assert_eq!((error.kind(), error.sent()), (kind, Sent::No), "{error:?}");
            }
            // A machine without certificates says so before the first call.
            Err(error) => assert_eq!(error.kind(), ErrorKind::Config),
        }
    }
}

/// Everything that any logger could print of an error.
fn chain(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut next = std::error::Error::source(error);
    while let Some(source) = next {
        text.push_str(&format!(" {source} {source:?}"));
        next = source.source();
    }
    text
}
