//! Answers that are not plain JSON: text, bytes, streams, headers, and what a server calls them.

use enkash_api::runtime::transport::{Body, Chunks};
use enkash_api::runtime::{BaseUrl, Bytes, CallError, Error, ErrorKind, Event, Events, Sent, Value};
use enkash_api::{MockTransport, Response, RetryPolicy};
use enkash_tests::golden::answers::*;
use enkash_tests::loopback::{Act, Server, answer};
use std::error::Error as _;
use std::time::Duration;

fn client(server: &Server) -> Client {
    Client::builder(BaseUrl::parse(server.url()).expect("loopback may be plain"))
        .retries(RetryPolicy::never())
        .build()
        .expect("good settings")
}

fn typed(status: u16, content_type: &str, body: &str) -> Server {
    Server::start([Act::Send(answer(status, &[("content-type", content_type)], body))])
}

/// An answer without `content-length`: what follows is the body, up to the end of the connection.
fn open(content_type: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 Made Up\r\nconnection: close\r\ncontent-type: {content_type}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn text_is_handed_out_as_it_is() {
    for (content_type, body) in [
        ("text/plain", "clear\n\"sky\""),
        ("text/plain; charset=utf-8", "klår"),
        ("application/json", "\"a\""),
        ("text/plain", ""),
    ] {
        let server = typed(200, content_type, body);
        assert_eq!(client(&server).get_log().await.expect("declared"), body);
        assert_eq!(server.only().header("accept"), Some("text/plain, application/json;q=0.5"));
    }
}

#[tokio::test]
async fn refusals_of_one_operation_may_differ_in_format() {
    match client(&typed(404, "text/plain", "no such night")).get_log().await {
        Err(CallError::Api(error)) => match error.value {
            GetLogFailure::NotFound(text) => assert_eq!(text, "no such night"),
            other => panic!("{other:?}"),
        },
        other => panic!("no refusal: {other:?}"),
    }
    match client(&typed(500, "application/json", r#"{"title":"lens"}"#)).get_log().await {
        Err(CallError::Api(error)) => match error.value {
            GetLogFailure::InternalServerError(fault) => assert_eq!(fault.title, "lens"),
            other => panic!("{other:?}"),
        },
        other => panic!("no refusal: {other:?}"),
    }
    // A 500 is never read as the body of the 404.
    let error =
        Error::from(client(&typed(500, "text/plain", "lens")).get_log().await.expect_err("a refusal"));
    assert_eq!(
        (error.kind(), error.sent(), error.body()),
        (ErrorKind::UnexpectedStatus, Sent::Yes, &b"lens"[..])
    );
}

#[tokio::test]
async fn page_in_place_of_json_is_an_error_that_says_so() {
    let server = typed(200, "text/html; charset=utf-8", "<html>canary</html>");
    let error = Error::from(client(&server).ask("why").await.expect_err("no JSON"));
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Decode, Some(200)));
    assert_eq!(
        error.to_string(),
        "operation `ask`: the answer is not of the described shape: the server calls it HTML"
    );
    assert_eq!(error.body(), b"<html>canary</html>");
    // JSON under another name is JSON all the same.
    let server = typed(200, "text/html", r#"{"text":"because"}"#);
    assert_eq!(client(&server).ask("why").await.expect("JSON").text, "because");
    let server = typed(200, "application/json", "");
    let error = Error::from(client(&server).ask("why").await.expect_err("nothing"));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("the body is empty"));
}

