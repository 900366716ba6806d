//! The specification's own table of styles, and what it leaves open.

use super::{encode_cookie, encode_header, encode_path, encode_query};
use crate::runtime::Secret;
use crate::runtime::wire::{Field, Nullable, Wire, object};
use serde_json::json;
use std::collections::BTreeMap;

struct Color {
    red: i64,
    green: i64,
    blue: i64,
}
object!(Color {
    0 red as "R": required,
    1 green as "G": required,
    2 blue as "B": required,
});

/// Where a row of the table stands.
fn encode(field: Field, value: &dyn Wire) -> Result<String, String> {
    use crate::runtime::wire::Location::{Cookie, Header, Path, Query};
    let mut out = String::new();
    match field.location {
        Path => encode_path(&field, value, &mut out).map(|()| out),
        Query => encode_query(&field, value, &mut out).map(|()| out),
        Cookie => encode_cookie(&field, value, &mut out).map(|()| out),
        Header => encode_header(&field, value).map(Option::unwrap_or_default),
        crate::runtime::wire::Location::Body => panic!("no parameter"),
    }
    .map_err(|error| error.to_string())
}

const COLOR: Field = Field::required("color");

/// OpenAPI 3.0.4 and 3.1.1, "Style Examples": the columns are an empty text, a text, a list and an object; a dash is
/// what the specification calls not applicable.
#[test]
fn values_are_written_as_the_specification_shows() {
    let simple = COLOR.path();
    let form = COLOR.query();
    let table = [
        (simple.matrix(), [";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"]),
        (
            simple.matrix().exploded(),
            [";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
        ),
        (simple.label(), [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]),
        (simple.label().exploded(), [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"]),
        (simple, ["-", "blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (simple.exploded(), ["-", "blue", "blue,black,brown", "R=100,G=200,B=150"]),
        (COLOR.header(), ["", "blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (COLOR.header().exploded(), ["", "blue", "blue,black,brown", "R=100,G=200,B=150"]),
        (form.joined(), ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"]),
        (form, ["color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"]),
        (form.spaces(), ["-", "-", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"]),
        (form.pipes(), ["-", "-", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"]),
        (form.deep(), ["-", "-", "-", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"]),
        (
            COLOR.cookie().joined(),
            ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
        ),
    ];
    let list = ["blue", "black", "brown"].map(str::to_owned).to_vec();
    let object = Color { red: 100, green: 200, blue: 150 };
    let values: [&dyn Wire; 4] = [&"", &"blue", &list, &object];
    for (field, row) in table {
        for (value, expected) in values.iter().zip(row).filter(|(_, expected)| *expected != "-") {
            assert_eq!(encode(field, *value).as_deref(), Ok(expected), "{field:?}");
        }
    }
    // A map and JSON that nothing is known about are written as an object and a list are.
    let map = BTreeMap::from([("B".to_owned(), 150), ("G".to_owned(), 200)]);
    assert_eq!(encode(form, &map).as_deref(), Ok("B=150&G=200"));
    assert_eq!(encode(form.deep(), &map).as_deref(), Ok("color%5BB%5D=150&color%5BG%5D=200"));
    for (value, expected) in [
        (json!("blue"), "color=blue"),
        (json!(["blue", 1, true]), "color=blue&color=1&color=true"),
        (json!({ "R": 100, "none": null }), "R=100"),
        (json!(null), ""),
        (json!([]), ""),
    ] {
        assert_eq!(encode(form, &value).as_deref(), Ok(expected));
    }
}

#[test]
fn what_the_specification_leaves_open_is_written_in_one_way() {
    let query = Field::optional("q").query();
    let nested = json!({ "a": { "b": 1, "c": [2, { "d": "e f" }] }, "g": "h" });
    for (field, expected) in [
        // Nested values of a flat style are JSON.
        (query, "a=%7B%22b%22%3A1%2C%22c%22%3A%5B2%2C%7B%22d%22%3A%22e%20f%22%7D%5D%7D&g=h"),
        (
            query.deep(),
            "q%5Ba%5D%5Bb%5D=1&q%5Ba%5D%5Bc%5D%5B0%5D=2&q%5Ba%5D%5Bc%5D%5B1%5D%5Bd%5D=e%20f&q%5Bg%5D=h",
        ),
        (
            query.json(),
            "q=%7B%22a%22%3A%7B%22b%22%3A1%2C%22c%22%3A%5B2%2C%7B%22d%22%3A%22e%20f%22%7D%5D%7D%2C%22g%22%3A%22h%22%7D",
        ),
    ] {
        assert_eq!(encode(field, &nested).as_deref(), Ok(expected));
    }
    let list = vec![1, 2];
    for (field, expected) in [
        (query.spaces().exploded(), "q=1&q=2"),
        (query.pipes().exploded(), "q=1&q=2"),
        (query.deep(), "q%5B0%5D=1&q%5B1%5D=2"),
        (Field::optional("q").cookie(), "q=1; q=2"),
        (Field::optional("q").header().json(), "[1,2]"),
        (Field::optional("q").path().json(), "%5B1%2C2%5D"),
    ] {
        assert_eq!(encode(field, &list).as_deref(), Ok(expected));
    }
    // A value that may be one or the other is the one it is.
    assert_eq!(encode(query.deep(), &7).as_deref(), Ok("q=7"));
    assert_eq!(
        encode(Field::optional("q").header().json(), &"ü🦊").as_deref(),
        Ok("\"\\u00fc\\ud83e\\udd8a\"")
    );
}

#[test]
fn reserved_characters_pass_where_the_description_says_so() {
    let field = Field::optional("a[b]").query().reserved();
    for (value, expected) in [
        ("/a:b?c=d;e,f", "a%5Bb%5D=/a:b?c=d;e,f"),
        ("[!$'()*@]", "a%5Bb%5D=[!$'()*@]"),
        // These would end the value, or be read as another one.
        ("a&b#c+d e", "a%5Bb%5D=a%26b%23c%2Bd%20e"),
        ("%2F%zz%", "a%5Bb%5D=%2F%25zz%25"),
        ("ü\"<", "a%5Bb%5D=%C3%BC%22%3C"),
    ] {
        assert_eq!(encode(field, &value).as_deref(), Ok(expected));
    }
}

#[test]
fn null_is_an_empty_value_only_where_that_is_allowed() {
    let query = Field::optional("q").query();
    for (field, value, expected) in [
        (query, Nullable::Null, ""),
        (query.empty(), Nullable::Null, "q="),
        (query.empty(), Nullable::Absent, ""),
        (query.empty(), Nullable::Value(1), "q=1"),
        (Field::nullable("q").query(), Nullable::Absent, "q="),
    ] {
        assert_eq!(encode(field, &value).as_deref(), Ok(expected));
    }
}

#[test]
fn no_value_leaves_its_place() {
    for (field, expected) in [
        (Field::required("q").path(), "a%2Fb%5Cc%3Fd%23e%3Bf%3Dg%2Ch%25%20%22%C3%BC"),
        (Field::required("q").path().matrix(), ";q=a%2Fb%5Cc%3Fd%23e%3Bf%3Dg%2Ch%25%20%22%C3%BC"),
        (Field::required("q").cookie(), "q=a%2Fb%5Cc%3Fd%23e%3Bf%3Dg%2Ch%25%20%22%C3%BC"),
        (Field::required("q").header(), "a/b\\c?d#e;f=g,h% \"ü"),
    ] {
        assert_eq!(encode(field, &"a/b\\c?d#e;f=g,h% \"ü").as_deref(), Ok(expected));
    }
    assert_eq!(encode(Field::required("q").path(), &"a-._~Z9").as_deref(), Ok("a-._~Z9"));
    assert_eq!(
        encode(Field::required("q").path(), &vec!["a,b".to_owned(), "c".to_owned()]).as_deref(),
        Ok("a%2Cb,c")
    );
    assert_eq!(encode(Field::required("q").header(), &Secret::<String>::new("s")).as_deref(), Ok("s"));
}

#[test]
fn path_needs_a_value() {
    for value in [&"" as &dyn Wire, &Vec::<i64>::new(), &None::<i64>, &Nullable::<i64>::Null, &json!(null)] {
        assert_eq!(encode(Field::required("q").path(), value), Err("the value is empty".to_owned()));
    }
}

#[test]
fn header_is_left_out_without_a_value() {
    for (value, expected) in [
        (&Vec::<i64>::new() as &dyn Wire, None),
        (&None::<i64>, None),
        (&Nullable::<i64>::Null, None),
        (&"", Some("")),
        (&vec![1, 2], Some("1,2")),
    ] {
        let header = encode_header(&Field::optional("q").header(), value).expect("the value has a form");
        assert_eq!(header.as_deref(), expected);
    }
}
