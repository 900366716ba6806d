//! What `oneOf`, `anyOf`, `allOf` and families become.

use super::{HEAD, lowered, schema_with};
use crate::{
    ir::{
        Api,
        fixture::{sketch, sketch_types},
    },
    passes,
};

const COMPONENTS: &str = "\
    Cat: { type: object, required: [name], properties: { name: { type: string } } }, \
    Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog] } } }, \
    Fox: { type: object, required: [kind], properties: { kind: { type: string, enum: [fox, vixen] } } }, \
    Size: { type: string, enum: [small, large] }, \
    Base: { type: object, required: [kind], properties: { kind: { type: string }, id: { type: integer } }, \
            discriminator: { propertyName: kind, mapping: { one: '#/components/schemas/One' } } }, \
    One: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { a: { type: string } } }] }, \
    Two: { allOf: [{ $ref: '#/components/schemas/Base' }] }, \
    Tree: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Tree' } }] }, \
    Nest: { type: array, items: { $ref: '#/components/schemas/Nest' } }, \
    Knot: { type: object, properties: { a: { allOf: [{ $ref: '#/components/schemas/Knot' }, { type: object, properties: { b: { type: string } } }] } } }, \
    Loop: { anyOf: [{ $ref: '#/components/schemas/Loop' }, { $ref: '#/components/schemas/Cat' }] }";

fn answer(schema: &str, said: &[&str]) -> Api {
    let schema = schema.replace('@', "$ref: '#/components/schemas/").replace('~', "'");
    let content = format!("{{ application/json: {{ schema: {schema} }} }}");
    lowered(
        &format!(
            "{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, responses: {{ '200': {{ description: It., content: {content} }} }} }} }} }}\n\
             components: {{ schemas: {{ {COMPONENTS} }} }}"
        ),
        said,
    )
}

/// What a schema comes to as the body of an answer; `@Name~` refers to a component.
fn schema(schema: &str, said: &[&str]) -> String {
    let api = answer(schema, said);
    let body = api.operations[0].replies[0].body.clone().expect("the answer has a body");
    sketch(&api, &body)
}

#[test]
fn a_union_is_its_members_or_the_type_that_they_come_to() {
    for (text, expected) in [
        ("{ oneOf: [{ @Cat~ }, { @Dog~ }] }", "<Cat | Dog>"),
        ("{ anyOf: [{ @Cat~ }, { type: string }] }", "<Cat | text>"),
        ("{ oneOf: [{ type: string }, { type: integer }] }", "<text | i64>"),
        ("{ oneOf: [{ type: array, items: { type: string } }, { type: string }] }", "<[text] | text>"),
        // One type after all.
        ("{ oneOf: [{ @Cat~ }] }", "Cat"),
        ("{ oneOf: [{ @Cat~ }, { @Cat~ }] }", "Cat"),
        ("{ anyOf: [{ type: string, format: date }, { type: string, maxLength: 3 }] }", "text"),
        ("{ anyOf: [{ @Size~ }, { type: string }] }", "Size"),
        ("{ anyOf: [{ type: string, enum: [a] }, { type: string, enum: [b, a] }] }", "(a|b)"),
        ("{ anyOf: [{ type: string, format: password }, { type: string }] }", "secret"),
        ("{ anyOf: [{ type: integer }, { type: number }] }", "f64"),
        ("{ anyOf: [{ type: integer, format: int32 }, { type: integer }] }", "i64"),
        ("{ anyOf: [{}, { type: string }] }", "any"),
        (
            "{ type: array, x-prefix-items: [{ type: string }, { type: integer }], items: {} }",
            "[<text | i64>]",
        ),
        ("{ type: array, x-prefix-items: [{ type: number }, { type: integer }], items: {} }", "[f64]"),
        // `null` is the business of the slot.
        ("{ anyOf: [{ @Cat~ }, { nullable: true }] }", "Cat?"),
        ("{ anyOf: [{ @Cat~ }, { type: string, nullable: true }] }", "<Cat | text>?"),
        ("{ nullable: true, oneOf: [{ @Cat~ }, { type: string }] }", "<Cat | text>?"),
        // A union without a tag inside a union is no more than its members.
        ("{ oneOf: [{ @Cat~ }, { oneOf: [{ @Dog~ }, { type: string }] }] }", "<Cat | Dog | text>"),
        // Beside the union, for each of its members.
        (
            "{ type: object, properties: { a: { type: string } }, oneOf: [{ @Cat~ }, { type: object, required: [a] , properties: { b: {} } }] }",
            "<{a: text, name!: text} | {a!: text, b: any}>",
        ),
        ("{ type: string, oneOf: [{ enum: [a] }, { enum: [b] }] }", "(a|b)"),
        (
            "{ allOf: [{ @Cat~ }, { oneOf: [{ @Dog~ }, { @Fox~ }] }] }",
            "<{name!: text, kind!: (dog)} | {name!: text, kind!: (fox|vixen)}>",
        ),
        // Said by every member already.
        ("{ type: object, properties: { kind: {} }, oneOf: [{ @Dog~ }, { @Fox~ }] }", "<Dog | Fox>"),
    ] {
        assert_eq!(schema(text, &[]), expected, "{text}");
    }
}

#[test]
fn what_a_type_cannot_say_is_said_and_costs_nothing() {
    let looser: &[&str] = &["looser-type"];
    let ignored: &[&str] = &["ignored-constraint"];
    for (text, said, expected) in [
        ("{ oneOf: [] }", &["wrong-kind"][..], "any"),
        ("{ anyOf: [{ @Cat~ }, { enum: [null] }] }", &["null-type"], "Cat?"),
        (
            "{ type: object, properties: { a: {}, b: {} }, anyOf: [{ required: [a] }, { required: [b] }] }",
            ignored,
            "{a: any, b: any}",
        ),
        ("{ type: string, not: { enum: [a] } }", ignored, "text"),
        ("{ allOf: [{ type: string }, { type: boolean }] }", looser, "any"),
        (
            "{ allOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { a: { type: boolean } } }] }",
            looser,
            "{a: bool}",
        ),
    ] {
        assert_eq!(schema(text, said), expected, "{text}");
    }
}

