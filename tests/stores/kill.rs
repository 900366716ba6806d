//! A process that saves tokens is killed at any moment: what is there afterwards is one of them, whole.

use std::{
    fs,
    hash::{BuildHasher as _, RandomState},
    path::Path,
    thread,
    time::Duration,
};

use enkash_api::{FileStore, StoredToken, TokenStore as _};
use tokio::time::timeout;

use super::{
    children::{Part, Process, command, key},
    fields, rounds, runtime, token,
};

/// After so many rounds the store begins anew, without a token.
const ROUNDS_OF_A_STORE: usize = 5;

fn moment(longest: Duration) -> Duration {
    let random = RandomState::new().hash_one(()) % 1_000_000;
    longest * u32::try_from(random).expect("it is below a million") / 1_000_000
}

fn is_whole(found: &StoredToken) -> bool {
    [token("a"), token("bc")].iter().any(|token| fields(token) == fields(found))
}

/// Whether a second file was left behind.
fn has_left_something(directory: &Path) -> bool {
    fs::read_dir(directory).is_ok_and(|mut entries| {
        entries.any(|entry| entry.expect("an entry").file_name().as_encoded_bytes().ends_with(b".tmp"))
    })
}

#[test]
fn token_is_whole_whenever_the_process_that_saves_it_is_killed() {
    let (runtime, key) = (runtime(), key());
    let (mut halves, mut nothings) = (0, 0);
    for _ in 0..rounds().div_ceil(ROUNDS_OF_A_STORE) {
        let root = tempfile::tempdir().expect("a temporary directory");
        let directory = root.path().join("tokens");
        let store = FileStore::new(&directory);
        let mut was_there = false;
        for round in 0..ROUNDS_OF_A_STORE {
            let mut saver = Process::start(&mut command(Part::Saver, &directory));
            saver.hear();
            // The first is killed about its first token, the others about any.
            if round > 0 {
                saver.hear();
                was_there = true;
            }
            thread::sleep(moment(Duration::from_millis(if was_there { 10 } else { 2 })));
            saver.kill();
            halves += usize::from(has_left_something(&directory));
            let found = runtime.block_on(store.load(&key)).expect("a kill is no reason for an error");
            match found {
                Some(token) => {
                    assert!(is_whole(&token), "a token was torn");
                    was_there = true;
                }
                None => {
                    assert!(!was_there, "a token was lost");
                    nothings += 1;
                }
            }
        }
        // Whoever comes next finds nothing in the way.
        runtime.block_on(async {
            let lock = timeout(Duration::from_secs(5), store.lock(&key)).await;
            let _guard = lock.expect("the lock of a dead process is free").expect("it can be locked");
            store.save(&key, &token("a")).await.expect("what was left behind is no obstacle");
        });
        assert!(!has_left_something(&directory), "what was left behind is still there");
    }
    println!("{halves} kills left a half-written file, {nothings} came before the first token");
    // Else the test would prove nothing; of a few kills that may be so.
    assert!(halves > 0 || rounds() < 60, "no kill came while a token was being saved");
}

#[test]
fn token_is_whole_for_those_who_read_while_it_is_replaced() {
    let root = tempfile::tempdir().expect("a temporary directory");
    let directory = root.path().join("tokens");
    let mut saver = Process::start(&mut command(Part::Saver, &directory));
    saver.hear();
    let store = FileStore::new(&directory);
    let (mut ones, mut others) = (0, 0);
    runtime().block_on(async {
        while ones < rounds() || others < rounds() {
            let Some(found) = store.load(&key()).await.expect("a save is no reason for an error") else {
                assert_eq!(ones + others, 0, "a token was lost");
                continue;
            };
            assert!(is_whole(&found), "a token was seen half written");
            *(if found.scope.as_deref() == Some("a") { &mut ones } else { &mut others }) += 1;
        }
    });
    saver.kill();
}
