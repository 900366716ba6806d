//! Words of a shell, and values in every style.

use super::{
    curl::{command, quoted},
    request::Request,
    style::{Writing, percent_encoded},
    wire::{Member, Wire},
};
use crate::ir::{Location, Method, Notation, Style};

#[test]
fn words_are_what_a_shell_makes_of_them() {
    for (word, expected) in
        [("plain/word.rs", "plain/word.rs"), ("", "''"), ("a b", "'a b'"), ("it's $HOME", "'it'\\''s $HOME'")]
    {
        assert_eq!(quoted(word), expected);
    }
    let request = Request {
        method: Method::Put,
        url: "https://a.example/b?c[]=d".to_owned(),
        basic: Some(("user".to_owned(), "pass'word".to_owned())),
        headers: vec![("X-None".to_owned(), String::new()), ("X-One".to_owned(), "1".to_owned())],
        body: Some("{\"name\":\"O'Brien\"}".to_owned()),
    };
    let expected = "curl --globoff --request PUT 'https://a.example/b?c[]=d' \\\n  --user 'user:pass'\\''word' \\\n  \
                    --header 'X-None;' \\\n  --header 'X-One: 1' \\\n  --data-raw '{\"name\":\"O'\\''Brien\"}'";
    assert_eq!(command(&request), expected);
    assert!(command(&Request { method: Method::Head, ..request }).contains(" --head "));
}

#[test]
fn values_are_written_in_their_styles() {
    let text = |text: &str| Wire::Text(text.to_owned());
    let member = |name: &str, value| Member { name: name.to_owned(), value, empty: false };
    let list = Wire::List(vec![text("blue"), text("it's"), Wire::Float(1.0)]);
    let object = Wire::Object(vec![
        member("R", Wire::Int(100)),
        member("none", Wire::Null),
        member("G", Wire::Bool(true)),
    ]);
    for (location, notation, explode, expected) in [
        (Location::Path, Notation::Plain, false, ["blue,it%27s,1", "R,100,G,true"]),
        (Location::Path, Notation::Label, true, [".blue.it%27s.1", ".R=100.G=true"]),
        (Location::Path, Notation::Matrix, false, [";color=blue,it%27s,1", ";color=R,100,G,true"]),
        (Location::Path, Notation::Matrix, true, [";color=blue;color=it%27s;color=1", ";R=100;G=true"]),
        (Location::Header, Notation::Plain, false, ["blue,it's,1", "R,100,G,true"]),
        (
            Location::Header,
            Notation::Json,
            false,
            ["[\"blue\",\"it's\",1.0]", "{\"R\":100,\"none\":null,\"G\":true}"],
        ),
        (Location::Query, Notation::Plain, true, ["color=blue&color=it%27s&color=1", "R=100&G=true"]),
        (Location::Query, Notation::Plain, false, ["color=blue,it%27s,1", "color=R,100,G,true"]),
        (Location::Query, Notation::Spaces, false, ["color=blue%20it%27s%201", "color=R%20100%20G%20true"]),
        (Location::Query, Notation::Pipes, false, ["color=blue%7Cit%27s%7C1", "color=R%7C100%7CG%7Ctrue"]),
        (
            Location::Query,
            Notation::Deep,
            true,
            ["color%5B0%5D=blue&color%5B1%5D=it%27s&color%5B2%5D=1", "color%5BR%5D=100&color%5BG%5D=true"],
        ),
        (Location::Cookie, Notation::Plain, true, ["color=blue; color=it%27s; color=1", "R=100; G=true"]),
    ] {
        let writing = Writing { name: "color", location, style: Style::of(notation), explode };
        let written = [&list, &object].map(|value| writing.write(value).unwrap_or_default());
        assert_eq!(written, expected, "{location:?} {notation:?} {explode}");
    }
    let style = Style { reserved: true, ..Style::default() };
    let writing = Writing { name: "a[b]", location: Location::Query, style, explode: true };
    for (value, expected) in [
        ("/a:b?c=d;e,f", "a%5Bb%5D=/a:b?c=d;e,f"),
        ("a&b#c+d e", "a%5Bb%5D=a%26b%23c%2Bd%20e"),
        ("%2F%zz%", "a%5Bb%5D=%2F%25zz%25"),
    ] {
        assert_eq!(writing.write(&text(value)).as_deref(), Some(expected));
    }
    assert_eq!(percent_encoded("ü\0/", "/"), "%C3%BC%00/");
    assert_eq!(text("a\"\\\n\u{1}ü").json(), "\"a\\\"\\\\\\n\\u0001ü\"");
}
