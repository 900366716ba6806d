//! The one opaque error of the run time.
//!
//! Invariant: neither `Display` nor `Debug` shows anything that a server sent or a caller passed in as a
//! value: no body, no header value, no query. Servers do repeat passwords and tokens in their error texts.
//! [`Error::body`] and [`Error::headers`] hand them out on explicit request.

use super::{Parts, Refusal, Sent};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Why a client could not be built or a call gave no value.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    sent: Sent,
    message: Cow<'static, str>,
    operation: Option<&'static str>,
    parts: Option<Parts>,
    body: Bytes,
    source: Option<Box<dyn StdError + Send + Sync>>,
    refusal: Option<Refusal>,
    code: Option<String>,
    attempts: u32,
}

/// What went wrong, coarsely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's settings are unusable.
    Config,
    /// A value that the caller gave cannot be sent.
    InvalidInput,
    /// A [hook](super::Hook) of the client refused the request, or made of it what cannot be sent. It was not sent, or,
    /// if it had been sent before, not again.
    Hook,
    /// The operation needs credentials, and none of its alternatives is configured.
    NoCredentials,
    /// The server refused the credentials that a token was asked for with. They are not sent again.
    Credentials,
    /// The server has refused these credentials before, so nothing was sent.
    CredentialsLatched,
    /// The server's answer to a token request is no token that can be used.
    Token,
    /// The server refused the token: of a call that was sent again with a new one, also that.
    Unauthorized,
    /// The server asks for fewer requests, and to wait for longer than the client does by itself.
    RateLimited,
    /// There was no connection to the server.
    Connect,
    /// A time-out passed.
    Timeout,
    /// The connection broke, or what came back was no HTTP.
    Transport,
    /// The server sent the client elsewhere, which it does not follow.
    Redirect,
    /// The body was longer than the client accepts.
    BodyTooLarge,
    /// The server answered with a declared failure.
    Api,
    /// The server answered with a status, or a failure of a shape, that the description does not declare.
    UnexpectedStatus,
    /// The body of a success was not of the described shape.
    Decode,
}

impl Error {
    pub(super) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            sent: Sent::No,
            message: message.into(),
            operation: None,
            parts: None,
            body: Bytes::new(),
            source: None,
            refusal: None,
            code: None,
            attempts: 0,
        }))
    }

    pub(super) fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// The same, in an operation.
    pub(super) fn operation(mut self, id: &'static str) -> Self {
        self.0.operation = Some(id);
        self
    }

    pub(super) fn with_code(mut self, code: String) -> Self {
        self.0.code = Some(code);
        self
    }

    pub(super) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    #[cfg(feature = "login")]
    pub(super) fn refused(mut self, refusal: Refusal) -> Self {
        self.0.refusal = Some(refusal);
        self
    }

    pub(super) fn with_sent(mut self, sent: Sent) -> Self {
        self.0.sent = sent;
        self
    }

    /// The same, after an answer; so the request was sent.
    pub(super) fn answered(mut self, parts: Parts, body: Bytes) -> Self {
        self.0.sent = Sent::Yes;
        self.0.parts = Some(parts);
        self.0.body = body;
        self
    }

    /// The same, about a part of an answer's body.
    pub(super) fn with_body(mut self, body: Bytes) -> Self {
        self.0.sent = Sent::Yes;
        self.0.body = body;
        self
    }

    pub(super) fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What went wrong, coarsely.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether the server got the request.
    pub fn sent(&self) -> Sent {
        self.0.sent
    }

    /// How often the request was sent, second tries included; 0 if it was not.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Why the server refused the credentials that a token was asked for with, if it did.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.0.refusal.as_ref()
    }

    /// The code by which the server refused in an answer that HTTP calls a success, if it did. It is the server's text.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.parts.as_ref().map(|parts| parts.status)
    }

    /// The headers of the answer, if there was one. They may hold secrets.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.parts.as_ref().map(|parts| &parts.headers)
    }

    /// The body of the answer as it came, as far as it was read; empty if there was none. It may hold
    /// secrets.
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The number under which the server knows the request, if the answer named one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.parts.as_ref().and_then(Parts::request_id)
    }

    /// How long the server asks to wait before the next request, at most a day.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.parts.as_ref().and_then(Parts::retry_after)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(f, "operation `{operation}`: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("sent", &self.0.sent)
            .field("attempts", &self.0.attempts)
            .field("operation", &self.0.operation)
            .field("message", &self.0.message)
            .field("parts", &self.0.parts)
            .field("body", &format_args!("{} bytes", self.0.body.len()))
            .field("source", &self.0.source)
            .field("refusal", &self.0.refusal)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::Sent;
    use super::*;
    use http::HeaderValue;

    #[test]
    fn error_is_one_pointer_and_crosses_threads() {
        fn crosses_threads<T: Send + Sync + 'static>() {}
        crosses_threads::<Error>();
        assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    }

    #[test]
    fn nothing_that_the_server_sent_is_printed() {
        let mut headers = HeaderMap::new();
        headers.insert("www-authenticate", HeaderValue::from_static("Bearer canary"));
        let parts = Parts::new(StatusCode::UNAUTHORIZED, headers);
        let error =
            Error::new(ErrorKind::Api, "the server refused").operation("op").answered(parts, "canary".into());
        assert!(!format!("{error} {error:?} {error:#?}").contains("canary"));
        assert_eq!(error.to_string(), "operation `op`: the server refused");
        assert_eq!(error.body(), b"canary");
        assert_eq!(error.headers().map(HeaderMap::len), Some(1));
        assert_eq!(error.sent(), Sent::Yes);
    }

    #[test]
    fn cause_is_kept() {
        let error = Error::new(ErrorKind::Connect, "no connection").caused_by("name not found");
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("name not found"));
    }
}
