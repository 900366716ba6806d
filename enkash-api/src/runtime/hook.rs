//! What a user does to every request before it goes out, and sees of every answer.
//!
//! Invariant: whatever a hook does, what goes out is one message, by the method of the operation, to the server that it
//! was for.

use super::blueprint::announce_nothing;
use super::request::FRAMING;
use super::{Body, Error, ErrorKind, Meta, Parts};
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, HeaderValue};
use std::error::Error as StdError;
use std::sync::Arc;

/// Sees every request before it is sent, and may change it: a signature over the body, a number to find it by, the time.
///
/// It is called once for each sending: also for token requests, and again, with a new copy, for each time that a request
/// is sent again. The request is complete then but for the headers that frame it; it holds the credentials, so none of it
/// belongs into a log.
///
/// ```text
/// struct Signed(Key);
///
/// impl Hook for Signed {
///     fn before_send(&self, _operation: &'static str, request: &mut http::Request<Body>)
///         -> Result<(), Box<dyn Error + Send + Sync>>
///     {
///         let body = request.body().as_bytes().ok_or("a stream cannot be signed")?;
///         let signature = self.0.sign(request.uri().path(), body);
///         request.headers_mut().insert("x-signature", signature.parse()?);
///         Ok(())
///     }
/// }
/// ```
///
/// A call waits for its hooks, so they must not block.
pub trait Hook: Send + Sync + 'static {
    /// Looks at a request of an operation, which is named as in the description, before it is sent.
    ///
    /// Headers, path, query and body may be changed. The method, the server, and the headers that say where the message
    /// ends may not: a request with another of these is not sent. A body that is replaced is announced with its own
    /// length.
    ///
    /// # Errors
    /// Whatever keeps the request from being sent. The call then fails with [`ErrorKind::Hook`], and this as its cause,
    /// which must show no secret.
    fn before_send(
        &self,
        operation: &'static str,
        request: &mut http::Request<Body>,
    ) -> Result<(), Box<dyn StdError + Send + Sync>> {
        _ = (operation, request);
        Ok(())
    }

    /// Looks at status and headers of an answer, of any status, before its body is read.
    fn after_receive(&self, operation: &'static str, parts: &Parts) {
        _ = (operation, parts);
    }
}

impl<H: Hook + ?Sized> Hook for Arc<H> {
    fn before_send(
        &self,
        operation: &'static str,
        request: &mut http::Request<Body>,
    ) -> Result<(), Box<dyn StdError + Send + Sync>> {
        H::before_send(self, operation, request)
    }

    fn after_receive(&self, operation: &'static str, parts: &Parts) {
        H::after_receive(self, operation, parts);
    }
}

/// The hooks of a client, in their order.
#[derive(Clone, Default)]
pub(super) struct Hooks(Vec<Arc<dyn Hook>>);

impl Hooks {
    pub(super) fn add(&mut self, hook: impl Hook) {
        self.0.push(Arc::new(hook));
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Shows a request to all of them.
    ///
    /// # Errors
    /// [`ErrorKind::Hook`] if one of them fails, or they make of it what cannot be sent.
    pub(super) fn before_send(
        &self,
        meta: &'static Meta,
        request: &mut http::Request<Body>,
    ) -> Result<(), Error> {
        if self.0.is_empty() {
            return Ok(());
        }
        let refuse = |message: &'static str| Error::new(ErrorKind::Hook, message).operation(meta.id);
        let method = request.method().clone();
        let server = (request.uri().scheme().cloned(), request.uri().authority().cloned());
        // It would be wrong of another body.
        request.headers_mut().remove(CONTENT_LENGTH);
        let framing = framing(request.headers());
        for hook in &self.0 {
            hook.before_send(meta.id, request)
                .map_err(|cause| refuse("a hook of the client refused the request").caused_by(cause))?;
        }
        if *request.method() != method {
            return Err(refuse("a hook of the client changed the method of the request"));
        }
        if (request.uri().scheme(), request.uri().authority()) != (server.0.as_ref(), server.1.as_ref()) {
            return Err(refuse("a hook of the client changed the server of the request"));
        }
        if self::framing(request.headers()) != framing {
            let message =
                "a hook of the client set a header that says where the message ends, or whom it is for";
            return Err(refuse(message));
        }
        announce_nothing(request);
        Ok(())
    }

    /// Shows the head of an answer to all of them.
    pub(super) fn after_receive(&self, meta: &'static Meta, parts: &Parts) {
        for hook in &self.0 {
            hook.after_receive(meta.id, parts);
        }
    }
}

/// The values of the headers that frame a message.
fn framing(headers: &HeaderMap) -> Vec<Vec<HeaderValue>> {
    FRAMING.iter().map(|name| headers.get_all(name).iter().cloned().collect()).collect()
}

#[cfg(all(test, feature = "testing"))]
mod tests;
