//! A request with its address, from which as many equal requests are made as a call needs.
//!
//! Invariant: a body that is a stream is handed out once; whoever asks for a second request gets none.

use super::credential::{Chosen, Prepared};
use super::line::Line;
use super::request::{Filled, Request};
use super::{Body, Error, ErrorKind, Meta};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Uri};

/// A request that can be made more than once.
pub(super) struct Blueprint<'c> {
    pub(super) meta: &'static Meta,
    method: Method,
    uri: Uri,
    /// Those of the description and of the user.
    headers: HeaderMap,
    credentials: Chosen<'c>,
    content_type: Option<HeaderValue>,
    /// `None` once a stream is gone.
    body: Option<Body>,
}

impl<'c> Blueprint<'c> {
    /// Puts the address to a request.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if a value cannot be sent, [`ErrorKind::Config`] if the address is not known.
    pub(super) fn new(line: &Line, request: Request, credentials: Chosen<'c>) -> Result<Self, Error> {
        let (meta, server) = (request.meta, request.server);
        let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
        let Filled { mut target, mut headers, content_type, body } = request.finish()?;
        for credential in credentials.iter() {
            let outcome = credential.join(&mut headers, &mut target);
            outcome.map_err(|reason| refuse(format!("the cookies {reason}")))?;
        }
        let method = Method::from_bytes(meta.method.as_bytes())
            .map_err(|_| refuse(format!("`{}` is no HTTP method", meta.method)))?;
        let uri = line
            .address(server, !credentials.is_empty(), target)
            .map_err(|error| error.operation(meta.id))?;
        Ok(Self { meta, method, uri, headers, credentials, content_type, body: Some(body) })
    }

    /// Whether another request can be made.
    pub(super) fn is_repeatable(&self) -> bool {
        self.body.is_some()
    }

    /// Makes a request, with this authorization if there is one; `None` if the body was a stream and is gone.
    pub(super) fn request(
        &mut self,
        line: &Line,
        authorization: Option<&HeaderValue>,
    ) -> Option<http::Request<Body>> {
        let body = match self.body.as_ref()?.as_bytes() {
            Some(bytes) => Body::from(bytes.clone()),
            None => self.body.take()?,
        };
        // With room for those below, and a token.
        let mut headers = HeaderMap::with_capacity(self.headers.len() + 6);
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers.extend(self.credentials.iter().filter_map(Prepared::header));
        if let Some(value) = authorization {
            headers.insert(AUTHORIZATION, value.clone());
        }
        headers.entry(USER_AGENT).or_insert_with(|| line.user_agent.clone());
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static(self.meta.accept));
        if let Some(content_type) = &self.content_type {
            headers.insert(CONTENT_TYPE, content_type.clone());
        }
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = headers;
        announce_nothing(&mut request);
        Some(request)
    }
}

/// Says of a request without a body that it has none, where the method expects one (RFC 9110, section 8.6): some servers
/// answer 411 to silence about it.
pub(super) fn announce_nothing(request: &mut http::Request<Body>) {
    if request.body().is_empty() && [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
}
