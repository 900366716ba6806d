//! A unique canary for every credential, through a success and every class of failure, with everything that the
//! process logs at TRACE and everything that a program could print: none of them appears, in any encoding.
//!
//! A target of its own: the logger and the panic hook belong to the whole process.

mod forms;
mod sink;
mod tokens;

use enkash_api::runtime::{BaseUrl, CallError, Credential};
use enkash_api::{Error, ErrorKind, RetryPolicy, Secret, rewards};
use enkash_tests::loopback::{Act, Seen, Server, answer};
use sink::Sink;
use std::net::TcpListener;
use std::time::Duration;

// Each has characters that a form, an address and base64 treat differently; the part that is searched for is the
// capital letters, which survive all of them but base64.
const CLIENT_ID: &str = "id+CANARYCLIENTID/é";
const CLIENT_SECRET: &str = "s:e%c=CANARYCLIENTSECRET&é";
const USERNAME: &str = "user CANARYUSERNAME@é";
const PASSWORD: &str = "p&ä=CANARYPASSWORD%+ \"\\";
const COMPANY: &str = "CEK/CANARYCOMPANY?é";
const ACCESS_TOKEN: &str = "CANARYACCESSTOKEN-_1";
const REFRESH_TOKEN: &str = "CANARYREFRESHTOKEN-_2";
const PROXY_USER: &str = "CANARYPROXYUSER%2F";
const PROXY_PASSWORD: &str = "CANARYPROXYPASSWORD%40";

const CORES: [&str; 9] = [
    "CANARYCLIENTID",
    "CANARYCLIENTSECRET",
    "CANARYUSERNAME",
    "CANARYPASSWORD",
    "CANARYCOMPANY",
    "CANARYACCESSTOKEN",
    "CANARYREFRESHTOKEN",
    "CANARYPROXYUSER",
    "CANARYPROXYPASSWORD",
];

fn token_json() -> String {
    format!(
        r#"{{"access_token":"{ACCESS_TOKEN}","token_type":"bearer","refresh_token":"{REFRESH_TOKEN}","expires_in":300,"scope":"read"}}"#
    )
}

/// Repeats the whole request in the answer, as careless servers do, with both tokens.
fn echo(seen: &Seen) -> String {
    format!("{} {ACCESS_TOKEN} {REFRESH_TOKEN}", String::from_utf8_lossy(&seen.raw))
}

/// The refusals of OAuth with the request in their texts, and a challenge that names the token.
fn refusal(status: u16, code: &str, seen: &Seen) -> Vec<u8> {
    let body = serde_json::json!({ "error": code, "error_description": echo(seen), "error_uri": USERNAME });
    let challenge = format!("Bearer error=\"invalid_token\", error_description=\"{ACCESS_TOKEN}\"");
    answer(status, &[("www-authenticate", &challenge), ("x-request-id", ACCESS_TOKEN)], &body.to_string())
}

/// A login with every canary.
fn request() -> rewards::TokenRequest {
    rewards::TokenRequest::new(rewards::TokenRequired {
        username: USERNAME.into(),
        password: PASSWORD.into(),
        client_id: COMPANY.into(),
    })
}

fn builder(url: &str) -> rewards::ClientBuilder {
    rewards::Client::builder(BaseUrl::parse(url).expect("loopback may be plain"))
        .basic(CLIENT_ID, CLIENT_SECRET)
        // The pauses before second tries could add up to the time-out.
        .retries(RetryPolicy::never())
        .timeout(Duration::from_millis(500))
        .max_body(4096)
}

/// Keeps everything that a program could print of an error.
fn keep(sink: &Sink, error: impl std::error::Error) {
    sink.keep(&error);
    let mut next = error.source();
    while let Some(source) = next {
        sink.keep(source);
        next = source.source();
    }
}

/// Logs in at a server, keeps everything that can be printed on the way, and gives the kind of the failure.
async fn log_in(sink: &Sink, builder: rewards::ClientBuilder) -> Option<ErrorKind> {
    sink.debug(&builder);
    let client = builder.build().expect("good settings");
    sink.debug(&client);
    let request = request();
    sink.debug(&request);
    // Somebody tries to write what must not be written.
    sink.text(&format!("{:?}", serde_json::to_string(&request)));
    let call = client.create_token(&request);
    sink.debug(&call);
    let call = call.header("x-one", ACCESS_TOKEN).response();
    sink.debug(&call);
    match call.await {
        Ok(response) => {
            sink.debug(&response);
            sink.debug(&response.value);
            sink.text(&format!("{:?}", serde_json::to_string(&response.value)));
            sink.panics(|| assert!(response.value.scope.is_empty(), "{response:?}"));
            assert_eq!(response.value.access_token.expose(), ACCESS_TOKEN);
            None
        }
        Err(error) => {
            let kind = error.kind();
            sink.text(&format!("{:?} {:?} {:?}", error.sent(), error.status(), error.retry_after()));
            sink.keep(&error);
            if let CallError::Api(refusal) = &error {
                keep(sink, refusal.as_ref());
                sink.debug(&refusal.parts);
            }
            let error = Error::from(error);
            keep(sink, &error);
            sink.panics(|| panic!("a log-in: {error:?}")); // what `expect` says
            Some(kind)
        }
    }
}

