//! A transport for the tests of a client's users: no socket, typed answers, every request recorded.

use super::gather::{BodyError, gather};
use super::path::{matches, split_query};
use super::transport::{Body, BoxFuture, Transport, TransportError, TransportErrorKind};
use super::{Operation, Reading, Reply, Sent};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use percent_encoding::percent_decode_str;
use std::cmp::Reverse;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Answers requests from closures. A clone shares handlers and records, so that a test can keep one.
///
/// ```text
/// let mock = MockTransport::new().on::<ops::GetLoan>(|request| Ok(loan(request.path())));
/// let client = Client::builder(url).transport(mock.clone()).build()?;
/// ```
///
/// An answer is written as the server would write it and goes through the whole client. Of several handlers
/// that match, the one with the longest path answers, of these the one with the longest query, and of equal ones the
/// last.
#[derive(Clone, Default)]
pub struct MockTransport {
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    handlers: Vec<Handler>,
    requests: Vec<MockRequest>,
}

#[derive(Clone)]
struct Handler {
    method: &'static str,
    path: &'static str,
    answer: Arc<Answer>,
}

/// An answer, or why there is none.
type Answer = dyn Fn(&MockRequest) -> Result<Response<Body>, String> + Send + Sync;

impl MockTransport {
    /// A transport that answers nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers an operation: with a value, sent under the first declared success status that it belongs to,
    /// or with a failure under a status of your choice.
    #[must_use]
    pub fn on<O: Operation>(
        self,
        answer: impl Fn(&MockRequest) -> Result<O::Output, (u16, O::Failure)> + Send + Sync + 'static,
    ) -> Self {
        let meta = const { &O::META };
        let answer = move |request: &MockRequest| match answer(request) {
            Ok(value) => {
                let status = meta.success.get(value.index()).map_or(200, |status| status.example());
                response(status, O::READINGS.get(value.index()), |format| value.write(format))
            }
            Err((status, failure)) => {
                let format = O::READINGS.get(meta.success.len() + failure.index());
                response(status, format, |format| failure.write(format))
            }
        };
        self.handle(Handler { method: meta.method, path: meta.path, answer: Arc::new(answer) })
    }

    /// Answers a method and a path template, such as `/loans/{loanId}`, with these bytes, called JSON.
    #[must_use]
    pub fn on_raw(
        self,
        method: &'static str,
        path: &'static str,
        status: u16,
        body: impl Into<Bytes>,
    ) -> Self {
        let body = body.into();
        let answer = move |_: &MockRequest| response(status, None, |_| Some(body.to_vec()));
        self.handle(Handler { method, path, answer: Arc::new(answer) })
    }

    /// Answers a method and a path template with whatever the closure makes: any status, any headers, a body
    /// whole or in chunks.
    #[must_use]
    pub fn on_response(
        self,
        method: &'static str,
        path: &'static str,
        answer: impl Fn(&MockRequest) -> Response<Body> + Send + Sync + 'static,
    ) -> Self {
        self.handle(Handler { method, path, answer: Arc::new(move |request| Ok(answer(request))) })
    }

    fn handle(self, handler: Handler) -> Self {
        self.lock().handlers.push(handler);
        self
    }

    /// The requests that have arrived, also those that nothing answered, in their order.
    pub fn requests(&self) -> Vec<MockRequest> {
        self.lock().requests.clone()
    }

    // A test that panics inside a closure has said enough; its mock goes on.
    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request and finds who answers it; the lock is not held while that one runs.
    fn admit(&self, request: MockRequest) -> Result<Handler, String> {
        let mut shared = self.lock();
        let found = shared
            .handlers
            .iter()
            .filter(|handler| {
                handler.method == request.method.as_str()
                    && matches(handler.path, request.path(), request.uri.query())
            })
            .max_by_key(|handler| specificity(handler.path))
            .cloned();
        let shown = format!("{} {}", request.method, request.path());
        shared.requests.push(request);
        found.ok_or_else(|| {
            let mocked: Vec<_> = shared
                .handlers
                .iter()
                .map(|handler| format!("{} {}", handler.method, handler.path))
                .collect();
            let mocked = if mocked.is_empty() { "nothing".to_owned() } else { mocked.join(", ") };
            format!("nothing is mocked for {shown}; mocked: {mocked}")
        })
    }

    fn answer(&self, request: &MockRequest) -> Result<Response<Body>, TransportError> {
        let refuse = |reason: String| TransportError::new(TransportErrorKind::Other, Sent::No, reason);
        let handler = self.admit(request.clone()).map_err(refuse)?;
        let place = || format!("the mock of {} {}", handler.method, handler.path);
        (handler.answer)(request).map_err(|reason| refuse(format!("{}: {reason}", place())))
    }
}

/// A body in the format that is declared for it.
fn response(
    status: u16,
    format: Option<&Reading>,
    write: impl FnOnce(Reading) -> Option<Vec<u8>>,
) -> Result<Response<Body>, String> {
    let format = format.copied().unwrap_or_default();
    let body = write(format).ok_or("the value has no form on the wire; help: use `on_raw`")?;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(status).map_err(|_| format!("{status} is no HTTP status"))?;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    Ok(response)
}

/// Long before short, and among equals few parameters before many; then the same of the query.
pub(super) fn specificity(template: &'static str) -> impl Ord {
    let (path, query) = split_query(template);
    let count = |text: &str, what: char| text.matches(what).count();
    let parameters = |text| Reverse(count(text, '{'));
    (count(path, '/'), parameters(path), count(query, '='), parameters(query))
}

impl Transport for MockTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let (head, body) = request.into_parts();
        Box::pin(async move {
            let body = match gather(body).await {
                Ok(body) | Err(BodyError::TooLarge(body)) => body,
                Err(BodyError::Silent) => Bytes::new(),
                Err(BodyError::Broken(error)) => return Err(error),
            };
            self.answer(&MockRequest { method: head.method, uri: head.uri, headers: head.headers, body })
        })
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = self.lock();
        let mocked: Vec<_> = shared.handlers.iter().map(|handler| (handler.method, handler.path)).collect();
        f.debug_struct("MockTransport").field("mocked", &mocked).field("requests", &shared.requests).finish()
    }
}

/// A request as it would have gone out. `Debug` shows no values.
#[derive(Clone)]
pub struct MockRequest {
    method: Method,
    uri: http::Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl MockRequest {
    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path, percent-encoded, with what the base URL put in front.
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// A header; `None` if it is not there or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The first query parameter of a name, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        pair(self.uri.query()?, name)
    }

    /// The first member of a name in a form body, decoded.
    pub fn form(&self, name: &str) -> Option<String> {
        pair(std::str::from_utf8(&self.body).ok()?, name)
    }

    /// The body as it would have gone out.
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

/// The first value of a name among `name=value` pairs.
pub(super) fn pair(pairs: &str, name: &str) -> Option<String> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    pairs
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .find(|(candidate, _)| decode(candidate) == name)
        .map(|(_, value)| decode(value))
}

impl fmt::Debug for MockRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockRequest")
            .field("method", &self.method)
            .field("path", &self.path())
            .field("headers", &self.headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

#[cfg(test)]
mod tests;
