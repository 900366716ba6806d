//! What tokens are asked for with, and how they are got and kept.

use super::super::credential::Prepared;
use super::super::line::Line;
use super::super::token::{Ask, FixedLogin, Source, asking};
use super::super::wire::Wire;
use super::super::{Credential, Format, Login, LoginProvider, Operation, Scheme, TokenOptions};
use super::Builder;
use std::sync::Arc;

/// The settings of a login.
#[derive(Clone, Default)]
pub(super) struct Settings {
    asker: Option<Arc<dyn Ask>>,
    options: TokenOptions,
}

impl Builder {
    /// Sets what tokens are asked for with, by an operation whose body is of this format.
    #[must_use]
    pub fn login<O: Operation, R: Wire + Clone + Send + Sync + 'static>(
        self,
        format: Format,
        login: impl Into<Login<R>>,
    ) -> Self {
        self.login_from::<O, R>(format, FixedLogin(login.into()))
    }

    /// Sets where that comes from.
    #[must_use]
    pub fn login_from<O: Operation, R: Wire + Send + Sync + 'static>(
        mut self,
        format: Format,
        provider: impl LoginProvider<R>,
    ) -> Self {
        self.login.asker = Some(Arc::new(asking::<O, R>(format, Box::new(provider))));
        self
    }

    /// Sets how tokens are got and kept.
    #[must_use]
    pub fn token_options(mut self, options: TokenOptions) -> Self {
        self.login.options = options;
        self
    }
}

impl Settings {
    /// Where the tokens of a client come from, if it has a login.
    pub(super) fn source(
        self,
        line: &Arc<Line>,
        schemes: &'static [Scheme],
        prepared: &Arc<[Option<Prepared>]>,
        credentials: &[Option<Credential>],
    ) -> Option<Arc<Source>> {
        let source = Source::new(Arc::clone(line), schemes, Arc::clone(prepared), self.asker?, self.options);
        #[cfg(feature = "store")]
        let source = {
            let ids = credentials.iter().flatten().filter_map(Credential::id);
            source.of_clients(ids.collect::<Vec<_>>().join("\n"))
        };
        #[cfg(not(feature = "store"))]
        let _ = credentials;
        Some(Arc::new(source))
    }
}
