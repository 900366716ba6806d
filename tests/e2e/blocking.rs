//! Calls that are waited for by threads outside of any runtime.

use enkash_api::rewards::{TokenRequest, TokenRequired};
use enkash_api::runtime::{Error, Events};
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, ErrorKind, Hook, Parts, Sent, rewards};
use enkash_tests::chain;
use enkash_tests::gate::{self, Client, builder};
use enkash_tests::loopback::{Act, Seen, Server, answer};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

fn token_requests(server: &Server) -> usize {
    server.seen().iter().filter(|seen| seen.line.starts_with("POST /token ")).count()
}

#[test]
fn threads_share_a_client_and_its_token() {
    let server = gate::serve();
    let client = builder(&server).build().expect("good settings");
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for _ in 0..10 {
                    assert_eq!(client.gate("n", "a").wait().expect("all is well").name, "north");
                }
                let response = client.close("n").response().wait().expect("all is well");
                assert_eq!(response.parts.status.as_u16(), 204);
            });
        }
    });
    assert_eq!((token_requests(&server), server.seen().len()), (1, 1 + 16 * 11));
    let token = client.tokens().expect("it logs in").wait_get().expect("it is there");
    assert_eq!(token.token.expose(), "made-up-token");
    assert_eq!(token_requests(&server), 1);
}

/// Everything that waits, at a server that nothing is to reach.
fn wait_everywhere(client: &Client, stream: &mut enkash_api::runtime::ByteStream) {
    let errors: [Error; 4] = [
        client.gate("n", "a").wait().expect_err("a runtime").into(),
        client.gate("n", "a").response().wait().expect_err("a runtime").into(),
        client.tokens().expect("it logs in").wait_get().expect_err("a runtime"),
        stream.wait_next().expect("an error").expect_err("a runtime"),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Config, Sent::No));
        assert!(error.to_string().ends_with("help: `.await` the call"), "{}", chain(&error));
    }
}

#[test]
fn waiting_inside_of_a_runtime_is_an_error_and_no_panic() {
    let server = gate::serve();
    let client = builder(&server).build().expect("good settings");
    let mut stream = client.gate_bytes("n").wait().expect("all is well");
    let before = server.connections();
    let one = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    one.block_on(async { wait_everywhere(&client, &mut stream) });
    let many = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let client = many.block_on(async {
        let task = tokio::spawn(async move {
            wait_everywhere(&client, &mut stream);
            tokio::task::spawn_blocking(move || {
                wait_everywhere(&client, &mut stream);
                client
            })
            .await
        });
        task.await.expect("no panic").expect("no panic")
    });
    assert_eq!(server.connections(), before, "nothing was sent");
    // Outside of them it goes on.
    assert_eq!(client.gate("n", "a").wait().expect("all is well").name, "north");
}

/// Counts answers.
#[derive(Default)]
struct Answered(AtomicUsize);

impl Hook for Answered {
    fn after_receive(&self, _: &'static str, _: &Parts) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn fetch_of_a_token_outlives_the_thread_that_began_it() {
    fn slow(seen: &Seen) -> Vec<u8> {
        std::thread::sleep(Duration::from_millis(300));
        gate::good(seen)
    }
    let server = Server::start([Act::Echo(slow), Act::Echo(gate::good)]);
    let answered = Arc::new(Answered::default());
    let client = builder(&server).hook(Arc::clone(&answered)).build().expect("good settings");
    let impatient = client.clone();
    let first = std::thread::spawn(move || {
        impatient.gate("n", "a").timeout(Duration::from_millis(50)).wait().expect_err("too slow").kind()
    });
    assert_eq!(first.join().expect("no panic"), ErrorKind::Timeout);
    // Nobody waits for anything now.
    let start = Instant::now();
    while answered.0.load(Ordering::SeqCst) == 0 {
        assert!(start.elapsed() < Duration::from_secs(10), "the fetch has stopped");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(client.gate("n", "a").wait().expect("the fetch went on").name, "north");
    assert_eq!((token_requests(&server), server.seen().len()), (1, 2));
}

#[test]
fn streams_are_read_without_a_runtime() {
    let token = || Act::Echo(gate::good);
    let server = Server::start([
        token(),
        token(),
        token(),
        Act::Send(answer(200, &[("content-type", "text/event-stream")], "data: one\n\ndata: two\n\n")),
    ]);
    let client = builder(&server).build().expect("good settings");
    let mut stream = client.gate_bytes("n").wait().expect("all is well");
    let mut text = Vec::new();
    while let Some(chunk) = stream.wait_next() {
        text.extend_from_slice(&chunk.expect("all is well"));
    }
    assert_eq!(text, br#"{"name":"north"}"#);
    let all = client.gate_bytes("n").wait().expect("all is well").wait_collect(1024).expect("it fits");
    assert_eq!(&all[..], &text[..]);
    let mut events: Events<String> = client.gate("n", "a").events().wait().expect("all is well");
    let mut seen = Vec::new();
    while let Some(event) = events.wait_next() {
        seen.push(event.expect("all is well").data);
    }
    assert_eq!(seen, ["one", "two"]);
}

#[test]
fn client_goes_from_one_runtime_to_another() {
    // A server that keeps connections open, so that the pool holds one of a runtime that is gone.
    let make = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let server = make()
        .block_on(TokenServer::builder().client("made-up-client", "s").user("u", "p").start())
        .expect("a free port");
    let client = rewards::Client::builder(BaseUrl::parse(server.url()).expect("loopback may be plain"))
        .basic("made-up-client", "s")
        .build()
        .expect("good settings");
    let request = TokenRequest::new(TokenRequired {
        username: "u".into(),
        password: "p".into(),
        client_id: "CEK0000000".into(),
    });
    for _ in 0..3 {
        make().block_on(async { client.create_token(&request).await }).expect("all is well");
        client.create_token(&request).wait().expect("all is well");
    }
    assert_eq!(server.requests(), 6);
}
