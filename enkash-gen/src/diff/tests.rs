//! Pairs of small descriptions, and exactly the rules that their difference falls under.

mod cases;
mod moved;
mod renderings;
mod values;
mod whole;

use std::collections::BTreeSet;

use super::{Change, Impact, Rule, Wire};
use crate::{
    load::{self, Document},
    report::{Report, Sources, render},
};

/// What two texts in flow style stand for, and the rules of their difference.
type Case = (&'static str, &'static str, &'static [&'static str]);

/// A document of which the text is all but the version.
fn whole(text: &str) -> String {
    format!("{{openapi: 3.0.3, info: {{title: T, version: '1'}}, {text}}}")
}

/// A document with one operation, which has a few schemes to ask for.
fn operation(text: &str) -> String {
    let responses = if text.contains("responses:") { "" } else { "responses: {'200': {description: d}}, " };
    let schemes = "basic: {type: http, scheme: basic}, key: {type: apiKey, in: header, name: X-Key}, \
        oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example/t', scopes: {a: a, b: b}}}}";
    whole(&format!(
        "components: {{securitySchemes: {{{schemes}}}}}, paths: {{/a: {{post: {{operationId: a, {responses}{text}}}}}}}"
    ))
}

/// One that is sent a body of this schema.
fn body(schema: &str) -> String {
    operation(&format!(
        "requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}"
    ))
}

/// One that is sent an object with this member.
fn sent(schema: &str) -> String {
    body(&format!("{{type: object, properties: {{f: {schema}}}}}"))
}

/// One that answers a body of this schema.
fn answer(schema: &str) -> String {
    operation(&format!(
        "responses: {{'200': {{description: d, content: {{application/json: {{schema: {schema}}}}}}}}}"
    ))
}

/// One that answers an object with this member.
fn received(schema: &str) -> String {
    answer(&format!("{{type: object, properties: {{f: {schema}}}}}"))
}

fn load(text: &str) -> Document {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load_text("test.yaml", text, &mut sources, &mut report);
    document.unwrap_or_else(|| panic!("{text}\n{}", render(&report, &sources, false)))
}

fn wire(old: &str, new: &str) -> Wire {
    super::wire(&load(old), &load(new))
}

fn ids(wire: &Wire) -> Vec<&'static str> {
    let mut ids: Vec<_> = wire.changes.iter().map(|change| change.rule.as_str()).collect();
    ids.sort_unstable();
    ids
}

