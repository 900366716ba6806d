//! What a text becomes, and what is said about it.

use serde_json::{Value, json};

use super::*;

/// The tree, and the codes and pointers of what was noted.
fn tree(text: &str) -> (Value, Vec<(Code, String)>) {
    let tree = parse(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
    let source = Sources::new().add("x", "");
    let notes = tree.notes.into_iter().map(|note| {
        let diagnostic = note.diagnostic(source);
        let place = match diagnostic.origin.map(|origin| origin.place) {
            Some(crate::report::Place::Pointer(pointer) | crate::report::Place::Key(pointer)) => {
                pointer.to_string()
            }
            other => format!("{other:?}"),
        };
        (diagnostic.code, place)
    });
    (tree.value, notes.collect())
}

fn error(text: &str) -> (Code, String, usize, usize) {
    let error = parse(text).expect_err(text);
    (error.code, error.message, error.line, error.column)
}

#[test]
fn yaml_is_read_as_authors_of_api_documents_mean_it() {
    for (text, value) in [
        ("200: ok", json!({"200": "ok"})),
        ("1.0: a\n~: b\ntrue: c", json!({"1.0": "a", "~": "b", "true": "c"})),
        ("[yes, no, on, off, y, n]", json!(["yes", "no", "on", "off", "y", "n"])),
        ("[010, 08, 0o10, 0x1F, 0b11]", json!(["010", "08", 8, 31, 3])),
        ("[1e3, 1.0, .5, 1.]", json!([1e3, 1.0, 0.5, 1.0])),
        ("[1_000, 2024-01-31, 1:30, '=']", json!(["1_000", "2024-01-31", "1:30", "="])),
        ("[true, null, ~, '']", json!([true, null, null, ""])),
        ("", json!(null)),
        ("# nothing\n", json!(null)),
        ("a: &x {b: 1}\nc: *x", json!({"a": {"b": 1}, "c": {"b": 1}})),
        ("a: 1\r\nb: 2\r\n", json!({"a": 1, "b": 2})),
        ("!!str 12", json!("12")),
        ("{a: 1, b: [2]}", json!({"a": 1, "b": [2]})),
    ] {
        assert_eq!(tree(text), (value, Vec::new()), "{text:?}");
    }
}

#[test]
fn the_version_of_a_document_keeps_its_text() {
    let text = "openapi: 3.0\ninfo:\n  version: 1.10\n  x-other:\n    version: 1.10";
    let value = json!({"openapi": "3.0", "info": {"version": "1.10", "x-other": {"version": 1.1}}});
    assert_eq!(tree(text), (value, Vec::new()));
}

#[test]
fn what_is_read_otherwise_than_written_is_noted_with_its_place() {
    for (text, value, code, pointer) in [
        (
            "a: [170141183460469231731687303715884105727]",
            json!({"a": [1.7014118346046923e38]}),
            Code::InexactNumber,
            "/a/0",
        ),
        ("a: -9223372036854775809", json!({"a": -9.223372036854776e18}), Code::InexactNumber, "/a"),
        (
            "a: 18446744073709551616",
            json!({"a": 18446744073709551616_u128 as f64}),
            Code::InexactNumber,
            "/a",
        ),
        ("a: .inf", json!({"a": ".inf"}), Code::InexactNumber, "/a"),
        ("a: -.inf", json!({"a": "-.inf"}), Code::InexactNumber, "/a"),
        ("a: .nan", json!({"a": ".nan"}), Code::InexactNumber, "/a"),
        ("a: !foo bar", json!({"a": "bar"}), Code::YamlTag, "/a"),
        ("a/b: !foo {c: [1]}", json!({"a/b": {"c": [1]}}), Code::YamlTag, "/a~1b"),
        ("- !foo [1]", json!([[1]]), Code::YamlTag, "/0"),
    ] {
        assert_eq!(tree(text), (value, vec![(code, pointer.to_owned())]), "{text:?}");
    }
}

#[test]
fn merge_keys_are_applied_and_own_keys_win() {
    for (text, value) in [
        ("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}", json!({"a": {"x": 1, "y": 2}, "b": {"y": 3, "x": 1}})),
        (
            "a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc: {<<: [*a, *b]}",
            json!({"a": {"x": 1}, "b": {"x": 2, "z": 3}, "c": {"x": 1, "z": 3}}),
        ),
        ("<<: text", json!({"<<": "text"})),
    ] {
        assert_eq!(tree(text), (value, Vec::new()), "{text:?}");
    }
    assert_eq!(tree(r#"{"<<": {"a": 1}}"#).0, json!({"<<": {"a": 1}}), "JSON has no merge keys");
}

#[test]
fn of_two_equal_keys_the_last_one_counts_and_is_noted() {
    for (text, value, pointers) in [
        ("a:\n  é: 1\n  b: 2\n  é: 3", json!({"a": {"é": 3, "b": 2}}), &["/a/é"][..]),
        ("200: a\n'200': b", json!({"200": "b"}), &["/200"]),
        ("- {a: 1, a: 2, a: 3}", json!([{"a": 3}]), &["/0/a", "/0/a"]),
        ("{\"a\": {\"b\": 1}, \"c\": 2,\n\"a\" : 2}", json!({"a": 2, "c": 2}), &["/a"]),
    ] {
        let notes = pointers.iter().map(|pointer| (Code::DuplicateKey, (*pointer).to_owned())).collect();
        assert_eq!(tree(text), (value, notes), "{text:?}");
    }
}

#[test]
fn what_does_not_parse_has_a_place() {
    for (text, message, line, column) in [
        ("a: [1, 2", "did not find expected ',' or ']', while parsing a flow sequence", 1, 9),
        ("a: b: c", "mapping values are not allowed in this context", 1, 5),
        ("a:\n\t- b", "found character that cannot start any token, while scanning for the next token", 2, 1),
        ("é: *missing", "unknown anchor", 1, 4),
        ("{\"a\": 1,\n  \"b\" 2}", "expected `:`", 2, 7),
        ("{\"a\": ", "EOF while parsing a value", 1, 6),
        ("a: \"\u{80}\"", "control characters are not allowed", 1, 5),
        ("title: one\n---\ntitle: two\n", "the file holds more than one YAML document", 2, 1),
        ("? [a]\n: b", "invalid type: sequence, expected a key that is text", 1, 3),
    ] {
        assert_eq!(error(text), (Code::Syntax, message.to_owned(), line, column), "{text:?}");
    }
}

#[test]
fn a_text_that_looks_like_json_and_is_yaml_is_read_as_yaml() {
    assert_eq!(tree("{openapi: '3.0.3'} # flow").0, json!({"openapi": "3.0.3"}));
}

#[test]
fn nesting_and_aliases_are_bounded() {
    let deep_yaml = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    let deep_json = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_flow = format!("a: {}", "[{a: ".repeat(100_000));
    for text in [deep_yaml, deep_json, deep_flow] {
        assert_eq!(error(&text).1, "the document is nested deeper than 128 levels");
    }
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    assert_eq!(error(&bomb).1, "the aliases of this document multiply beyond any use");
}

#[test]
fn loading_keeps_the_text_and_the_order_of_keys() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let text = "openapi: 3.0.3\nzebra: 1\napple: 2\ninfo: {title: Zoo, version: '1'}\npaths: {}\n";
    let document = load_text("library.yaml", text, &mut sources, &mut report).unwrap();
    assert!(report.is_empty());
    assert_eq!(sources.get(document.source()).map(|source| source.text.as_str()), Some(text));
    let keys: Vec<&str> = document.root().entries().map(|(key, _)| key).collect();
    assert_eq!(keys, ["openapi", "zebra", "apple", "info", "paths"]);
}

#[test]
fn a_text_that_fails_is_still_shown() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    assert!(load_text("library.yaml", "a: [", &mut sources, &mut report).is_none());
    let rendered = crate::report::render(&report, &sources, false);
    assert!(rendered.contains("library.yaml:1:"), "{rendered}");
}
