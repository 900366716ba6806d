//! Bare text in a path and in a header.

use crate::runtime::Secret;
use crate::runtime::wire::sample::{Kind, exhibit};
use crate::runtime::wire::{Nullable, Wire, encode_header, encode_path_segment};
use serde_json::json;

fn segment(value: &dyn Wire) -> Result<String, String> {
    let mut out = "before/".to_owned();
    encode_path_segment(value, &mut out)
        .map(|()| out.split_off("before/".len()))
        .map_err(|error| error.to_string())
}

fn header(value: &dyn Wire) -> Result<Option<String>, String> {
    encode_header(value).map_err(|error| error.to_string())
}

#[test]
fn no_value_leaves_its_segment() {
    for (value, expected) in [
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("a?b#c", "a%3Fb%23c"),
        ("%2e", "%252e"),
        ("a;b=c", "a%3Bb%3Dc"),
        ("ü", "%C3%BC"),
        ("a-._~Z9", "a-._~Z9"),
    ] {
        assert_eq!(segment(&value.to_owned()).as_deref(), Ok(expected));
    }
    assert_eq!(segment(&vec!["a,b".to_owned(), "c".to_owned()]).as_deref(), Ok("a%2Cb,c"));
    assert_eq!(segment(&-3).as_deref(), Ok("-3"));
    assert_eq!(segment(&Kind::Sculpture).as_deref(), Ok("sculp-ture"));
    assert_eq!(segment(&"borrowed").as_deref(), Ok("borrowed"));
}

#[test]
fn segment_needs_a_value() {
    for (value, reason) in [
        (&String::new() as &dyn Wire, "the value is empty"),
        (&Vec::<i64>::new(), "the value is empty"),
        (&None::<i64>, "a missing value is no plain text"),
        (&Nullable::<i64>::Null, "null is no plain text"),
        (&json!(null), "a nested value is no plain text"),
        (&exhibit(), "a nested value is no plain text"),
    ] {
        assert_eq!(segment(value), Err(reason.to_owned()));
    }
}

#[test]
fn header_is_the_text_itself() {
    for (value, expected) in [
        (&"a b/ü".to_owned() as &dyn Wire, Some("a b/ü")),
        (&vec![1, 2], Some("1,2")),
        (&true, Some("true")),
        (&Secret::<String>::new("s"), Some("s")),
        (&Vec::<i64>::new(), None),
        (&None::<i64>, None),
        (&Nullable::<i64>::Null, None),
    ] {
        assert_eq!(header(value), Ok(expected.map(str::to_owned)));
    }
    assert_eq!(header(&exhibit()), Err("a nested value is no plain text".to_owned()));
}
