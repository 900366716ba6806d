//! A request with its address, from which as many equal requests are made as a call needs.
//!
//! Invariant: a body that is a stream is handed out once; whoever asks for a second request gets none.

use super::credential::{Chosen, Prepared};
use super::line::Line;
use super::outline::Outline;
use super::path::Path;
use super::request::Filled;
use super::transport::Address;
use super::{Body, Error, ErrorKind, Meta};
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, Uri};
use std::sync::Arc;

/// A request that can be made more than once.
pub(super) struct Blueprint {
    outline: Arc<Outline>,
    /// `None` if it is that of the outline.
    uri: Option<Uri>,
    /// Those of the description and of the user, where they win over what the client says of itself; usually none.
    headers: Option<Box<HeaderMap>>,
    /// `None` once a stream is gone.
    body: Option<Body>,
}

impl Blueprint {
    /// Puts a request together.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if a value cannot be sent, [`ErrorKind::Config`] if the address is not known.
    pub(super) fn new(
        line: &Line,
        meta: &'static Meta,
        server: Option<usize>,
        filled: Filled,
        outline: Arc<Outline>,
        credentials: Chosen<'_>,
    ) -> Result<Self, Error> {
        let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
        let Filled { target, mut headers, body, .. } = filled;
        let mut target = match target {
            None if outline.address.is_none() => Some(Path::new(meta.path).finish().map_err(refuse)?),
            target => target,
        };
        // An outline has no address where a credential is a part of it.
        let mut nowhere = String::new();
        for credential in credentials.iter() {
            let outcome = credential.join(&mut headers, target.as_mut().unwrap_or(&mut nowhere));
            outcome.map_err(|reason| refuse(format!("the cookies {reason}")))?;
        }
        let address = |target| {
            let uri = line.address(server, !credentials.is_empty(), target);
            uri.map_err(|error| error.operation(meta.id))
        };
        let uri = target.map(address).transpose()?;
        if let Some(headers) = &mut headers {
            leave_own(headers, &outline, credentials);
        }
        Ok(Self { outline, uri, headers, body: Some(body) })
    }

    /// Whether another request can be made.
    pub(super) fn is_repeatable(&self) -> bool {
        self.body.is_some()
    }

    /// The address, if every request of the operation has it.
    pub(super) fn address(&self) -> Option<&Address> {
        self.outline.address.as_ref().filter(|_| self.uri.is_none())
    }

    /// Makes a request, with this authorization if there is one; `None` if the body was a stream and is gone.
    pub(super) fn request(&mut self, authorization: Option<&HeaderValue>) -> Option<http::Request<Body>> {
        let uri = self.uri.as_ref().or(self.outline.address.as_ref().map(Address::uri))?.clone();
        let body = match self.body.as_ref()?.as_bytes() {
            Some(bytes) => Body::from(bytes.clone()),
            None => self.body.take()?,
        };
        let mut headers = self.outline.headers.clone();
        for (name, value) in self.headers.iter().flat_map(|headers| headers.iter()) {
            headers.insert(name, value.clone());
        }
        if let Some(value) = authorization {
            headers.insert(AUTHORIZATION, value.clone());
        }
        let mut request = http::Request::new(body);
        *request.method_mut() = self.outline.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        announce_nothing(&mut request);
        Some(request)
    }
}

/// Takes out of the headers of a call what would win over more than what the client says of itself.
fn leave_own(headers: &mut HeaderMap, outline: &Outline, credentials: Chosen<'_>) {
    if outline.headers.contains_key(CONTENT_TYPE) {
        headers.remove(CONTENT_TYPE);
    }
    for (name, _) in credentials.iter().filter_map(Prepared::header) {
        headers.remove(name);
    }
}

/// Says of a request without a body that it has none, where the method expects one (RFC 9110, section 8.6): some servers
/// answer 411 to silence about it.
pub(super) fn announce_nothing(request: &mut http::Request<Body>) {
    if request.body().is_empty() && [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
}
