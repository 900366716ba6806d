//! What the other side of a broken connection sees, byte by byte.

use super::super::Fault;
use super::*;
use std::io::ErrorKind;
use std::time::Instant;

const TOKEN: &str = "POST /oauth/token";

/// What came of a request: the bytes, and how the connection ended.
fn read(stream: &mut TcpStream) -> (String, Option<ErrorKind>) {
    let mut answer = Vec::new();
    let end = stream.read_to_end(&mut answer).err().map(|error| error.kind());
    (String::from_utf8_lossy(&answer).into_owned(), end)
}

async fn meet(fault: Fault) -> (TokenServer, String, Option<ErrorKind>) {
    let server = server().start().await.expect("a free port");
    server.inject(fault);
    let mut stream = connect(&server);
    stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
    let (answer, end) = read(&mut stream);
    (server, answer, end)
}

/// The body that is there and the length that was told.
fn body(answer: &str) -> (usize, usize) {
    let (head, body) = answer.split_once("\r\n\r\n").expect("a whole head");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    (body.len(), length.parse().expect("a number"))
}

#[tokio::test]
async fn connection_ends_where_it_is_told_to() {
    let reset = Some(ErrorKind::ConnectionReset);
    for (fault, end) in [
        (Fault::close(), None),
        (Fault::reset(), reset),
        (Fault::close().by_reset(), reset),
        (Fault::close_mid_head(), None),
        (Fault::close_mid_head().by_reset(), reset),
    ] {
        let shown = format!("{fault:?}");
        let (server, answer, ended) = meet(fault).await;
        assert_eq!(ended, end, "{shown}");
        assert!(!answer.contains("\r\n\r\n"), "{shown}: {answer}");
        assert_eq!(answer.is_empty(), !shown.contains("mid_head"), "{shown}: {answer}");
        assert_eq!((server.requests(), server.generation()), (1, 1), "the server has acted");
    }
    for (fault, halves, end) in [
        (Fault::close_after_head(), 0, None),
        (Fault::close_mid_body(), 1, None),
        (Fault::close_mid_body().by_reset(), 1, reset),
        (Fault::close_after_answer(), 2, None),
    ] {
        let shown = format!("{fault:?}");
        let (server, answer, ended) = meet(fault).await;
        let (there, told) = body(&answer);
        assert!(told > 100);
        assert_eq!((there, ended), (told * halves / 2, end), "{shown}");
        assert_eq!(server.generation(), 1, "the server has acted");
        assert!(!answer.to_ascii_lowercase().contains("connection: close"), "{answer}");
    }
}

#[tokio::test]
async fn second_request_on_a_connection_meets_its_end() {
    let server = server().start().await.expect("a free port");
    server.inject(Fault::close().nth(2));
    let mut stream = connect(&server);
    let mut answer = [0; 2048];
    stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
    assert!(stream.read(&mut answer).expect("the server answers") > 0);
    stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
    assert_eq!(read(&mut stream), (String::new(), None));
    assert_eq!((server.requests(), server.connections()), (2, 1));
}

#[tokio::test]
async fn connection_can_be_reset_before_a_request() {
    let server = server().start().await.expect("a free port");
    server.inject(Fault::reset_on_connect());
    let mut stream = connect(&server);
    assert_eq!(read(&mut stream), (String::new(), Some(ErrorKind::ConnectionReset)));
    assert_eq!(ask(&server, GOOD).0, 200);
    assert_eq!((server.requests(), server.connections(), server.pending()), (1, 2, 0));
    server.inject(Fault::reset_on_connect().nth(2));
    assert_eq!(ask(&server, GOOD).0, 200);
    assert_eq!(read(&mut connect(&server)).1, Some(ErrorKind::ConnectionReset));
}

#[tokio::test]
async fn raw_bytes_go_out_as_they_are() {
    for bytes in [
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "nonsense\n",
    ] {
        let (server, answer, end) = meet(Fault::raw(bytes)).await;
        assert_eq!((answer.as_str(), end), (bytes, None));
        assert_eq!((server.requests(), server.attempts()), (1, 0), "it has only recorded");
    }
    let (_, answer, end) = meet(Fault::raw("HTTP/1.1 2").by_reset()).await;
    assert_eq!((answer.as_str(), end), ("HTTP/1.1 2", Some(ErrorKind::ConnectionReset)));
}

#[tokio::test]
async fn silence_lasts_until_the_other_side_gives_up() {
    for (fault, expected) in
        [(Fault::silence(), ""), (Fault::raw("HTTP/1.1 200 OK\r\n").then_silence(), "HTTP/1.1 200 OK\r\n")]
    {
        let server = server().start().await.expect("a free port");
        server.inject(fault);
        let mut stream = connect(&server);
        stream.set_read_timeout(Some(Duration::from_millis(100))).expect("a socket has a time-out");
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
        let (answer, end) = read(&mut stream);
        assert_eq!(answer, expected);
        assert!(matches!(end, Some(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{end:?}");
        drop(server); // which does not wait for anybody
    }
}

#[tokio::test]
async fn trickle_comes_byte_by_byte() {
    const PAUSE: Duration = Duration::from_millis(2);
    let start = Instant::now();
    let (_, answer, end) = meet(Fault::trickle(PAUSE)).await;
    let (there, told) = body(&answer);
    assert_eq!((there, end), (told, None));
    let least = PAUSE * u32::try_from(answer.len()).expect("a short answer");
    assert!(start.elapsed() >= least, "{:?} for {} bytes", start.elapsed(), answer.len());
    let start = Instant::now();
    let (_, answer, _) = meet(Fault::raw("abc").paced(Duration::from_millis(20))).await;
    assert_eq!(answer, "abc");
    assert!(start.elapsed() >= Duration::from_millis(60));
}

#[tokio::test]
async fn endless_answer_goes_on_until_the_other_side_has_enough() {
    for (fault, start, repeated) in [
        (Fault::endless("start ", "again "), "start again again again ", "again "),
        (Fault::endless_headers(), "HTTP/1.1 200 OK\r\nx-filling: aaa", "a\r\nx-filling: a"),
        (Fault::endless_body(), "HTTP/1.1 200 OK\r\n", "a\r\n4000\r\na"),
        (Fault::gzip_bomb(), "HTTP/1.1 200 OK\r\n", "\r\ncontent-encoding: gzip\r\n\r\nc\r\n\u{1f}"),
    ] {
        let server = server().start().await.expect("a free port");
        server.inject(fault);
        let mut stream = connect(&server);
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
        let mut answer = vec![0; 8 * 1024 * 1024];
        stream.read_exact(&mut answer).expect("there is always more");
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with(start), "{}", &answer[..100]);
        assert!(answer.contains(repeated));
        drop(stream);
        assert_eq!(ask(&server, GOOD).0, 200, "others are answered");
    }
}

#[tokio::test]
async fn faulty_connection_does_not_hold_up_the_others_or_the_end() {
    let server = server().start().await.expect("a free port");
    server.inject(Fault::endless_body());
    server.inject(Fault::trickle(Duration::from_secs(60)));
    let mut open = Vec::new();
    for _ in 0..2 {
        let mut stream = connect(&server);
        stream.write_all(&request(TOKEN, &basic("app:s3cret"), GOOD)).expect("the server reads");
        open.push(stream);
    }
    while server.pending() > 0 {
        std::thread::yield_now();
    }
    assert_eq!(ask(&server, GOOD).0, 200);
    drop(server);
}