/// How a text becomes a document, and the cases of such texts.
type Table = (fn(&str) -> String, &'static [Case]);

const TABLES: [Table; 6] = [
    (whole, cases::WHOLE),
    (operation, cases::OPERATION),
    (body, values::BODY),
    (sent, values::SENT),
    (answer, values::ANSWER),
    (received, values::RECEIVED),
];

#[test]
fn each_pair_differs_by_exactly_its_rules() {
    let mut wrong = Vec::new();
    for (document, cases) in TABLES {
        for (old, new, expected) in cases {
            let found = wire(&document(old), &document(new));
            if ids(&found) != *expected || !found.notes.is_empty() {
                wrong.push(format!("{old}\n{new}\nexpected {expected:?}, found {:?}", ids(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn each_rule_has_a_pair() {
    let tables = TABLES.iter().flat_map(|(_, cases)| *cases).flat_map(|(.., rules)| *rules);
    let tried: BTreeSet<&str> = tables.copied().collect();
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(all.difference(&tried).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(all.len(), Rule::ALL.len(), "an id stands twice in the table");
}

#[test]
fn nothing_differs_from_itself() {
    for (document, cases) in TABLES {
        for text in cases.iter().flat_map(|(old, new, _)| [old, new]) {
            assert_eq!(wire(&document(text), &document(text)), Wire::default(), "{text}");
        }
    }
}

#[test]
fn rules_differ_in_what_they_are_about_and_read_like_the_others() {
    for rule in Rule::ALL {
        let id = rule.as_str();
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{id}");
        assert!(rule.meaning().ends_with('.'), "{id}");
        for text in [rule.sentence(), rule.advice()] {
            assert!(!text.is_empty() && !text.ends_with('.'), "{id}: {text}");
            assert!(!text.starts_with(|c: char| c.is_uppercase()), "{id}: {text}");
        }
        assert_eq!(Rule::find(id), Some(*rule));
    }
    assert_eq!(Rule::find("no-such-rule"), None);
}

/// The one change of a pair.
fn only(old: &str, new: &str) -> Change {
    let mut wire = wire(old, new);
    assert_eq!(wire.changes.len(), 1, "{:#?}", wire.changes);
    wire.changes.remove(0)
}

#[test]
fn the_same_difference_weighs_by_its_direction() {
    for (old, new, is_sent, is_received) in [
        ("{enum: [a]}", "{enum: [a, b]}", Impact::Compatible, Impact::PossiblyBreaking),
        ("{enum: [a, b]}", "{enum: [a]}", Impact::Breaking, Impact::Compatible),
        ("{type: integer}", "{type: number}", Impact::Compatible, Impact::Breaking),
        ("{type: number}", "{type: integer}", Impact::Breaking, Impact::Compatible),
        ("{type: string}", "{type: string, nullable: true}", Impact::Compatible, Impact::Breaking),
        (
            "{type: string, maxLength: 5}",
            "{type: string, maxLength: 3}",
            Impact::Breaking,
            Impact::Compatible,
        ),
    ] {
        assert_eq!(only(&sent(old), &sent(new)).impact(), is_sent, "{old} {new}");
        assert_eq!(only(&received(old), &received(new)).impact(), is_received, "{old} {new}");
    }
    let optional = "{type: object, properties: {f: {type: string}}}";
    let required = "{type: object, required: [f], properties: {f: {type: string}}}";
    assert_eq!(only(&body(optional), &body(required)).impact(), Impact::Breaking);
    assert_eq!(only(&body(required), &body(optional)).impact(), Impact::Compatible);
    assert_eq!(only(&answer(optional), &answer(required)).impact(), Impact::Compatible);
    assert_eq!(only(&answer(required), &answer(optional)).impact(), Impact::Breaking);
}

#[test]
fn a_change_names_the_way_to_it_and_what_was_and_is() {
    let nested = |schema: &str| {
        let list = format!("{{type: array, items: {{type: object, properties: {{'id': {schema}}}}}}}");
        answer(&format!("{{type: object, properties: {{items: {list}}}}}"))
    };
    let change = only(&nested("{type: string}"), &nested("{type: boolean}"));
    assert_eq!(change.path, "200.body.items[].id");
    assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("string"), Some("boolean")));
    let call = change.operation.expect("it is of an operation");
    assert_eq!((call.label().as_str(), call.id.as_deref()), ("POST /a", Some("a")));
    let change = only(&sent("{type: integer, minimum: 1}"), &sent("{type: integer, minimum: 5}"));
    assert_eq!(change.path, "request.body.f");
    assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some(">= 1"), Some(">= 5")));
    let param = |schema: &str| operation(&format!("parameters: [{{name: q, in: query, schema: {schema}}}]"));
    assert_eq!(only(&param("{type: string}"), &param("{type: boolean}")).path, "query.q");
}

/// Two operations that answer the same type, which is part of itself.
fn shared(leaf: &str) -> String {
    let reply = "responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}}";
    whole(&format!(
        "paths: {{/a: {{get: {{{reply}}}}}, /b: {{get: {{{reply}}}}}}}, components: {{schemas: {{Tree: {{type: object, \
         properties: {{leaf: {leaf}, trees: {{type: array, items: {{$ref: '#/components/schemas/Tree'}}}}}}}}}}}}"
    ))
}

#[test]
fn a_type_that_is_part_of_itself_and_of_others_is_told_once() {
    let change = only(&shared("{type: string}"), &shared("{type: boolean}"));
    assert_eq!((change.rule, change.path.as_str()), (Rule::ResponseType, "200.body.leaf"));
    assert_eq!(change.also.iter().map(super::Call::label).collect::<Vec<_>>(), ["GET /b"]);
}
