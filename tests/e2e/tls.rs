//! Which servers a client trusts, and that those it does not trust get nothing of a request.

#[path = "tls/server.rs"]
mod server;

pub(crate) use self::server::{Authority, TlsServer, listen};

use self::server::{config, self_signed};
use base64::Engine as _;
use enkash_api::{BaseUrl, Error, ErrorKind, RetryPolicy, Sent};
use enkash_tests::chain;
use enkash_tests::gate::{Client, ClientBuilder, pass};
use std::io::Write as _;
use std::process::Command;
use std::time::Duration;

/// A builder for an address, with secrets to lose.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    by_system(url).no_proxy()
}

/// The same, by the system's proxy if it has one.
pub(crate) fn by_system(url: &str) -> ClientBuilder {
    let base = BaseUrl::parse(url).expect("a good address");
    let at_once = RetryPolicy::never().pauses(Duration::ZERO, Duration::ZERO);
    Client::builder(base).basic("client", "CANARYSECRET").login(pass()).retries(at_once)
}

/// Makes a call, which needs a token first.
pub(crate) async fn call(builder: ClientBuilder) -> Result<String, Error> {
    Ok(builder.build()?.gate("n", "CANARYVISITOR").await?.name)
}

/// A certificate as text.
pub(crate) fn pem(der: &[u8]) -> String {
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

#[tokio::test]
async fn server_of_an_authority_that_was_given_is_trusted() {
    let authority = Authority::new();
    let both = format!("first:\n{}\nsecond:\n{}", pem(&Authority::new().der()), pem(&authority.der()));
    for root in [authority.der(), pem(&authority.der()).into_bytes(), both.into_bytes()] {
        let server = authority.server();
        let name = call(builder(&server.url()).root_certificate(root)).await.expect("a trusted server");
        assert_eq!(name, "north");
        let seen = String::from_utf8(server.seen()).expect("text");
        assert!(seen.starts_with("POST /token HTTP/1.1\r\n") && seen.contains("GET /gates/n?visitor="));
    }
    // Of several that are given each counts, and a certificate may stand for itself.
    let (own, server) = (self_signed(), authority.server());
    let itself = own.der();
    let builder_of =
        |url: &str| builder(url).root_certificate(itself.clone()).root_certificate(authority.der());
    assert!(call(builder_of(&server.url())).await.is_ok());
    assert!(call(builder_of(&TlsServer::start(config(own, |_| {})).url())).await.is_ok());
}

#[tokio::test]
async fn server_that_is_not_trusted_gets_nothing() {
    let authority = Authority::new();
    let other = Authority::new();
    let past = |params: &mut rcgen::CertificateParams| {
        params.not_before = rcgen::date_time_ymd(2001, 1, 1);
        params.not_after = rcgen::date_time_ymd(2002, 1, 1);
    };
    let future = |params: &mut rcgen::CertificateParams| params.not_before = rcgen::date_time_ymd(4000, 1, 1);
    for (name, identity) in [
        ("expired", authority.sign("localhost", past)),
        ("not yet valid", authority.sign("localhost", future)),
        ("wrong host", authority.sign("localhost.example", |_| {})),
        ("an address for a name", authority.sign("127.0.0.1", |_| {})),
        ("self-signed", self_signed()),
        ("of another authority", other.sign("localhost", |_| {})),
    ] {
        let server = TlsServer::start(config(identity, |_| {}));
        refused(name, &server, builder(&server.url()).root_certificate(authority.der())).await;
    }
}

/// Holds that there is no connection, and that nothing was sent.
async fn refused(name: &str, server: &TlsServer, builder: ClientBuilder) {
    let error = call(builder).await.expect_err(name);
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{name}: {error:?}");
    assert!(!chain(&error).contains("CANARY"), "{name}: {}", chain(&error));
    assert_eq!(String::from_utf8_lossy(&server.seen()), "", "{name}");
}

#[tokio::test]
async fn no_common_cipher_is_no_connection() {
    let authority = Authority::new();
    let identity = authority.sign("localhost", |_| {});
    // The key is one of elliptic curves, the suites are for keys of RSA.
    let config = config(identity, |provider| {
        provider.cipher_suites.retain(|suite| format!("{:?}", suite.suite()).contains("ECDHE_RSA"));
        assert!(!provider.cipher_suites.is_empty());
    });
    let server = TlsServer::start(config);
    refused("no cipher", &server, builder(&server.url()).root_certificate(authority.der())).await;
}

/// A record of a handshake that holds a server's greeting: its version, and the suite that it chooses.
fn hello(version: u8, suite: [u8; 2]) -> &'static [u8] {
    let mut hello = vec![3, version];
    hello.extend([7; 32]);
    hello.extend([0, suite[0], suite[1], 0]);
    let length = u8::try_from(hello.len()).expect("it is short");
    let mut record = vec![22, 3, version, 0, length + 4, 2, 0, 0, length];
    record.extend(hello);
    record.leak()
}

