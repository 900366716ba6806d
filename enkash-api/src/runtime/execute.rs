//! One call, from the filled request to an answer that is classified but not yet decoded. Everything that
//! does not depend on a type is here, compiled once.

use super::gather::{BodyError, gather};
use super::request::Request;
use super::status::{Verdict, classify};
use super::stream::{ByteStream, SILENT};
use super::transport::{Body, TransportError, TransportErrorKind};
use super::{Core, Error, ErrorKind, Meta, Parts, Reading, Sent};
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, LOCATION, USER_AGENT};
use http::{HeaderMap, Method, StatusCode, Uri};
use std::fmt::Write as _;
use std::time::Duration;

/// An answer that the description declares.
pub(super) struct Answer {
    pub(super) meta: &'static Meta,
    pub(super) parts: Parts,
    /// The whole body; empty if it is a stream.
    pub(super) body: Bytes,
    pub(super) stream: Option<ByteStream>,
    pub(super) declared: Declared,
    pub(super) format: Reading,
}

/// How an answer is to be handed out.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    /// [`Operation::READINGS`](super::Operation::READINGS)
    pub(super) formats: &'static [Reading],
    /// The format that a success is read in instead, as a stream.
    pub(super) stream: Option<Reading>,
}

impl Plan {
    fn format(self, meta: &Meta, declared: Declared) -> Reading {
        let (index, stream) = match declared {
            Declared::Success(index) => (index, self.stream),
            Declared::Failure(index) => (meta.success.len() + index, None),
        };
        stream.or(self.formats.get(index).copied()).unwrap_or_default()
    }

    /// Whether the body is handed out before it has arrived.
    fn is_stream(self, meta: &Meta, declared: Declared) -> bool {
        let asked = self.stream.is_some() && matches!(declared, Declared::Success(_));
        asked || self.format(meta, declared).is_stream()
    }
}

/// Which of the operation's types the body is read into, and the index it is read by.
#[derive(Clone, Copy)]
pub(super) enum Declared {
    Success(usize),
    Failure(usize),
}

/// Makes the call.
pub(super) async fn execute(core: &Core, request: Request, plan: Plan) -> Result<Answer, Error> {
    let meta = request.meta;
    let timeout = request.timeout.unwrap_or(core.timeout);
    let request = prepare(core, request)?;
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config("a call runs inside a tokio runtime, and there is none").operation(meta.id));
    }
    // Filled in by the exchange, so that a time-out can tell how far it came.
    let mut progress = Progress::Preparing;
    match tokio::time::timeout(timeout, exchange(core, meta, request, plan, &mut progress)).await {
        Ok(Ok(arrived)) => conclude(core, meta, plan, progress, arrived),
        Ok(Err(failure)) => Err(explain(failure, meta, progress, core.max_body)),
        Err(_) => {
            let error = Error::new(ErrorKind::Timeout, format!("no whole answer within {timeout:?}"));
            Err(progress.mark(error.operation(meta.id), Sent::Maybe, Bytes::new()))
        }
    }
}

/// How far an exchange has come.
enum Progress {
    Preparing,
    Answered(Parts),
}

impl Progress {
    /// Says in an error whether the request was sent; `before` holds if there was no answer.
    fn mark(self, error: Error, before: Sent, body: Bytes) -> Error {
        match self {
            Self::Preparing => error.with_sent(before),
            Self::Answered(parts) => error.answered(parts, body),
        }
    }
}

/// Puts address and credentials to a request.
fn prepare(core: &Core, request: Request) -> Result<http::Request<Body>, Error> {
    let (meta, server) = (request.meta, request.server);
    let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
    let filled = request.finish()?;
    let mut headers = filled.headers;
    headers.entry(USER_AGENT).or_insert_with(|| core.user_agent.clone());
    let mut target = filled.target;
    let credentials = core.authorize(meta)?;
    let base = core.address(server, !credentials.is_empty()).map_err(|error| error.operation(meta.id))?;
    for credential in credentials {
        let outcome = credential.apply(&mut headers, &mut target);
        outcome.map_err(|reason| refuse(format!("the cookies {reason}")))?;
    }
    let method = Method::from_bytes(meta.method.as_bytes())
        .map_err(|_| refuse(format!("`{}` is no HTTP method", meta.method)))?;
    let uri = Uri::try_from(format!("{base}{target}"))
        .map_err(|_| refuse("path and query make no legal, or too long, an address".into()))?;
    let mut request = http::Request::new(filled.body);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}

enum Failure {
    Transport(TransportError),
    Body(BodyError),
    /// No answer came for too long.
    Silent,
}

/// What came after the head of an answer.
enum Arrived {
    Whole(Bytes),
    Stream(Body),
}