#[test]
fn all_of_takes_the_narrower_of_two_descriptions() {
    let both = |one: &str, other: &str| {
        format!(
            "{{ allOf: [{{ type: object, properties: {{ a: {one} }} }}, {{ type: object, properties: {{ a: {other} }} }}] }}"
        )
    };
    for (one, other, expected) in [
        ("{}", "{ type: string }", "text"),
        ("{ type: number }", "{ type: integer }", "i64"),
        ("{ type: string }", "{ @Size~ }", "Size"),
        ("{ @Size~ }", "{ type: string, enum: [small] }", "(small)"),
        ("{ type: object }", "{ @Cat~ }", "Cat"),
        ("{ @Base~ }", "{ @One~ }", "One"),
        ("{ type: array, items: {} }", "{ type: array, items: { @Cat~ } }", "[Cat]"),
        (
            "{ type: object, properties: { x: { type: string } } }",
            "{ type: object, properties: { y: { type: string } } }",
            "{x: text, y: text}",
        ),
    ] {
        assert_eq!(schema(&both(one, other), &[]), format!("{{a: {expected}}}"), "{one} {other}");
    }
    assert_eq!(schema("{ allOf: [{ @Size~ }, { type: string, maxLength: 5 }] }", &[]), "Size");
    assert_eq!(
        schema("{ allOf: [{ @Cat~ }], additionalProperties: { type: boolean } }", &[]),
        "{name!: text, *: bool}"
    );
}

/// The types that are left once the passes have settled the unions.
fn settled(text: &str) -> Vec<String> {
    let mut api = answer(text, &[]);
    passes::run(&mut api);
    sketch_types(&api)
}

#[test]
fn objects_are_told_apart_by_a_tag_where_they_have_one() {
    let discriminator =
        "discriminator: { propertyName: kind, mapping: { dog: Dog, cat: '#/components/schemas/Cat' } }";
    let types = settled(&format!("{{ oneOf: [{{ @Cat~ }}, {{ @Dog~ }}], {discriminator} }}"));
    assert_eq!(types.last().map(String::as_str), Some("op.response = <Cat=cat | Dog=dog by kind!>"));
    // Without a mapping the values that a member allows count, and else its name.
    let types = settled("{ oneOf: [{ @Cat~ }, { @Dog~ }], discriminator: { propertyName: kind } }");
    assert_eq!(types.last().map(String::as_str), Some("op.response = <Cat=Cat | Dog=dog by kind!>"));
    // The document need not name what has other values in every member.
    let types = settled("{ oneOf: [{ @Fox~ }, { @Dog~ }, { type: string }] }");
    assert_eq!(
        types.last().map(String::as_str),
        Some("op.response = <Fox=fox=vixen | Dog=dog | text by kind!>")
    );
    let types = settled("{ oneOf: [{ @Cat~ }, { @Dog~ }] }");
    assert_eq!(types.last().map(String::as_str), Some("op.response = <Cat | Dog>"));
}

#[test]
fn a_base_with_a_discriminator_is_one_of_its_kinds() {
    assert_eq!(
        settled("{ @Base~ }"),
        [
            "One = {kind!: text, id: i64, a: text}",
            "Two = {kind!: text, id: i64}",
            "Base = <One=one | Two=Two by kind!>",
        ]
    );
    assert_eq!(settled("{ @Two~ }"), ["Two = {kind!: text, id: i64}"]);
}

#[test]
fn recursion_ends() {
    assert_eq!(settled("{ @Tree~ }"), ["Tree = <text | [Tree]>"]);
    assert_eq!(settled("{ @Nest~ }"), ["Nest = <[Nest]>"]);
    assert_eq!(settled("{ @Knot~ }"), ["Knot = {a: Knot.a}", "Knot.a = {a: ^Knot.a, b: text}"]);
    assert_eq!(settled("{ @Loop~ }"), ["Cat = {name!: text}"]);
}

/// A member that extends the schema it is a member of would be an object in an object without end.
#[test]
fn a_member_that_includes_its_own_schema_is_one_type() {
    let member = "{ allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: {} } }] }";
    let components = format!("A: {{ type: object, properties: {{ x: {member}, y: {member} }} }}");
    let (api, slot) = schema_with("{ $ref: '#/components/schemas/A' }", &components);
    assert_eq!(sketch(&api, &slot), "A");
    assert_eq!(sketch_types(&api).len(), 3);
}

/// Two members on each floor include the floor below, so that a copy for each way down would be 2^40 of them.
#[test]
fn a_lattice_of_inclusions_takes_no_more_than_its_size() {
    let floor = |at: usize| {
        let member = format!(
            "{{ allOf: [{{ $ref: '#/components/schemas/L{}' }}, {{ type: object, properties: {{ k{at}: {{}} }} }}] }}",
            at + 1
        );
        format!("L{at}: {{ type: object, properties: {{ a: {member}, b: {member} }} }}, ")
    };
    let components: String = (0..40).map(floor).collect();
    let (api, _) = schema_with(
        "{ $ref: '#/components/schemas/L0' }",
        &format!("{components} L40: {{ type: object, properties: {{ end: {{}} }} }}"),
    );
    assert!(api.types.len() < 200, "{}", api.types.len());
}
