//! The transport of a client: the default one, which can be told what is known of an address, or any other.

#[cfg(feature = "reqwest")]
use super::ReqwestTransport;
use super::{Body, BoxFuture, Transport, TransportError};
use http::Uri;
use std::sync::Arc;

/// The way of a client to the network.
pub(in super::super) enum Way {
    #[cfg(feature = "reqwest")]
    Default(ReqwestTransport),
    Own(Arc<dyn Transport>),
}

/// An address that many requests have, and what the way has made of it.
pub(in super::super) struct Address {
    uri: Uri,
    /// `None` if the way takes it as it is.
    #[cfg(feature = "reqwest")]
    url: Option<::reqwest::Url>,
}

impl Address {
    pub(in super::super) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// What the way has made of it, if it is the address of a request that was made with it; a hook may have set another.
    #[cfg(feature = "reqwest")]
    fn url_of(&self, uri: &Uri) -> Option<::reqwest::Url> {
        // A copy of an address shares its text, which is not read for that.
        let part = |uri: &Uri| {
            let authority: *const str = uri.authority()?.as_str();
            let target: *const str = uri.path_and_query()?.as_str();
            Some((authority, target))
        };
        let (authority, target) = part(uri)?;
        let (own_authority, own_target) = part(&self.uri)?;
        let is_same = std::ptr::eq(authority, own_authority)
            && std::ptr::eq(target, own_target)
            && uri.scheme() == self.uri.scheme();
        if is_same { self.url.clone() } else { None }
    }
}

impl Way {
    /// Makes of an address what can be made of it before the first request.
    pub(in super::super) fn look(&self, uri: Uri) -> Address {
        #[cfg(feature = "reqwest")]
        {
            let url = match self {
                Self::Default(transport) => transport.url(&uri).ok(),
                Self::Own(_) => None,
            };
            Address { uri, url }
        }
        #[cfg(not(feature = "reqwest"))]
        Address { uri }
    }

    /// Sends a request that may have been made with an address.
    pub(in super::super) fn send(
        &self,
        request: http::Request<Body>,
        address: Option<&Address>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Default(transport) => {
                let url = address.and_then(|address| address.url_of(request.uri()));
                transport.send_to(url, request)
            }
            Self::Own(transport) => {
                _ = address;
                transport.send(request)
            }
        }
    }
}
