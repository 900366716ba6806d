//! How long tokens live, and what is believed of it. (5, 6, 25)

use crate::bank::{PASSWORD, bank, builder, client, fetches, patient};
use enkash_api::testing::{ManualClock, TokenServer};
use serde_json::{Value, json};
use std::time::Duration;

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

#[tokio::test]
async fn p05_token_that_cannot_be_prolonged_is_not_asked_for_again_and_again() {
    // The server gives one token as long as it lives, with a lifetime that falls: what it says is said for it, since
    // its clock is not ours.
    let clock = ManualClock::new();
    let server = start(bank().same_token().token_field("expires_in", 600)).await;
    let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
    let mut before = 0;
    for second in 0..599 {
        client.get_account("7").await.expect("the token lives");
        if second == 540 {
            before = fetches(&server);
        }
        clock.advance(Duration::from_secs(1));
        tokio::task::yield_now().await;
    }
    settle(&server).await;
    let late = fetches(&server) - before;
    assert!(late <= 2, "{late} token requests in the last minute, {before} before");
    assert!(before <= 2, "{before} token requests before the last minute");
}

/// Until no request is on its way that nobody waits for.
async fn settle(server: &TokenServer) {
    let mut seen = usize::MAX;
    while seen != server.requests() {
        seen = server.requests();
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

#[tokio::test]
async fn p06_no_form_of_expires_in_panics_or_asks_more_than_once_a_second() {
    for (form, lasts) in [
        (Some(json!(0)), false),
        (Some(json!(-5)), false),
        (Some(json!("300")), true),
        (Some(serde_json::from_str::<Value>("3e2").expect("a number")), true),
        (Some(json!(1e30)), true),
        (Some(Value::Null), true),
        (None, true),
    ] {
        let shown = format!("{form:?}");
        let server = match form {
            Some(form) => start(bank().token_field("expires_in", form)).await,
            None => start(bank().without_token_field("expires_in")).await,
        };
        let clock = ManualClock::new();
        let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
        client.get_account("7").await.unwrap_or_else(|error| panic!("{shown}: {error}"));
        assert_eq!(fetches(&server), 1, "{shown}");
        if lasts {
            for _ in 0..20 {
                client.get_account("7").await.unwrap_or_else(|error| panic!("{shown}: {error}"));
            }
            assert_eq!(fetches(&server), 1, "{shown}");
            continue;
        }
        // The next caller waits until a second has passed, by the client's clock.
        let next = tokio::spawn({
            let client = client.clone();
            async move { client.get_account("7").await.is_ok() }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(fetches(&server), 1, "{shown}");
        clock.advance(Duration::from_secs(1));
        assert!(next.await.expect("no panic"), "{shown}");
        assert_eq!(fetches(&server), 2, "{shown}");
    }
}

#[tokio::test]
async fn token_is_renewed_before_it_ends_while_the_old_one_is_served() {
    let clock = ManualClock::new();
    let server = start(bank().token_field("expires_in", 100)).await;
    let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
    client.get_account("7").await.expect("a token");
    // The window is a tenth of the life, and up to half as much again.
    clock.advance(Duration::from_secs(84));
    client.get_account("7").await.expect("a token");
    settle(&server).await;
    assert_eq!(fetches(&server), 1);
    clock.advance(Duration::from_secs(7));
    server.inject(enkash_api::testing::Fault::latency(Duration::from_millis(200)).on("/oauth/token"));
    let begin = std::time::Instant::now();
    client.get_account("7").await.expect("the old token");
    assert!(begin.elapsed() < Duration::from_millis(190), "nobody waits for the renewal");
    settle(&server).await;
    tokio::time::sleep(Duration::from_millis(250)).await;
    assert_eq!((fetches(&server), server.generation()), (2, 2));
    client.get_account("7").await.expect("the new token");
    assert_eq!((server.uses(1).accepted, server.uses(2).accepted), (3, 1));
}

#[tokio::test]
async fn renewal_that_fails_is_tried_again_after_a_pause_and_the_token_is_served_on() {
    use enkash_api::testing::{Case, Fault};
    let clock = ManualClock::new();
    let server = start(bank().token_field("expires_in", 1_000)).await;
    let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
    client.get_account("7").await.expect("a token");
    server.inject_always(Fault::case(Case::GatewayForbidden).on("/oauth/token"));
    clock.advance(Duration::from_secs(980));
    for _ in 0..50 {
        client.get_account("7").await.expect("the old token");
        settle(&server).await;
    }
    assert_eq!(fetches(&server), 2, "a pause follows a failure");
    server.clear();
    clock.advance(Duration::from_secs(2));
    client.get_account("7").await.expect("the old token");
    settle(&server).await;
    assert_eq!((fetches(&server), server.generation()), (3, 2));
}

#[tokio::test]
async fn maximum_age_of_the_user_holds_against_the_server() {
    let clock = ManualClock::new();
    let server = start(bank().token_field("expires_in", 86_399)).await;
    let options = patient(Duration::from_secs(300));
    let client = builder(&server, PASSWORD)
        .token_options(options)
        .clock(clock.clone())
        .build()
        .expect("good settings");
    client.get_account("7").await.expect("a token");
    clock.advance(Duration::from_secs(301));
    client.get_account("7").await.expect("a token");
    assert_eq!(fetches(&server), 2);
}

#[tokio::test]
async fn p25_calendar_that_jumps_does_not_matter_and_a_clock_that_stood_still_is_healed() {
    let clock = ManualClock::new();
    let server = start(bank()).await;
    let client = builder(&server, PASSWORD).clock(clock.clone()).build().expect("good settings");
    client.get_account("7").await.expect("a token");
    let day = Duration::from_secs(24 * 60 * 60);
    clock.set_calendar(std::time::SystemTime::now() + day);
    client.get_account("7").await.expect("the same token");
    clock.set_calendar(std::time::SystemTime::now() - day);
    client.get_account("7").await.expect("the same token");
    assert_eq!(fetches(&server), 1);
    // The machine slept: the server's time went on, ours did not.
    server.expire_all();
    client.get_account("7").await.expect("a new token");
    assert_eq!(fetches(&server), 2);
    _ = client;
}

#[tokio::test]
async fn client_of_the_machines_clock_works_as_well() {
    let server = start(bank().access_lifetime(Duration::from_millis(1_500))).await;
    let client = client(&server);
    for _ in 0..20 {
        client.get_account("7").await.expect("a token that lives");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!((2..=4).contains(&fetches(&server)), "{}", fetches(&server));
}
