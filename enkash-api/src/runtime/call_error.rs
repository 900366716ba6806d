//! What a call fails with: the failure that the description declares, typed, or anything else.

use super::{Error, ErrorKind, Parts, Sent};
use bytes::Bytes;
use http::StatusCode;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Why a call gave no value; `E` is the failure that the operation declares.
///
/// `?` turns it into an [`Error`] and keeps status, headers and body.
#[non_exhaustive]
pub enum CallError<E> {
    /// The server answered with a declared failure.
    Api(Box<ApiError<E>>),
    /// Anything else.
    Failed(Error),
}

/// A declared failure, with the answer it came in.
#[non_exhaustive]
pub struct ApiError<E> {
    /// What was read from the body. Its texts are the server's: old servers repeat tokens in them.
    pub value: E,
    /// Status and headers.
    pub parts: Parts,
    body: Bytes,
    operation: &'static str,
    attempts: u32,
}

impl<E> ApiError<E> {
    pub(super) fn new(value: E, parts: Parts, body: Bytes, operation: &'static str, attempts: u32) -> Self {
        Self { value, parts, body, operation, attempts }
    }

    /// The body as it came. It may hold secrets.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    fn message(&self) -> String {
        format!("the server refused with status {}", self.parts.status.as_u16())
    }
}

impl<E> CallError<E> {
    /// What went wrong, coarsely; [`ErrorKind::Api`] for a declared failure.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Api(_) => ErrorKind::Api,
            Self::Failed(error) => error.kind(),
        }
    }

    /// Whether the server got the request.
    pub fn sent(&self) -> Sent {
        match self {
            Self::Api(_) => Sent::Yes,
            Self::Failed(error) => error.sent(),
        }
    }

    /// How often the request was sent, second tries included; 0 if it was not.
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Api(error) => error.attempts,
            Self::Failed(error) => error.attempts(),
        }
    }

    /// The status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(error) => Some(error.parts.status),
            Self::Failed(error) => error.status(),
        }
    }

    /// The number under which the server knows the request, if the answer named one.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.parts.request_id(),
            Self::Failed(error) => error.request_id(),
        }
    }

    /// How long the server asks to wait before the next request, at most a day.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(error) => error.parts.retry_after(),
            Self::Failed(error) => error.retry_after(),
        }
    }
}

impl<E> fmt::Display for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "operation `{}`: {}", self.operation, self.message())
    }
}

/// The value is left out, whatever its own `Debug` shows.
impl<E> fmt::Debug for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("operation", &self.operation)
            .field("parts", &self.parts)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl<E> StdError for ApiError<E> {}

impl<E> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Failed(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl<E> fmt::Debug for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => f.debug_tuple("Api").field(error).finish(),
            Self::Failed(error) => f.debug_tuple("Failed").field(error).finish(),
        }
    }
}

impl<E> StdError for CallError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Api(_) => None,
            Self::Failed(error) => error.source(),
        }
    }
}

impl<E> From<ApiError<E>> for Error {
    fn from(error: ApiError<E>) -> Self {
        Self::new(ErrorKind::Api, error.message())
            .operation(error.operation)
            .answered(error.parts, error.body)
            .with_attempts(error.attempts)
    }
}

impl<E> From<CallError<E>> for Error {
    fn from(error: CallError<E>) -> Self {
        match error {
            CallError::Api(error) => (*error).into(),
            CallError::Failed(error) => error,
        }
    }
}

impl<E> From<Error> for CallError<E> {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderValue};

    fn refused() -> CallError<&'static str> {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", HeaderValue::from_static("3"));
        headers.insert("x-request-id", HeaderValue::from_static("canary-7"));
        let parts = Parts::new(StatusCode::BAD_REQUEST, headers);
        CallError::Api(Box::new(ApiError::new("canary", parts, "canary".into(), "op", 2)))
    }

    #[test]
    fn declared_failure_prints_no_text_of_the_server() {
        let error = refused();
        assert_eq!(error.to_string(), "operation `op`: the server refused with status 400");
        assert!(!format!("{error:?} {error:#?}").contains("canary"));
    }

    #[test]
    fn opaque_error_keeps_status_headers_and_bytes() {
        let error = refused();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Api, Sent::Yes));
        let opaque = Error::from(error);
        assert_eq!(opaque.to_string(), "operation `op`: the server refused with status 400");
        assert_eq!((opaque.kind(), opaque.sent()), (ErrorKind::Api, Sent::Yes));
        assert_eq!(opaque.status(), Some(StatusCode::BAD_REQUEST));
        assert_eq!(opaque.request_id(), Some("canary-7"));
        assert_eq!(opaque.retry_after(), Some(Duration::from_secs(3)));
        assert_eq!((opaque.body(), opaque.attempts()), (&b"canary"[..], 2));
        assert!(!format!("{opaque} {opaque:?}").contains("canary"));
    }
}
