//! Why no answer, or no whole answer, came back.

use super::Sent;
use std::error::Error as StdError;
use std::fmt;

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
