//! Overlays on a small shop: what they make of it, and what is said.

use serde_json::{Value, json};

use super::{Overlay, Unmatched};
use crate::report::{Report, Sources};

/// What is there to correct.
fn shop() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/": {"get": {"operationId": "root", "responses": {}}},
            "/toys": {
                "get": {
                    "x-page": ["sliced"],
                    "description": "Old.",
                    "parameters": [
                        {"name": "filter", "in": "query"},
                        {"name": "scratch", "in": "query"},
                        {"name": "trace", "in": "header"},
                        {"name": "filter", "in": "header"},
                    ],
                    "responses": {"200": {"description": "All."}, "500": {"description": "No."}},
                },
                "put": {"responses": {"500": {"description": "No."}}},
            },
        },
    })
}

/// The tree that the actions of an overlay make of the shop, and what is said.
fn applied(actions: &Value) -> (Value, Vec<Unmatched>, Vec<String>) {
    let overlay = json!({"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": actions});
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let overlay = Overlay::parse("shop.overlay.yaml", overlay.to_string(), &mut sources, &mut report)
        .expect("it can be read");
    let mut root = shop();
    let unmatched = overlay.apply(&mut root, &mut report);
    let said = report.iter().map(|diagnostic| {
        let help = diagnostic.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{} {}: {}{help}", diagnostic.severity, diagnostic.code, diagnostic.message)
    });
    (root, unmatched, said.collect())
}

/// The shop with values at pointers, or without what is there.
fn expected(changes: &[(&str, Option<Value>)]) -> Value {
    let mut root = shop();
    for (pointer, value) in changes {
        let (holder, key) = pointer.rsplit_once('/').expect("a pointer");
        let holder = root.pointer_mut(holder).expect("a holder");
        match (holder, value) {
            (Value::Object(map), Some(value)) => _ = map.insert(key.replace("~1", "/"), value.clone()),
            (Value::Object(map), None) => _ = map.shift_remove(&key.replace("~1", "/")),
            (Value::Array(items), Some(value)) => items.push(value.clone()),
            (Value::Array(items), None) => _ = items.remove(key.parse().expect("an index")),
            _ => panic!("{pointer}"),
        }
    }
    root
}

const TOYS: &str = "/paths/~1toys/get";

