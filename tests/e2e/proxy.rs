//! What a proxy gets to see, when one is used, and what comes of one that does not do its work.

#[path = "proxy/server.rs"]
mod server;

use self::server::{Act, Proxy};
use crate::own_client::transport;
use crate::tls::{Authority, builder, by_system, call, pem, run};
use base64::Engine as _;
use enkash_api::{ErrorKind, Sent};
use enkash_tests::chain;
use enkash_tests::gate::{self, ClientBuilder};
use enkash_tests::loopback::Server;
use std::time::{Duration, Instant};

/// Nobody has heard of a secret of the API, in any form that could be read.
fn assert_no_secret(text: &str) {
    let basic = base64::engine::general_purpose::STANDARD.encode("client:CANARYSECRET");
    for secret in ["CANARY", &basic, "made-up-pin", "made-up-visitor", "made-up-token", "/token", "/gates"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

/// How a proxy is told the password of `PROXY`.
fn proxy_header() -> String {
    let pair = base64::engine::general_purpose::STANDARD.encode("us@er:p/ss:w%rd");
    format!("Proxy-Authorization: Basic {pair}\r\n")
}

const PROXY: &str = "us%40er:p%2Fss:w%25rd";

#[tokio::test]
async fn proxy_learns_the_servers_name_and_its_own_password_and_nothing_else() {
    let authority = Authority::new();
    let (server, proxy) = (authority.server(), Proxy::start(Act::Tunnel));
    let builder = builder(&server.url())
        .root_certificate(authority.der())
        .proxy(format!("http://{PROXY}@{}", proxy.address()));
    assert!(!format!("{builder:?}").contains("us%40er"));
    assert_eq!(call(builder).await.expect("the proxy connects"), "north");
    let target = server.url().replace("https://", "");
    let head = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{}\r\n", proxy_header());
    let seen = proxy.seen();
    assert!(seen.starts_with(&head), "{seen}");
    assert_eq!(seen.matches("CONNECT ").count(), 2, "one for each connection");
    assert_no_secret(&seen);
    let inside = String::from_utf8(server.seen()).expect("text");
    assert!(inside.contains("CANARYVISITOR"), "it did go through the tunnel");
    assert!(!inside.to_lowercase().contains("proxy-"), "{inside}");
}

#[tokio::test]
async fn password_of_a_proxy_over_tls_cannot_be_read_on_the_way() {
    let authority = Authority::new();
    let (server, proxy) = (authority.server(), Proxy::over_tls(&authority));
    let builder = builder(&server.url())
        .root_certificate(authority.der())
        .proxy(format!("https://{PROXY}@localhost:{}", proxy.port()));
    assert_eq!(call(builder).await.expect("the proxy connects"), "north");
    let seen = proxy.seen();
    assert!(!seen.is_empty() && !seen.contains("CONNECT") && !seen.contains("Proxy-Auth"), "{seen}");
    assert_no_secret(&seen);
}

#[tokio::test]
async fn proxy_over_tls_that_is_not_trusted_gets_nothing() {
    let authority = Authority::new();
    let (server, proxy) = (authority.server(), Proxy::over_tls(&Authority::new()));
    let builder = builder(&server.url())
        .root_certificate(authority.der())
        .proxy(format!("https://{PROXY}@localhost:{}", proxy.port()));
    let error = call(builder).await.expect_err("nobody knows the proxy");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{error:?}");
    assert!(!proxy.seen().contains("CONNECT") && server.seen().is_empty());
}

#[tokio::test]
async fn proxy_that_does_not_connect_is_no_connection() {
    let elsewhere = gate::serve();
    let redirect =
        format!("HTTP/1.1 302 Found\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n", elsewhere.url());
    let asks =
        "HTTP/1.1 407 No\r\nproxy-authenticate: Basic realm=\"CANARY\"\r\ncontent-length: 6\r\n\r\nCANARY";
    for (name, act) in [
        ("407", Act::Send(asks.as_bytes())),
        ("302", Act::Send(redirect.leak().as_bytes())),
        ("500", Act::Send(b"HTTP/1.1 500 No\r\ncontent-length: 6\r\n\r\nCANARY")),
        ("401 of a server", Act::Send(b"HTTP/1.1 401 No\r\nwww-authenticate: Bearer\r\n\r\n")),
        (
            "an answer as if of the server",
            Act::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{\"name\":\"CANARY\"}"),
        ),
        ("no HTTP", Act::Send(b"CANARY\r\n\r\n")),
        ("nothing", Act::Send(b"")),
        ("headers without end", Act::Flood(b"x-canary: CANARY\r\n")),
    ] {
        let authority = Authority::new();
        let (server, proxy) = (authority.server(), Proxy::start(act));
        let builder = builder(&server.url())
            .root_certificate(authority.der())
            .proxy(format!("http://CANARYUSER:CANARYPASSWORD@{}", proxy.address()));
        let error = call(builder).await.expect_err(name);
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{name}: {error:?}");
        assert!(!chain(&error).contains("CANARY"), "{name}: {}", chain(&error));
        assert_no_secret(&proxy.seen());
        assert!(server.seen().is_empty(), "{name}");
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn proxy_that_is_silent_is_given_up() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let authority = Authority::new();
    let server = authority.server();
    let builder = builder(&server.url())
        .root_certificate(authority.der())
        .connect_timeout(Duration::from_millis(80))
        .proxy(format!("http://{}", silent.local_addr().expect("an address")));
    let start = Instant::now();
    let error = call(builder).await.expect_err("nobody answers");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn proxy_is_used_for_this_machine_only_if_it_was_named() {
    let (server, proxy) = (gate::serve(), Proxy::start(Act::Tunnel));
    let url = format!("http://{PROXY}@{}", proxy.address());
    assert_eq!(call(builder(&server.url()).proxy(url)).await.expect("the proxy answers"), "north");
    assert_eq!(server.connections(), 0);
    let seen = proxy.seen();
    assert!(seen.starts_with(&format!("POST {}/token HTTP/1.1\r\n", server.url())), "{seen}");
    assert_eq!(seen.to_lowercase().matches(&proxy_header().to_lowercase()).count(), 2, "{seen}");
}

#[test]
fn proxy_of_the_system_is_used_unless_it_is_refused() {
    let authority = Authority::new();
    let (server, proxy, plain) = (authority.server(), Proxy::start(Act::Tunnel), gate::serve());
    let (url, root) = (format!("http://{}", proxy.address()), pem(&authority.der()));
    let names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];
    let mut environment: Vec<(&str, &str)> = names.map(|name| (name, &*url)).into();
    let (server, plain) = (server.url(), plain.url());
    environment.extend([("SERVER", &*server), ("PLAIN", &*plain), ("ROOT", &*root)]);
    run("proxy::past_the_proxy_of_the_system", &environment);
    assert_eq!(proxy.seen(), "");
    run("proxy::by_the_proxy_of_the_system", &environment);
    assert!(proxy.seen().starts_with("CONNECT "), "{}", proxy.seen());
}

/// A builder for the server that another process has started.
fn named() -> ClientBuilder {
    let name = |name| std::env::var(name).expect("the other test sets it");
    by_system(&name("SERVER")).root_certificate(name("ROOT"))
}

#[tokio::test]
#[ignore = "another test runs it, in a process with a proxy"]
async fn past_the_proxy_of_the_system() {
    call(named().no_proxy()).await.expect("the server is trusted");
    let plain = std::env::var("PLAIN").expect("the other test sets it");
    call(by_system(&plain)).await.expect("it is on this machine");
}

#[tokio::test]
#[ignore = "another test runs it, in a process with a proxy"]
async fn by_the_proxy_of_the_system() {
    call(named()).await.expect("the proxy connects");
}

#[test]
fn unusable_proxy_is_refused_before_anything_is_sent() {
    for (base, url) in [
        ("https://localhost:1", "CANARY"),
        ("https://localhost:1", ""),
        ("https://localhost:1", "CANARY:3128"),
        ("https://localhost:1", "socks5://CANARY:CANARY@localhost:1080"),
        ("https://localhost:1", "ftp://CANARY:CANARY@localhost"),
        ("https://localhost:1", "http://CANARY:CANARY@"),
        ("https://localhost:1", "http://CANARY:CANARY@localhost:99999"),
        ("https://localhost:1", "http://localhost/CANARY"),
        ("https://localhost:1", "http://localhost?CANARY"),
        ("https://localhost:1", "http://localhost#CANARY"),
        // Unencrypted only on this machine.
        ("http://localhost:1", "http://CANARY:CANARY@proxy.example:3128"),
        ("http://localhost:1", "https://CANARY:CANARY@proxy.example:3128"),
    ] {
        let builder = builder(base).proxy(url).root_certificate(Authority::new().der());
        let error = builder.clone().build().expect_err(url);
        assert_eq!(error.kind(), ErrorKind::Config, "{url}");
        assert!(error.to_string().starts_with("the address of the proxy "), "{error}");
        assert!(!format!("{} {builder:?}", chain(&error)).contains("CANARY:"), "{}", chain(&error));
    }
}

#[test]
fn transport_of_ones_own_cannot_be_told_of_a_proxy_or_a_root() {
    let own = || transport(|builder| builder);
    let server = Server::start([]);
    for builder in [
        by_system(&server.url()).proxy("http://localhost:1").transport(own()),
        by_system(&server.url()).transport(own()).no_proxy(),
        by_system(&server.url()).transport(own()).root_certificate(Authority::new().der()),
    ] {
        assert_eq!(builder.build().expect_err("it would be ignored").kind(), ErrorKind::Config);
    }
    assert!(by_system(&server.url()).transport(own()).build().is_ok());
}
