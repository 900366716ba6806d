//! Which request a fault happens to, and those that end in an answer.

use super::super::{Case, Fault};
use super::*;
use crate::runtime::testing::answer;
use serde_json::json;
use std::time::Instant;

const TOKEN: &str = "POST /oauth/token";

fn statuses(server: &TokenServer, lines: &[&str]) -> Vec<u16> {
    let status = |line: &&str| status(&exchange(server, line, &basic("app:s3cret"), GOOD).0);
    lines.iter().map(status).collect()
}

fn fault(status: u16) -> Fault {
    Fault::answer(answer(status, json!({})))
}

#[tokio::test]
async fn faults_happen_one_after_the_other_and_then_no_more() {
    let server = server().start().await.expect("a free port");
    server.inject(fault(501));
    server.inject(fault(502).times(2));
    assert_eq!(server.pending(), 3);
    assert_eq!(statuses(&server, &[TOKEN; 4]), [501, 502, 502, 200]);
    assert_eq!((server.pending(), server.requests(), server.attempts()), (0, 4, 1));
}

#[tokio::test]
async fn path_and_number_choose_the_request() {
    let server = server().start().await.expect("a free port");
    server.inject(fault(501).on("/oauth/token").nth(2));
    server.inject(fault(502).on("/a/{b}"));
    server.inject(fault(503).nth(4));
    assert_eq!(statuses(&server, &["GET /x", TOKEN, "GET /a/b", "GET /x", TOKEN]), [404, 200, 502, 503, 501]);
}

#[tokio::test]
async fn lasting_fault_waits_for_the_others_and_for_its_number() {
    let server = server().start().await.expect("a free port");
    server.inject_always(fault(501).nth(2));
    server.inject(fault(502).nth(3));
    assert_eq!(server.pending(), 1);
    assert_eq!(statuses(&server, &[TOKEN; 5]), [200, 501, 502, 501, 501]);
    server.clear();
    assert_eq!(statuses(&server, &[TOKEN]), [200]);
}

#[tokio::test]
async fn fault_that_never_happens_does_not() {
    let server = server().start().await.expect("a free port");
    server.inject(fault(501).times(0));
    assert_eq!(statuses(&server, &[TOKEN]), [200]);
}

#[tokio::test]
async fn redirect_names_its_target() {
    let server = server().start().await.expect("a free port");
    for code in [301, 302, 303, 307, 308] {
        server.inject(Fault::redirect(code, "http://127.0.0.1:1/other"));
        let (head, _) = exchange(&server, TOKEN, &basic("app:s3cret"), GOOD);
        assert_eq!(status(&head), code);
        assert!(head.contains("\r\nlocation: http://127.0.0.1:1/other"), "{head}");
    }
    assert_eq!(server.attempts(), 0);
}

#[test]
#[should_panic(expected = "200 is no status of a redirect")]
fn redirect_is_one() {
    _ = Fault::redirect(200, "/");
}

#[test]
#[should_panic(expected = "no header can hold this text")]
fn header_cannot_break_out() {
    _ = Fault::close().header("retry-after", "1\r\nx: y");
}

#[tokio::test]
async fn header_is_added_to_any_answer() {
    let server = server().start().await.expect("a free port");
    for (fault, expected) in [
        (Fault::case(Case::GatewayLimited), 429),
        (Fault::latency(Duration::ZERO), 200),
        (Fault::close_after_answer(), 200),
    ] {
        server.inject(fault.header("Retry-After", "-1").header("x-two", "2"));
        let (head, _) = exchange(&server, TOKEN, &basic("app:s3cret"), GOOD);
        assert_eq!(status(&head), expected);
        assert!(head.contains("\r\nretry-after: -1\r\nx-two: 2"), "{head}");
    }
}

#[tokio::test]
async fn latency_delays_the_answer_and_not_the_act() {
    const DELAY: Duration = Duration::from_millis(120);
    let of_all = server().latency(DELAY).start().await.expect("a free port");
    let of_one = server().start().await.expect("a free port");
    of_one.inject(Fault::latency(DELAY));
    for server in [of_all, of_one] {
        let start = Instant::now();
        let mut stream = connect(&server);
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
        while server.attempts() == 0 {
            assert!(start.elapsed() < Duration::from_secs(5), "nobody logs in");
            std::thread::yield_now();
        }
        assert!(stream.read(&mut [0; 1024]).expect("it answers") > 0);
        assert!(start.elapsed() >= DELAY, "{:?}", start.elapsed());
    }
}

#[tokio::test]
async fn any_fault_can_be_late() {
    const DELAY: Duration = Duration::from_millis(60);
    let server = server().start().await.expect("a free port");
    let late = [fault(501), Fault::case(Case::ServerError), Fault::raw("HTTP/1.1 502 x\r\n\r\n")];
    for (fault, expected) in late.into_iter().zip([501, 500, 502]) {
        server.inject(fault.after(DELAY));
        let start = Instant::now();
        assert_eq!(statuses(&server, &[TOKEN]), [expected]);
        assert!(start.elapsed() >= DELAY, "{:?}", start.elapsed());
    }
}

#[tokio::test]
async fn second_of_two_token_requests_at_a_time_is_a_server_error() {
    // Long enough for a slow machine to be in time.
    let builder = server().concurrent_500().latency(Duration::from_millis(300));
    let server = builder.resource("GET", "/loans", json!({})).start().await.expect("a free port");
    let send = |stream: &mut TcpStream| {
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
    };
    let status = |stream: &mut TcpStream| {
        let mut answer = [0; 2048];
        let length = stream.read(&mut answer).expect("the server answers");
        status(&String::from_utf8_lossy(&answer[..length]))
    };
    let (mut one, mut two) = (connect(&server), connect(&server));
    send(&mut one);
    while server.generation() == 0 {
        std::thread::yield_now();
    }
    send(&mut two);
    assert_eq!(get(&server, "/loans", "x").0, 401, "only tokens are made one at a time");
    assert_eq!((status(&mut two), status(&mut one)), (500, 200));
    send(&mut two);
    assert_eq!((status(&mut two), server.attempts()), (200, 2));
}

#[tokio::test]
async fn whoever_hangs_up_does_not_keep_the_server_busy() {
    let builder = server().concurrent_500().latency(Duration::from_secs(60));
    let server = builder.start().await.expect("a free port");
    let mut stream = connect(&server);
    stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
    while server.generation() == 0 {
        std::thread::yield_now();
    }
    drop(stream);
    let mut stream = connect(&server);
    let start = Instant::now();
    while server.generation() == 1 {
        assert!(start.elapsed() < Duration::from_secs(5), "it is still busy");
        stream = connect(&server);
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
        std::thread::sleep(Duration::from_millis(10));
    }
    drop(stream);
}

#[tokio::test]
async fn debug_shows_no_bytes_and_no_secrets() {
    let builder = server().token_field("x", "canary").resource("GET", "/loans", "canary");
    let shown = format!("{builder:?}");
    let server = builder.start().await.expect("a free port");
    server.inject(Fault::raw("canary").header("x", "canary"));
    let faults = [
        Fault::raw("canary").header("x-one", "canary").on("/oauth/token"),
        Fault::answer(answer(200, json!("canary"))),
        Fault::redirect(301, "http://x/?canary"),
        Fault::case(Case::Locked),
    ];
    let shown = format!("{shown} {server:?} {faults:?}");
    assert!(!shown.contains("canary") && !shown.contains("s3cret") && !shown.contains("p@ss"), "{shown}");
    assert!(shown.contains("Locked") && shown.contains("/oauth/token"), "{shown}");
}
