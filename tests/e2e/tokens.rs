//! The canaries through a client that gets its tokens by itself: every way in which that fails, and the one in which it
//! does not.

use super::sink::Sink;
use super::{ACCESS_TOKEN, CLIENT_ID, CLIENT_SECRET, COMPANY, PASSWORD, REFRESH_TOKEN, USERNAME, keep};
use enkash_api::runtime::PasswordGrant;
use enkash_api::runtime::store::{FileStore, MemoryStore};
use enkash_api::testing::{Case, Fault, RecordingTransport, TokenServer, answer};
use enkash_api::{BaseUrl, Error, ErrorKind, Login, MockTransport, RefreshPolicy, RetryPolicy, TokenOptions};
use enkash_tests::golden::bank::{Client, ClientBuilder};
use serde_json::json;
use std::time::Duration;

fn login() -> Login<PasswordGrant> {
    let mut grant = PasswordGrant::new(USERNAME, PASSWORD);
    grant.extra.insert("company".to_owned(), COMPANY.into());
    Login::new(grant).client(CLIENT_ID, CLIENT_SECRET)
}

fn builder(server: &TokenServer) -> ClientBuilder {
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    Client::builder(base)
        .login(login())
        .timeout(Duration::from_secs(3))
        .read_timeout(Duration::from_millis(300))
        .max_body(4096)
        .retries(RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO))
}

async fn server() -> TokenServer {
    TokenServer::builder()
        .client(CLIENT_ID, CLIENT_SECRET)
        .user(USERNAME, PASSWORD)
        .leaky_texts()
        .token_field("access_token", ACCESS_TOKEN)
        .token_field("refresh_token", REFRESH_TOKEN)
        .token_field("scope", REFRESH_TOKEN)
        .resource("GET", "/accounts/{account}", json!({ "account": ACCESS_TOKEN, "balance": 1 }))
        .start()
        .await
        .expect("a free port")
}

/// Makes a call twice, keeps everything that can be printed, and gives the kinds of the failures.
async fn call(sink: &Sink, builder: ClientBuilder) -> [Option<ErrorKind>; 2] {
    sink.debug(&builder);
    let client = builder.build().expect("good settings");
    sink.debug(&client);
    let tokens = client.tokens().expect("there is a login");
    sink.debug(&tokens);
    let mut kinds = [None; 2];
    for kind in &mut kinds {
        match tokens.get().await {
            Ok(token) => sink.debug(&token),
            Err(error) => keep(sink, error),
        }
        if let Err(error) = client.get_account("7").await {
            *kind = Some(error.kind());
            sink.keep(&error);
            let error = Error::from(error);
            sink.debug(&error.refusal());
            sink.text(&format!("{:?} {:?}", error.code(), error.retry_after()));
            keep(sink, &error);
            sink.panics(|| panic!("a call: {error:?}"));
        }
    }
    kinds
}

/// One client per way to fail.
pub(super) async fn every_outcome(sink: &Sink) {
    let token =
        json!({ "access_token": ACCESS_TOKEN, "token_type": "bearer", "refresh_token": REFRESH_TOKEN });
    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 200, token.to_string()).on_raw(
        "GET",
        "/accounts/{account}",
        200,
        r#"{"account":"7","balance":1}"#,
    );
    let recording = RecordingTransport::new(mock.clone());
    let base = BaseUrl::parse("https://bank.example").expect("a good address");
    let folder = tempfile::tempdir().expect("a folder");
    for options in [
        TokenOptions::new(),
        TokenOptions::new().store(MemoryStore::new()),
        TokenOptions::new().store(FileStore::new(folder.path().join("tokens"))),
    ] {
        sink.debug(&options);
        let builder = Client::builder(base.clone()).login(login()).token_options(options);
        let builder = builder.transport(recording.clone());
        assert_eq!(call(sink, builder).await, [None, None]);
    }
    sink.debug(&mock);
    sink.debug(&mock.requests());
    sink.debug(&recording);
    sink.debug(&recording.requests());
    sink.debug(&login());
    sink.debug(&PasswordGrant::new(USERNAME, PASSWORD));
    sink.text(&format!("{:?}", serde_json::to_string(&PasswordGrant::new("x", PASSWORD))));

    let leak = format!("{USERNAME} {PASSWORD} {ACCESS_TOKEN} {REFRESH_TOKEN} {CLIENT_SECRET}");
    let elsewhere = format!("http://{ACCESS_TOKEN}@127.0.0.1:1/{ACCESS_TOKEN}?token={REFRESH_TOKEN}");
    let unusable = |member: &str| json!({ "access_token": ACCESS_TOKEN, "token_type": member });
    for (fault, kind) in [
        // The token that the server gives is none that it knows.
        (None, ErrorKind::Unauthorized),
        (Some(Fault::case(Case::WrongPassword)), ErrorKind::Credentials),
        (Some(Fault::case(Case::Locked)), ErrorKind::Credentials),
        (Some(Fault::case(Case::WrongClient)), ErrorKind::Credentials),
        (
            Some(Fault::answer(answer(400, json!({ "error": leak, "error_description": leak })))),
            ErrorKind::Credentials,
        ),
        (Some(Fault::answer(answer(200, unusable(ACCESS_TOKEN)))), ErrorKind::Token),
        (
            Some(Fault::answer(answer(200, json!({ "access_token": leak, "token_type": "bearer" })))),
            ErrorKind::Token,
        ),
        (Some(Fault::answer(answer(200, json!(leak)))), ErrorKind::Token),
        (Some(Fault::answer(answer(500, json!({ "error": leak })))), ErrorKind::UnexpectedStatus),
        (Some(Fault::case(Case::GatewayForbidden)), ErrorKind::UnexpectedStatus),
        (Some(Fault::redirect(307, &elsewhere)), ErrorKind::Redirect),
        (Some(Fault::close()), ErrorKind::Transport),
        (Some(Fault::silence()), ErrorKind::Timeout),
    ] {
        for policy in [RefreshPolicy::Login, RefreshPolicy::RefreshThenLogin] {
            let server = server().await;
            if let Some(fault) = &fault {
                server.inject_always(fault.clone().on("/oauth/token"));
            }
            sink.debug(&server);
            let options = TokenOptions::new().refresh(policy);
            let [first, second] = call(sink, builder(&server).token_options(options)).await;
            // What is asked first is the token itself, and so the first call comes second.
            let (one, two) = match kind {
                ErrorKind::Credentials => (ErrorKind::CredentialsLatched, ErrorKind::CredentialsLatched),
                // A server that refuses what it gives is not asked again at once.
                ErrorKind::Unauthorized => (kind, ErrorKind::Timeout),
                kind => (kind, kind),
            };
            assert_eq!((first, second), (Some(one), Some(two)), "{fault:?}");
            sink.debug(&server.recorded());
        }
    }
}
