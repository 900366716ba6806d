//! Cookies over the network: ignored unless asked for, and then kept within bounds. That none goes to another server is
//! tested beside the jar.

use enkash_tests::gate::{TOKEN, builder};
use enkash_tests::loopback::{Act, Server, answer};

/// An answer that sets many cookies, the first of them a session.
fn flood(body: &str) -> Act {
    let values: Vec<String> = (0..80).map(|at| format!("flood{at}={}; Path=/", "x".repeat(200))).collect();
    let mut headers = vec![("set-cookie", "JSESSIONID=made-up; Path=/; HttpOnly; Secure")];
    headers.extend(values.iter().map(|value| ("set-cookie", value.as_str())));
    Act::Send(answer(200, &headers, body))
}

const GATE: &str = r#"{"name":"north"}"#;

#[tokio::test]
async fn flood_of_cookies_is_ignored() {
    let server = Server::start([flood(TOKEN), flood(GATE), flood(GATE)]);
    let client = builder(&server).build().expect("good settings");
    for _ in 0..2 {
        client.gate("n", "a").await.expect("all is well");
    }
    assert_eq!(server.seen().len(), 3);
    assert!(server.seen().iter().all(|seen| seen.header("cookie").is_none()));
}

#[tokio::test]
async fn jar_brings_back_what_token_endpoint_and_api_have_set_within_its_bounds() {
    let server = Server::start([flood(TOKEN), flood(GATE), flood(GATE)]);
    let client = builder(&server).keep_cookies().build().expect("good settings");
    for _ in 0..2 {
        client.gate("n", "a").await.expect("all is well");
    }
    let seen = server.seen();
    assert_eq!(seen[0].header("cookie"), None);
    for seen in &seen[1..] {
        let cookies: Vec<_> = seen.headers.iter().filter(|(name, _)| name == "cookie").collect();
        assert_eq!(cookies.len(), 1);
        assert!(cookies[0].1.contains("JSESSIONID=made-up"));
        assert!(cookies[0].1.len() <= 8192, "{}", cookies[0].1.len());
    }
}
