//! Where tokens are kept between calls, clients and processes.
//!
//! Invariant: a store knows nothing of logins or of time-outs of tokens. It keeps what it is given under a key that
//! tells nobody anything, and lets one at a time have that key.

mod error;
#[cfg(feature = "file-store")]
mod file;
mod key;
mod memory;
mod token;

pub use self::error::StoreError;
#[cfg(feature = "file-store")]
pub use self::file::FileStore;
pub use self::key::StoreKey;
pub use self::memory::MemoryStore;
pub use self::token::StoredToken;

use super::Secret;
use super::transport::BoxFuture;
use std::fmt;
use std::sync::Arc;

/// Keeps tokens for all who log in alike, so that one login serves them all.
///
/// Whoever needs a token takes the lock of its key, loads, and only if that gives nothing logs in and saves. Loading
/// needs no lock; saving and removing without it lets an older token replace a newer one.
pub trait TokenStore: Send + Sync + 'static {
    /// Waits until no one else holds the key, in whatever process. The key is free again when the guard is dropped,
    /// or its process is gone; a future that is dropped leaves nothing locked.
    ///
    /// # Errors
    /// If the store cannot be reached, or is not safe to use.
    fn lock<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<StoreGuard, StoreError>>;

    /// The token of a key, as it was saved last. What cannot be understood is no token, and no error.
    ///
    /// # Errors
    /// As [`lock`](Self::lock).
    fn load<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<Option<StoredToken>, StoreError>>;

    /// Keeps a token in place of the one before. Whatever happens meanwhile, one of the two is there afterwards.
    ///
    /// # Errors
    /// As [`lock`](Self::lock), and if the token does not fit.
    fn save<'s>(&'s self, key: &'s StoreKey, token: &'s StoredToken)
    -> BoxFuture<'s, Result<(), StoreError>>;

    /// Forgets the token of a key if it still is this one.
    ///
    /// # Errors
    /// As [`lock`](Self::lock).
    fn remove<'s>(
        &'s self,
        key: &'s StoreKey,
        access_token: &'s Secret,
    ) -> BoxFuture<'s, Result<(), StoreError>>;
}

impl<T: TokenStore + ?Sized> TokenStore for Arc<T> {
    fn lock<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<StoreGuard, StoreError>> {
        T::lock(self, key)
    }
    fn load<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<Option<StoredToken>, StoreError>> {
        T::load(self, key)
    }
    fn save<'s>(
        &'s self,
        key: &'s StoreKey,
        token: &'s StoredToken,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        T::save(self, key, token)
    }
    fn remove<'s>(
        &'s self,
        key: &'s StoreKey,
        access_token: &'s Secret,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        T::remove(self, key, access_token)
    }
}

/// Holds a key until it is dropped.
#[must_use = "the key is free again as soon as this is dropped"]
pub struct StoreGuard {
    _held: Box<dyn Send>,
}

impl StoreGuard {
    /// Keeps what unlocks when it is dropped.
    pub fn new(held: impl Send + 'static) -> Self {
        Self { _held: Box::new(held) }
    }
}

impl fmt::Debug for StoreGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreGuard").finish_non_exhaustive()
    }
}
