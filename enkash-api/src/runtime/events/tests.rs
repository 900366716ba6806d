//! The algorithm of the HTML standard, line by line, and what becomes of the data.

use super::parser::{Parser, Raw};
use super::*;
use crate::runtime::Value;
use crate::runtime::fixture::Animal;

/// The events of a text that arrives in chunks of `size` bytes.
fn parse(text: &[u8], size: usize) -> (Vec<(String, String, String)>, Parser) {
    let mut parser = Parser::default();
    text.chunks(size).for_each(|chunk| parser.feed(chunk));
    let events = std::iter::from_fn(|| parser.next());
    let events = events.map(|Raw { event, id, data }| (event, id, data)).collect();
    (events, parser)
}

#[test]
fn stream_is_parsed_as_the_standard_says() {
    type Row = (&'static [u8], &'static [(&'static str, &'static str, &'static str)]);
    const TABLE: &[Row] = &[
        (b"", &[]),
        (b"data: a\n\n", &[("message", "", "a")]),
        (b"data:a\n\n", &[("message", "", "a")]),
        (b"data:  a \n\n", &[("message", "", " a ")]),
        (b"data: a\ndata: b\ndata\ndata:\n\n", &[("message", "", "a\nb\n\n")]),
        // The standard's own examples.
        (b"data: YHOO\ndata: +2\ndata: 10\n\n", &[("message", "", "YHOO\n+2\n10")]),
        (
            b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            &[
                ("message", "1", "first event"),
                ("message", "", "second event"),
                ("message", "", " third event"),
            ],
        ),
        (b"data\n\ndata\ndata\n\ndata:", &[("message", "", ""), ("message", "", "\n")]),
        (b"data:test\n\ndata: test\n\n", &[("message", "", "test"), ("message", "", "test")]),
        // Ends of lines.
        (
            b"data: a\r\rdata: b\r\n\r\ndata: c\n\n",
            &[("message", "", "a"), ("message", "", "b"), ("message", "", "c")],
        ),
        (b"data: a\r\ndata: b\r\n\r\n", &[("message", "", "a\nb")]),
        (b"\r\n\r\ndata: a\r\n\r\n", &[("message", "", "a")]),
        // A byte order mark stands only at the beginning.
        (b"\xef\xbb\xbfdata: a\n\n", &[("message", "", "a")]),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", &[("message", "", "a")]),
        // Names, ids, and what is neither.
        (b"event: add\nid: 7\ndata: a\n\ndata: b\n\n", &[("add", "7", "a"), ("message", "7", "b")]),
        (b"event: add\n\ndata: a\n\n", &[("message", "", "a")]),
        (b"id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n", &[("message", "1", "a"), ("message", "1", "b")]),
        (b"Data: a\n data: a\nname: a\n: data: a\n\n", &[]),
        (b"data: a:b: c\n\n", &[("message", "", "a:b: c")]),
        // Bytes that are no text are replaced, those of a character that arrives in parts are not.
        ("data: é🌿\n\n".as_bytes(), &[("message", "", "é🌿")]),
        (b"data: a\xffb\n\n", &[("message", "", "a\u{fffd}b")]),
        // What has not ended is no event.
        (b"data: a\n", &[]),
        (b"data: a\n\ndata: b", &[("message", "", "a")]),
    ];
    for &(text, expected) in TABLE {
        let expected: Vec<_> = expected
            .iter()
            .map(|&(event, id, data)| (event.to_owned(), id.to_owned(), data.to_owned()))
            .collect();
        for size in [1, 2, 3, 7, usize::MAX] {
            let shown = String::from_utf8_lossy(text);
            assert_eq!(parse(text, size.min(text.len().max(1))).0, expected, "{shown:?} in chunks of {size}");
        }
    }
}

#[test]
fn retry_is_a_number_of_milliseconds() {
    for (text, expected) in [
        (&b"retry: 1500\n"[..], Some(1500)),
        (b"retry: 1500\nretry: x\n", Some(1500)),
        (b"retry: 1.5\n", None),
        (b"retry\n", None),
        (b"retry: 99999999999999999999999\n", None),
    ] {
        assert_eq!(parse(text, 4).1.retry(), expected.map(Duration::from_millis));
    }
}

#[test]
fn what_is_held_is_one_unfinished_event() {
    let (_, parser) = parse(b"data: aaaa\n\n: a long comment\ndata: bb\ndata: c", 5);
    assert_eq!(parser.held(), "bb\n".len() + "data: c".len());
}

fn events<T: Wire + Blank>(text: &'static str) -> Events<T> {
    Events::of(ByteStream::whole(Bytes::from_static(text.as_bytes())), None)
}

#[tokio::test]
async fn data_is_text_or_json_as_the_type_has_it() {
    let mut text = events::<String>("data: {\"a\":1}\n\ndata: \"b\"\n\n");
    assert_eq!(text.next().await.expect("one").expect("text").data, "{\"a\":1}");
    assert_eq!(text.next().await.expect("another").expect("text").data, "\"b\"");
    assert!(text.next().await.is_none());
    let mut json = events::<Value>("data: {\"a\":\ndata: 1}\n\n");
    assert_eq!(json.next().await.expect("one").expect("JSON").data["a"], 1);
    let mut numbers = events::<i64>("data: 7\n\n");
    assert_eq!(numbers.next().await.expect("one").expect("a number").data, 7);
}

#[tokio::test]
async fn stream_goes_on_after_data_of_another_shape() {
    let mut animals = events::<Animal>(
        "data: {\"name\":\"Lion\"}\n\ndata: [DONE]\n\nevent: late\nid: 3\nretry: 10\ndata: {\"name\":\"Owl\"}\n\n",
    );
    assert_eq!(animals.next().await.expect("one").expect("an animal").data.name, "Lion");
    let error = animals.next().await.expect("another").expect_err("no JSON");
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &b"[DONE]"[..]));
    assert!(!format!("{error} {error:?}").contains("DONE"));
    let last = animals.next().await.expect("a third").expect("an animal");
    assert_eq!((last.event.as_str(), last.id.as_str(), last.data.name.as_str()), ("late", "3", "Owl"));
    assert_eq!((animals.last_id(), animals.retry()), ("3", Some(Duration::from_millis(10))));
    assert!(animals.next().await.is_none());
}

#[tokio::test]
async fn script_of_a_mock_is_read_back() {
    let mut named = Event::new("a\nb".to_owned());
    named.event = "add".to_owned();
    named.id = "7".to_owned();
    let sent = [Event::new(String::new()), named];
    let script = sent.iter().cloned().collect::<Events<String>>().write(Reading::Events).expect("a script");
    let (found, _) = parse(&script, 3);
    let expected = [("message", "", ""), ("add", "7", "a\nb")];
    assert_eq!(found, expected.map(|(event, id, data)| (event.to_owned(), id.to_owned(), data.to_owned())));
}
