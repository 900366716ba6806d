//! The store's methods: each is work on files, done where it may block.

use super::super::{StoreError, StoreGuard, StoreKey, StoredToken, TokenStore};
use super::folder::Folder;
use super::{FileStore, lock, record};
use crate::runtime::Secret;
use crate::runtime::transport::BoxFuture;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

impl FileStore {
    /// Does something with the directory and a key where it may block. It is done to its end even if the future is
    /// dropped.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        key: &StoreKey,
        work: impl FnOnce(&Path, &StoreKey) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (directory, key) = (Arc::clone(&self.directory), key.clone());
        match tokio::task::spawn_blocking(move || work(&directory, &key)).await {
            Ok(done) => done,
            Err(error) => Err(StoreError::new("work on a token's file was broken off").caused_by(error)),
        }
    }
}

/// The name of the file that holds the token of a key.
pub(super) fn file_name(key: &StoreKey) -> String {
    format!("{}.json", key.as_str())
}

fn load(folder: &Folder, key: &StoreKey) -> Result<Option<StoredToken>, StoreError> {
    let content = folder.read(&file_name(key))?;
    Ok(content.and_then(|content| record::decode(key, &content, SystemTime::now())))
}

impl TokenStore for FileStore {
    fn lock<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<StoreGuard, StoreError>> {
        Box::pin(lock::acquire(self, key))
    }

    fn load<'s>(&'s self, key: &'s StoreKey) -> BoxFuture<'s, Result<Option<StoredToken>, StoreError>> {
        Box::pin(self.blocking(key, |directory, key| match Folder::open(directory)? {
            Some(folder) => load(&folder, key),
            None => Ok(None),
        }))
    }

    fn save<'s>(
        &'s self,
        key: &'s StoreKey,
        token: &'s StoredToken,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        Box::pin(async move {
            let content = record::encode(key, token)?;
            self.blocking(key, move |directory, key| {
                Folder::create(directory)?.replace(&file_name(key), key.as_str(), &content)
            })
            .await
        })
    }

    fn remove<'s>(
        &'s self,
        key: &'s StoreKey,
        access_token: &'s Secret,
    ) -> BoxFuture<'s, Result<(), StoreError>> {
        let access_token = access_token.clone();
        Box::pin(self.blocking(key, move |directory, key| {
            let Some(folder) = Folder::open(directory)? else { return Ok(()) };
            match load(&folder, key)? {
                Some(token) if token.access_token.expose() == access_token.expose() => {
                    folder.remove(&file_name(key))
                }
                _ => Ok(()),
            }
        }))
    }
}
