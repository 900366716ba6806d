//! What a path says to a server, and which operations are behind it.

use super::{HEAD, lowered};

const DONE: &str = "responses: { '204': { description: Done. } }";

/// The requests of a document with these paths.
fn requests(paths: &str, said: &[&str]) -> Vec<String> {
    let api = lowered(&format!("{HEAD}paths: {{ {paths} }}"), said);
    api.operations.iter().map(|operation| format!("{} {}", operation.method, operation.path.wire())).collect()
}

/// The request of one operation with these parameters.
fn request(path: &str, parameters: &[(&str, &str)], said: &[&str]) -> String {
    let parameters: Vec<_> = parameters
        .iter()
        .map(|(name, place)| {
            format!("{{ name: {name}, in: {place}, required: true, schema: {{ type: string }} }}")
        })
        .collect();
    let parameters = parameters.join(", ");
    requests(&format!("'{path}': {{ get: {{ parameters: [{parameters}], {DONE} }} }}"), said).join(", ")
}

#[test]
fn every_path_that_can_be_sent_is_sent() {
    let assumed = &["invalid-path"][..];
    for (path, parameters, expected, said) in [
        ("/a/{b}", &[("b", "path")][..], "/a/{b}", &[][..]),
        ("a/{b}", &[("b", "path")], "/a/{b}", assumed),
        ("/a b/ü", &[], "/a%20b/%C3%BC", &[]),
        ("/a#b", &[], "/a", assumed),
        ("/a/{b", &[], "/a/%7Bb", assumed),
        ("/a?kind=b.c", &[], "/a?kind=b.c", &[]),
        ("/a?b={b}", &[("b", "path")], "/a?b={b}", &[]),
        ("/a?b={b}", &[("b", "query")], "/a", assumed),
        ("/a?x=1&b={b}", &[("b", "query")], "/a?x=1", assumed),
        ("/a?b={b}&x=1", &[("b", "query")], "/a?x=1", assumed),
        ("/a?{rest}", &[("b", "query")], "/a", assumed),
        ("/a/{+b}", &[("b", "path")], "/a/{b}", assumed),
        ("/a/{b:[0-9]+}", &[("b", "path")], "/a/{b}", assumed),
        ("/a/:b/c", &[("b", "path")], "/a/{b}/c", &[]),
    ] {
        assert_eq!(request(path, parameters, said), format!("GET {expected}"), "{path}");
    }
}

#[test]
fn a_path_item_may_stand_elsewhere() {
    let shared = format!("'/a': {{ $ref: '#/paths/~1b' }}, '/b': {{ get: {{ {DONE} }} }}");
    assert_eq!(requests(&shared, &[]), ["GET /a", "GET /b"]);
    let beside = format!("'/a': {{ $ref: '#/paths/~1b', put: {{ {DONE} }} }}, '/b': {{ get: {{ {DONE} }} }}");
    assert_eq!(requests(&beside, &[]), ["GET /a", "PUT /a", "GET /b"]);
    let lost = format!("'/a': {{ $ref: '#/paths/~1c' }}, '/b': {{ get: {{ {DONE} }} }}");
    assert_eq!(requests(&lost, &["unresolved-ref"]), ["GET /b"]);
}

#[test]
fn a_method_is_known_in_any_case() {
    let paths = format!("'/a': {{ GET: {{ {DONE} }}, query: {{ {DONE} }}, copy: {{ {DONE} }} }}");
    assert_eq!(requests(&paths, &["method-case", "unsupported-method"]), ["QUERY /a", "GET /a"]);
}
