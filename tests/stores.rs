//! The store in files, used by processes that start beside each other and are killed: a token is fetched once, and
//! is there whole or not at all.
//!
//! `FAULT_ROUNDS=1000 cargo test -p enkash-tests --test stores` kills a process a thousand times, and not just as
//! often as every run does.
#![cfg(unix)]

#[path = "stores/children.rs"]
mod children;
#[path = "stores/kill.rs"]
mod kill;
#[path = "stores/race.rs"]
mod race;
#[path = "stores/roundtrip.rs"]
mod roundtrip;
#[path = "stores/umask.rs"]
mod umask;

use std::time::{Duration, SystemTime};

use enkash_api::{Secret, StoredToken};

/// How often a process is killed, and how often two race each other.
fn rounds() -> usize {
    match std::env::var("FAULT_ROUNDS") {
        Ok(rounds) => rounds.parse().expect("`FAULT_ROUNDS` is a number"),
        Err(_) => 60,
    }
}

/// A runtime for the calls of one test.
fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().expect("a runtime can be started")
}

/// A token whose every field tells it from others, as long as a signed one.
fn token(name: &str) -> StoredToken {
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + name.len() as u64);
    let mut token = StoredToken::new(name.repeat(3_000), moment);
    token.refresh_token = Some(Secret::new(name.repeat(1_000)));
    token.scope = Some(name.to_owned());
    token.expires_at = Some(moment + Duration::from_secs(300));
    token
}

/// What a token consists of.
type Fields = (String, Option<String>, Option<String>, SystemTime, Option<SystemTime>);

fn fields(token: &StoredToken) -> Fields {
    (
        token.access_token.expose().clone(),
        token.refresh_token.as_ref().map(|token| token.expose().clone()),
        token.scope.clone(),
        token.issued_at,
        token.expires_at,
    )
}
