//! Bodies of parts, read back by a parser that has no part in how they were written, and bodies of bytes that travel
//! while they are made.

use crate::receiver::{Connection, Receiver};
use enkash_api::runtime::transport::{Body, Chunks, TransportError, TransportErrorKind};
use enkash_api::runtime::{Bytes, Error, ErrorKind, File, Sent};
use enkash_tests::golden::uploads::*;
use std::task::{Context, Poll};
use tokio::sync::mpsc;

/// The chunks of a body, as a test hands them out.
struct Fed(mpsc::UnboundedReceiver<Result<Bytes, TransportError>>);

impl Chunks for Fed {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        self.0.poll_recv(context)
    }
}

/// A body that ends when what feeds it is dropped.
fn fed() -> (mpsc::UnboundedSender<Result<Bytes, TransportError>>, Body) {
    let (feed, chunks) = mpsc::unbounded_channel();
    (feed, Body::chunks(Fed(chunks)))
}

/// A body of these chunks, whose length nobody knows.
fn streamed(chunks: &[&'static [u8]]) -> Body {
    let (feed, body) = fed();
    for chunk in chunks {
        feed.send(Ok(Bytes::from_static(chunk))).expect("the body is there");
    }
    body
}

fn client(server: &Receiver) -> Client {
    Client::builder(server.url()).build().expect("good settings")
}

/// One part, as the parser sees it: its name, the name of its file, its type and its content.
type Seen = (String, Option<String>, Option<String>, Vec<u8>);

fn part(name: &str, file: Option<&str>, media_type: Option<&str>, content: &[u8]) -> Seen {
    (name.to_owned(), file.map(str::to_owned), media_type.map(str::to_owned), content.to_vec())
}

/// Takes a body of parts and answers; gives how long it was said to be, its bytes, and its parts.
async fn receive(server: &Receiver) -> (Option<usize>, Vec<u8>, Vec<Seen>) {
    let mut connection = server.accept().await;
    assert_eq!(connection.line, "POST /nights/7/plates HTTP/1.1");
    let body = connection.body().await;
    connection.send(b"HTTP/1.1 204 No Content\r\n\r\n").await;
    let content_type = connection.header("content-type").expect("a body has a type");
    assert_eq!(content_type.split(';').next(), Some("multipart/form-data"));
    let boundary = multer::parse_boundary(content_type).expect("a type with a boundary");
    let mut parser = multer::Multipart::new(Body::from(body.clone()), boundary);
    let mut parts = Vec::new();
    while let Some(field) = parser.next_field().await.expect("a body of parts") {
        parts.push((
            field.name().expect("a part has a name").to_owned(),
            field.file_name().map(str::to_owned),
            field.content_type().map(ToString::to_string),
            field.bytes().await.expect("a part to its end").to_vec(),
        ));
    }
    let length = connection.header("content-length").map(|length| length.parse().expect("a length"));
    (length, body, parts)
}

/// Sends a body of parts, and gives what has arrived.
async fn stored(body: &StorePlatesRequest) -> (Option<usize>, Vec<u8>, Vec<Seen>) {
    let server = Receiver::start().await;
    let client = client(&server);
    let (sent, received) = tokio::join!(async { client.store_plates(7, body).await }, receive(&server));
    sent.expect("it is stored");
    received
}

fn plates(plates: Vec<File>) -> StorePlatesRequest {
    StorePlatesRequest::new(StorePlatesRequired { observer: "Ü & \"Q\"".into(), plates })
}

/// Bytes that look like the end of a part.
const HOSTILE: &[u8] = b"\x89P\r\n--\r\n\r\n--boundary--\r\n\0\xff\r\n";

#[tokio::test]
async fn parts_are_read_by_others_in_their_order_with_names_types_and_contents() {
    let body = StorePlatesRequest {
        hours: Some(2.5),
        sketch: Some(File::new(HOSTILE)),
        site: Some(StorePlatesRequestSite { dome: Some("north".into()), height: Some(2600) }),
        filters: Some(vec!["red".into(), "h-alpha".into()]),
        report: Some("# Clear\r\n".into()),
        stars: Some(vec![1, 2]),
        log: Some(File::new("one\ntwo").named("night \"7\".log").of_type("text/plain; charset=utf-8")),
        ..plates(vec![
            File::new(&b"first"[..]).named("a.fits").of_type("image/fits"),
            File::new(HOSTILE).named("é.fits"),
            File::new(Bytes::new()),
        ])
    };
    let (length, bytes, parts) = stored(&body).await;
    assert_eq!(length, Some(bytes.len()));
    let octets = Some("application/octet-stream");
    assert_eq!(
        parts,
        [
            part("observer", None, None, "Ü & \"Q\"".as_bytes()),
            part("hours", None, None, b"2.5"),
            part("plates", Some("a.fits"), Some("image/fits"), b"first"),
            part("plates", Some("é.fits"), octets, HOSTILE),
            part("plates", Some("plates"), octets, b""),
            // The type of the description, where the file has none of its own.
            part("sketch", Some("sketch"), Some("image/png"), HOSTILE),
            part("site", None, Some("application/json"), br#"{"dome":"north","height":2600}"#),
            part("filters", None, None, b"red"),
            part("filters", None, None, b"h-alpha"),
            part("report", None, Some("text/markdown"), b"# Clear\r\n"),
            part("stars", None, Some("application/vnd.stars+json"), b"[1,2]"),
            part("log", Some("night %227%22.log"), Some("text/plain; charset=utf-8"), b"one\ntwo"),
        ]
    );
}

#[tokio::test]
async fn parts_that_are_streams_are_read_by_others_as_those_that_are_bytes() {
    let chunks: [&'static [u8]; 4] = [b"\r\n--", HOSTILE, b"", b"end"];
    let whole = chunks.concat();
    let expected = [
        part("observer", None, None, "Ü & \"Q\"".as_bytes()),
        part("plates", Some("a.fits"), Some("application/octet-stream"), &whole),
        part("plates", Some("b.fits"), Some("application/octet-stream"), b"bytes"),
        part("log", Some("log"), Some("application/octet-stream"), &whole),
    ];
    let long = whole.len() as u64;
    for (lengths, is_known) in [([None, None], false), ([Some(long), None], false), ([Some(long); 2], true)] {
        let [plate, log] = lengths.map(|length| match length {
            Some(length) => streamed(&chunks).with_length(length),
            None => streamed(&chunks),
        });
        let body = StorePlatesRequest {
            log: Some(File::new(log)),
            ..plates(vec![File::new(plate).named("a.fits"), File::new("bytes").named("b.fits")])
        };
        let (length, bytes, parts) = stored(&body).await;
        // Of a stream without a length nothing is announced, and the body comes in chunks.
        assert_eq!(length, is_known.then_some(bytes.len()));
        assert_eq!(parts, expected);
    }
}

#[tokio::test]
async fn body_of_bytes_arrives_whole_and_with_its_length() {
    let server = Receiver::start().await;
    let client = client(&server);
    let take = async {
        let mut connection = server.accept().await;
        let body = connection.body().await;
        let head = ["content-type", "content-length", "transfer-encoding"]
            .map(|name| connection.header(name).map(str::to_owned));
        connection.open_answer("application/octet-stream").await;
        connection.send_chunk(&body).await;
        connection.send_chunk(b"").await;
        (head, body)
    };
    let (answer, (head, body)) =
        tokio::join!(async { client.replace_plate("a/b", HOSTILE.to_vec()).await }, take);
    assert_eq!(answer.expect("declared"), HOSTILE);
    let length = HOSTILE.len().to_string();
    assert_eq!(head, [Some("application/octet-stream".to_owned()), Some(length), None]);
    assert_eq!(body, HOSTILE);
}

#[tokio::test]
async fn chunks_of_a_body_are_sent_while_it_is_made_and_those_of_an_answer_handed_out_as_they_arrive() {
    let server = Receiver::start().await;
    let client = client(&server);
    let (feed, body) = fed();
    feed.send(Ok(Bytes::from_static(b"first"))).expect("it is awaited");
    let (opened, mut wait_for_answer) = mpsc::unbounded_channel();
    let serve = async {
        let mut connection = server.accept().await;
        assert_eq!(connection.line, "PUT /plates/north%2F7 HTTP/1.1");
        assert_eq!(connection.header("content-length"), None);
        // It is here although the body has not ended.
        assert_eq!(next(&mut connection).await, Some("first".to_owned()));
        feed.send(Ok(HOSTILE.into())).expect("it is awaited");
        assert_eq!(connection.chunk().await.expect("a chunk").as_deref(), Some(HOSTILE));
        drop(feed);
        assert_eq!(next(&mut connection).await, None);
        connection.open_answer("application/octet-stream").await;
        connection.send_chunk(b"one").await;
        // Nothing more is sent until the client has the first.
        wait_for_answer.recv().await.expect("the client goes on");
        connection.send_chunk(b"two").await;
        connection.send_chunk(b"").await;
    };
    let call = async {
        let mut chunks = client.replace_plate("north/7", body).stream().await.expect("declared");
        assert_eq!(chunks.next().await.expect("one").expect("a chunk"), "one");
        opened.send(()).expect("the server waits");
        assert_eq!(chunks.next().await.expect("another").expect("a chunk"), "two");
        assert!(chunks.next().await.is_none());
    };
    tokio::join!(serve, call);
}

async fn next(connection: &mut Connection) -> Option<String> {
    let chunk = connection.chunk().await.expect("the connection goes on");
    chunk.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn answer_that_ends_before_its_last_chunk_is_never_taken_for_a_whole_one() {
    let server = Receiver::start().await;
    let client = client(&server);
    for as_stream in [false, true] {
        let serve = async {
            let mut connection = server.accept().await;
            connection.body().await;
            connection.open_answer("application/octet-stream").await;
            connection.send_chunk(b"half").await;
        };
        let call = async {
            let call = client.replace_plate("7", "plate");
            if !as_stream {
                return Error::from(call.await.expect_err("half an answer"));
            }
            let mut chunks = call.stream().await.expect("the head is there");
            assert_eq!(chunks.next().await.expect("one").expect("a chunk"), "half");
            chunks.next().await.expect("no end").expect_err("half an answer")
        };
        let ((), error) = tokio::join!(serve, call);
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Yes));
    }
}

#[tokio::test]
async fn body_that_cannot_be_made_to_its_end_never_arrives_as_a_whole_one() {
    let server = Receiver::start().await;
    let client = client(&server);
    let (feed, body) = fed();
    feed.send(Ok(Bytes::from_static(b"first"))).expect("it is awaited");
    let serve = async {
        let mut connection = server.accept().await;
        assert_eq!(next(&mut connection).await, Some("first".to_owned()));
        let failed = TransportError::new(TransportErrorKind::Other, Sent::Maybe, "the disk is gone");
        feed.send(Err(failed)).expect("it is awaited");
        assert!(connection.chunk().await.is_err(), "the connection ends before the last chunk");
    };
    let call = async { client.replace_plate("7", body).await.map(|_| ()) };
    let ((), answer) = tokio::join!(serve, call);
    let error = Error::from(answer.expect_err("nothing was replaced"));
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe));
}