async fn exchange(
    core: &Core,
    meta: &'static Meta,
    request: http::Request<Body>,
    plan: Plan,
    progress: &mut Progress,
) -> Result<Arrived, Failure> {
    let is_head = request.method() == Method::HEAD;
    // While a stream is being sent, the server has nothing to say; then only the time-out of the call holds.
    let patience = if request.body().as_bytes().is_some() { core.read_timeout } else { Duration::MAX };
    let response = match tokio::time::timeout(patience, core.transport.send(request)).await {
        Ok(response) => response.map_err(Failure::Transport)?,
        Err(_) => return Err(Failure::Silent),
    };
    let (head, body) = response.into_parts();
    let announced = announced_length(&head.headers);
    let status = head.status;
    *progress = Progress::Answered(Parts::new(status, head.headers));
    // RFC 9110 §6.4.1: no body follows, whatever the head announces.
    if is_head || matches!(status.as_u16(), 204 | 205 | 304) {
        return Ok(Arrived::Whole(Bytes::new()));
    }
    if declared(meta, status).is_some_and(|declared| plan.is_stream(meta, declared)) {
        return Ok(Arrived::Stream(body));
    }
    if announced.is_some_and(|length| length > core.max_body) {
        return Err(Failure::Body(BodyError::TooLarge(Bytes::new())));
    }
    gather(body, core.max_body, core.read_timeout).await.map(Arrived::Whole).map_err(Failure::Body)
}

/// The declaration that a status belongs to.
fn declared(meta: &Meta, status: StatusCode) -> Option<Declared> {
    match classify(meta, status) {
        Verdict::Success(index) => Some(Declared::Success(index)),
        Verdict::Failure(index) => Some(Declared::Failure(index)),
        Verdict::Undeclared => None,
    }
}

fn announced_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn explain(failure: Failure, meta: &'static Meta, progress: Progress, cap: usize) -> Error {
    let (error, broken) = match failure {
        Failure::Body(BodyError::TooLarge(read)) => {
            let error = Error::new(ErrorKind::BodyTooLarge, format!("the body is longer than {cap} bytes"));
            return progress.mark(error.operation(meta.id), Sent::Yes, read);
        }
        Failure::Body(BodyError::Silent) | Failure::Silent => {
            let error = Error::new(ErrorKind::Timeout, SILENT).operation(meta.id);
            return progress.mark(error, Sent::Maybe, Bytes::new());
        }
        Failure::Body(BodyError::Broken(error)) => (error, true),
        Failure::Transport(error) => (error, false),
    };
    let sent = error.sent();
    let (kind, message) = match error.kind() {
        TransportErrorKind::Timeout => (ErrorKind::Timeout, SILENT),
        TransportErrorKind::Connect => (ErrorKind::Connect, "no connection to the server"),
        TransportErrorKind::Other if broken => (ErrorKind::Transport, "the body broke off"),
        TransportErrorKind::Other => (ErrorKind::Transport, "the exchange with the server failed"),
    };
    let error = Error::new(kind, message).operation(meta.id).caused_by(error.into_source());
    progress.mark(error, sent, Bytes::new())
}

fn conclude(
    core: &Core,
    meta: &'static Meta,
    plan: Plan,
    progress: Progress,
    arrived: Arrived,
) -> Result<Answer, Error> {
    let Progress::Answered(parts) = progress else {
        return Err(Error::new(ErrorKind::Transport, "there is a body and no status").operation(meta.id));
    };
    let (body, stream) = match arrived {
        Arrived::Whole(body) => (body, None),
        Arrived::Stream(body) => (Bytes::new(), Some(ByteStream::new(body, meta.id, core.read_timeout))),
    };
    match declared(meta, parts.status) {
        Some(declared) => {
            let format = plan.format(meta, declared);
            Ok(Answer { meta, parts, body, stream, declared, format })
        }
        None => Err(undeclared(meta, parts, body)),
    }
}

fn undeclared(meta: &'static Meta, parts: Parts, body: Bytes) -> Error {
    let status = parts.status.as_u16();
    let error = if is_redirect(parts.status) {
        let mut message = format!("the server redirects with status {status}");
        if let Some(origin) = location_origin(&parts.headers) {
            _ = write!(message, " to `{origin}`");
        }
        message.push_str(", which is not followed; help: check the base URL");
        Error::new(ErrorKind::Redirect, message)
    } else {
        Error::new(ErrorKind::UnexpectedStatus, format!("the description declares no status {status}"))
    };
    error.operation(meta.id).answered(parts, body)
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Scheme, host and port of the header `location`; the rest of it may hold a secret. `None` if it stays on
/// the same server or is no address.
fn location_origin(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    let uri: Uri = match location.strip_prefix("//") {
        Some(rest) => format!("https://{rest}").parse().ok()?,
        None => location.parse().ok()?,
    };
    let authority = uri.authority()?;
    let port = authority.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{}://{}{port}", uri.scheme_str()?, authority.host()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirect_names_only_the_origin() {
        for (location, expected) in [
            ("https://other.example/p?token=canary#canary", Some("https://other.example")),
            ("https://canary:canary@other.example:8443/canary", Some("https://other.example:8443")),
            ("//other.example/canary", Some("https://other.example")),
            ("/login?canary", None),
            ("canary", None),
            ("", None),
            ("https://", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(LOCATION, location.parse().expect("visible text"));
            assert_eq!(location_origin(&headers).as_deref(), expected, "{location}");
        }
    }
}
