//! What references come to that lead back, or very far.

use super::{HEAD, lowered, schema_with};
use crate::ir::{Shape, TypeKind};

/// Schemas that are made of the next one like this, each with `@` in its place; the last is a text.
fn chain(length: usize, schema: &str) -> String {
    (0..length).fold(String::new(), |chain, at| {
        let next = format!("{{ $ref: '#/components/schemas/S{}' }}", at + 1);
        chain + &format!("S{at}: {}, ", schema.replace('@', &next))
    }) + &format!("S{length}: {{ type: string }}")
}

#[test]
fn a_member_that_leads_back_to_a_schema_which_may_be_null_may_be_null() {
    let node = "Node: { type: object, nullable: true, properties: { next: { $ref: '#/components/schemas/Node' }, \
                name: { type: string } } }";
    let (api, _) = schema_with("{ $ref: '#/components/schemas/Node' }", node);
    let TypeKind::Struct(inner) = &api.types[0].kind else { panic!("a node is a struct") };
    let nullable: Vec<_> =
        inner.fields.iter().map(|field| (field.wire_name.as_str(), field.slot.nullable)).collect();
    assert_eq!(nullable, [("next", true), ("name", false)]);
}

#[test]
fn schemas_that_lead_into_each_other_are_all_lowered_however_many_they_are() {
    let (api, _) = schema_with(
        "{ $ref: '#/components/schemas/S0' }",
        &chain(3_000, "{ type: object, required: [next], properties: { next: @ } }"),
    );
    assert_eq!(api.types.len(), 3_000);
    for def in &api.types {
        let TypeKind::Struct(inner) = &def.kind else { panic!("{:?} is no struct", def.hint) };
        let last = def.hint.0 == ["S2999"];
        assert_eq!(inner.fields[0].slot.shape == Shape::Text, last, "{:?}", def.hint);
    }
}

#[test]
fn lists_within_lists_end_where_the_compiler_would() {
    let text = |length| {
        let content = "{ application/json: { schema: { $ref: '#/components/schemas/S0' } } }";
        format!(
            "{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, responses: {{ '200': {{ description: It., content: {content} \
             }} }} }} }} }}\ncomponents: {{ schemas: {{ {} }} }}\n",
            chain(length, "{ type: array, items: @ }")
        )
    };
    let depth = |length, said: &[&str]| {
        let api = lowered(&text(length), said);
        let mut slot = api.operations[0].replies[0].body.as_ref().expect("the answer has a body");
        let mut depth = 0;
        while let Shape::List(item) = &slot.shape {
            (slot, depth) = (item, depth + 1);
        }
        depth
    };
    assert_eq!(depth(16, &[]), 16);
    assert!(depth(20, &["looser-type"]) < 16);
}
