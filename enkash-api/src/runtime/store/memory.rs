//! Tokens in memory, for the clients of one process.

use super::{StoreError, StoreGuard, StoreKey, StoredToken, TokenStore};
use crate::runtime::Secret;
use crate::runtime::transport::BoxFuture;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// Keeps tokens in memory. Clones are the same store, so clients that are given clones share their tokens.
///
/// Waiting for a lock is fair: who asked first is next.
#[derive(Clone, Default)]
pub struct MemoryStore(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    tokens: HashMap<StoreKey, StoredToken>,
    /// Each lives as long as somebody holds it or waits for it.
    locks: HashMap<StoreKey, Weak<tokio::sync::Mutex<()>>>,
}

impl MemoryStore {
    /// A store without a token.
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing that is done under the lock is done by halves.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn lock(&mut self, key: &StoreKey) -> Arc<tokio::sync::Mutex<()>> {
        self.locks.retain(|_, lock| lock.strong_count() > 0);
        let known = self.locks.get(key).and_then(Weak::upgrade);
        known.unwrap_or_else(|| {
            let lock = Arc::default();
            self.locks.insert(key.clone(), Arc::downgrade(&lock));
            lock
        })
    }
}

impl TokenStore for MemoryStore {
    fn lock<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<StoreGuard, StoreError>> {
        Box::pin(async move {
            let lock = self.kept().lock(key);
            Ok(StoreGuard::new(lock.lock_owned().await))
        })
    }

    fn load<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<Option<StoredToken>, StoreError>> {
        Box::pin(async move { Ok(self.kept().tokens.get(key).cloned()) })
    }

    fn save<'s>(
        &'s self,
        key: &'s StoreKey,
        token: &'s StoredToken,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        Box::pin(async move {
            self.kept().tokens.insert(key.clone(), token.clone());
            Ok(())
        })
    }

    fn remove<'s>(
        &'s self,
        key: &'s StoreKey,
        access_token: &'s Secret,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        Box::pin(async move {
            let mut kept = self.kept();
            if kept.tokens.get(key).is_some_and(|token| token.access_token.expose() == access_token.expose())
            {
                kept.tokens.remove(key);
            }
            Ok(())
        })
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
