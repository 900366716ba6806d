//! What is told to [`tracing`](https://docs.rs/tracing): a span for each call, for each sending and for each fetch of a
//! token, and what is decided between them.
//!
//! Invariant: no header, no body, nothing that a caller or a server said is told. Of an address only what the description
//! says of it is: in the place of each value, of the path as of the query, stands `REDACTED`.
//! Without the feature `tracing` everything here is empty, and costs nothing.

#[cfg(not(feature = "tracing"))]
mod off;
#[cfg(feature = "tracing")]
mod on;

#[cfg(not(feature = "tracing"))]
pub(super) use self::off::*;
#[cfg(feature = "tracing")]
pub(super) use self::on::*;
