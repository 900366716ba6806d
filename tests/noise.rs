//! Answers made of any bytes, given to a client: what the fuzzer and the property test have in common.
//!
//! Whatever a server says, a call ends, with a value or an error, and neither holds what it should not.

use crate::golden::bank::Client;
use enkash_api::runtime::PasswordGrant;
use enkash_api::runtime::transport::{Body, BoxFuture};
use enkash_api::{BaseUrl, Clock, Error, Login, MockTransport, RetryPolicy};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// The headers that something is read from.
const HEADERS: [&str; 7] = [
    "www-authenticate",
    "retry-after",
    "content-type",
    "location",
    "content-length",
    "set-cookie",
    "x-request-id",
];

/// What no text of ours may hold.
const CANARY: &str = "C4n4ry";

/// Calls against a server that answers so: of the bytes, the first say what to do with the others.
///
/// # Panics
/// If an error shows what a server sent or a caller gave.
pub fn answered(bytes: &[u8]) {
    let Some((&how, rest)) = bytes.split_first() else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let answer = Answer::read(rest);
        let good = r#"{"access_token":"t","token_type":"bearer","expires_in":300}"#;
        let token = if how % 2 == 0 { answer.clone() } else { Answer::of(200, good.as_bytes()) };
        let mock = MockTransport::new()
            .on_response("POST", "/oauth/token", move |_| token.response())
            .on_response("GET", "/accounts/{account}", move |_| answer.response());
        let base = BaseUrl::parse("https://bank.example").expect("a good address");
        let login = Login::new(PasswordGrant::new("ada", CANARY)).client("app", CANARY);
        let client = Client::builder(base)
            .login(login)
            .transport(mock)
            .clock(Hurried::default())
            .retries(RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO).longest_wait(Duration::ZERO))
            .build()
            .expect("good settings");
        for _ in 0..2 {
            if let Err(error) = client.get_account("7").await {
                let error = Error::from(error);
                let shown = format!("{error} {error:?}");
                assert!(!shown.contains(CANARY), "{shown}");
                _ = (error.retry_after(), error.request_id(), error.refusal(), error.code());
            }
        }
    });
}

/// A clock by which every wait is over at once, and has taken its time.
#[derive(Clone, Default)]
struct Hurried(Arc<AtomicU64>);

impl Clock for Hurried {
    fn elapsed(&self) -> Duration {
        Duration::from_nanos(self.0.load(Ordering::Relaxed))
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let nanos = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
        self.0.fetch_add(nanos, Ordering::Relaxed);
        Box::pin(std::future::ready(()))
    }
}

/// An answer that a mock can give again and again.
#[derive(Clone)]
struct Answer {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Vec<u8>,
}

impl Answer {
    fn of(status: u16, body: &[u8]) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or_default();
        Self { status, headers: Vec::new(), body: body.to_vec() }
    }

    /// Two bytes of status; then lines, each a header by its first byte, up to an empty one; then the body.
    fn read(bytes: &[u8]) -> Self {
        let (status, rest) = bytes.split_at(bytes.len().min(2));
        let status = status.iter().fold(0, |status, byte| status * 256 + u16::from(*byte)) % 500 + 100;
        let mut answer = Self::of(status, &[]);
        let mut rest = rest;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n').filter(|end| *end > 0) {
            let name = HEADERS[usize::from(rest[0]) % HEADERS.len()];
            if let Ok(value) = HeaderValue::from_bytes(&rest[1..end]) {
                answer.headers.push((HeaderName::from_static(name), value));
            }
            rest = &rest[end + 1..];
        }
        answer.body = rest.to_vec();
        answer
    }

    fn response(&self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        response.headers_mut().extend(self.headers.iter().cloned());
        response
    }
}
