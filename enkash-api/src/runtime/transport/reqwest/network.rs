//! What a user may say of the way to the network: a proxy, and roots to trust beside the platform's.
//!
//! Invariant: nothing shows a proxy's address, which may hold a password; and what may go unencrypted because it stays on
//! this machine does not leave it by a proxy.

use crate::runtime::base_url::is_loopback;
use crate::runtime::{Error, Secret};
use ::reqwest::{ClientBuilder, Proxy, Url};
use bytes::Bytes;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

/// What a builder has been told.
#[derive(Clone, Default)]
pub(in super::super::super) struct Network {
    pub(in super::super::super) route: Route,
    /// Certificates as PEM or DER, as they were given.
    pub(in super::super::super) roots: Vec<Bytes>,
}

impl Network {
    /// Whether it has been told nothing.
    pub(in super::super::super) fn is_default(&self) -> bool {
        matches!(self.route, Route::System) && self.roots.is_empty()
    }
}

/// Whether a proxy is in between.
#[derive(Clone, Default)]
pub(in super::super::super) enum Route {
    /// As the system says, and never to this machine itself.
    #[default]
    System,
    Direct,
    Proxy(Secret),
}

impl Route {
    /// Sets up a client for requests that go to this machine unencrypted (`plain`), or anywhere over TLS. Also says whether
    /// the way to the proxy is one over TLS.
    ///
    /// # Errors
    /// If the address of the proxy is unusable.
    pub(super) fn apply(&self, builder: ClientBuilder, plain: bool) -> Result<(ClientBuilder, bool), Error> {
        let text = match self {
            // What may go unencrypted because it stays on this machine must not go to a proxy.
            Self::System if plain => return Ok((builder.no_proxy(), false)),
            Self::System => return Ok((builder, false)),
            Self::Direct => return Ok((builder.no_proxy(), false)),
            Self::Proxy(text) => text,
        };
        let refuse = |reason: &str| Error::config(format!("the address of the proxy {reason}"));
        let unusable = "is no absolute URL; help: write it as `http://host:port` or `https://user:password@host:port`, \
                        percent-encoded";
        let url = Url::parse(text.expose()).map_err(|_| refuse(unusable))?;
        if !["http", "https"].contains(&url.scheme()) {
            return Err(refuse("is neither `http` nor `https`"));
        }
        let Some(host) = url.host_str() else { return Err(refuse(unusable)) };
        if url.path().len() > 1 || url.query().is_some() || url.fragment().is_some() {
            return Err(refuse("has a path, a query or a fragment; help: leave it out"));
        }
        if plain && !is_loopback(host) {
            return Err(refuse("is another machine, and the base URL is `http`; help: use `https`"));
        }
        // The transport goes past a proxy whose address it cannot read.
        if url.as_str().parse::<http::Uri>().is_err() {
            return Err(refuse(unusable));
        }
        let is_tls = url.scheme() == "https";
        let proxy = Proxy::all(url).map_err(|_| refuse(unusable))?;
        Ok((builder.proxy(proxy), is_tls))
    }
}

/// The certificates in texts of PEM, of which there may be several in one, and in DER.
///
/// # Errors
/// If there is none in a text, or one is not the certificate of an authority.
pub(super) fn certificates(given: &[Bytes]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let refuse = |reason: &str| Error::config(format!("a root certificate {reason}"));
    let mut found = Vec::new();
    for bytes in given {
        let is_pem = bytes.windows(11).any(|window| window == b"-----BEGIN ");
        if !is_pem {
            found.push(CertificateDer::from(bytes.to_vec()));
            continue;
        }
        let before = found.len();
        for certificate in CertificateDer::pem_slice_iter(bytes) {
            found.push(certificate.map_err(|error| refuse("is no legal PEM").caused_by(error))?);
        }
        if found.len() == before {
            return Err(refuse("is not in the PEM that was given for it"));
        }
    }
    let mut store = RootCertStore::empty();
    for certificate in &found {
        let outcome = store.add(certificate.clone());
        outcome.map_err(|error| refuse("cannot be read").caused_by(error))?;
    }
    Ok(found)
}
