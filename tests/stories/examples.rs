//! The examples, as a newcomer runs them: what they print, and what they must not print.

use crate::cargo::{Outcome, cargo, cargo_with, workspace};
use enkash_api::testing::TokenServer;

const TOKEN: &str = "Token { access_token: [REDACTED], token_type: \"bearer\", refresh_token: [REDACTED], \
                     expires_in: 86399, scope: \"read write trust\" }";

fn run(example: &str) -> Outcome {
    cargo(&workspace(), &["run", "--example", example]).good()
}

/// The output without the ports, which differ from run to run.
fn stable(outcome: &Outcome) -> String {
    let mut pieces = outcome.stdout.split("http://127.0.0.1:");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str("http://127.0.0.1:");
        text.push_str(piece.trim_start_matches(|char: char| char.is_ascii_digit()));
    }
    text
}

/// Nothing of these is on the terminal, where `RUST_LOG=trace` is set.
#[track_caller]
fn hidden(outcome: &Outcome, secrets: &[&str]) {
    for text in [&outcome.stdout, &outcome.stderr] {
        for secret in secrets {
            assert!(!text.contains(secret), "`{secret}` was printed:\n{text}");
        }
    }
}

#[test]
fn quickstart_calls_the_products_and_shows_refusals() {
    let outcome = run("quickstart");
    assert_eq!(
        stable(&outcome),
        format!(
            "a token endpoint listens at http://127.0.0.1:\n\
             expense: {TOKEN}\n\
             another one, which also asks for the company, listens at http://127.0.0.1:\n\
             rewards: {TOKEN}\n\
             rewards, with a struct of our own: {TOKEN}\n\
             rewards, wrong password: status 400, error `invalid_grant`, requests sent: 1\n\
             bills, 50 callers at once with the wrong password: 1 token request, 0 answers, 50 refusals\n\
             bills, 50 callers at once with the right password: 1 token request, 50 answers, 0 refusals\n"
        )
    );
    hidden(
        &outcome,
        &["Made-Up@0000000", "Made-Up%40", "made-up-secret", "1234567890", "bWFkZS11cC1jbGllbnQ"],
    );
}

#[tokio::test]
async fn quickstart_talks_to_the_server_that_the_environment_names() {
    let server = TokenServer::builder()
        .client("story-client", "story-secret")
        .user("0000000042", "story-password")
        .start()
        .await
        .expect("a free port");
    let url = server.url();
    let environment = [
        ("ENKASH_BASE_URL", url.as_str()),
        ("ENKASH_USERNAME", "0000000042"),
        ("ENKASH_PASSWORD", "story-password"),
        ("ENKASH_CLIENT_ID", "story-client"),
        ("ENKASH_CLIENT_SECRET", "story-secret"),
        ("ENKASH_COMPANY_ID", "CEK0000042"),
    ];
    let quickstart = ["run", "--example", "quickstart"];
    let outcome = cargo_with(&workspace(), &quickstart, &environment).good();
    assert_eq!(
        outcome.stdout,
        format!(
            "logging in at {url}/\n\
             expense: {TOKEN}\n\
             rewards: {TOKEN}\n\
             rewards, with a struct of our own: {TOKEN}\n"
        )
    );
    hidden(&outcome, &["story-password", "story-secret", "0000000042", "c3RvcnktY2xpZW50"]);
    let bodies: Vec<String> = server
        .recorded()
        .iter()
        .map(|request| String::from_utf8_lossy(request.body()).into_owned())
        .collect();
    // Both products, one of them twice, and no wrong password.
    let rewards = "username=0000000042&password=story-password&grant_type=password&clientId=CEK0000042";
    assert_eq!(bodies, ["username=0000000042&grant_type=password&password=story-password", rewards, rewards]);
    // A variable that is missing is named before anything is sent.
    for missing in 1..environment.len() {
        let mut rest = environment.to_vec();
        let (name, _) = rest.remove(missing);
        let outcome = cargo_with(&workspace(), &quickstart, &rest);
        assert!(
            !outcome.success && outcome.stderr.contains(&format!("but not `{name}`")),
            "{}",
            outcome.stderr
        );
    }
    assert_eq!(server.requests(), 3);
}

#[test]
fn three_small_programs_do_what_they_say() {
    let outcome = run("log_in");
    assert_eq!(stable(&outcome), format!("logged in for 86399 s, scope `read write trust`\n{TOKEN}\n"));
    hidden(&outcome, &["Made-Up@0000000", "made-up-secret"]);
    let outcome = run("wrong_password");
    assert_eq!(outcome.stdout, "wrong user name or password: ask the user again (status 400)\nattempts: 1\n");
    hidden(&outcome, &["not the password", "made-up-secret"]);
    let outcome = run("mock");
    assert_eq!(
        outcome.stdout,
        "the right password: Token { access_token: [REDACTED], token_type: \"bearer\", refresh_token: [REDACTED], \
         expires_in: 300, scope: \"read write\" }\n\
         a wrong one: operation `createToken`: the server refused with status 400\n\
         no socket was opened for 2 requests\n"
    );
    hidden(&outcome, &["Made-Up@0000000", "not the password", "made-up-token"]);
}
