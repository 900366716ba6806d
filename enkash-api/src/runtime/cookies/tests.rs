//! What a jar keeps, what it gives back to whom, and how much of a flood stays in it.

use super::*;
use crate::runtime::BaseUrl;
use crate::runtime::fixture::{Client, ClientBuilder};
use crate::runtime::mock::MockTransport;

const BASE: &str = "https://zoo.example/v1/animals/7";

fn jar() -> Jar {
    Jar::new(["https://zoo.example/v1", "https://own.zoo.example:8443/v2"].into_iter())
}

fn headers(cookies: &[&str]) -> HeaderMap {
    cookies.iter().map(|text| (SET_COOKIE, HeaderValue::try_from(*text).expect("a header"))).collect()
}

impl Jar {
    fn set(&self, address: &str, cookies: &[&str]) {
        self.receive(&address.parse().expect("an address"), &headers(cookies));
    }

    /// The header of a request that has these cookies of its own.
    fn sent(&self, address: &str, own: Option<&str>) -> Option<String> {
        let mut request = http::Request::new(Body::from(""));
        *request.uri_mut() = address.parse().expect("an address");
        if let Some(own) = own {
            request.headers_mut().insert(COOKIE, own.parse().expect("a header"));
        }
        self.fill(&mut request);
        let values: Vec<_> = request.headers().get_all(COOKIE).iter().collect();
        assert!(values.len() <= 1, "{values:?}");
        values.first().map(|value| value.to_str().expect("text").to_owned())
    }

    /// How many cookies are kept, also expired ones, and how many bytes of header they are.
    fn held(&self) -> (usize, usize) {
        let all = |shelf: &Shelf| {
            let cookies = shelf.lock();
            (cookies.iter_any().count(), cookies.iter_any().map(size).sum::<usize>())
        };
        let held: Vec<_> = self.0.iter().map(all).collect();
        (held.iter().map(|held| held.0).sum(), held.iter().map(|held| held.1).sum())
    }
}

#[test]
fn cookie_goes_back_to_its_origin_and_nowhere_else() {
    let jar = jar();
    jar.set(BASE, &["sid=canary; Path=/; Domain=zoo.example; Secure; HttpOnly"]);
    for address in [BASE, "https://zoo.example/", "https://ZOO.example:443/v1"] {
        assert_eq!(jar.sent(address, None).as_deref(), Some("sid=canary"), "{address}");
    }
    for address in [
        "https://own.zoo.example:8443/v2/x",
        "https://zoo.example:8443/v1",
        "http://zoo.example/v1",
        "https://zoo.example.evil/v1",
        "https://example/v1",
    ] {
        assert_eq!(jar.sent(address, None), None, "{address}");
    }
    jar.set("https://own.zoo.example:8443/v2/x", &["own=1", "wide=2; Domain=zoo.example"]);
    assert_eq!(jar.sent("https://own.zoo.example:8443/v2/y", None).as_deref(), Some("own=1; wide=2"));
    assert_eq!(jar.sent(BASE, None).as_deref(), Some("sid=canary"));
}

#[test]
fn cookies_of_origins_that_nobody_named_are_not_kept() {
    let jar = jar();
    for address in ["https://other.example/", "http://zoo.example/v1", "https://zoo.example:444/"] {
        jar.set(address, &["sid=canary; Path=/"]);
        assert_eq!((jar.sent(address, None), jar.held().0), (None, 0), "{address}");
    }
    // Of another domain than the server's, or no cookie at all.
    jar.set(BASE, &["a=1; Domain=other.example", "a", "=1", "", "a=\u{e9}", ";;;=;", "a=1; Max-Age=0"]);
    assert_eq!((jar.sent(BASE, None), jar.held().0), (None, 0));
}

