//! What is told to `tracing`, and what is not.

#[path = "tracing/recorder.rs"]
mod recorder;

use self::recorder::{Fields, Recorder};
use crate::forms_of_secrets::find;
use enkash_api::{BaseUrl, CallError, ErrorKind, RetryPolicy};
use enkash_tests::gate::{self, Client, ClientBuilder, Pass, TOKEN};
use enkash_tests::loopback::{Act, Seen, Server, answer};
use std::time::Duration;

/// A builder for a path on a server, for one who does not wait.
fn builder(server: &Server) -> ClientBuilder {
    let base = BaseUrl::parse(format!("{}/v1", server.url())).expect("loopback may be plain");
    let at_once = RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO);
    Client::builder(base).basic("made-up-client", "made-up-secret").login(gate::pass()).retries(at_once)
}

fn port(server: &Server) -> String {
    server.url().rsplit(':').next().expect("a port").to_owned()
}

fn fields<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Those of a sending, with some more.
fn sending(server: &Server, operation: &str, more: &[(&str, &str)]) -> Fields {
    let (method, template, full) = match operation {
        "getToken" => ("POST", "/token", "/v1/token"),
        "getGate" => ("GET", "/gates/{gate}", "/v1/gates/REDACTED?visitor=REDACTED"),
        _ => ("POST", "/gates/{gate}/close", "/v1/gates/REDACTED/close"),
    };
    let (name, full) = (format!("{method} {template}"), format!("{}{full}", server.url()));
    let port = port(server);
    let all = [
        ("otel.name", name.as_str()),
        ("otel.kind", "client"),
        ("operation", operation),
        ("http.request.method", method),
        ("server.address", "127.0.0.1"),
        ("server.port", &port),
        ("url.template", template),
        ("url.full", &full),
    ];
    fields(all.into_iter().chain(more.iter().copied()))
}

