//! How tokens are got and kept, as far as the user decides it.

use std::time::Duration;

/// How a token source behaves.
///
/// ```text
/// let options = TokenOptions::new().max_age(Duration::from_secs(300)).refresh(RefreshPolicy::RefreshThenLogin);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "options do nothing until a client builder gets them"]
pub struct TokenOptions {
    pub(super) max_age: Option<Duration>,
    pub(super) refresh: RefreshPolicy,
    pub(super) timeout: Duration,
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
        Self { max_age: None, refresh: RefreshPolicy::Login, timeout: Duration::from_secs(15) }
    }

    /// Believes no token for longer than this, whatever the server says of its life.
    pub fn max_age(self, max_age: Duration) -> Self {
        Self { max_age: Some(max_age), ..self }
    }

    /// Chooses what a token is renewed by.
    pub fn refresh(self, refresh: RefreshPolicy) -> Self {
        Self { refresh, ..self }
    }

    /// Sets the longest time that one fetch may take, second tries included; 15 s if not set.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }
}

impl Default for TokenOptions {
    fn default() -> Self {
        Self::new()
    }
}