#[test]
fn path_and_end_of_a_cookie_are_kept_to() {
    let jar = jar();
    jar.set(BASE, &["here=1", "deep=2; Path=/v1/animals/7/x", "all=3; Path=/"]);
    assert_eq!(jar.sent(BASE, None).as_deref(), Some("here=1; all=3"));
    assert_eq!(jar.sent("https://zoo.example/v2", None).as_deref(), Some("all=3"));
    jar.set(
        BASE,
        &["here=; Max-Age=0", "all=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "deep=4; Path=/"],
    );
    assert_eq!((jar.sent(BASE, None).as_deref(), jar.held().0), (Some("deep=4"), 2));
}

#[test]
fn cookies_of_the_request_stay_and_come_first() {
    let jar = jar();
    jar.set(BASE, &["a=jar; Path=/", "b=jar; Path=/"]);
    assert_eq!(jar.sent(BASE, Some("b=own; c=own")).as_deref(), Some("b=own; c=own; a=jar"));
    assert_eq!(jar.sent(BASE, Some("a=own; b=own")).as_deref(), Some("a=own; b=own"));
}

#[test]
fn flood_neither_grows_the_jar_nor_pushes_the_session_out() {
    let jar = jar();
    jar.set(BASE, &["sid=first; Path=/"]);
    for round in 0..200 {
        let flood: Vec<String> =
            (0..50).map(|at| format!("f{round}_{at}={}; Path=/", "x".repeat(at * 4))).collect();
        jar.set(BASE, &flood.iter().map(String::as_str).collect::<Vec<_>>());
        let (count, bytes) = jar.held();
        assert!(count <= MOST && bytes <= ALL, "{count} {bytes}");
    }
    assert!(jar.sent(BASE, None).is_some_and(|text| text.starts_with("f") && text.contains("sid=first")));
    jar.set(BASE, &["sid=second; Path=/"]);
    let text = jar.sent(BASE, None).expect("it is full");
    assert!(text.contains("sid=second") && text.len() <= ALL, "what is there can be replaced");
    // What comes and ends at once leaves nothing behind.
    let jar = self::jar();
    for at in 0..500 {
        let (set, end) = (format!("e{at}=1"), format!("e{at}=1; Max-Age=0"));
        jar.set(BASE, &[&set, &end]);
    }
    assert_eq!(jar.held(), (0, 0));
}

#[test]
fn overlong_cookie_is_not_kept() {
    let jar = jar();
    let long = format!("a={}", "x".repeat(LONGEST - 1));
    jar.set(BASE, &[&long]);
    assert_eq!(jar.held().0, 0);
    jar.set(BASE, &[&long[..LONGEST]]);
    assert_eq!(jar.held().0, 1);
}

/// Sets a cookie with each answer.
fn mock() -> MockTransport {
    MockTransport::new().on_response("GET", "/v1/animals/{id}", |_| {
        let mut response = http::Response::new(Body::from(r#"{"name":"Lion"}"#));
        response.headers_mut().extend(headers(&["sid=canary; Path=/", "b=2; Path=/"]));
        response
    })
}

fn builder(mock: &MockTransport) -> ClientBuilder {
    let base = BaseUrl::parse("https://zoo.example/v1").expect("a good address");
    Client::builder(base).transport(mock.clone())
}

#[tokio::test]
async fn cookies_are_ignored_unless_they_are_asked_for() {
    for (keep, expected) in [(false, None), (true, Some("b=2; sid=canary"))] {
        let mock = mock();
        let mut builder = builder(&mock);
        if keep {
            builder = builder.keep_cookies();
        }
        let client = builder.build().expect("good settings");
        for _ in 0..2 {
            client.get_animal("7").await.expect("the mock answers");
        }
        let sent: Vec<_> =
            mock.requests().iter().map(|request| request.header("cookie").map(str::to_owned)).collect();
        assert_eq!(sent, [None, expected.map(str::to_owned)]);
        assert!(!format!("{client:?} {:?}", mock.requests()).contains("canary"));
    }
}

#[tokio::test]
async fn clients_share_no_jar() {
    let mock = mock();
    let builder = builder(&mock).keep_cookies();
    for _ in 0..2 {
        builder.clone().build().expect("good settings").get_animal("7").await.expect("the mock answers");
    }
    assert!(mock.requests().iter().all(|request| request.header("cookie").is_none()));
}
