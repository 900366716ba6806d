//! What a document says about a value beyond its shape, and about each of several.

use super::{HEAD, fields, lowered};
use crate::ir::{Limits, StructDef, TypeKind};

fn each(limits: Limits) -> Option<Box<Limits>> {
    Some(Box::new(limits))
}

/// The limits of the only member of an object.
fn of_member(schema: &str, components: &str) -> Limits {
    fields(&format!("{{ type: object, properties: {{ a: {schema} }} }}"), components).remove(0).limits
}

#[test]
fn item_of_a_list_and_value_of_a_map_have_limits_of_their_own() {
    let none = Limits::default;
    let short = || Limits { min_length: Some(1), max_length: Some(9), ..none() };
    for (schema, expected) in [
        (
            "{ type: array, maxItems: 2, items: { type: string, minLength: 1, maxLength: 9 } }",
            Limits { max_length: Some(2), each: each(short()), ..none() },
        ),
        (
            "{ type: array, items: { $ref: '#/components/schemas/Short' } }",
            Limits { each: each(short()), ..none() },
        ),
        ("{ $ref: '#/components/schemas/Shorts' }", Limits { each: each(short()), ..none() }),
        ("{ $ref: '#/components/schemas/Mail' }", Limits { format: Some("email".to_owned()), ..none() }),
        (
            "{ type: object, additionalProperties: { type: array, items: { type: integer, minimum: 0 } } }",
            Limits {
                each: each(Limits { each: each(Limits { minimum: Some(0.0), ..none() }), ..none() }),
                ..none()
            },
        ),
        // What is assumed for a missing value is no limit, and a named type speaks for itself.
        ("{ type: array, items: { type: string, default: x } }", none()),
        ("{ type: array, items: { type: string, enum: [a, b], maxLength: 9 } }", none()),
        (
            "{ type: array, items: { type: string, format: password, maxLength: 9 } }",
            Limits { each: each(Limits { format: Some("password".to_owned()), ..none() }), ..none() },
        ),
        ("{ type: string, format: date }", none()),
        ("{ type: object, additionalProperties: true }", none()),
    ] {
        let components = "Short: { type: string, minLength: 1, maxLength: 9 }, \
                          Shorts: { type: array, items: { $ref: '#/components/schemas/Short' } }, \
                          Mail: { type: string, format: email }";
        assert_eq!(of_member(schema, components), expected, "{schema}");
    }
}

#[test]
fn what_follows_a_tuple_says_nothing_about_the_tuple() {
    let head = HEAD.replace("3.0.3", "3.1.0");
    let member = "{ type: array, prefixItems: [{ type: string }], items: { type: string, maxLength: 1 } }";
    let schema = format!("{{ type: object, properties: {{ a: {member} }} }}");
    let content = format!("{{ application/json: {{ schema: {schema} }} }}");
    let api = lowered(
        &format!(
            "{head}paths: {{ /zoo: {{ get: {{ responses: {{ '200': {{ description: It., content: {content} }} }} }} }} }}"
        ),
        &[],
    );
    let body = api.operations[0].replies[0].body.clone().expect("the answer has a body");
    let crate::ir::Shape::Inline(def) = body.shape else { panic!("no object") };
    let TypeKind::Struct(def) = def.kind else { panic!("no object") };
    assert_eq!(def.fields[0].limits, Limits::default());
}

#[test]
fn members_that_are_not_listed_have_the_limits_of_their_schema() {
    let rest = |schema: &str| -> Limits {
        let (_, slot) = super::schema_with(schema, "");
        let crate::ir::Shape::Inline(def) = slot.shape else { panic!("no object: {schema}") };
        let TypeKind::Struct(StructDef { rest_limits, .. }) = def.kind else { panic!("no object: {schema}") };
        rest_limits
    };
    let expected = Limits { minimum: Some(1.0), ..Limits::default() };
    let open = "{ type: object, properties: { a: {} }, additionalProperties: { type: integer, minimum: 1, default: 3 } }";
    assert_eq!(rest(open), expected);
    let other = "{ type: object, properties: { b: {} } }";
    assert_eq!(rest(&format!("{{ allOf: [{open}, {other}] }}")), expected);
    // Of two parts that both have a schema for them, none speaks for the other.
    let wider = open.replace("a:", "b:").replace("minimum: 1", "minimum: 0");
    assert_eq!(rest(&format!("{{ allOf: [{open}, {wider}] }}")), Limits::default());
}