#[test]
fn no_credential_is_ever_printed() {
    let sink = sink::install();
    log::trace!("the control: CONTROLLOG");
    sink.panics(|| panic!("the control: CONTROLPANIC"));
    sink.debug(&["the control: CONTROLDEBUG"]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(every_outcome(&sink));
    runtime.block_on(tokens::every_outcome(&sink));
    runtime.block_on(by_proxy(&sink));
    configuration(&sink);
    drop(runtime);
    let text = sink.take();
    for control in ["CONTROLLOG", "CONTROLPANIC", "CONTROLDEBUG"] {
        assert!(forms::find(&text, control).is_some(), "the capture does not work: {control}");
    }
    for origin in ["reqwest", "hyper_util"] {
        assert!(
            text.contains(&format!("\nTRACE {origin}")) || text.contains(&format!("\nDEBUG {origin}")),
            "nothing was logged by {origin}"
        );
    }
    for core in CORES {
        if let Some((form, around)) = forms::find(&text, core) {
            panic!("{core} was printed, {form}:\n{around}");
        }
    }
}

/// One log-in per class of outcome.
async fn every_outcome(sink: &Sink) {
    let one = |act: Act| Server::start([act]);
    let success = one(Act::Send(answer(200, &[("set-cookie", ACCESS_TOKEN)], &token_json())));
    assert_eq!(log_in(sink, builder(&success.url())).await, None);
    // The server did get the canaries.
    let seen = success.only();
    assert!(forms::find(&String::from_utf8_lossy(&seen.raw), "CANARYCLIENTSECRET").is_some());
    assert!(forms::find(&String::from_utf8_lossy(&seen.body), "CANARYPASSWORD").is_some());

    let location =
        format!("http://{ACCESS_TOKEN}:{REFRESH_TOKEN}@127.0.0.1:1/{ACCESS_TOKEN}?token={REFRESH_TOKEN}");
    let broken = format!("HTTP/1.1 200 OK\r\ncontent-length: 4000\r\n\r\n{}", token_json()).into_bytes();
    let large = token_json().replace("read", &REFRESH_TOKEN.repeat(400));
    for (act, kind) in [
        (Act::Echo(|seen| refusal(400, "invalid_grant", seen)), ErrorKind::Api),
        (Act::Echo(|seen| refusal(401, "invalid_client", seen)), ErrorKind::Api),
        (Act::Echo(|seen| refusal(401, "never described", seen)), ErrorKind::Api),
        (
            Act::Echo(|seen| {
                answer(500, &[("content-type", "text/html")], &format!("<pre>{}</pre>", echo(seen)))
            }),
            ErrorKind::UnexpectedStatus,
        ),
        (Act::Echo(|seen| answer(200, &[("content-type", "text/html")], &echo(seen))), ErrorKind::Decode),
        (Act::Send(answer(200, &[], &token_json().replace("300", ACCESS_TOKEN))), ErrorKind::Decode),
        (
            Act::Send(answer(200, &[], &token_json().replace("300", &format!("\"{ACCESS_TOKEN}\"")))),
            ErrorKind::Decode,
        ),
        (Act::Send(answer(200, &[], &token_json().replace(",\"scope\":\"read\"", ""))), ErrorKind::Decode),
        (Act::Send(answer(200, &[], &format!("\"{ACCESS_TOKEN}\""))), ErrorKind::Decode),
        (Act::Send(answer(200, &[], &token_json()[..60])), ErrorKind::Decode),
        (Act::Send(answer(307, &[("location", &location)], &token_json())), ErrorKind::Redirect),
        (Act::Send(answer(302, &[("location", ACCESS_TOKEN)], &token_json())), ErrorKind::Redirect),
        (Act::Send(answer(200, &[], &large)), ErrorKind::BodyTooLarge),
        (Act::Send(broken), ErrorKind::Transport),
        (Act::Send(format!("{ACCESS_TOKEN} {REFRESH_TOKEN}\r\n\r\n").into_bytes()), ErrorKind::Transport),
        (Act::Send(format!("HTTP/1.1 200 OK\r\n{ACCESS_TOKEN}\r\n\r\n").into_bytes()), ErrorKind::Transport),
        (Act::Send(Vec::new()), ErrorKind::Transport),
        (Act::Stall(Vec::new()), ErrorKind::Timeout),
        (
            Act::Stall(format!("HTTP/1.1 200 OK\r\nx-a: {ACCESS_TOKEN}\r\n\r\n{ACCESS_TOKEN}").into_bytes()),
            ErrorKind::Timeout,
        ),
    ] {
        assert_eq!(log_in(sink, builder(&one(act).url())).await, Some(kind));
    }
    let address =
        TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    assert_eq!(log_in(sink, builder(&format!("http://{address}"))).await, Some(ErrorKind::Connect));
    let client = rewards::Client::builder(BaseUrl::parse(success.url()).expect("loopback"))
        .build()
        .expect("good settings");
    let error = client.create_token(&request()).await.expect_err("no credentials");
    assert_eq!(error.kind(), ErrorKind::NoCredentials);
    keep(sink, error);
    let client = builder(&success.url()).build().expect("good settings");
    for (name, value) in
        [("authorization", ACCESS_TOKEN), ("x-a", "CANARYACCESSTOKEN\n"), ("CANARYACCESSTOKEN x", "")]
    {
        let error =
            client.create_token(&request()).header(name, value).await.expect_err("an unusable header");
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        keep(sink, error);
    }
}

/// The same through a proxy with a password: one that hands the answer on, and some that connect to nothing.
async fn by_proxy(sink: &Sink) {
    let by = |builder: rewards::ClientBuilder, proxy: &Server| {
        let address = proxy.url().replace("http://", "");
        builder.proxy(format!("http://{PROXY_USER}:{PROXY_PASSWORD}@{address}"))
    };
    let proxy = Server::start([Act::Send(answer(200, &[], &token_json()))]);
    assert_eq!(log_in(sink, by(builder("http://127.0.0.1:1"), &proxy)).await, None);
    assert!(forms::find(&String::from_utf8_lossy(&proxy.only().raw), "CANARYPROXYPASSWORD").is_some());
    let key = rcgen::KeyPair::generate().expect("a key");
    let root =
        rcgen::CertificateParams::new(Vec::new()).and_then(|root| root.self_signed(&key)).expect("a root");
    for act in [
        Act::Echo(|seen| answer(407, &[("proxy-authenticate", ACCESS_TOKEN)], &echo(seen))),
        Act::Echo(|seen| answer(302, &[("location", ACCESS_TOKEN)], &echo(seen))),
        Act::Echo(|seen| answer(200, &[], &echo(seen))),
        Act::Send(Vec::new()),
    ] {
        let proxy = Server::start([act]);
        let builder = builder("https://127.0.0.1:1").root_certificate(root.der().to_vec());
        assert_eq!(log_in(sink, by(builder, &proxy)).await, Some(ErrorKind::Connect));
        assert!(forms::find(&String::from_utf8_lossy(&proxy.only().raw), "CANARYPROXYUSER").is_some());
    }
    let error =
        by(builder("https://127.0.0.1:1"), &proxy).proxy(format!("{PROXY_USER}:{PROXY_PASSWORD}")).build();
    keep(sink, error.expect_err("an unusable address"));
}

/// Settings that are refused, and values that only hold secrets.
fn configuration(sink: &Sink) {
    for address in [
        format!("https://{ACCESS_TOKEN}:{REFRESH_TOKEN}@api.example.com"),
        format!("http://api.example.com/{ACCESS_TOKEN}"),
        format!("https://api.example.com?token={ACCESS_TOKEN}"),
        format!("https://api.example.com/#{ACCESS_TOKEN}"),
        format!("https://api.example.com:{ACCESS_TOKEN}"),
        ACCESS_TOKEN.to_owned(),
    ] {
        let error = BaseUrl::parse(&address).expect_err("an unusable address");
        assert_eq!(error.kind(), ErrorKind::Config);
        keep(sink, error);
    }
    let base = || BaseUrl::parse("https://api.example.com").expect("a good address");
    for builder in [
        rewards::Client::builder(base()).basic(format!("{CLIENT_ID}:"), CLIENT_SECRET),
        rewards::Client::builder(base()).basic(CLIENT_ID, format!("{CLIENT_SECRET}\n")),
        rewards::Client::builder(base()).basic("", CLIENT_SECRET),
        rewards::Client::builder(base()).basic(CLIENT_ID, ""),
    ] {
        sink.debug(&builder);
        keep(sink, builder.build().expect_err("an unusable setting"));
    }
    sink.debug(&Credential::basic(CLIENT_ID, CLIENT_SECRET));
    sink.debug(&Credential::bearer(ACCESS_TOKEN));
    sink.debug(&Credential::api_key(ACCESS_TOKEN));
    let secret: Secret = Secret::new(PASSWORD);
    sink.debug(&secret);
    sink.debug(&Some(&secret));
}
