//! What a body becomes, by its declared format and by what the answer calls itself.

use super::*;
use crate::runtime::Value;
use http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

fn incoming(format: Reading, content_type: &'static str, body: &'static [u8]) -> Incoming {
    let mut headers = HeaderMap::new();
    if !content_type.is_empty() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    Incoming {
        index: 0,
        format,
        parts: Parts::new(http::StatusCode::OK, headers),
        body: Bytes::from_static(body),
        stream: None,
    }
}

fn read<T: Reply>(format: Reading, content_type: &'static str, body: &'static [u8]) -> Result<T, String> {
    T::read(&mut incoming(format, content_type, body)).map_err(|error| error.to_string())
}

#[test]
fn nothing_is_read_into_an_uninhabited_type() {
    for body in ["", "null", "{}"] {
        assert!(read::<Undeclared>(Reading::Json, "", body.as_bytes()).is_err());
        assert!(read::<std::convert::Infallible>(Reading::Json, "", body.as_bytes()).is_err());
    }
}

#[test]
fn answer_without_a_body_ignores_one() {
    assert_eq!(read::<()>(Reading::Json, "text/html", b"<html>"), Ok(()));
}

#[test]
fn text_is_read_as_declared_and_labelled() {
    let text = |text: &str| Ok(text.to_owned());
    for (format, content_type, body, expected) in [
        (Reading::Json, "application/json", &b"\"a\""[..], text("a")),
        // Servers that mislabel JSON are many.
        (Reading::Json, "text/html", b"\"a\"", text("a")),
        (Reading::Json, "", b"\"a\"", text("a")),
        (Reading::Json, "application/json", b"", Err("the body is empty".to_owned())),
        (Reading::Text, "text/plain", b"a,\"b\"\n", text("a,\"b\"\n")),
        (Reading::Text, "application/json", b"\"a\"", text("\"a\"")),
        (Reading::Text, "", b"", text("")),
        (Reading::Text, "text/csv; charset=utf-8", b"\xef\xbb\xbfa;b", text("a;b")),
        (Reading::Text, "text/plain; charset=ISO-8859-1", b"caf\xe9", text("caf\u{e9}")),
        (Reading::Text, "text/plain", b"caf\xe9", Err("the text is no UTF-8, line 1 column 4".to_owned())),
        (Reading::Labelled, "application/problem+json", b"\"a\"", text("a")),
        (Reading::Labelled, "text/plain", b"\"a\"", text("\"a\"")),
        (Reading::Labelled, "", b"a", text("a")),
    ] {
        assert_eq!(
            read::<String>(format, content_type, body),
            expected,
            "{format:?} {content_type} {body:?}"
        );
    }
}

#[test]
fn plain_text_becomes_any_scalar() {
    assert_eq!(read::<i64>(Reading::Text, "text/plain", b"9007199254740993"), Ok(9_007_199_254_740_993));
    assert_eq!(read::<u64>(Reading::Text, "text/plain", b"18446744073709551615"), Ok(u64::MAX));
    assert_eq!(read::<f64>(Reading::Text, "text/plain", b"1.5"), Ok(1.5));
    assert_eq!(read::<bool>(Reading::Text, "text/plain", b"true"), Ok(true));
    assert_eq!(read::<Value>(Reading::Text, "text/plain", b"1.5"), Ok(Value::from("1.5")));
    assert!(
        read::<bool>(Reading::Text, "text/plain", b"canary").is_err_and(|error| !error.contains("canary"))
    );
}

#[test]
fn bytes_are_left_as_they_are() {
    for format in [Reading::Bytes, Reading::Text, Reading::Json] {
        assert_eq!(read::<Bytes>(format, "image/png", b"\x89P\0"), Ok(Bytes::from_static(b"\x89P\0")));
    }
    assert!(read::<String>(Reading::Bytes, "image/png", b"a").is_err(), "a type that is no bytes");
}

#[test]
fn value_is_written_in_its_format() {
    for (format, expected) in [
        (Reading::Json, Some("\"a\"")),
        (Reading::Labelled, Some("\"a\"")),
        (Reading::Text, Some("a")),
        (Reading::Bytes, None),
    ] {
        assert_eq!("a".to_owned().write(format).as_deref(), expected.map(str::as_bytes), "{format:?}");
    }
    assert_eq!(Bytes::from_static(b"\0").write(Reading::Bytes).as_deref(), Some(&b"\0"[..]));
}
