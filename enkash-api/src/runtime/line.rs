//! What the requests of a client travel by, whoever makes them: addresses, transport, time-outs and caps.

use super::base_url::Origin;
#[cfg(feature = "cookies")]
use super::cookies::Jar;
use super::hook::Hooks;
use super::retry::Retries;
use super::transport::Transport;
use super::{Clock, Error, Server};
use http::HeaderValue;
use std::sync::Arc;
use std::time::Duration;

/// The way of a client to its servers. It knows no credentials.
pub(super) struct Line {
    pub(super) base: Origin,
    pub(super) servers: &'static [Server],
    /// What the caller has said of each server, without a slash at the end.
    pub(super) own: Vec<Option<String>>,
    pub(super) transport: Arc<dyn Transport>,
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
    /// Scheme, host and path below which an operation lies, without a slash at the end.
    ///
    /// # Errors
    /// If it has a server to itself about which the caller must be asked.
    pub(super) fn address(&self, server: Option<usize>, credentials: bool) -> Result<String, Error> {
        let Some((index, server)) = server.and_then(|index| Some((index, self.servers.get(index)?))) else {
            return Ok(self.base.prefix.clone());
        };
        let set = self.own.get(index).and_then(Option::as_deref);
        server.address(set, &self.base, credentials).ok_or_else(|| {
            let name = server.name;
            Error::config(format!(
                "the operation is served elsewhere than the rest of the API; help: say where, by `.{name}(…)` on \
                 the client builder"
            ))
        })
    }
}
