//! What the requests of a client travel by, whoever makes them: addresses, transport, time-outs and caps.

use super::base_url::Origin;
#[cfg(feature = "cookies")]
use super::cookies::Jar;
use super::hook::Hooks;
use super::retry::Retries;
use super::transport::Way;
use super::{Clock, Error, ErrorKind, Server};
use bytes::Bytes;
use http::uri::{self, Authority, PathAndQuery, Scheme};
use http::{HeaderValue, Uri};
use std::sync::Arc;
use std::time::Duration;

/// The way of a client to its servers. It knows no credentials.
pub(super) struct Line {
    pub(super) base: Origin,
    /// The same, taken apart.
    pub(super) root: Root,
    pub(super) servers: &'static [Server],
    /// What the caller has said of each server, without a slash at the end.
    pub(super) own: Vec<Option<String>>,
    pub(super) transport: Way,
    /// The longest time of a whole call.
    pub(super) timeout: Duration,
    /// The longest silence of the server.
    pub(super) read_timeout: Duration,
    pub(super) max_body: usize,
    pub(super) user_agent: HeaderValue,
    pub(super) retries: Retries,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) hooks: Hooks,
    /// `None` if what servers set is ignored.
    #[cfg(feature = "cookies")]
    pub(super) jar: Option<Jar>,
}

impl Line {
    /// The address of a path and query.
    ///
    /// # Errors
    /// If it is of a server about which the caller must be asked, or is none.
    pub(super) fn address(
        &self,
        server: Option<usize>,
        credentials: bool,
        target: String,
    ) -> Result<Uri, Error> {
        let illegal =
            || Error::new(ErrorKind::InvalidInput, "path and query make no legal, or too long, an address");
        let Some((index, server)) = server.and_then(|index| Some((index, self.servers.get(index)?))) else {
            return self.root.below(target).ok_or_else(illegal);
        };
        let set = self.own.get(index).and_then(Option::as_deref);
        let Some(address) = server.address(set, &self.base, credentials) else {
            let name = server.name;
            return Err(Error::config(format!(
                "the operation is served elsewhere than the rest of the API; help: say where, by `.{name}(…)` on \
                 the client builder"
            )));
        };
        Uri::try_from(address + &target).map_err(|_| illegal())
    }
}

/// The address below which the API lies, taken apart once.
pub(super) struct Root {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at the end.
    path: String,
}

/// Longer addresses are refused, as by the parser of whole ones.
const LONGEST: usize = u16::MAX as usize - 1;

impl Root {
    /// Takes an address apart that has no slash at its end; `None` if it is none.
    pub(super) fn of(address: &str) -> Option<Self> {
        let parts = address.parse::<Uri>().ok()?.into_parts();
        let path = parts.path_and_query.as_ref().map_or("", PathAndQuery::path).trim_end_matches('/');
        Some(Self { scheme: parts.scheme?, authority: parts.authority?, path: path.to_owned() })
    }

    /// `None` if that makes no address.
    fn below(&self, target: String) -> Option<Uri> {
        let target = if self.path.is_empty() { target } else { [self.path.as_str(), &target].concat() };
        if self.scheme.as_str().len() + self.authority.as_str().len() + target.len() > LONGEST {
            return None;
        }
        let mut parts = uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(target)).ok()?);
        Uri::from_parts(parts).ok()
    }
}
