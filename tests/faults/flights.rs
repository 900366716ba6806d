//! One fetch for all who wait, and none after a refusal. (1 to 4, 32, 35)

use crate::bank::{PASSWORD, bank, builder, client, fetches, login};
use enkash_api::runtime::transport::{Body, BoxFuture};
use enkash_api::testing::{Fault, TokenServer};
use enkash_api::{BaseUrl, Error, ErrorKind, MockTransport, RefusalKind, Sent, Transport, TransportError};
use enkash_tests::chain;
use enkash_tests::golden::bank::Client;
use std::future::IntoFuture;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

/// Calls at the same time; how each went.
async fn together(client: &Client, calls: usize) -> Vec<Result<(), Error>> {
    let tasks: Vec<_> = (0..calls)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get_account("7").await.map(drop).map_err(Error::from) })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.expect("no call panics"));
    }
    outcomes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p01_wrong_password_is_one_attempt_and_not_fifty() {
    let server = start(bank().lock_after(3)).await;
    let client = builder(&server, "wrong").build().expect("good settings");
    for outcome in together(&client, 50).await {
        let error = outcome.expect_err("the password is wrong");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No), "{error:?}");
        assert_eq!(error.refusal().map(enkash_api::Refusal::kind), Some(RefusalKind::User));
    }
    assert_eq!((server.attempts(), server.requests()), (1, 1));
    for outcome in together(&client, 1_000).await {
        let error = outcome.expect_err("it still is");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::CredentialsLatched, Sent::No), "{error:?}");
        assert!(!chain(&error).contains("Canary"), "{error:?}");
    }
    assert_eq!((server.attempts(), server.requests()), (1, 1));
    // Another password is another matter, and the same one once the caller says so.
    let tokens = client.tokens().expect("there is a login");
    tokens.replace(login("wrong too"));
    assert_eq!(client.get_account("7").await.expect_err("wrong").kind(), ErrorKind::Credentials);
    tokens.reset();
    tokens.replace(login(PASSWORD));
    assert!(client.get_account("7").await.is_ok(), "two wrong passwords lock nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p02_a_thousand_cold_callers_make_one_token_request() {
    let server = start(bank().latency(Duration::from_millis(20))).await;
    let client = client(&server);
    assert!(together(&client, 1_000).await.iter().all(Result::is_ok));
    assert_eq!(fetches(&server), 1);
}

#[tokio::test]
async fn p03_callers_succeed_although_the_first_was_cancelled() {
    let server = start(bank().latency(Duration::from_millis(100))).await;
    let client = client(&server);
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.get_account("7").await.is_ok() }
    });
    tokio::time::sleep(Duration::from_millis(30)).await;
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { client.get_account("7").await.is_ok() }
    });
    tokio::task::yield_now().await;
    first.abort();
    assert!(first.await.expect_err("it was cancelled").is_cancelled());
    assert!(waiting.await.expect("no panic"));
    assert_eq!(fetches(&server), 1);
}

/// Panics once, on a token request.
struct Panics(MockTransport, AtomicUsize);

impl Transport for Panics {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let is_first = request.uri().path() == "/oauth/token" && self.1.fetch_add(1, Ordering::SeqCst) == 0;
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            assert!(!is_first, "the transport panics once");
            self.0.send(request).await
        })
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p04_panic_in_a_fetch_is_an_error_for_those_who_wait_and_no_end() {
    let token = r#"{"access_token":"t-1","token_type":"bearer","expires_in":300}"#;
    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 200, token).on_raw(
        "GET",
        "/accounts/{account}",
        200,
        r#"{"account":"7","balance":1}"#,
    );
    let base = BaseUrl::parse("https://bank.example").expect("a good address");
    let transport = Panics(mock, AtomicUsize::new(0));
    let client =
        Client::builder(base).login(login(PASSWORD)).transport(transport).build().expect("good settings");
    for outcome in together(&client, 20).await {
        let error = outcome.expect_err("the transport has panicked");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Token, Sent::No), "{error:?}");
    }
    assert!(client.get_account("7").await.is_ok(), "the next call fetches anew");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_two_processes_that_trip_over_each_other_both_get_a_token() {
    let server = start(bank().latency(Duration::from_millis(20)).concurrent_500()).await;
    // Two clients know nothing of each other, as two processes do.
    let (one, two) = (client(&server), client(&server));
    let (one, two) = tokio::join!(one.get_account("7").into_future(), two.get_account("7").into_future());
    assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
    assert!((3..=4).contains(&fetches(&server)), "{}", fetches(&server));
}

#[test]
fn p35_runtime_that_is_dropped_takes_its_fetch_with_it_and_the_next_one_fetches_anew() {
    fn is_free<T: Send + Sync + 'static>(_: &T) {}
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (first, second) = (runtime(), runtime());
    let server = first.block_on(start(bank()));
    server.inject(Fault::latency(Duration::from_secs(60)).on("/oauth/token"));
    let client = client(&server);
    is_free(&client);
    first.block_on(async {
        let call = tokio::spawn({
            let client = client.clone();
            async move { client.get_account("7").await.is_ok() }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        drop(call);
    });
    let begin = std::time::Instant::now();
    drop(first);
    assert!(begin.elapsed() < Duration::from_secs(10), "nothing waits for the fetch");
    assert!(second.block_on(async { client.get_account("7").await }).is_ok());
}

#[tokio::test]
async fn base_url_and_login_are_all_that_a_client_needs() {
    let server = start(bank()).await;
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    let client = Client::builder(base).login(login(PASSWORD)).build().expect("good settings");
    assert_eq!(client.get_account("7").await.expect("a good answer").balance, 100);
    let token = client.tokens().expect("there is a login").get().await.expect("there is a token");
    assert_eq!((token.scope.as_deref(), fetches(&server)), (Some("read write trust"), 1));
    assert!(!format!("{client:?} {token:?}").contains("Canary"));
}