#[test]
fn the_kinds_of_overlays_that_the_specification_shows_are_applied() {
    let at = |rest: &str| format!("{TOYS}{rest}");
    let why = "It is so.";
    for (name, actions, changes) in [
        (
            "structured: one action that mirrors the document",
            json!([{"target": "$", "description": why, "update": {
                "info": {"x-seen": "yes"},
                "paths": {
                    "/": {"summary": "The root", "get": {"summary": "Read it", "x-limit": 9}},
                    "/toys": {"get": {"description": "New."}},
                },
                "tags": null,
            }}]),
            vec![
                ("/info/x-seen".to_owned(), Some(json!("yes"))),
                ("/paths/~1/summary".to_owned(), Some(json!("The root"))),
                ("/paths/~1/get/summary".to_owned(), Some(json!("Read it"))),
                ("/paths/~1/get/x-limit".to_owned(), Some(json!(9))),
                (at("/description"), Some(json!("New."))),
                ("/tags".to_owned(), Some(Value::Null)),
            ],
        ),
        (
            "targeted: one action for each node, each on what the one before has made",
            json!([
                {"target": "$.paths['/toys'].get", "description": why, "update": {"description": "New."}},
                {"target": "$.paths['/toys']", "description": why, "update": {"post": {"summary": "Add"}}},
                {"target": "$.paths['/toys'].post", "description": why, "update": {"x-safe": false}},
            ]),
            vec![
                (at("/description"), Some(json!("New."))),
                ("/paths/~1toys/post".to_owned(), Some(json!({"summary": "Add", "x-safe": false}))),
            ],
        ),
        (
            "wildcards: one action for many nodes",
            json!([
                {"target": "$.paths.*.get", "description": why, "update": {"x-safe": true}},
                {
                    "target": "$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']",
                    "description": why,
                    "update": {"schema": {"$ref": "#/components/schemas/Filter"}},
                },
            ]),
            vec![
                ("/paths/~1/get/x-safe".to_owned(), Some(json!(true))),
                (at("/x-safe"), Some(json!(true))),
                (at("/parameters/0/schema"), Some(json!({"$ref": "#/components/schemas/Filter"}))),
            ],
        ),
        (
            "lists: an element more",
            json!([{"target": "$.paths.*.get.parameters", "description": why, "update": {"name": "more", "in": "query"}}]),
            vec![(at("/parameters/-"), Some(json!({"name": "more", "in": "query"})))],
        ),
        (
            "lists: the elements of another list",
            json!([{"target": "$.paths.*.get.parameters", "description": why, "update": [{"name": "a"}, {"name": "b"}]}]),
            vec![
                (at("/parameters/-"), Some(json!({"name": "a"}))),
                (at("/parameters/-"), Some(json!({"name": "b"}))),
            ],
        ),
        (
            "lists: elements less",
            json!([{"target": "$.paths.*.get.parameters[?@.name == 'scratch' || @.name == 'trace']", "description": why, "remove": true}]),
            vec![(at("/parameters/2"), None), (at("/parameters/1"), None)],
        ),
        (
            "traits: what the document itself is marked with",
            json!([{
                "target": "$.paths.*[?@['x-page'][?@ == 'sliced']]",
                "description": why,
                "update": {"parameters": [{"name": "top", "in": "query"}, {"name": "skip", "in": "query"}]},
            }]),
            vec![
                (at("/parameters/-"), Some(json!({"name": "top", "in": "query"}))),
                (at("/parameters/-"), Some(json!({"name": "skip", "in": "query"}))),
            ],
        ),
        (
            "descendants: wherever they are",
            json!([{"target": "$.paths..responses['500']", "description": why, "remove": true}]),
            vec![(at("/responses/500"), None), ("/paths/~1toys/put/responses/500".to_owned(), None)],
        ),
        (
            "replaced: first removed, then written again",
            json!([
                {"target": "$.paths['/toys'].get.parameters", "description": why, "remove": true},
                {"target": "$.paths['/toys'].get", "description": why, "update": {"parameters": []}},
            ]),
            vec![(at("/parameters"), None), (at("/parameters"), Some(json!([])))],
        ),
        (
            "a whole path",
            json!([{"target": "$.paths['/', '/toys', '/toys']", "description": why, "remove": true}]),
            vec![("/paths/~1".to_owned(), None), ("/paths/~1toys".to_owned(), None)],
        ),
    ] {
        let (root, unmatched, said) = applied(&actions);
        assert_eq!((unmatched.len(), said), (0, Vec::new()), "{name}");
        let changes: Vec<_> = changes.iter().map(|(at, value)| (at.as_str(), value.clone())).collect();
        // Also in the order of keys, which is the order of the fields of a form.
        assert_eq!(root.to_string(), expected(&changes).to_string(), "{name}");
    }
}

#[test]
fn actions_that_match_nothing_are_all_named_with_what_is_there() {
    let (root, unmatched, said) = applied(&json!([
        {"target": "$.paths['/toy'].get", "description": "a", "remove": true},
        {"target": "$.info", "description": "b", "update": {"title": "New"}},
        {"target": "$.paths['/toys'].delete", "description": "c", "remove": true},
        {"target": "$.paths['/toys'].get.parameters[?@.name=='none'].schema", "description": "d", "remove": true},
        {"target": "$.paths['/toys'].get.parameters[4]", "description": "e", "remove": true},
        {"target": "$..nowhere", "description": "f", "remove": true},
        {"target": "$.info.title.x", "description": "g", "remove": true},
        {"target": "$.info[0]", "description": "h", "remove": true},
    ]));
    assert_eq!(root, expected(&[("/info/title", Some(json!("New")))]));
    let found: Vec<_> = unmatched.iter().map(|missing| (missing.action, missing.nearest.as_str())).collect();
    assert_eq!(
        found,
        [
            (0, "`$.paths` is there, but has no `/toy`; did you mean `/toys`?"),
            (2, "`$.paths['/toys']` is there, but has no `delete`; it has `get`, `put`"),
            (3, "`$.paths['/toys'].get.parameters` is there, but nothing in it passes `[?@.name=='none']`"),
            (4, "`$.paths['/toys'].get.parameters` is there, but has 4 elements"),
            (5, "`$` is there, but nothing below it matches `..nowhere`"),
            (6, "`$.info.title` is there, but has no `x`; it has no members"),
            (7, "`$.info` is there, but is no list"),
        ]
    );
    assert_eq!(unmatched[0].reason.as_deref(), Some("a"));
    assert_eq!(said.len(), unmatched.len());
    assert_eq!(
        said[0],
        "error overlay-unmatched: `$.paths['/toy'].get` matches nothing: the document has changed under this action; \
         `$.paths` is there, but has no `/toy`; did you mean `/toys`?"
    );
}

