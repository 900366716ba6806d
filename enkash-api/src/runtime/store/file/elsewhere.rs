//! Where there are no Unix permissions there is no store, rather than a weaker one.

use super::super::{StoreError, StoreGuard, StoreKey, StoredToken, TokenStore};
use super::FileStore;
use crate::runtime::Secret;
use crate::runtime::transport::BoxFuture;
use std::future::ready;

impl FileStore {
    fn refused<T: Send + 'static>(&self) -> BoxFuture<'static, Result<T, StoreError>> {
        let directory = self.directory.display();
        Box::pin(ready(Err(StoreError::new(format!(
            "no token is kept in `{directory}`: this system has no Unix file permissions; \
             help: keep tokens in memory, or in a store of your own"
        )))))
    }
}

impl TokenStore for FileStore {
    fn lock<'s>(&'s self, _: &'s StoreKey) -> BoxFuture<'s, Result<StoreGuard, StoreError>> {
        self.refused()
    }
    fn load<'s>(&'s self, _: &'s StoreKey) -> BoxFuture<'s, Result<Option<StoredToken>, StoreError>> {
        self.refused()
    }
    fn save<'s>(&'s self, _: &'s StoreKey, _: &'s StoredToken) -> BoxFuture<'s, Result<(), StoreError>> {
        self.refused()
    }
    fn remove<'s>(&'s self, _: &'s StoreKey, _: &'s Secret) -> BoxFuture<'s, Result<(), StoreError>> {
        self.refused()
    }
}
