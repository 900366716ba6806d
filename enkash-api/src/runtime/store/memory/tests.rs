//! A store in memory, shared by the tasks of one run time.

use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};
use tokio::time::timeout;

fn key(name: &str) -> StoreKey {
    StoreKey::digest([name])
}

fn token(text: &str) -> StoredToken {
    StoredToken::new(text, SystemTime::now())
}

async fn loaded(store: &MemoryStore, key: &StoreKey) -> Option<String> {
    let token = store.load(key).await.expect("memory does not fail");
    token.map(|token| token.access_token.expose().clone())
}

/// What a lock that is taken does not let through.
async fn is_locked(store: &MemoryStore, key: &StoreKey) -> bool {
    timeout(Duration::from_millis(20), store.lock(key)).await.is_err()
}

#[tokio::test]
async fn clones_share_tokens_and_stores_do_not() {
    let (store, one, two) = (MemoryStore::new(), key("one"), key("two"));
    store.clone().save(&one, &token("a")).await.expect("memory does not fail");
    assert_eq!(loaded(&store, &one).await.as_deref(), Some("a"));
    assert_eq!(loaded(&store, &two).await, None);
    assert_eq!(loaded(&MemoryStore::new(), &one).await, None);
    store.save(&one, &token("b")).await.expect("memory does not fail");
    assert_eq!(loaded(&store, &one).await.as_deref(), Some("b"));
}

#[tokio::test]
async fn only_the_token_that_is_meant_is_removed() {
    let (store, key) = (MemoryStore::new(), key("one"));
    store.save(&key, &token("new")).await.expect("memory does not fail");
    store.remove(&key, &"old".into()).await.expect("memory does not fail");
    assert_eq!(loaded(&store, &key).await.as_deref(), Some("new"));
    store.remove(&key, &"new".into()).await.expect("memory does not fail");
    assert_eq!(loaded(&store, &key).await, None);
}

#[tokio::test]
async fn token_of_any_day_is_served() {
    let (store, key) = (MemoryStore::new(), key("one"));
    let tomorrow = SystemTime::now() + Duration::from_secs(86_400);
    store.save(&key, &StoredToken::new("a", tomorrow)).await.expect("memory does not fail");
    assert_eq!(loaded(&store, &key).await.as_deref(), Some("a"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_a_hundred_tasks_holds_a_key_at_a_time() {
    let (store, inside, most) = (MemoryStore::new(), Arc::default(), Arc::default());
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let (store, inside, most) = (store.clone(), Arc::clone(&inside), Arc::clone(&most));
            tokio::spawn(async move {
                let guard = store.lock(&key("one")).await.expect("memory does not fail");
                let now = AtomicUsize::fetch_add(&inside, 1, Ordering::SeqCst) + 1;
                AtomicUsize::fetch_max(&most, now, Ordering::SeqCst);
                tokio::task::yield_now().await;
                inside.fetch_sub(1, Ordering::SeqCst);
                drop(guard);
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no task panics");
    }
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn keys_are_locked_apart() {
    let store = MemoryStore::new();
    let one = store.lock(&key("one")).await.expect("memory does not fail");
    assert!(is_locked(&store, &key("one")).await);
    assert!(!is_locked(&store, &key("two")).await);
    drop(one);
    assert!(!is_locked(&store, &key("one")).await);
}

#[tokio::test]
async fn waiter_that_gives_up_holds_up_nobody() {
    let (store, key) = (MemoryStore::new(), key("one"));
    let guard = store.lock(&key).await.expect("memory does not fail");
    let next = tokio::spawn({
        let (store, key) = (store.clone(), key.clone());
        async move {
            assert!(is_locked(&store, &key).await);
            // Gives up a second time as the lock is handed over to it.
            let mut waiting = store.lock(&key);
            std::future::poll_fn(|context| {
                assert!(waiting.as_mut().poll(context).is_pending());
                std::task::Poll::Ready(())
            })
            .await;
            drop(guard);
            drop(waiting);
        }
    });
    next.await.expect("the task does not panic");
    assert!(!is_locked(&store, &key).await);
}

#[tokio::test]
async fn locks_that_nobody_holds_take_no_memory() {
    let store = MemoryStore::new();
    for number in 0..100 {
        drop(store.lock(&key(&number.to_string())).await.expect("memory does not fail"));
    }
    let _held = store.lock(&key("held")).await.expect("memory does not fail");
    assert_eq!(store.kept().locks.len(), 1);
}
