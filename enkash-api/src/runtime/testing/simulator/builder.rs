//! What a token server knows and how it behaves, before it starts.

mod start;

use super::account::AccountState;
use super::connection::Manners;
use super::endpoint::Settings;
use super::record::Recorded;
use super::resource::Resource;
use crate::runtime::Secret;
use bytes::Bytes;
use http::Response;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What a [`TokenServer`](super::TokenServer) knows.
///
/// Without more than a client and a user it gives a new token for every login, with a refresh token, and never
/// locks an account. Closest to a real server is this:
///
/// ```
#[cfg_attr(doctest, doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::runtime::testing::TokenServer;"))]
/// # use std::time::Duration;
/// let builder = TokenServer::builder()
///     .client("app", "s3cret")
///     .user("ada", "p@ss")
///     .require("tenant", "T1")
///     .lock_after(3)
///     .same_token()
///     .access_lifetime(Duration::from_secs(300))
///     .refresh_lifetime(Duration::from_secs(300))
///     .concurrent_500()
///     .leaky_texts();
/// # _ = builder;
/// ```
#[derive(Clone, Default)]
#[must_use = "a server starts with `start`"]
pub struct TokenServerBuilder {
    settings: Settings,
    manners: Manners,
    states: Vec<(String, AccountState)>,
}

/// Who may log in.
impl TokenServerBuilder {
    /// Adds a client, which authenticates with HTTP Basic.
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.settings.clients.known.push((id.into(), secret.into()));
        self
    }

    /// Lets requests in that bring no client; one that is brought is still checked.
    pub fn anonymous(mut self) -> Self {
        self.settings.clients.anonymous = true;
        self
    }

    /// Lets clients authenticate with `client_id` and `client_secret` in the form, too.
    pub fn form_clients(mut self) -> Self {
        self.settings.clients.in_form = true;
        self
    }

    /// Adds a user.
    pub fn user(mut self, name: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.settings.accounts.add(name.into(), password.into());
        self
    }

    /// Sets the state of a user's account, [`AccountState::Active`] if not set.
    pub fn account(mut self, name: impl Into<String>, state: AccountState) -> Self {
        self.states.push((name.into(), state));
        self
    }

    /// Locks an account after so many wrong passwords in a row. If not set, never.
    pub fn lock_after(mut self, failures: u32) -> Self {
        self.settings.accounts.lock_after = Some(failures);
        self
    }

    /// Demands a field of the form with this value, beside those of the grant `password`.
    pub fn require(mut self, field: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.required.push((field.into(), value.into()));
        self
    }

    /// Sets the path, `/oauth/token` if not set.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.settings.path = path.into();
        self
    }

    /// Sets the grant types that clients may use, of `password` and `refresh_token`; both if not set.
    pub fn grants<'a>(mut self, grants: impl IntoIterator<Item = &'a str>) -> Self {
        self.settings.grants = grants.into_iter().map(str::to_owned).collect();
        self
    }

    /// Sets the scopes that there are; a request for another is refused, and one for some gets those. If not set,
    /// nobody looks at the scope of a request, and that of a token is `read write trust`.
    pub fn scopes<'a>(mut self, scopes: impl IntoIterator<Item = &'a str>) -> Self {
        self.settings.scopes = scopes.into_iter().map(str::to_owned).collect();
        self.settings.scopes.sort();
        self
    }
}

