//! One call, from the filled request to an answer that is classified but not yet decoded. Everything that
//! does not depend on a type is here, compiled once.

use super::request::Request;
use super::status::{Verdict, classify};
use super::transport::{Body, BodyError, TransportError, TransportErrorKind};
use super::{Core, Error, ErrorKind, Meta, Parts, Sent};
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, LOCATION, USER_AGENT};
use http::{HeaderMap, Method, StatusCode, Uri};
use std::fmt::Write as _;

/// An answer that the description declares.
pub(super) struct Answer {
    pub(super) meta: &'static Meta,
    pub(super) parts: Parts,
    pub(super) body: Bytes,
    pub(super) declared: Declared,
}

/// Which of the operation's types the body is read into, and the index it is read by.
#[derive(Clone, Copy)]
pub(super) enum Declared {
    Success(usize),
    Failure(usize),
}

/// Makes the call.
pub(super) async fn execute(core: &Core, request: Request) -> Result<Answer, Error> {
    let meta = request.meta;
    let timeout = request.timeout.unwrap_or(core.timeout);
    let request = prepare(core, request)?;
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config("a call runs inside a tokio runtime, and there is none").operation(meta.id));
    }
    // Filled in by the exchange, so that a time-out can tell how far it came.
    let mut progress = Progress::Preparing;
    match tokio::time::timeout(timeout, exchange(core, request, &mut progress)).await {
        Ok(Ok(body)) => conclude(meta, progress, body),
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
    let meta = request.meta;
    let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
    let filled = request.finish()?;
    let mut headers = filled.headers;
    headers.entry(USER_AGENT).or_insert_with(|| core.user_agent.clone());
    for credential in core.authorize(meta)? {
        headers.insert(credential.name.clone(), credential.value.clone());
    }
    let method = Method::from_bytes(meta.method.as_bytes())
        .map_err(|_| refuse(format!("`{}` is no HTTP method", meta.method)))?;
    let uri = Uri::try_from(format!("{}{}", core.base, filled.target))
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
}

async fn exchange(
    core: &Core,
    request: http::Request<Body>,
    progress: &mut Progress,
) -> Result<Bytes, Failure> {
    let response = core.transport.send(request).await.map_err(Failure::Transport)?;
    let (head, body) = response.into_parts();
    let announced = announced_length(&head.headers);
    *progress = Progress::Answered(Parts::new(head.status, head.headers));
    if announced.is_some_and(|length| length > core.max_body) {
        return Err(Failure::Body(BodyError::TooLarge(Bytes::new())));
    }
    body.read(core.max_body).await.map_err(Failure::Body)
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
        Failure::Body(BodyError::Broken(error)) => (error, true),
        Failure::Transport(error) => (error, false),
    };
    let sent = error.sent();
    let (kind, message) = match error.kind() {
        TransportErrorKind::Timeout => (ErrorKind::Timeout, "the server was silent for too long"),
        TransportErrorKind::Connect => (ErrorKind::Connect, "no connection to the server"),
        TransportErrorKind::Other if broken => (ErrorKind::Transport, "the body broke off"),
        TransportErrorKind::Other => (ErrorKind::Transport, "the exchange with the server failed"),
    };
    let error = Error::new(kind, message).operation(meta.id).caused_by(error.into_source());
    progress.mark(error, sent, Bytes::new())
}

fn conclude(meta: &'static Meta, progress: Progress, body: Bytes) -> Result<Answer, Error> {
    let Progress::Answered(parts) = progress else {
        return Err(Error::new(ErrorKind::Transport, "there is a body and no status").operation(meta.id));
    };
    let declared = match classify(meta, parts.status) {
        Verdict::Success(index) => Declared::Success(index),
        Verdict::Failure(index) => Declared::Failure(index),
        Verdict::Undeclared => return Err(undeclared(meta, parts, body)),
    };
    Ok(Answer { meta, parts, body, declared })
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