fn challenge() -> Act {
    let headers = [("www-authenticate", "Bearer error=\"invalid_token\"")];
    Act::Send(answer(401, &headers, r#"{"error":"invalid_token"}"#))
}

fn good(seen: &Seen) -> Vec<u8> {
    gate::good(&Seen { line: seen.line.replace("/v1/", "/"), ..seen.clone() })
}

#[tokio::test]
async fn each_sending_is_a_span_of_a_client_with_the_names_of_open_telemetry() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::start([
        Act::Echo(good),
        Act::Send(answer(503, &[("retry-after", "0")], "")),
        challenge(),
        Act::Send(answer(200, &[], &TOKEN.replace("made-up", "other"))),
        Act::Echo(good),
    ]);
    let client = builder(&server).build().expect("good settings");
    client.gate("n/1", "a b").await.expect("in the end all is well");
    let failed = |status: &'static str, again: &'static str| {
        let mut fields = vec![
            ("http.response.status_code", status),
            ("error.type", status),
            ("otel.status_code", "ERROR"),
        ];
        fields.extend((again != "0").then_some(("http.request.resend_count", again)));
        fields
    };
    let good = [("http.response.status_code", "200")];
    let spans = recorder.spans("request");
    let told: Vec<_> = spans.iter().map(|span| span.fields.clone()).collect();
    assert_eq!(
        told,
        [
            sending(&server, "getToken", &good),
            sending(&server, "getGate", &failed("503", "0")),
            sending(&server, "getGate", &failed("401", "1")),
            sending(&server, "getToken", &good),
            sending(&server, "getGate", &[good[0], ("http.request.resend_count", "2")]),
        ]
    );
    assert!(spans.iter().all(|span| span.level == "INFO"));
    let parents: Vec<_> = spans.iter().map(|span| span.parent).collect();
    assert_eq!(parents, [Some("token"), Some("call"), Some("call"), Some("token"), Some("call")]);

    let calls = recorder.spans("call");
    let told: Vec<_> = calls.iter().map(|span| (span.fields.clone(), span.parent)).collect();
    let of_call = fields([("otel.name", "getGate"), ("otel.kind", "internal"), ("operation", "getGate")]);
    assert_eq!(told, [(of_call, None)]);
    let tokens = recorder.spans("token");
    let told: Vec<_> = tokens.iter().map(|span| (span.parent, span.follows)).collect();
    assert_eq!(told, [(None, Some("call")); 2], "a fetch may outlive the call that began it");
}

#[tokio::test]
async fn decisions_are_events() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::start([
        Act::Echo(good),
        Act::Send(answer(503, &[("retry-after", "0")], "")),
        challenge(),
        Act::Send(answer(503, &[("retry-after", "0")], "")),
        Act::Send(answer(400, &[], r#"{"error":"invalid_grant","error_description":"made-up-visitor"}"#)),
    ]);
    let client = builder(&server).build().expect("good settings");
    let error = client.gate("n", "a").await.expect_err("a refusal");
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(
        recorder.events(),
        [
            "DEBUG a token is fetched: operation=getToken",
            "DEBUG a token has come: lifetime_s=300 operation=getToken",
            "INFO the request is sent again: http.response.status_code=503 operation=getGate pause_ms=0",
            "INFO the token was refused, and is forgotten: operation=getToken",
            "INFO the request is sent again with another token: operation=getGate",
            "DEBUG a token is fetched: operation=getToken",
            "INFO the request is sent again: http.response.status_code=503 operation=getToken pause_ms=0",
            "WARN the credentials were refused, and are not sent again: operation=getToken \
             refusal=status 400, `invalid_grant`: the user name or the password is wrong",
        ]
    );
    let call = &recorder.spans("call")[0].fields;
    assert_eq!((call["error.type"].as_str(), call["otel.status_code"].as_str()), ("Credentials", "ERROR"));
    let before = recorder.events().len();
    assert!(client.gate("n", "a").await.is_err());
    assert_eq!(recorder.events().len(), before, "who comes later is told by the error");
}

#[tokio::test]
async fn sending_without_an_answer_says_why() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::start([Act::Echo(good), Act::Stall(Vec::new())]);
    let client = builder(&server).build().expect("good settings");
    let error = client.gate("n", "a").timeout(Duration::from_millis(300)).await.expect_err("silence");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let base = BaseUrl::parse(format!("http://{}", closed.expect("a port"))).expect("loopback may be plain");
    let never = RetryPolicy::never().pauses(Duration::ZERO, Duration::ZERO);
    let client = Client::builder(base).basic("a", "b").login(gate::pass()).retries(never).build();
    let error = client.expect("good settings").gate("n", "a").await.expect_err("nobody listens");
    assert_eq!(error.kind(), ErrorKind::Connect);
    let spans = recorder.spans("request");
    let told: Vec<_> = spans.iter().map(|span| span.fields.get("error.type").map(String::as_str)).collect();
    assert_eq!(told, [None, Some("cancelled"), Some("Connect"), Some("Connect"), Some("Connect")]);
    assert!(spans[1..].iter().all(|span| span.fields["otel.status_code"] == "ERROR"));
    assert!(spans[1..].iter().all(|span| !span.fields.contains_key("http.response.status_code")));
    assert_eq!(
        recorder.events()[3..],
        [
            "INFO the request is sent again: error.type=Connect operation=getToken pause_ms=0",
            "INFO the request is sent again: error.type=Connect operation=getToken pause_ms=0",
            "WARN no token has come: error.type=Connect operation=getToken",
        ]
    );
}

#[tokio::test]
async fn nothing_that_a_caller_or_a_server_says_is_told() {
    const SECRETS: [&str; 8] = [
        "CANARYCLIENT",
        "CANARYSECRET",
        "CANARYUSER",
        "CANARYPIN",
        "CANARYTOKEN",
        "CANARYPATH",
        "CANARYQUERY",
        "CANARYSERVER",
    ];
    fn careless(status: u16, seen: &Seen) -> Vec<u8> {
        let echo = String::from_utf8_lossy(&seen.raw).replace(['"', '\\', '\r', '\n'], " ");
        let body = format!(
            r#"{{"error":"CANARYSERVER","error_description":"{echo} CANARYSERVER","name":"CANARYSERVER",
            "access_token":"CANARYTOKEN","token_type":"bearer","expires_in":300}}"#
        );
        let headers = [
            ("www-authenticate", "Bearer error=\"invalid_token\", error_description=\"CANARYSERVER\""),
            ("location", "https://CANARYSERVER/CANARYSERVER"),
            ("x-request-id", "CANARYSERVER"),
            ("set-cookie", "CANARYSERVER=CANARYSERVER"),
        ];
        answer(status, &headers, &body)
    }
    let (recorder, _guard) = Recorder::start();
    type Row = (fn(&Seen) -> Vec<u8>, bool);
    let rows: [Row; 8] = [
        (|seen| careless(200, seen), true),
        (|seen| careless(302, seen), false),
        (|seen| careless(400, seen), false),
        (|seen| careless(401, seen), false),
        (|seen| careless(500, seen), false),
        (|seen| careless(503, seen), false),
        (|_| b"CANARYSERVER\r\n\r\n".to_vec(), false),
        (|_| b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nCANARYSERVER".to_vec(), false),
    ];
    for is_token in [false, true] {
        for (act, is_good) in rows {
            let server = Server::start(
                (!is_token)
                    .then_some(Act::Echo(|seen| careless(200, seen)))
                    .into_iter()
                    .chain(std::iter::repeat_with(move || Act::Echo(act)).take(9)),
            );
            let pass = Pass { visitor: "CANARYUSER".to_owned(), pin: "CANARYPIN".into() };
            let client = builder(&server).basic("CANARYCLIENT", "CANARYSECRET").login(pass).keep_cookies();
            let client = client.timeout(Duration::from_secs(5)).build().expect("good settings");
            let call = client.gate("CANARYPATH/é", "CANARYQUERY=&?").header("x-a", "CANARYPATH");
            match call.await {
                Ok(gate) => assert!(is_good && gate.name == "CANARYSERVER"),
                Err(CallError::Failed(_)) => assert!(!is_good),
                Err(error) => panic!("nothing is declared: {error:?}"),
            }
            let raw: Vec<u8> = server.seen().into_iter().flat_map(|seen| seen.raw).collect();
            assert!(find(&String::from_utf8_lossy(&raw), "CANARYSECRET").is_some(), "it was sent");
        }
    }
    let text = recorder.text();
    assert!(text.contains("hyper") && text.contains("request"), "the recorder works");
    for secret in SECRETS {
        if let Some((form, around)) = find(&text, secret) {
            panic!("{secret} was told, {form}:\n{around}");
        }
    }
}