#[test]
fn what_does_not_fit_is_an_error_and_changes_nothing_there() {
    for (target, update, expected) in [
        ("$.info", json!("text"), "`update` must be an object, since its target is an object; it is text"),
        (
            "$.info.title",
            json!({}),
            "`update` must be neither object nor list, since its target is text; it is an object",
        ),
        ("$", json!({"paths": null}), "`paths` is an object in the document, and nothing here"),
        (
            "$.paths['/toys']",
            json!({"get": {"parameters": {"name": "a"}}}),
            "`parameters` is a list in the document, and an object here",
        ),
    ] {
        let (root, _, said) = applied(&json!([{"target": target, "description": "Why.", "update": update}]));
        let first = said.first().and_then(|said| said.split("; ").next().map(str::to_owned));
        let whole = said.first().map(String::as_str).unwrap_or_default();
        assert!(
            said.len() == 1 && whole.starts_with(&format!("error invalid-overlay: {expected}")),
            "{target}: {first:?}"
        );
        assert_eq!(root, shop(), "{target}");
    }
    let (root, _, said) = applied(&json!([{"target": "$", "description": "Why.", "remove": true}]));
    assert_eq!(
        (root, said),
        (shop(), vec!["error invalid-overlay: the document itself cannot be removed".to_owned()])
    );
}

#[test]
fn a_value_of_another_kind_takes_the_place_of_what_is_there() {
    for (target, update, change) in [
        ("$.info.title", json!("New"), ("/info/title", json!("New"))),
        ("$.info", json!({"version": 2}), ("/info/version", json!(2))),
        ("$.paths['/']", json!({"get": {"responses": false}}), ("/paths/~1/get/responses", json!(false))),
        ("$.paths['/']", json!({"get": {"operationId": ["a"]}}), ("/paths/~1/get/operationId", json!(["a"]))),
    ] {
        let (root, _, said) = applied(&json!([{"target": target, "description": "Why.", "update": update}]));
        assert_eq!((root, said), (expected(&[(change.0, Some(change.1))]), Vec::new()), "{target}");
    }
}

#[test]
fn an_overlay_that_adds_nothing_changes_nothing() {
    for actions in [
        json!([]),
        json!([{"target": "$", "description": "Why.", "update": {}}]),
        json!([{"target": "$..*[?@.responses || @.description]", "description": "Why.", "update": {}}]),
        json!([{"target": "$.paths['/toys'].get.parameters", "description": "Why.", "update": []}]),
        json!([{"target": "$", "description": "Why."}, {"target": "$..*", "description": "Why.", "remove": false}]),
    ] {
        let (root, unmatched, _) = applied(&actions);
        assert_eq!((root.to_string(), unmatched.len()), (shop().to_string(), 0), "{actions}");
    }
}

#[test]
fn an_overlay_that_grows_without_end_is_stopped() {
    let deep = (0..100).fold(json!(1), |below, _| json!({"a": below}));
    let action = json!({"target": "$..[?@.a || @.title]", "description": "Why.", "update": {"b": deep}});
    let (_, _, said) = applied(&Value::Array(vec![action; 3]));
    assert!(said[0].contains("nested deeper than 128 levels"), "{said:?}");
    let action =
        json!({"target": "$.paths.*", "description": "Why.", "update": {"x-many": vec![0; 300_000]}});
    let (_, _, said) = applied(&Value::Array(vec![action; 3]));
    assert_eq!(said, ["error invalid-overlay: the overlay adds more than 1000000 nodes; name fewer targets"]);
}
