//! How tokens are got and kept, as far as the user decides it.

#[cfg(feature = "store")]
use super::super::store::TokenStore;
use std::fmt;
#[cfg(feature = "store")]
use std::sync::Arc;
use std::time::Duration;

/// How a token source behaves.
///
/// ```text
/// let options = TokenOptions::new().max_age(Duration::from_secs(300)).refresh(RefreshPolicy::RefreshThenLogin);
/// ```
#[derive(Clone)]
#[must_use = "options do nothing until a client builder gets them"]
pub struct TokenOptions {
    pub(super) max_age: Option<Duration>,
    pub(super) refresh: RefreshPolicy,
    pub(super) timeout: Duration,
    #[cfg(feature = "store")]
    pub(super) store: Option<Arc<dyn TokenStore>>,
}

/// What a token that ends is renewed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefreshPolicy {
    /// By a new login. Servers that know several processes by one account often take the old token from all of them
    /// when one refreshes, so this is what happens unless something else is chosen.
    #[default]
    Login,
    /// By the refresh token, and by a login only if the server says that it is no longer good (`invalid_grant`).
    RefreshThenLogin,
    /// By the refresh token alone, after one login; a user has to be asked for another.
    RefreshOnly,
}

impl TokenOptions {
    /// What holds unless something else is said: a token is believed to live as long as the server says, it is
    /// renewed by a login, and one fetch takes at most 15 s.
    pub fn new() -> Self {
        Self {
            max_age: None,
            refresh: RefreshPolicy::Login,
            timeout: Duration::from_secs(15),
            #[cfg(feature = "store")]
            store: None,
        }
    }

    /// Believes no token for longer than this, whatever the server says of its life.
    pub fn max_age(self, max_age: Duration) -> Self {
        Self { max_age: Some(max_age), ..self }
    }

    /// Chooses what a token is renewed by.
    pub fn refresh(self, refresh: RefreshPolicy) -> Self {
        Self { refresh, ..self }
    }

    /// Looks for tokens in a store before one is asked for, and keeps them there: clients and processes that log in
    /// alike share one.
    #[cfg(feature = "store")]
    pub fn store(self, store: impl TokenStore) -> Self {
        Self { store: Some(Arc::new(store)), ..self }
    }

    /// Sets the longest time that one fetch may take, second tries included; 15 s if not set.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }
}

impl fmt::Debug for TokenOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenOptions")
            .field("max_age", &self.max_age)
            .field("refresh", &self.refresh)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl Default for TokenOptions {
    fn default() -> Self {
        Self::new()
    }
}
