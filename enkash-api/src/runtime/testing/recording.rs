//! A transport that keeps what another one sends, and what came of it.

use crate::runtime::Sent;
use crate::runtime::transport::{Body, BoxFuture, Transport, TransportError, TransportErrorKind};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method, Response, StatusCode, Uri};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Records every request that goes through another transport. A clone shares the records, so that a test can keep
/// one.
///
/// ```
#[cfg_attr(doctest, doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::runtime::{mock::MockTransport, testing::RecordingTransport};"))]
/// let mock = MockTransport::new().on_raw("GET", "/loans/{id}", 200, "{}");
/// let transport = RecordingTransport::new(mock);
/// // … `Client::builder(url).transport(transport.clone())`, and a call …
/// for exchange in transport.take() {
///     println!("{} {}: {:?}", exchange.method(), exchange.uri().path(), exchange.outcome());
/// }
/// ```
#[derive(Clone)]
pub struct RecordingTransport {
    inner: Arc<dyn Transport>,
    exchanges: Arc<Mutex<Vec<Exchange>>>,
}

/// A request that was sent, and what came of it. `Debug` shows no values.
#[derive(Clone)]
pub struct Exchange {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Option<Bytes>,
    outcome: Arc<Mutex<Outcome>>,
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing yet, or nothing any more: the caller gave up.
    Pending,
    /// The head of an answer. What became of its body is not recorded.
    Answered(StatusCode),
    /// No answer.
    Failed {
        /// What part of the exchange failed.
        kind: TransportErrorKind,
        /// Whether the server can have got the request.
        sent: Sent,
    },
}

impl RecordingTransport {
    /// Sends through another transport.
    pub fn new(inner: impl Transport) -> Self {
        Self { inner: Arc::new(inner), exchanges: Arc::default() }
    }

    /// What was sent so far, in the order in which it was sent.
    pub fn requests(&self) -> Vec<Exchange> {
        lock(&self.exchanges).clone()
    }

    /// The same, and forgets it.
    pub fn take(&self) -> Vec<Exchange> {
        std::mem::take(&mut *lock(&self.exchanges))
    }
}

impl Exchange {
    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole address.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The headers that the transport was given; it may add some of its own.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header; `None` if it is not there or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body; `None` if it was a stream.
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// What has come of it by now.
    pub fn outcome(&self) -> Outcome {
        *lock(&self.outcome)
    }
}

impl Transport for RecordingTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let outcome = Arc::new(Mutex::new(Outcome::Pending));
            lock(&self.exchanges).push(Exchange {
                method: request.method().clone(),
                uri: request.uri().clone(),
                headers: request.headers().clone(),
                body: request.body().as_bytes().cloned(),
                outcome: Arc::clone(&outcome),
            });
            let result = self.inner.send(request).await;
            *lock(&outcome) = match &result {
                Ok(response) => Outcome::Answered(response.status()),
                Err(error) => Outcome::Failed { kind: error.kind(), sent: error.sent() },
            };
            result
        })
    }
}

// A test that panics has said enough; what was recorded stays.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for RecordingTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordingTransport").field("exchanges", &self.requests()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .field("headers", &self.headers.keys().map(HeaderName::as_str).collect::<Vec<_>>())
            .field("body", &format_args!("{}", Length(self.body.as_ref())))
            .field("outcome", &self.outcome())
            .finish()
    }
}

struct Length<'a>(Option<&'a Bytes>);

impl fmt::Display for Length<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(body) => write!(f, "{} bytes", body.len()),
            None => f.write_str("a stream"),
        }
    }
}

#[cfg(test)]
mod tests;