#[tokio::test]
async fn bytes_and_their_headers_arrive() {
    let bytes = [
        &b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: image/png\r\nX-Exposure: 2.5\r\nx-filters: red, h-alpha\r\n\
           x-filters: blue\r\nX-INSTRUMENT: south\r\ncontent-length: 4\r\n\r\n"[..],
        b"\x89P\0\xff",
    ]
    .concat();
    let server = Server::start([Act::Send(bytes)]);
    let Response { value, parts, .. } = client(&server).get_image("vega").response().await.expect("declared");
    match value {
        GetImageSuccess::Ok(bytes) => assert_eq!(bytes, &b"\x89P\0\xff"[..]),
        other => panic!("{other:?}"),
    }
    let headers: GetImageHeaders = parts.headers_as().expect("as declared");
    assert_eq!(headers.x_exposure, 2.5);
    assert_eq!(headers.x_filters.expect("they are there"), ["red", "h-alpha", "blue"]);
    assert_eq!(headers.x_instrument, Some(GetImageHeadersXInstrument::South));
    let server = typed(202, "application/json", r#"{"position":3}"#);
    match client(&server).get_image("vega").await.expect("declared") {
        GetImageSuccess::Accepted(queue) => assert_eq!(queue.position, 3),
        other => panic!("{other:?}"),
    }
    let nearest = answer(
        404,
        &[("X-Nearest", "deneb"), ("content-type", "application/problem+json")],
        r#"{"title":"none"}"#,
    );
    match client(&Server::start([Act::Send(nearest)])).get_image("vega").await {
        Err(CallError::Api(error)) => {
            let headers: MissingHeaders = error.parts.headers_as().expect("as declared");
            assert_eq!((error.value.title.as_str(), headers.x_nearest.as_deref()), ("none", Some("deneb")));
        }
        other => panic!("no refusal: {other:?}"),
    }
}

#[tokio::test]
async fn missing_header_is_an_error_only_when_asked_for() {
    let server = typed(200, "image/png", "");
    let response = client(&server).get_image("vega").response().await.expect("the body is there");
    let error = response.parts.headers_as::<GetImageHeaders>().expect_err("one is required");
    assert_eq!(error.to_string(), "the required header `X-Exposure` is missing");
}

#[tokio::test]
async fn answer_to_head_has_headers_and_no_body() {
    let bytes =
        b"HTTP/1.1 200 OK\r\nconnection: close\r\nx-exposure: 1\r\ncontent-length: 99999999999\r\n\r\n"
            .to_vec();
    let server = Server::start([Act::Send(bytes)]);
    let response = client(&server).check_image("vega").response().await.expect("declared");
    assert_eq!(response.parts.headers_as::<GetImageHeaders>().expect("as declared").x_exposure, 1.0);
    assert_eq!(server.only().line, "HEAD /image/vega HTTP/1.1");
}

#[tokio::test]
async fn redirect_that_is_declared_is_a_success() {
    let server = Server::start([Act::Send(answer(302, &[("location", "/house")], ""))]);
    let response = client(&server).visit().response().await.expect("declared");
    assert_eq!(response.parts.headers_as::<VisitHeaders>().expect("as declared").location, "/house");
    let error = Error::from(client(&Server::answering(200, "")).visit().await.expect_err("not declared"));
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
}

#[tokio::test]
async fn answer_of_any_type_is_what_it_calls_itself() {
    let server = typed(299, "text/plain", "\"rain\"");
    assert_eq!(client(&server).get_weather().await.expect("a 2xx"), "\"rain\"");
    let server = typed(200, "application/json", "\"rain\"");
    assert_eq!(client(&server).get_weather().await.expect("a 2xx"), "rain");
    assert_eq!(
        client(&typed(200, "a/b", "\0")).get_firmware().await.expect("a 2xx"),
        Bytes::from_static(b"\0")
    );
}

#[tokio::test]
async fn lines_arrive_one_by_one() {
    let text = "{\"star\":\"vega\",\"brightness\":0.03}\n\noops\n{\"star\":\"deneb\",\"brightness\":1.25}";
    let server = Server::start([Act::Send(open("application/x-ndjson", text.as_bytes()))]);
    let mut lines = client(&server).list_measurements().await.expect("declared");
    assert_eq!(lines.next().await.expect("one").expect("a measurement").star, "vega");
    let error = lines.next().await.expect("another").expect_err("no JSON");
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &b"oops"[..]));
    assert_eq!(lines.next().await.expect("a third").expect("a measurement").brightness, 1.25);
    assert!(lines.next().await.is_none());
}

#[tokio::test]
async fn events_arrive_while_the_connection_is_open() {
    let text = "event: rise\nid: 7\ndata: {\"star\":\"vega\",\ndata: \"brightness\":0}\n\n";
    // The connection stays open and silent: the first event is there before anything else comes.
    let server = Server::start([Act::Stall(open("text/event-stream", text.as_bytes()))]);
    let mut events = client(&server).watch_sky().await.expect("declared");
    let event = events.next().await.expect("one").expect("a measurement");
    assert_eq!((event.event.as_str(), event.id.as_str(), event.data.star.as_str()), ("rise", "7", "vega"));
    assert_eq!(events.last_id(), "7");
    let more = tokio::time::timeout(Duration::from_millis(50), events.next()).await;
    assert!(more.is_err(), "silence is normal");
    // A refusal is no stream.
    let server = typed(429, "application/problem+json", r#"{"title":"crowded"}"#);
    match client(&server).watch_sky().await {
        Err(CallError::Api(error)) => assert_eq!(error.value.title, "crowded"),
        other => panic!("no refusal: {other:?}"),
    }
    let error =
        Error::from(client(&typed(200, "application/json", "{}")).watch_sky().await.expect_err("no events"));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("the answer is no stream of events"));
}