#[tokio::test]
async fn old_version_or_weak_suite_ends_the_handshake() {
    for (name, answer) in [
        ("TLS 1.1", hello(2, [0xc0, 0x13])),
        ("TLS 1.0", hello(1, [0xc0, 0x13])),
        ("a suite that was not offered", hello(3, [0x00, 0x0a])),
        ("an alert about the version", &[21, 3, 1, 0, 2, 2, 70]),
        ("an alert about the suites", &[21, 3, 3, 0, 2, 2, 40]),
        ("no TLS", b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"),
        ("nothing", b""),
    ] {
        let server = TlsServer::greeting(answer);
        let error =
            call(builder(&server.url()).root_certificate(Authority::new().der())).await.expect_err(name);
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{name}: {error:?}");
        let seen = server.seen();
        let is_alert = |record: &[u8]| record.starts_with(&[21, 3, 3, 0, 2, 2]) && record.len() == 7;
        assert!(seen.chunks(7).all(is_alert), "{name}: {seen:?}");
    }
}

#[tokio::test]
async fn text_that_is_no_certificate_is_refused_before_anything_is_sent() {
    let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    let cut = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    for root in [&b"CANARY"[..], b"", key.as_bytes(), cut.as_bytes(), pem(b"CANARY").as_bytes()] {
        let builder = builder("https://localhost:1").root_certificate(root.to_vec());
        let error = builder.build().expect_err("no certificate");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().starts_with("a root certificate "), "{error}");
        assert!(!chain(&error).contains("CANARY"), "{}", chain(&error));
    }
}

/// Runs an ignored test in a process of its own.
pub(crate) fn run(test: &str, environment: &[(&str, &str)]) {
    let program = std::env::current_exe().expect("a test has a program");
    let output = Command::new(program)
        .args(["--ignored", "--exact", test])
        .env_remove("SSL_CERT_DIR")
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .envs(environment.iter().copied())
        .output()
        .expect("the program runs again");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn machine_without_certificates_needs_a_root_to_be_given() {
    let empty = tempfile::NamedTempFile::new().expect("a file");
    let path = empty.path().to_str().expect("a path that is text");
    run("tls::on_a_machine_without_certificates", &[("SSL_CERT_FILE", path)]);
}

#[tokio::test]
#[ignore = "another test runs it, on a machine whose certificates it has hidden"]
async fn on_a_machine_without_certificates() {
    let authority = Authority::new();
    let server = authority.server();
    let error = builder(&server.url()).build().expect_err("nobody is trusted");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(
        error.to_string(),
        "TLS cannot be set up; help: the system has to have certificates, unless the client builder is given some by \
         `.root_certificate(…)`"
    );
    let name = call(builder(&server.url()).root_certificate(authority.der())).await.expect("trusted");
    assert_eq!(name, "north");
}

#[cfg(target_os = "linux")]
#[test]
fn root_that_is_given_does_not_replace_those_of_the_machine() {
    let authority = Authority::new();
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(pem(&authority.der()).as_bytes()).expect("it is written");
    let server = authority.server();
    let path = file.path().to_str().expect("a path that is text");
    run("tls::on_a_machine_that_trusts_a_server", &[("SSL_CERT_FILE", path), ("SERVER", &server.url())]);
}

#[tokio::test]
#[ignore = "another test runs it, on a machine that trusts its server"]
async fn on_a_machine_that_trusts_a_server() {
    let url = std::env::var("SERVER").expect("the other test names it");
    assert!(call(builder(&url)).await.is_ok());
    assert!(call(builder(&url).root_certificate(Authority::new().der())).await.is_ok());
}
