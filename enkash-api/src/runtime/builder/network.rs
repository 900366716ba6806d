//! The transport of a client: the user's own, or the default one, and what that alone can be told.

use super::Builder;
use crate::runtime::Error;
#[cfg(feature = "reqwest")]
use crate::runtime::Secret;
use crate::runtime::transport::Way;
#[cfg(feature = "reqwest")]
use crate::runtime::transport::{ReqwestTransport, Route, Settings};
#[cfg(feature = "reqwest")]
use bytes::Bytes;
#[cfg(feature = "reqwest")]
use std::sync::Arc;

#[cfg(feature = "reqwest")]
impl Builder {
    /// Sends everything through a proxy.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.network.route = Route::Proxy(url.into());
        self
    }

    /// Sends nothing through a proxy, whatever the system says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.network.route = Route::Direct;
        self
    }

    /// Trusts the certificates that these authorities sign, too.
    #[must_use]
    pub fn root_certificate(mut self, pem_or_der: impl Into<Bytes>) -> Self {
        self.network.roots.push(pem_or_der.into());
        self
    }

    pub(super) fn transport_to(&self, plain: bool) -> Result<Way, Error> {
        let Some(own) = &self.transport else {
            let settings = Settings { connect_timeout: self.connect_timeout, plain, network: &self.network };
            return ReqwestTransport::new(&settings).map(Way::Default);
        };
        if !self.network.is_default() {
            let message = "a proxy, `no_proxy` or a root certificate is set, and a transport that does not know of it; \
                           help: set that up in the transport";
            return Err(Error::config(message));
        }
        Ok(Way::Own(Arc::clone(own)))
    }
}

#[cfg(not(feature = "reqwest"))]
impl Builder {
    pub(super) fn transport_to(&self, _plain: bool) -> Result<Way, Error> {
        let none = "there is no transport; help: call `.transport(…)`, or enable the cargo feature `reqwest`";
        self.transport.clone().map(Way::Own).ok_or_else(|| Error::config(none))
    }
}
