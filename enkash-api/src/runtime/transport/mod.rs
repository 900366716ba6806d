//! The way to the network, one method wide: a request goes in, the head of an answer and a body come out.
//!
//! A transport neither follows redirects nor sends a request again, and it bounds neither the body nor the time
//! of the call or between two chunks; the run time does that above it, for every transport alike.

mod body;
#[cfg(feature = "reqwest")]
mod reqwest;

pub(super) use self::body::BodyError;
pub use self::body::{Body, Chunks};
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
#[cfg(feature = "reqwest")]
pub(super) use self::reqwest::Settings;

use super::Sent;
use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

/// A future on the heap, such as a trait object's method returns.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends one request.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once and waits for the head of the answer. The address is absolute; an empty body
    /// is no body, and one whose length is known is announced by that.
    ///
    /// # Errors
    /// If no answer came back. [`TransportError::sent`] must be [`Sent::No`] only if no byte of the request
    /// can have reached the server.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        T::send(self, request)
    }
}

/// Why no answer, or no whole answer, came back.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: Sent,
    source: Box<dyn StdError + Send + Sync>,
}

/// What part of the exchange failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection: name, network or TLS.
    Connect,
    /// The transport waited too long.
    Timeout,
    /// Anything else.
    Other,
}

impl TransportError {
    /// Puts an error in its place. Its texts reach users' logs: it must show no address with a query, no
    /// header value and no body.
    pub fn new(
        kind: TransportErrorKind,
        sent: Sent,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self { kind, sent, source: source.into() }
    }

    /// What part of the exchange failed.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the server can have got the request.
    pub fn sent(&self) -> Sent {
        self.sent
    }

    /// The cause alone, for an error that says the rest itself.
    pub(super) fn into_source(self) -> Box<dyn StdError + Send + Sync> {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the server",
            TransportErrorKind::Timeout => "the transport's time-out passed",
            TransportErrorKind::Other => "the exchange with the server failed",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
