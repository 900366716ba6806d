//! The tokens of a client as its user sees them.

use super::super::wire::Wire;
use super::super::{Error, Format, Operation, Secret};
use super::source::Source;
use super::{Asking, FixedLogin, Login, LoginProvider};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

/// The tokens of a client; `R` is the type of what they are asked for with.
pub struct Tokens<R> {
    source: Arc<Source>,
    format: Format,
    request: PhantomData<fn(R)>,
    asking: fn(Format, Box<dyn LoginProvider<R>>) -> Asking<R>,
}

/// A token, for what the client does not send itself. `Debug` shows nothing that the server wrote.
#[derive(Clone)]
#[non_exhaustive]
pub struct AccessToken {
    /// The token.
    pub token: Secret,
    /// The scopes that were granted, separated by spaces, if the server named them.
    pub scope: Option<String>,
    /// How long it is believed to live on, if that is known.
    pub lifetime: Option<Duration>,
}

impl<R: Wire + Clone + Send + Sync + 'static> Tokens<R> {
    /// The present token, or a new one: as a call would get it.
    ///
    /// # Errors
    /// As a call: [`Credentials`](super::super::ErrorKind::Credentials) if the server refuses them,
    /// [`CredentialsLatched`](super::super::ErrorKind::CredentialsLatched) if it has refused them before, and what else keeps a token
    /// from coming.
    pub async fn get(&self) -> Result<AccessToken, Error> {
        let entry = self.source.entry().await?;
        let left = entry.ends_at.saturating_sub(self.source.now());
        Ok(AccessToken {
            token: entry.value.access.clone(),
            scope: entry.value.scope.clone(),
            lifetime: (entry.ends_at != super::cell::NEVER).then(|| Duration::from_nanos(left)),
        })
    }

    /// Forgets that credentials were refused, so that the next call sends them again. An account that was locked needs
    /// this, once it is open again.
    pub fn reset(&self) {
        self.source.reset();
    }

    /// Logs in with something else from now on, and forgets the present token.
    pub fn replace(&self, login: impl Into<Login<R>>) {
        self.replace_from(FixedLogin(login.into()));
    }

    /// The same, with logins that come from somewhere.
    pub fn replace_from(&self, provider: impl LoginProvider<R>) {
        self.source.replace(Arc::new((self.asking)(self.format, Box::new(provider))));
    }
}

impl<R> Tokens<R> {
    pub(in super::super) fn new<O: Operation>(source: Arc<Source>, format: Format) -> Self {
        Self { source, format, request: PhantomData, asking: asking::<O, R> }
    }
}

/// Logins for an operation.
pub(in super::super) fn asking<O: Operation, R>(
    format: Format,
    provider: Box<dyn LoginProvider<R>>,
) -> Asking<R> {
    Asking { meta: const { &O::META }, server: O::SERVER, format, provider }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("token", &self.token)
            .field("has_scope", &self.scope.is_some())
            .field("lifetime", &self.lifetime)
            .finish()
    }
}

impl<R> fmt::Debug for Tokens<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").field("source", &self.source).finish_non_exhaustive()
    }
}
