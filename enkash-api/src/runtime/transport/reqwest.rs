//! The default transport: reqwest over rustls with ring and the platform's certificate store.
//!
//! Invariant: no process-wide TLS provider is relied on or installed, and no error shows an address.

use super::{Body, BoxFuture, Chunks, Transport, TransportError, TransportErrorKind};
use crate::runtime::{Error, Sent};
use ::reqwest::{Client, Request, Url, redirect, retry};
use bytes::Bytes;
use futures_core::Stream as _;
use http_body::{Body as _, Frame, SizeHint};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Sends with [reqwest](https://docs.rs/reqwest): HTTP/1.1, a pool of connections, the system's proxy; no
/// redirects, no second tries, no cookies, no `referer`.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: Client,
}

/// What the client builder knows and the transport needs.
pub(in super::super) struct Settings {
    pub(in super::super) connect_timeout: Duration,
    /// Whether the base URL is `http`, and so this machine.
    pub(in super::super) plain: bool,
}

/// Below the 60 to 75 s after which servers commonly close an idle connection.
const POOL_IDLE: Duration = Duration::from_secs(60);

impl ReqwestTransport {
    /// Prepares a pool; no connection is made yet.
    ///
    /// # Errors
    /// If the platform has no usable certificate store.
    pub(in super::super) fn new(settings: &Settings) -> Result<Self, Error> {
        let mut builder = Client::builder()
            .tls_backend_preconfigured(tls(settings.plain)?)
            .https_only(!settings.plain)
            .http1_only()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(settings.connect_timeout)
            .pool_idle_timeout(POOL_IDLE);
        if settings.plain {
            // What may go unencrypted because it stays on this machine must not go to a proxy.
            builder = builder.no_proxy();
        }
        match builder.build() {
            Ok(client) => Ok(Self { client }),
            Err(error) => Err(Error::config("the transport cannot be set up").caused_by(error.without_url())),
        }
    }
}

fn tls(plain: bool) -> Result<ClientConfig, Error> {
    let refuse = |error: rustls::Error| Error::config("TLS cannot be set up").caused_by(error);
    let builder = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(refuse)?;
    let builder = if plain {
        // Never used; a machine without certificates can still talk to itself.
        builder.with_root_certificates(RootCertStore::empty())
    } else {
        builder.with_platform_verifier().map_err(refuse)?
    };
    Ok(builder.with_no_client_auth())
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let response = self.client.execute(translate(request)?).await.map_err(failed)?;
            Ok(http::Response::from(response).map(|body| Body::chunks(Streamed(body))))
        })
    }
}

fn translate(request: http::Request<Body>) -> Result<Request, TransportError> {
    let (head, body) = request.into_parts();
    let url = Url::parse(&head.uri.to_string())
        .map_err(|error| TransportError::new(TransportErrorKind::Other, Sent::No, error))?;
    let mut request = Request::new(head.method, url);
    *request.headers_mut() = head.headers;
    *request.body_mut() = match body.as_bytes() {
        Some(bytes) if bytes.is_empty() => None,
        Some(bytes) => Some(bytes.clone().into()),
        None => Some(::reqwest::Body::wrap(Outgoing { length: body.length(), body: Mutex::new(body) })),
    };
    Ok(request)
}

/// A body on its way out. The lock is never taken; it only makes the body one that threads may share.
struct Outgoing {
    body: Mutex<Body>,
    length: Option<u64>,
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let body = self.body.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(Pin::new(body).poll_next(context));
        Poll::Ready(chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

fn failed(error: ::reqwest::Error) -> TransportError {
    let sent = if error.is_connect() || error.is_builder() { Sent::No } else { Sent::Maybe };
    let kind = match () {
        () if error.is_timeout() => TransportErrorKind::Timeout,
        () if error.is_connect() => TransportErrorKind::Connect,
        () => TransportErrorKind::Other,
    };
    TransportError::new(kind, sent, error.without_url())
}

struct Streamed(::reqwest::Body);

impl Chunks for Streamed {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        loop {
            match ready!(Pin::new(&mut self.0).poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(failed(error)))),
                // A frame that is no data is a trailer, which nothing here reads.
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(chunk) => return Poll::Ready(Some(Ok(chunk))),
                    Err(_) => continue,
                },
            }
        }
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}

#[cfg(test)]
mod tests;
