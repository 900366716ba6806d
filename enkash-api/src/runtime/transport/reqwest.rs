//! The default transport: reqwest over rustls with ring and the platform's certificate store.
//!
//! Invariant: no process-wide TLS provider is relied on or installed, and no error shows an address.

mod network;
mod origin;

pub(in super::super) use self::network::{Network, Route};

use self::network::certificates;
use self::origin::Origin;
use super::{Body, BoxFuture, Chunks, Transport, TransportError, TransportErrorKind};
use crate::runtime::{Error, Sent};
use ::reqwest::{Client, Request, Response, Url, redirect, retry};
use bytes::Bytes;
use futures_core::Stream as _;
use http::{HeaderMap, Uri};
use http_body::{Frame, SizeHint};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use std::fmt;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Sends with [reqwest](https://docs.rs/reqwest): HTTP/1.1, a pool of connections, the system's proxy or the one that the
/// client builder was told; no redirects, no second tries, no cookies, no `referer`.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: Client,
    /// Whether the client was made here, so that it is known to send each request once.
    is_ours: bool,
    origin: Arc<Origin>,
}

/// What the client builder knows and the transport needs.
pub(in super::super) struct Settings<'a> {
    pub(in super::super) connect_timeout: Duration,
    /// Whether the base URL is `http`, and so this machine.
    pub(in super::super) plain: bool,
    pub(in super::super) network: &'a Network,
}

/// Below the 60 to 75 s after which servers commonly close an idle connection.
const POOL_IDLE: Duration = Duration::from_secs(60);

impl ReqwestTransport {
    /// Sends with a client of your own: with its pool, its proxies, its TLS, its DNS. For the rest of what is promised of
    /// the default transport, it has to be set up so that
    ///
    /// - it follows no redirect (`redirect::Policy::none()`): one that it follows is not seen here, and reqwest repeats
    ///   the body, and headers other than `authorization`, to wherever a status 307 or 308 sends it;
    /// - it sends nothing again (`retry::never()`): what an operation is not to do twice, it could do twice;
    /// - it uses TLS for all but this machine (`https_only(true)`);
    /// - it keeps no cookies and sends no `referer` (`referer(false)`).
    ///
    /// A program that builds reqwest only by way of this crate has it without a provider of TLS: `reqwest::Client::new()`
    /// panics there until one is installed for the process, or the program enables a feature of reqwest that brings one.
    ///
    /// As it cannot be asked how often it has sent a request, failures of it are never [`Sent::No`], also where there was no
    /// connection, so that only safe operations are tried again after them. The time-outs of the client builder still
    /// hold, but for that of connecting, and so does the cap on bodies.
    pub fn from_client(client: Client) -> Self {
        Self { client, is_ours: false, origin: Arc::default() }
    }

    /// Prepares a pool; no connection is made yet.
    ///
    /// # Errors
    /// If the platform has no usable certificate store and no root was given, or the proxy or a root is unusable.
    pub(in super::super) fn new(settings: &Settings<'_>) -> Result<Self, Error> {
        let plain = settings.plain;
        let (builder, over_tls) = settings.network.route.apply(Client::builder(), plain)?;
        let roots = certificates(&settings.network.roots)?;
        let builder = builder
            .tls_backend_preconfigured(tls(!plain || over_tls, roots)?)
            .https_only(!plain)
            .http1_only()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(settings.connect_timeout)
            .pool_idle_timeout(POOL_IDLE);
        match builder.build() {
            Ok(client) => Ok(Self { client, is_ours: true, origin: Arc::default() }),
            Err(error) => Err(Error::config("the transport cannot be set up").caused_by(error.without_url())),
        }
    }
}

