//! Whether the server got a request.

/// Whether the server got the request: what a caller must know before sending it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sent {
    /// It certainly did not.
    No,
    /// It may have, and may have acted on it.
    Maybe,
    /// It did: it answered.
    Yes,
}