#[tokio::test]
async fn stream_may_be_one_of_several_answers() {
    let server = Server::start([Act::Send(open("text/event-stream", b"data: hello\n\ndata: \"you\"\n\n"))]);
    match client(&server).hear_chatter().await.expect("declared") {
        HearChatterSuccess::Ok(mut events) => {
            assert_eq!(events.next().await.expect("one").expect("text").data, "hello");
            assert_eq!(events.next().await.expect("another").expect("text").data, "\"you\"");
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(
        client(&Server::answering(204, "")).hear_chatter().await,
        Ok(HearChatterSuccess::NoContent)
    ));
}

#[tokio::test]
async fn choice_between_json_and_events_is_the_callers() {
    let server = Server::start([
        Act::Send(answer(200, &[], r#"{"text":"because"}"#)),
        Act::Send(open("text/event-stream", b"data: {\"word\":\"be\"}\n\ndata: [DONE]\n\n")),
    ]);
    let client = client(&server);
    assert_eq!(client.ask("why").await.expect("declared").text, "because");
    let mut words = client.ask("why").events::<Word>().await.expect("declared");
    assert_eq!(words.next().await.expect("one").expect("a word").data.word, "be");
    assert!(words.next().await.expect("another").is_err_and(|error| error.body() == b"[DONE]"));
    let accepted: Vec<_> =
        server.seen().iter().map(|seen| seen.header("accept").map(str::to_owned)).collect();
    assert_eq!(accepted, ["application/json", "text/event-stream"].map(|media| Some(media.to_owned())));
}

#[tokio::test]
async fn any_success_can_be_taken_as_it_arrives() {
    let long = vec![b'x'; 100_000];
    let server = Server::start([Act::Send(open("a/b", &long))]);
    let small =
        Client::builder(BaseUrl::parse(server.url()).expect("loopback")).max_body(10).build().expect("good");
    let response = small.get_firmware().header("accept", "a/b").stream().response().await.expect("a 2xx");
    assert_eq!((response.parts.status.as_u16(), server.only().header("accept")), (200, Some("a/b")));
    assert_eq!(response.value.collect(long.len()).await.expect("it is no longer"), long);
    // Silence between two chunks is bounded.
    let server = Server::start([Act::Stall(open("a/b", b"x"))]);
    let hasty = Client::builder(BaseUrl::parse(server.url()).expect("loopback"))
        .read_timeout(Duration::from_millis(50))
        .build()
        .expect("good settings");
    let mut stream = hasty.get_firmware().stream().await.expect("the head is there");
    assert_eq!(stream.next().await.expect("one").expect("a chunk"), "x");
    let error = stream.next().await.expect("another").expect_err("silence");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Yes));
    assert!(stream.next().await.is_none());
    let server = Server::start([Act::Send(open("a/b", &long))]);
    let error = client(&server).get_firmware().stream().await.expect("a 2xx").collect(10).await;
    assert_eq!(error.expect_err("it is longer").kind(), ErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn server_that_says_nothing_is_given_up() {
    for (bytes, sent) in
        [(Vec::new(), Sent::Maybe), (b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec(), Sent::Yes)]
    {
        let server = Server::start([Act::Stall(bytes)]);
        let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
        let hasty =
            Client::builder(base).read_timeout(Duration::from_millis(50)).build().expect("good settings");
        let error = Error::from(hasty.ask("why").await.expect_err("silence"));
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, sent));
        assert_eq!(error.to_string(), "operation `ask`: the server was silent for too long");
    }
}

/// Ends in the middle.
struct Broken(Vec<&'static str>);

impl Chunks for Broken {
    fn poll_next(
        &mut self,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Bytes, enkash_api::runtime::TransportError>>> {
        std::task::Poll::Ready(Some(self.0.pop().map(Bytes::from).ok_or_else(|| {
            enkash_api::runtime::TransportError::new(
                enkash_api::runtime::transport::TransportErrorKind::Other,
                Sent::Maybe,
                "cut",
            )
        })))
    }
}

#[tokio::test]
async fn mock_answers_in_every_format() {
    let mock = MockTransport::new()
        .on::<ops::GetLog>(|_| Ok("clear \"sky\"".to_owned()))
        .on::<ops::GetFirmware>(|_| Ok(Bytes::from_static(b"\0\xff")))
        .on::<ops::GetWeather>(|_| Ok("rain".to_owned()))
        .on::<ops::HearChatter>(|_| {
            Ok(HearChatterSuccess::Ok(
                ["a\nb", "c"].map(|text| Event::new(text.to_owned())).into_iter().collect(),
            ))
        })
        .on::<ops::GetImage>(|_| Ok(GetImageSuccess::Ok(Bytes::from_static(b"\x89P"))))
        .on_response("GET", "/sky", |_| http::Response::new(Body::chunks(Broken(vec!["data: {}\n\nda"]))));
    let base = BaseUrl::parse("https://observatory.example").expect("a good address");
    let client = Client::builder(base).transport(mock).build().expect("good settings");
    assert_eq!(client.get_log().await.expect("mocked"), "clear \"sky\"");
    assert_eq!(client.get_firmware().await.expect("mocked"), &b"\0\xff"[..]);
    assert_eq!(client.get_weather().await.expect("mocked"), "rain");
    let image = client.get_image("vega").response().await.expect("mocked");
    assert_eq!(image.parts.headers["content-type"], "application/octet-stream");
    match client.hear_chatter().await.expect("mocked") {
        HearChatterSuccess::Ok(mut events) => {
            assert_eq!(events.next().await.expect("one").expect("text").data, "a\nb");
            assert_eq!(events.next().await.expect("another").expect("text").data, "c");
            assert!(events.next().await.is_none());
        }
        other => panic!("{other:?}"),
    }
    let mut events: Events<Value> = client.watch_sky().events().await.expect("mocked");
    assert_eq!(events.next().await.expect("one").expect("JSON").data.to_string(), "{}");
    let error = events.next().await.expect("the end").expect_err("it broke off");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Yes));
    assert!(events.next().await.is_none());
}
