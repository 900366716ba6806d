//! Whatever is in a token comes back.

use std::time::{Duration, SystemTime};

use enkash_api::{FileStore, Secret, StoreKey, StoredToken, TokenStore as _};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::{fields, runtime};

fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..300).prop_map(String::from_iter)
}

/// Milliseconds since 1970, up to a number.
fn moment(end: u64) -> impl Strategy<Value = SystemTime> {
    (0..=end).prop_map(|millis| SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
}

fn tokens() -> impl Strategy<Value = StoredToken> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is after 1970");
    let now = u64::try_from(now.as_millis()).expect("it is soon");
    let moments = (moment(now), option::of(moment(u64::MAX / 2)));
    (text(), option::of(text()), option::of(text()), moments).prop_map(
        |(access_token, refresh_token, scope, (issued_at, expires_at))| {
            let mut token = StoredToken::new(access_token, issued_at);
            token.refresh_token = refresh_token.map(Secret::new);
            token.scope = scope;
            token.expires_at = expires_at;
            token
        },
    )
}

#[test]
fn token_comes_back_as_it_was_saved() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let (root, runtime) = (tempfile::tempdir().expect("a temporary directory"), runtime());
    let store = FileStore::new(root.path().join("tokens"));
    let result = runner.run(&(tokens(), vec(text(), 0..3)), |(token, parts)| {
        let key = StoreKey::digest(parts);
        let found = runtime.block_on(async {
            store.save(&key, &token).await.expect("it can be saved");
            store.load(&key).await.expect("it can be read")
        });
        prop_assert_eq!(found.as_ref().map(fields), Some(fields(&token)));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}
