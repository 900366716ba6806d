//! The bank as the other files use it: a server, clients of it, and what is looked at afterwards.

use enkash_api::runtime::transport::{Body, Chunks, TransportError};
use enkash_api::runtime::{Bytes, PasswordGrant};
use enkash_api::testing::{TokenServer, TokenServerBuilder};
use enkash_api::{BaseUrl, Login, RetryPolicy, TokenOptions};
use enkash_tests::golden::bank::{Client, ClientBuilder, Transfer, TransferRequired};
use serde_json::json;
use std::task::{Context, Poll};
use std::time::Duration;

pub(crate) const PASSWORD: &str = "Canary-Passw0rd";

/// A server that knows Ada, and has something behind each operation.
pub(crate) fn bank() -> TokenServerBuilder {
    TokenServer::builder()
        .client("app", "Canary-Secret")
        .user("ada", PASSWORD)
        .resource("GET", "/accounts/{account}", json!({ "account": "7", "balance": 100 }))
        .resource("POST", "/searches", json!([{ "id": "t-1" }]))
        .resource("GET", "/cards/{card}", json!({ "card": "c-1" }))
        .resource_with("POST", "/transfers", |_| enkash_api::testing::answer(201, json!({ "id": "t-1" })))
        .resource_with("PUT", "/accounts/{account}", |_| enkash_api::testing::answer(204, json!(null)))
        .resource_with("GET", "/vaults/{vault}/open", |_| enkash_api::testing::answer(204, json!(null)))
}

/// What Ada logs in with, if this is her password.
pub(crate) fn login(password: &str) -> Login<PasswordGrant> {
    Login::new(PasswordGrant::new("ada", password)).client("app", "Canary-Secret")
}

/// Of a client that pauses only briefly.
pub(crate) fn builder(server: &TokenServer, password: &str) -> ClientBuilder {
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    Client::builder(base).login(login(password)).retries(brief())
}

pub(crate) fn brief() -> RetryPolicy {
    RetryPolicy::new().pauses(Duration::from_millis(5), Duration::from_millis(20))
}

pub(crate) fn client(server: &TokenServer) -> Client {
    builder(server, PASSWORD).build().expect("good settings")
}

pub(crate) fn patient(max_age: Duration) -> TokenOptions {
    TokenOptions::new().max_age(max_age)
}

/// Money on its way.
pub(crate) fn money() -> Transfer {
    Transfer::new(TransferRequired { id: "t-1".to_owned(), amount: 100 })
}

/// How many requests came to a path.
pub(crate) fn arrived(server: &TokenServer, path: &str) -> usize {
    server.recorded().iter().filter(|request| request.target() == path).count()
}

/// How many of them asked for a token.
pub(crate) fn fetches(server: &TokenServer) -> usize {
    arrived(server, "/oauth/token")
}

/// A body that is there only once.
pub(crate) fn streamed(text: &'static str) -> Body {
    struct Once(Option<&'static str>);
    impl Chunks for Once {
        fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
            Poll::Ready(self.0.take().map(|text| Ok(Bytes::from_static(text.as_bytes()))))
        }
    }
    Body::chunks(Once(Some(text)))
}
