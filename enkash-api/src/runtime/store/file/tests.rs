//! A store in files, with what others may have done to them.

mod refusals;
mod rot;

use super::super::{MemoryStore, StoreError, StoreKey, StoredToken, TokenStore};
use super::*;
use crate::runtime::Secret;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use tokio::time::timeout;

/// Longer than a busy machine takes.
const LONG: Duration = Duration::from_secs(10);

/// A store in a directory that goes with it.
struct Shelf {
    root: TempDir,
    store: FileStore,
    key: StoreKey,
}

impl Shelf {
    fn new() -> Self {
        let root = tempfile::tempdir().expect("a temporary directory");
        let store = FileStore::new(root.path().join("tokens"));
        Self { root, store, key: StoreKey::digest(["https://api.example.com", "client"]) }
    }

    /// One with a token in it.
    async fn with(text: &str) -> Self {
        let shelf = Self::new();
        shelf.save(text).await.expect("an empty store takes a token");
        shelf
    }

    fn directory(&self) -> PathBuf {
        self.root.path().join("tokens")
    }

    fn path(&self, end: &str) -> PathBuf {
        self.directory().join(format!("{}.{end}", self.key.as_str()))
    }

    async fn save(&self, text: &str) -> Result<(), StoreError> {
        self.store.save(&self.key, &StoredToken::new(text, SystemTime::now())).await
    }

    async fn load(&self) -> Result<Option<String>, StoreError> {
        let token = self.store.load(&self.key).await?;
        Ok(token.map(|token| token.access_token.expose().clone()))
    }

    async fn remove(&self, text: &str) -> Result<(), StoreError> {
        self.store.remove(&self.key, &Secret::from(text)).await
    }

    /// What is in the directory, by name, the key left out.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.directory()).expect("the directory can be read");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry.expect("an entry").file_name().to_string_lossy().replace(self.key.as_str(), "*")
            })
            .collect();
        names.sort();
        names
    }
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).expect("it is there").permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

#[tokio::test]
async fn what_is_saved_is_loaded() {
    let shelf = Shelf::new();
    let now = SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_123);
    let mut token = StoredToken::new("a", now);
    for rest in [None, Some("b \" \\ \u{1} \u{1f600}")] {
        token.refresh_token = rest.map(Secret::from);
        token.scope = rest.map(str::to_owned);
        token.expires_at = rest.map(|_| now + Duration::from_secs(300));
        shelf.store.save(&shelf.key, &token).await.expect("it can be saved");
        let found = shelf.store.load(&shelf.key).await.expect("it can be read").expect("it is there");
        assert_eq!(found.access_token.expose(), "a");
        assert_eq!(found.refresh_token.as_ref().map(|token| token.expose().as_str()), rest);
        assert_eq!(found.scope.as_deref(), rest);
        assert_eq!((found.issued_at, found.expires_at), (now, token.expires_at));
    }
}

#[tokio::test]
async fn store_that_was_never_used_is_empty_and_is_not_made_by_reading() {
    let shelf = Shelf::new();
    assert_eq!(shelf.load().await.expect("nothing is no error"), None);
    shelf.remove("a").await.expect("nothing is no error");
    assert!(!shelf.directory().exists());
}

#[tokio::test]
async fn keys_have_files_of_their_own() {
    let shelf = Shelf::with("a").await;
    let other = StoreKey::digest(["other"]);
    assert!(shelf.store.load(&other).await.expect("nothing is no error").is_none());
    shelf.store.save(&other, &StoredToken::new("b", SystemTime::now())).await.expect("it can be saved");
    assert_eq!(shelf.load().await.expect("it can be read").as_deref(), Some("a"));
}

#[tokio::test]
async fn only_the_token_that_is_meant_is_removed() {
    let shelf = Shelf::with("new").await;
    shelf.remove("old").await.expect("another token is no error");
    assert_eq!(shelf.load().await.expect("it can be read").as_deref(), Some("new"));
    shelf.remove("new").await.expect("it can be removed");
    assert_eq!(shelf.load().await.expect("nothing is no error"), None);
    assert_eq!(shelf.names(), [""; 0]);
}

#[tokio::test]
async fn directory_is_made_with_its_parents_for_the_owner_alone() {
    let root = tempfile::tempdir().expect("a temporary directory");
    let (parent, key) = (root.path().join("a"), StoreKey::digest(["key"]));
    let store = FileStore::new(parent.join("b/"));
    drop(store.lock(&key).await.expect("it can be locked"));
    store.save(&key, &StoredToken::new("a", SystemTime::now())).await.expect("it can be saved");
    assert_eq!([mode(&parent), mode(&parent.join("b"))], [0o700; 2]);
    for end in ["json", "lock"] {
        assert_eq!(mode(&parent.join("b").join(format!("{}.{end}", key.as_str()))), 0o600, "{end}");
    }
}

