//! A token endpoint on loopback that answers like the authorization server of Spring Security OAuth 2.5, with the
//! resources that its tokens open: refusals, lives of tokens and broken connections included. It keeps the exact
//! bytes of every request.

mod account;
mod builder;
mod catalogue;
mod client;
mod connection;
mod endpoint;
mod fault;
mod incoming;
mod raw;
mod record;
mod refusal;
mod resource;
mod token;

pub use self::account::AccountState;
pub use self::builder::TokenServerBuilder;
pub use self::catalogue::Case;
pub use self::fault::Fault;
pub use self::record::Recorded;
pub use self::token::Uses;

use self::connection::Server;
use self::record::lock;
use crate::runtime::Secret;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Instant;
use tokio::task::AbortHandle;

/// A running token endpoint. It stops when it is dropped.
///
/// It lives in a thread of its own, so that it answers also while a test waits without yielding.
///
/// ```
#[cfg_attr(doctest, doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::runtime::testing::{Fault, TokenServer, answer};"))]
/// # use serde_json::json;
/// # use std::time::Duration;
/// # fn main() -> std::io::Result<()> {
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let server = TokenServer::builder()
///     .client("app", "s3cret")
///     .user("ada", "p@ss")
///     .lock_after(3)
///     .access_lifetime(Duration::from_millis(300))
///     .resource("GET", "/loans/{id}", json!({ "amount": "12.50" }))
///     .resource_with("POST", "/payouts", |request| answer(201, json!({ "length": request.body().len() })))
///     .start()
///     .await?;
/// // … a client of `server.url()` logs in and asks for a loan; its next connection breaks …
/// server.inject(Fault::reset());
/// server.revoke_all();
/// assert_eq!((server.attempts(), server.failures(), server.generation()), (0, 0, 0));
/// # Ok(())
/// # }) }
/// ```
pub struct TokenServer {
    address: SocketAddr,
    server: Arc<Server>,
    accept: AbortHandle,
    thread: Option<JoinHandle<()>>,
}

impl TokenServer {
    /// Starts with nobody known.
    pub fn builder() -> TokenServerBuilder {
        TokenServerBuilder::default()
    }

    /// The base URL, `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests have arrived.
    pub fn requests(&self) -> usize {
        self.server.recorder.count()
    }

    /// The requests that have arrived, in their order.
    pub fn recorded(&self) -> Vec<Recorded> {
        self.server.recorder.requests()
    }

    /// How many connections have been taken.
    pub fn connections(&self) -> usize {
        self.server.connections.load(Ordering::SeqCst)
    }

    /// How often somebody tried to log in with a password, right or wrong. A form without one counts; a refusal
    /// before anybody looks at the user, such as that of a wrong client, does not.
    pub fn attempts(&self) -> usize {
        lock(&self.server.endpoint.accounts).attempts
    }

    /// How many of the [`attempts`](Self::attempts) failed.
    pub fn failures(&self) -> usize {
        lock(&self.server.endpoint.accounts).failures
    }

    /// How many access tokens have been made: the generation of the newest, the first being 1.
    pub fn generation(&self) -> usize {
        lock(&self.server.endpoint.tokens).generation()
    }

    /// How often resources were asked for with the access token of a generation; with 0, how often with no token
    /// or one that this server never gave.
    pub fn uses(&self, generation: usize) -> Uses {
        lock(&self.server.endpoint.tokens).uses(generation)
    }

    /// Makes something go wrong once, or [as often as it says](Fault::times). Several stand in line: a request
    /// meets the first that is for its path and due.
    pub fn inject(&self, fault: Fault) {
        self.server.faults.add(fault, false);
    }

    /// Makes something go wrong with every request of its path that meets nothing else.
    pub fn inject_always(&self, fault: Fault) {
        self.server.faults.add(fault, true);
    }

    /// How often something is still to go wrong, without what always does: 0 when a script has been played.
    pub fn pending(&self) -> usize {
        self.server.faults.pending()
    }

    /// Lets nothing more go wrong.
    pub fn clear(&self) {
        self.server.faults.clear();
    }

    /// Makes every token unknown, refresh tokens included.
    pub fn revoke_all(&self) {
        let mut tokens = lock(&self.server.endpoint.tokens);
        tokens.revoke_access();
        tokens.revoke_refresh();
    }

    /// Makes every access token unknown; refresh tokens live on.
    pub fn revoke_access(&self) {
        lock(&self.server.endpoint.tokens).revoke_access();
    }

    /// Ends the life of every token, refresh tokens included.
    pub fn expire_all(&self) {
        let (mut tokens, now) = (lock(&self.server.endpoint.tokens), Instant::now());
        tokens.expire_access(now);
        tokens.expire_refresh(now);
    }

    /// Ends the life of every access token; refresh tokens live on.
    pub fn expire_access(&self) {
        lock(&self.server.endpoint.tokens).expire_access(Instant::now());
    }

    /// Gives a user another password. Tokens live on, and an account that is locked stays so.
    ///
    /// # Panics
    /// If there is no such user.
    #[track_caller]
    pub fn set_password(&self, name: &str, password: impl Into<Secret>) {
        let found = lock(&self.server.endpoint.accounts).set_password(name, password.into());
        assert!(found, "there is no user `{name}`");
    }

    /// Locks, unlocks or disables an account, and forgets its failed attempts. Tokens live on.
    ///
    /// # Panics
    /// If there is no such user.
    #[track_caller]
    pub fn set_account(&self, name: &str, state: AccountState) {
        let found = lock(&self.server.endpoint.accounts).set_state(name, state);
        assert!(found, "there is no user `{name}`");
    }

    /// Whether a user may log in; `None` if there is none of this name.
    pub fn account(&self, name: &str) -> Option<AccountState> {
        lock(&self.server.endpoint.accounts).state(name)
    }
}

impl Drop for TokenServer {
    fn drop(&mut self) {
        self.accept.abort();
        if let Some(thread) = self.thread.take() {
            // The thread has nothing left to wait for; if it panicked, the test has seen it.
            _ = thread.join();
        }
    }
}

impl fmt::Debug for TokenServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenServer")
            .field("url", &self.url())
            .field("requests", &self.requests())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
