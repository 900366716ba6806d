//! Tokens that clients share through a store. (25, 28)

use crate::bank::{PASSWORD, bank, builder, fetches};
use enkash_api::runtime::store::{FileStore, MemoryStore, TokenStore};
use enkash_api::testing::{ManualClock, TokenServer};
use enkash_api::{Error, ErrorKind, TokenOptions};
use enkash_tests::golden::bank::Client;
use std::time::Duration;

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

fn sharing(server: &TokenServer, store: impl TokenStore, clock: &ManualClock) -> Client {
    let options = TokenOptions::new().store(store);
    let builder = builder(server, PASSWORD).token_options(options).clock(clock.clone());
    builder.build().expect("good settings")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p28_clients_that_log_in_alike_share_one_token() {
    let folder = tempfile::tempdir().expect("a folder");
    let tokens = folder.path().join("tokens");
    let server = start(bank().latency(Duration::from_millis(20))).await;
    let clock = ManualClock::new();
    let clients: Vec<_> = (0..8).map(|_| sharing(&server, FileStore::new(&tokens), &clock)).collect();
    let calls: Vec<_> = clients
        .into_iter()
        .map(|client| {
            tokio::spawn(async move { client.get_account("7").await.map(drop).map_err(Error::from) })
        })
        .collect();
    for call in calls {
        call.await.expect("no panic").expect("a token");
    }
    assert_eq!(fetches(&server), 1);
    // The next process finds it as well.
    sharing(&server, FileStore::new(&tokens), &clock).get_account("7").await.expect("the kept token");
    assert_eq!(fetches(&server), 1);
    for entry in std::fs::read_dir(&tokens).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let is_digest = name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(is_digest, "a name tells whose token it holds: {}", path.display());
    }
}

#[tokio::test]
async fn kept_token_that_is_no_longer_good_is_replaced_for_all() {
    let server = start(bank()).await;
    let (store, clock) = (MemoryStore::new(), ManualClock::new());
    let one = sharing(&server, store.clone(), &clock);
    let two = sharing(&server, store.clone(), &clock);
    one.get_account("7").await.expect("a token");
    two.get_account("7").await.expect("the same");
    server.revoke_all();
    one.get_account("7").await.expect("a new token");
    two.get_account("7").await.expect("the new token of the other");
    assert_eq!((fetches(&server), server.uses(2).accepted), (2, 2));
}

#[tokio::test]
async fn p25_kept_token_that_has_ended_or_is_from_the_future_is_not_used() {
    let server = start(bank().token_field("expires_in", 100)).await;
    let (store, clock) = (MemoryStore::new(), ManualClock::new());
    sharing(&server, store.clone(), &clock).get_account("7").await.expect("a token");
    clock.set_calendar(std::time::SystemTime::now() + Duration::from_secs(101));
    sharing(&server, store.clone(), &clock).get_account("7").await.expect("a new token");
    assert_eq!(fetches(&server), 2);
    // The calendar goes back a day, and what was kept is from the future.
    clock.set_calendar(std::time::SystemTime::now() - Duration::from_secs(86_400));
    let options = TokenOptions::new().store(store).max_age(Duration::from_secs(1_000));
    let builder = builder(&server, PASSWORD).token_options(options).clock(clock.clone());
    builder.build().expect("good settings").get_account("7").await.expect("a new token");
    assert_eq!(fetches(&server), 3);
}

#[tokio::test]
async fn store_that_does_not_work_is_an_error_and_no_second_login() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").expect("a file");
    let server = start(bank()).await;
    let client = sharing(&server, FileStore::new(&file), &ManualClock::new());
    let error = Error::from(client.get_account("7").await.expect_err("no store"));
    assert_eq!((error.kind(), fetches(&server)), (ErrorKind::Token, 0), "{error:?}");
}

#[tokio::test]
async fn different_logins_share_nothing() {
    let server = start(bank().user("bob", PASSWORD)).await;
    let (store, clock) = (MemoryStore::new(), ManualClock::new());
    sharing(&server, store.clone(), &clock).get_account("7").await.expect("a token");
    let options = TokenOptions::new().store(store);
    let login = enkash_api::Login::new(enkash_api::runtime::PasswordGrant::new("bob", PASSWORD));
    let bob = builder(&server, PASSWORD).login(login.client("app", "Canary-Secret")).token_options(options);
    bob.build().expect("good settings").get_account("7").await.expect("a token of his own");
    assert_eq!(fetches(&server), 2);
}
