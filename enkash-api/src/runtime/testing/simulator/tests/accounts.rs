//! Attempts, and the account that they lock.

use super::super::{AccountState, Fault};
use super::*;

const WRONG: &str = "username=ada&password=x&grant_type=password&tenant=T1";

#[track_caller]
fn refused(server: &TokenServer, form: &str, description: &str) {
    let (status, body) = ask(server, form);
    assert_eq!((status, text(&body, "error_description")), (400, description));
}

#[tokio::test]
async fn third_wrong_password_in_a_row_locks_the_account() {
    let server = server().lock_after(3).start().await.expect("a free port");
    for _ in 0..3 {
        assert_eq!(server.account("ada"), Some(AccountState::Active));
        refused(&server, WRONG, "Bad credentials");
    }
    assert_eq!(server.account("ada"), Some(AccountState::Locked));
    refused(&server, GOOD, "User account is locked");
    assert_eq!((server.attempts(), server.failures()), (4, 4));
    server.set_account("ada", AccountState::Active);
    refused(&server, WRONG, "Bad credentials");
    assert_eq!(ask(&server, GOOD).0, 200);
    assert_eq!((server.attempts(), server.failures()), (6, 5));
}

#[tokio::test]
async fn right_password_resets_the_count() {
    let server = server().lock_after(2).start().await.expect("a free port");
    for _ in 0..3 {
        refused(&server, WRONG, "Bad credentials");
        assert_eq!(ask(&server, GOOD).0, 200);
    }
}

#[tokio::test]
async fn forgotten_password_counts_and_what_is_refused_earlier_does_not() {
    let server = server().lock_after(1).start().await.expect("a free port");
    send(&server, "POST /oauth/token", &basic("app:wrong"), WRONG);
    ask(&server, &WRONG.replace("T1", "T2"));
    ask(&server, "grant_type=magic");
    ask(&server, "grant_type=refresh_token&refresh_token=x");
    assert_eq!(server.attempts(), 0);
    refused(&server, &GOOD.replace("&password=p%40ss", ""), "Bad credentials");
    assert_eq!((server.attempts(), server.account("ada")), (1, Some(AccountState::Locked)));
    refused(&server, &GOOD.replace("ada", "bob"), "username not found");
    assert_eq!((server.failures(), server.account("bob")), (2, None));
}

#[tokio::test]
async fn account_never_locks_unless_told_to() {
    let server = server().start().await.expect("a free port");
    for _ in 0..5 {
        refused(&server, WRONG, "Bad credentials");
    }
    assert_eq!(ask(&server, GOOD).0, 200);
}

#[tokio::test]
async fn attempt_counts_also_if_its_answer_is_lost() {
    let server = server().lock_after(1).start().await.expect("a free port");
    server.inject(Fault::close());
    let mut stream = connect(&server);
    stream.write_all(&request("POST /oauth/token", &basic("app:s3cret"), WRONG)).expect("the server reads");
    assert_eq!(stream.read(&mut [0]).expect("it closes"), 0);
    assert_eq!((server.failures(), server.account("ada")), (1, Some(AccountState::Locked)));
}

#[tokio::test]
async fn too_old_a_password_is_only_told_to_whom_it_belongs() {
    let builder = server().account("ada", AccountState::PasswordExpired);
    let server = builder.start().await.expect("a free port");
    refused(&server, WRONG, "Bad credentials");
    refused(&server, GOOD, "User credentials have expired");
}

#[tokio::test]
async fn password_can_be_changed_and_tokens_live_on() {
    let builder = server().resource("GET", "/loans", serde_json::json!({}));
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    server.set_password("ada", "x");
    refused(&server, GOOD, "Bad credentials");
    assert_eq!(ask(&server, WRONG).0, 200);
    assert_eq!(get(&server, "/loans", text(&token, "access_token")).0, 200);
}

#[tokio::test]
async fn state_of_nobody_keeps_the_server_from_starting() {
    let builder = server().account("bob", AccountState::Locked);
    let error = builder.start().await.expect_err("there is no bob");
    assert_eq!(error.to_string(), "there is no user `bob`; help: call `.user(…)`");
}

#[tokio::test]
#[should_panic(expected = "there is no user `bob`")]
async fn password_of_nobody_is_a_mistake_of_the_test() {
    server().start().await.expect("a free port").set_password("bob", "x");
}