fn tls(is_used: bool, roots: Vec<CertificateDer<'static>>) -> Result<ClientConfig, Error> {
    let refuse = |error: rustls::Error| {
        let message = "TLS cannot be set up; help: the system has to have certificates, unless the client builder is \
                       given some by `.root_certificate(…)`";
        Error::config(message).caused_by(error)
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(refuse)?;
    if !is_used {
        // A machine without certificates can still talk to itself.
        return Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth());
    }
    let verifier = verifier(roots, provider).map_err(refuse)?;
    Ok(builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth())
}

/// Trusts what the platform trusts, and these roots. The name of the method warns of verifiers that verify less.
#[cfg(not(target_os = "android"))]
fn verifier(
    roots: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, rustls::Error> {
    Verifier::new_with_extra_roots(roots, provider)
}

#[cfg(target_os = "android")]
fn verifier(
    roots: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, rustls::Error> {
    if roots.is_empty() {
        return Verifier::new(provider);
    }
    Err(rustls::Error::General("this platform takes no roots beside its own".to_owned()))
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.send_to(None, request)
    }
}

impl ReqwestTransport {
    /// The address, as reqwest has it.
    ///
    /// # Errors
    /// If it is none in the eyes of the other parser.
    pub(super) fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let refuse = |error| TransportError::new(TransportErrorKind::Other, Sent::No, error);
        self.origin.url(uri).map_err(refuse)
    }

    /// Sends a request to its address, which may be known already as reqwest has it.
    pub(super) fn send_to(
        &self,
        url: Option<Url>,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let (head, body) = request.into_parts();
        let url = match url.map_or_else(|| self.url(&head.uri), Ok) {
            Ok(url) => url,
            Err(error) => return Box::pin(std::future::ready(Err(error))),
        };
        let sending = self.client.execute(fill(Request::new(head.method, url), head.headers, body));
        Box::pin(Sending { sending, is_ours: self.is_ours })
    }
}

/// A request on its way. Not an `async` block, which would hold it twice.
struct Sending<F> {
    sending: F,
    is_ours: bool,
}

impl<F: Future<Output = Result<Response, ::reqwest::Error>> + Unpin> Future for Sending<F> {
    type Output = Result<http::Response<Body>, TransportError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(Pin::new(&mut self.sending).poll(context));
        let mut response = response.map_err(|error| failed(error, self.is_ours))?;
        let (status, version) = (response.status(), response.version());
        let length = response.content_length();
        let mut answer = http::Response::new(());
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        let body = Body::chunks(Streamed(response));
        let body = match length {
            Some(length) => body.with_length(length),
            None => body,
        };
        *answer.status_mut() = status;
        *answer.version_mut() = version;
        Poll::Ready(Ok(answer.map(|()| body)))
    }
}

fn fill(mut request: Request, headers: HeaderMap, body: Body) -> Request {
    *request.headers_mut() = headers;
    *request.body_mut() = match body.as_bytes() {
        Some(bytes) if bytes.is_empty() => None,
        Some(bytes) => Some(bytes.clone().into()),
        None => Some(::reqwest::Body::wrap(Outgoing { length: body.length(), body: Mutex::new(body) })),
    };
    request
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

/// A client that is not ours may have sent the request before the attempt that failed.
fn failed(error: ::reqwest::Error, is_ours: bool) -> TransportError {
    let is_unsent = error.is_builder() || (error.is_connect() && is_ours);
    let sent = if is_unsent { Sent::No } else { Sent::Maybe };
    let kind = match () {
        () if error.is_timeout() => TransportErrorKind::Timeout,
        () if error.is_connect() => TransportErrorKind::Connect,
        () => TransportErrorKind::Other,
    };
    TransportError::new(kind, sent, error.without_url())
}

struct Streamed(Response);

impl Chunks for Streamed {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        // What waits for a chunk keeps nothing of it, and can be made anew.
        let chunk = ready!(pin!(self.0.chunk()).poll(context));
        Poll::Ready(chunk.map_err(|error| failed(error, false)).transpose())
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}

#[cfg(test)]
mod tests;
