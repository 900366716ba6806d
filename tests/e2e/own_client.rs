//! A client of reqwest that the user has set up: what still holds with it, and what cannot.

use enkash_api::{ErrorKind, ReqwestTransport, Sent};
use enkash_tests::gate::{self, builder};
use enkash_tests::loopback::{Act, Server, answer};
use std::net::TcpListener;

/// A transport that differs from the one that reqwest makes by default in these settings.
pub(crate) fn transport(
    setting: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder,
) -> ReqwestTransport {
    let builder = reqwest::Client::builder().tls_backend_preconfigured(tls());
    ReqwestTransport::from_client(setting(builder).build().expect("good settings"))
}

/// Trusts nobody: all that is called here is on loopback.
fn tls() -> rustls::ClientConfig {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider has suites")
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth()
}

#[tokio::test]
async fn client_of_ones_own_is_used() {
    let server = gate::serve();
    let own = transport(|builder| {
        builder.default_headers(
            [("x-own".parse().expect("a name"), "1".parse().expect("a value"))].into_iter().collect(),
        )
    });
    let client = builder(&server).transport(own).build().expect("good settings");
    assert_eq!(client.gate("n", "a").await.expect("all is well").name, "north");
    assert_eq!(server.seen().iter().filter(|seen| seen.header("x-own") == Some("1")).count(), 2);
}

#[tokio::test]
async fn nothing_is_certainly_unsent_by_a_client_that_may_have_followed_a_redirect() {
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let away = format!("http://{closed}/");
    let server = Server::start([Act::Echo(gate::good), Act::Send(answer(307, &[("location", &away)], ""))]);
    let client = builder(&server).transport(transport(|builder| builder)).build().expect("good settings");
    let error = client.close("n").await.expect_err("nobody listens there");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::Maybe), "{error:?}");
    assert_eq!(server.connections(), 2, "it is not sent again");
}

#[tokio::test]
async fn client_that_follows_nothing_shows_redirects() {
    let server = Server::start([
        Act::Echo(gate::good),
        Act::Send(answer(307, &[("location", "http://127.0.0.1:1/")], "")),
    ]);
    let own = transport(|builder| builder.redirect(reqwest::redirect::Policy::none()));
    let client = builder(&server).transport(own).build().expect("good settings");
    assert_eq!(client.close("n").await.expect_err("a redirect").kind(), ErrorKind::Redirect);
}
