//! Hooks of a client that gets its tokens by itself.

use enkash_api::{Body, ErrorKind, Hook, RetryPolicy, Sent};
use enkash_tests::gate::{self, builder};
use enkash_tests::loopback::{Act, Server, answer};
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Numbers what is sent, and refuses what comes after a number.
struct Numbered {
    count: AtomicUsize,
    last: usize,
}

impl Hook for Numbered {
    fn before_send(
        &self,
        operation: &'static str,
        request: &mut http::Request<Body>,
    ) -> Result<(), Box<dyn Error + Send + Sync>> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        if number > self.last {
            return Err("no more".into());
        }
        let known = request.headers().contains_key("authorization");
        request.headers_mut().insert("x-number", format!("{number} {operation} {known}").parse()?);
        Ok(())
    }
}

fn numbered(last: usize) -> Numbered {
    Numbered { count: AtomicUsize::new(0), last }
}

fn numbers(server: &Server) -> Vec<String> {
    server.seen().iter().map(|seen| seen.header("x-number").unwrap_or("none").to_owned()).collect()
}

#[tokio::test]
async fn hooks_see_token_requests_and_what_is_sent_again() {
    let challenge = [("www-authenticate", "Bearer error=\"invalid_token\"")];
    let server = Server::start([
        Act::Echo(gate::good),
        Act::Send(answer(503, &[("retry-after", "0")], "")),
        Act::Send(answer(401, &challenge, r#"{"error":"invalid_token"}"#)),
        Act::Echo(gate::good),
        Act::Echo(gate::good),
    ]);
    let client = builder(&server).hook(numbered(9)).build().expect("good settings");
    assert_eq!(client.gate("n", "a").await.expect("in the end all is well").name, "north");
    assert_eq!(
        numbers(&server),
        ["1 getToken true", "2 getGate true", "3 getGate true", "4 getToken true", "5 getGate true"]
    );
}

#[tokio::test]
async fn token_request_that_a_hook_refuses_burns_no_attempt() {
    let server = gate::serve();
    let client =
        builder(&server).hook(numbered(0)).retries(RetryPolicy::new()).build().expect("good settings");
    let error = client.close("n").await.expect_err("the hook refuses");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Hook, Sent::No));
    assert_eq!(server.connections(), 0);
}
