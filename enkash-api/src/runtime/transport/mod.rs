//! The way to the network, one method wide: a request goes in, the head of an answer and a body come out.
//!
//! A transport neither follows redirects nor sends a request again, and it bounds neither the body nor the time
//! of the call or between two chunks; the run time does that above it, for every transport alike.

#[cfg(feature = "reqwest")]
mod reqwest;
mod way;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
#[cfg(feature = "reqwest")]
pub(super) use self::reqwest::{Network, Route, Settings};

pub(super) use self::way::{Address, Way};

pub use super::body::{Body, Chunks};
pub use super::transport_error::{TransportError, TransportErrorKind};
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
    /// If no answer came back. [`TransportError::sent`] must be [`Sent::No`](super::Sent::No) only if no byte of the request
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