/// What tokens are like.
impl TokenServerBuilder {
    /// Sets how long an access token lives, 86 399 s if not set. `expires_in` tells what is left of it, in whole
    /// seconds, rounded down.
    pub fn access_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.tokens.access_lifetime = lifetime;
        self
    }

    /// Sets how long a refresh token lives, 30 days if not set.
    pub fn refresh_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.tokens.refresh_lifetime = lifetime;
        self
    }

    /// Sets a member of every token answer, whatever the truth: `("expires_in", 300)` lies about the lifetime, and
    /// one that RFC 6749 does not have is added.
    pub fn token_field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.settings.wording.fields.push((name.into(), Some(value.into())));
        self
    }

    /// Leaves a member out of every token answer.
    pub fn without_token_field(mut self, name: impl Into<String>) -> Self {
        self.settings.wording.fields.push((name.into(), None));
        self
    }

    /// Gives no refresh tokens.
    pub fn without_refresh_tokens(mut self) -> Self {
        self.settings.tokens.refreshable = false;
        self
    }

    /// Gives a new refresh token with each refresh, and ends the old one. If not set, a refresh token is used until
    /// it expires.
    pub fn rotate_refresh_tokens(mut self) -> Self {
        self.settings.tokens.rotate = true;
        self
    }

    /// Lets an access token live on when it is refreshed. If not set, a refresh ends it at once, as Spring does;
    /// even one that fails because the refresh token has expired.
    pub fn keep_old_tokens(mut self) -> Self {
        self.settings.tokens.keep_old = true;
        self
    }

    /// Gives the same access token again to the same client, user and scope as long as it lives, with an
    /// `expires_in` that falls; as Spring does. If not set, every login gives a new one and the old ones live on.
    pub fn same_token(mut self) -> Self {
        self.settings.tokens.same = true;
        self
    }
}

/// What tokens open. A path may be a template such as `/loans/{id}`; what a base URL puts in front of it is no
/// hindrance. Of several that fit, the longest answers, and of equal ones the last.
impl TokenServerBuilder {
    /// Adds a resource, which answers a live access token with this JSON, and any other request as a resource
    /// server does: 401 with a challenge of RFC 6750.
    pub fn resource(self, method: &'static str, path: &'static str, json: impl Into<Value>) -> Self {
        let json = json.into();
        self.resource_with(method, path, move |_| crate::runtime::testing::answer(200, json.clone()))
    }

    /// Adds a resource whose answer is made from the request; [`answer`](crate::runtime::testing::answer) makes one
    /// of JSON. It runs in the thread of the server.
    pub fn resource_with(
        mut self,
        method: &'static str,
        path: &'static str,
        answer: impl Fn(&Recorded) -> Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        self.settings.resources.known.push(Resource { method, path, answer: Arc::new(answer) });
        self
    }

    /// Demands a scope of tokens that are to open a path.
    pub fn resource_scope(mut self, path: &'static str, scope: impl Into<String>) -> Self {
        self.settings.resources.scopes.push((path, scope.into()));
        self
    }

    /// Closes a path to every token: 403 `access_denied`.
    pub fn resource_denied(mut self, path: &'static str) -> Self {
        self.settings.resources.denied.push(path);
        self
    }
}

/// How the server misbehaves on every request. For single ones there is [`Fault`](super::Fault).
impl TokenServerBuilder {
    /// Answers this much later. The server acts at once.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.manners.latency = latency;
        self
    }

    /// Refuses each token request that comes while another is being answered with 500 `server_error`: the race for
    /// a row of the database that real servers lose. Answering takes 50 ms then, or the [`latency`](Self::latency)
    /// if that is more.
    pub fn concurrent_500(mut self) -> Self {
        self.manners.one_at_a_time = true;
        self
    }

    /// Words errors as releases before 2.5.2 do: with the token, the name of the user or SQL in `error_description`
    /// and in `www-authenticate`.
    pub fn leaky_texts(mut self) -> Self {
        self.settings.wording.leaky = true;
        self
    }

    /// Writes errors as XML unless `accept` names JSON. If not set, only where `accept` names XML and no JSON.
    pub fn xml_errors(mut self) -> Self {
        self.settings.wording.xml = true;
        self
    }

    /// Lets the servlet container refuse requests without a client, in its own shape, as it does those with a wrong
    /// one.
    pub fn container_refusals(mut self) -> Self {
        self.settings.clients.container_refuses = true;
        self
    }

    /// Writes the container's errors as Spring Boot does since 2.3: `timestamp` a text, `message` empty.
    pub fn recent_container(mut self) -> Self {
        self.settings.wording.recent_container = true;
        self
    }
}

impl fmt::Debug for TokenServerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let resources = &self.settings.resources.known;
        let resources: Vec<_> = resources.iter().map(|known| (known.method, known.path)).collect();
        f.debug_struct("TokenServerBuilder")
            .field("path", &self.settings.path)
            .field("clients", &self.settings.clients.known.len())
            .field("users", &self.settings.accounts.len())
            .field("resources", &resources)
            .finish_non_exhaustive()
    }
}