#[tokio::test]
async fn saving_leaves_nothing_beside_the_token_and_clears_up_after_others() {
    let shelf = Shelf::with("a").await;
    assert_eq!(shelf.names(), ["*.json"]);
    for name in [".0123456789abcdef.tmp", ".tmp"] {
        let left = shelf.directory().join(format!("{}{name}", shelf.key.as_str()));
        fs::write(&left, "{").expect("the directory is ours");
        set_mode(&left, 0o600);
    }
    fs::write(shelf.directory().join("other.0.tmp"), "").expect("the directory is ours");
    shelf.save("b").await.expect("what was left behind is no obstacle");
    assert_eq!(shelf.names(), ["*.json", "other.0.tmp"]);
    assert_eq!(shelf.load().await.expect("it can be read").as_deref(), Some("b"));
}

#[tokio::test]
async fn file_that_somebody_is_writing_is_not_cleared_up() {
    let shelf = Shelf::with("a").await;
    let path = shelf.path("1.tmp");
    fs::write(&path, "{").expect("the directory is ours");
    set_mode(&path, 0o600);
    let held = lock::Held::of(fs::File::open(&path).expect("it is there")).expect("it can be locked");
    shelf.save("b").await.expect("it is no obstacle");
    assert_eq!(shelf.names(), ["*.1.tmp", "*.json"]);
    drop(held);
    shelf.save("c").await.expect("it is no obstacle");
    assert_eq!(shelf.names(), ["*.json"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn saving_at_the_same_time_without_the_lock_leaves_one_whole_token() {
    let shelf = Shelf::new();
    let tasks: Vec<_> = (0..40)
        .map(|number| {
            let (store, key) = (shelf.store.clone(), shelf.key.clone());
            let token = StoredToken::new(number.to_string(), SystemTime::now());
            tokio::spawn(async move { store.save(&key, &token).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no task panics").expect("each can be saved");
    }
    let found = shelf.load().await.expect("it can be read").expect("it is there");
    assert!(found.parse::<u8>().is_ok_and(|number| number < 40), "{found}");
    assert_eq!(shelf.names(), ["*.json"]);
}

#[tokio::test]
async fn key_that_is_held_is_waited_for() {
    let (shelf, short) = (Shelf::new(), Duration::from_millis(30));
    let again = FileStore::new(shelf.directory());
    let guard = shelf.store.lock(&shelf.key).await.expect("it can be locked");
    assert!(timeout(short, again.lock(&shelf.key)).await.is_err(), "two hold one key");
    let other = StoreKey::digest(["other"]);
    drop(timeout(LONG, again.lock(&other)).await.expect("keys are locked apart").expect("it can be locked"));
    let waiter = tokio::spawn({
        let (store, key) = (again.clone(), shelf.key.clone());
        async move { store.lock(&key).await.map(drop) }
    });
    tokio::time::sleep(short).await;
    assert!(!waiter.is_finished());
    drop(guard);
    waiter.await.expect("the task does not panic").expect("it can be locked");
}

#[tokio::test]
async fn lock_that_is_given_up_while_it_is_tried_for_is_free() {
    let shelf = Shelf::new();
    for step in 0..40 {
        let mut given_up = shelf.store.lock(&shelf.key);
        std::future::poll_fn(|context| {
            _ = given_up.as_mut().poll(context).map(drop);
            std::task::Poll::Ready(())
        })
        .await;
        // So it is dropped before, while, and after the lock is got for it.
        std::thread::sleep(Duration::from_micros(10 * step));
        drop(given_up);
        let free = timeout(LONG, shelf.store.lock(&shelf.key)).await;
        drop(free.expect("nobody holds it").expect("it can be locked"));
    }
}

#[tokio::test]
async fn lock_on_a_file_that_was_removed_counts_for_nothing() {
    let shelf = Shelf::new();
    let guard = shelf.store.lock(&shelf.key).await.expect("it can be locked");
    let path = shelf.path("lock");
    let opened = fs::File::open(&path).expect("it is there");
    drop(guard);
    fs::remove_file(&path).expect("the directory is ours");
    assert!(lock::Held::of(opened).expect("it can be asked").is_none());
    drop(shelf.store.lock(&shelf.key).await.expect("the file is made anew"));
    assert_eq!(mode(&path), 0o600);
}

#[tokio::test]
async fn relative_directory_is_that_of_the_working_directory_of_now() {
    let here = std::env::current_dir().expect("there is one");
    assert_eq!(*FileStore::new("tokens/").directory, here.join("tokens"));
    let nowhere = FileStore::new("");
    assert!(nowhere.lock(&StoreKey::digest(["key"])).await.is_err());
}

#[tokio::test]
async fn any_store_can_stand_behind_the_trait() {
    let shelf = Shelf::new();
    for store in [Arc::new(shelf.store.clone()) as Arc<dyn TokenStore>, Arc::new(MemoryStore::new())] {
        let store: Box<dyn TokenStore> = Box::new(store);
        let guard = store.lock(&shelf.key).await.expect("it can be locked");
        store.save(&shelf.key, &StoredToken::new("a", SystemTime::now())).await.expect("it can be saved");
        drop(guard);
        assert!(store.load(&shelf.key).await.expect("it can be read").is_some());
        store.remove(&shelf.key, &"a".into()).await.expect("it can be removed");
        assert!(store.load(&shelf.key).await.expect("it can be read").is_none());
    }
}
