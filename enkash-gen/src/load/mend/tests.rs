//! What becomes of a document, and what is said about it.

mod chains;
mod files;
mod repairs;
mod swagger;
mod work;

use serde_json::{Value, json};

use crate::{
    load::{Document, load_text},
    report::{Place, Pointer, Report, Sources},
};

/// A tree, and the codes of what was said about it.
fn mended(text: &str) -> (Document, Vec<&'static str>) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load_text("case.yaml", text, &mut sources, &mut report);
    let codes: Vec<_> = report.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    (document.unwrap_or_else(|| panic!("{text}\n{codes:?}")), codes)
}

fn at<'d>(document: &'d Document, pointer: &str) -> &'d Value {
    let pointer = Pointer::parse(pointer).expect("a pointer");
    document.at(&pointer).map_or(&Value::Null, |node| node.value())
}

/// Where a node stood in its text.
fn origin(document: &Document, pointer: &str) -> String {
    let pointer = Pointer::parse(pointer).expect("a pointer");
    match document.at(&pointer).map(|node| node.origin().place) {
        Some(Place::Pointer(pointer)) => pointer.to_string(),
        other => format!("{other:?}"),
    }
}

/// What a schema comes to in a document of a version, without remarks.
fn schema(version: &str, text: &str) -> Value {
    let document = format!(
        "openapi: {version}\ninfo: {{title: Zoo, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
         A: {text}\n    B: {{type: object}}\n"
    );
    let (document, codes) = mended(&document);
    assert!(version != "3.1.0" || codes.is_empty(), "{text}: {codes:?}");
    at(&document, "/components/schemas/A").clone()
}

#[test]
fn schemas_of_3_1_are_schemas_of_3_0() {
    let reference = json!({"$ref": "#/components/schemas/B"});
    for (text, expected) in [
        ("{type: [string, 'null']}", json!({"nullable": true, "type": "string"})),
        ("{type: [string]}", json!({"type": "string"})),
        ("{type: [integer, number]}", json!({"type": "number"})),
        ("{type: 'null'}", json!({"nullable": true, "enum": [null]})),
        ("{type: [object, array, string, number, boolean, 'null']}", json!({"nullable": true})),
        (
            "{type: [string, integer], pattern: a, minimum: 1, format: int32, title: T}",
            json!({"title": "T", "anyOf": [
                {"type": "string", "pattern": "a"}, {"type": "integer", "minimum": 1, "format": "int32"}
            ]}),
        ),
        ("{type: [string, integer], enum: [a, 1]}", json!({"enum": ["a", 1]})),
        ("{exclusiveMinimum: 3}", json!({"minimum": 3, "exclusiveMinimum": true})),
        ("{minimum: 5, exclusiveMinimum: 3}", json!({"minimum": 5})),
        ("{minimum: 1, exclusiveMinimum: 3}", json!({"minimum": 3, "exclusiveMinimum": true})),
        ("{const: a}", json!({"type": "string", "enum": ["a"]})),
        ("{const: 1.5}", json!({"type": "number", "enum": [1.5]})),
        ("{examples: [1, 2]}", json!({"example": 1})),
        ("true", json!({})),
        ("false", json!({"not": {}})),
        ("{type: array}", json!({"type": "array", "items": {}})),
        ("{type: array, items: true}", json!({"type": "array", "items": {}})),
        (
            "{type: array, prefixItems: [{type: string}, {type: 'null'}]}",
            json!({"type": "array", "items": {}, "x-prefix-items": [
                {"type": "string"}, {"nullable": true, "enum": [null]}
            ]}),
        ),
        (
            "{type: string, contentEncoding: base64}",
            json!({"type": "string", "contentEncoding": "base64", "format": "byte"}),
        ),
        (
            "{contentMediaType: application/octet-stream}",
            json!({"contentMediaType": "application/octet-stream", "type": "string", "format": "binary"}),
        ),
        ("{patternProperties: {a: {type: string}}}", json!({"additionalProperties": {"type": "string"}})),
        (
            "{anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}",
            json!({"nullable": true, "allOf": [reference]}),
        ),
        (
            "{description: D, oneOf: [{type: 'null'}, {type: string, description: E}]}",
            json!({"description": "D", "nullable": true, "type": "string"}),
        ),
        (
            "{oneOf: [{type: string}, {type: integer}, {const: null}]}",
            json!({"oneOf": [{"type": "string"}, {"type": "integer"}], "nullable": true}),
        ),
        (
            "{$ref: '#/components/schemas/B', description: D}",
            json!({"description": "D", "allOf": [reference]}),
        ),
        ("{$ref: '#/components/schemas/B', type: object}", reference.clone()),
        (
            "{$ref: '#/components/schemas/B', type: [object, 'null']}",
            json!({"nullable": true, "allOf": [reference]}),
        ),
        ("{$ref: '#/components/schemas/B', required: [a]}", json!({"required": ["a"], "allOf": [reference]})),
        // A property may be called anything.
        (
            "{properties: {type: {type: string}, const: {}, items: {}}}",
            json!({"properties": {"type": {"type": "string"}, "const": {}, "items": {}}}),
        ),
    ] {
        assert_eq!(schema("3.1.0", text), expected, "{text}");
        assert_eq!(schema("3.0.3", text), expected, "{text} in 3.0");
    }
}

#[test]
fn what_was_moved_knows_where_it_stood() {
    let (document, _) = mended(
        "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\nwebhooks:\n  born:\n    post: {responses: {}}\n\
         components:\n  schemas:\n    A: {type: [object, string], properties: {b: {type: string}}}\n    \
         C: {$ref: '#/components/schemas/A', description: D}\n    \
         D: {oneOf: [{type: 'null'}, {type: object, properties: {e: {type: string}}}]}\n",
    );
    for (now, old) in [
        ("/x-webhooks/born/post", "/webhooks/born/post"),
        ("/components/schemas/A/anyOf/0/properties/b", "/components/schemas/A/properties/b"),
        ("/components/schemas/C/allOf/0/$ref", "/components/schemas/C/$ref"),
        ("/components/schemas/D/properties/e", "/components/schemas/D/oneOf/1/properties/e"),
    ] {
        assert_eq!(origin(&document, now), old, "{now}");
    }
}

#[test]
fn a_reference_to_an_odd_place_leads_to_one_type_with_a_name() {
    let (document, codes) = mended(
        "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: getA\n      \
         responses:\n        '200': {description: It., content: {application/json: {schema: {type: object}}}}\n    \
         put:\n      responses:\n        '200': {$ref: '#/paths/~1a/get/responses/200'}\n\
         components:\n  schemas:\n    \
         A: {type: [object, string], properties: {b: {type: object, properties: {c: {type: string}}}}, $defs: {E: {type: object}}}\n    \
         X: {$ref: '#/components/schemas/A/properties/b'}\n    Y: {$ref: '#/components/schemas/A/properties/b/properties/c'}\n    \
         Z: {$ref: '#/components/schemas/A/$defs/E'}\n    \
         V: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema'}\n    \
         W: {$ref: '#there'}\n    U: {type: object, properties: {t: {$anchor: there, type: object}}}\n",
    );
    assert_eq!(codes, Vec::<&str>::new());
    for (from, to) in [
        ("/components/schemas/X", "A_b"),
        ("/components/schemas/A/anyOf/0/properties/b", "A_b"),
        ("/components/schemas/Y", "A_b_c"),
        ("/components/schemas/A_b/properties/c", "A_b_c"),
        ("/components/schemas/Z", "E"),
        ("/components/schemas/V", "getA_response"),
        ("/components/schemas/W", "U_t"),
    ] {
        assert_eq!(at(&document, from), &json!({"$ref": format!("#/components/schemas/{to}")}), "{from}");
    }
    assert_eq!(
        origin(&document, "/components/schemas/A_b_c"),
        "/components/schemas/A/properties/b/properties/c"
    );
    assert_eq!(at(&document, "/components/schemas/A_b_c"), &json!({"type": "string"}));
}

#[test]
fn path_items_that_are_kept_elsewhere_take_their_place() {
    let (document, codes) = mended(
        "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths:\n  /a: {$ref: '#/components/pathItems/A', summary: S}\n  \
         /b: {$ref: '#/paths/~1a'}\n  /c: {$ref: '#/paths/~1c'}\n\
         components:\n  pathItems:\n    A: {get: {responses: {'204': {description: Done.}}}}\n",
    );
    let item = json!({"get": {"responses": {"204": {"description": "Done."}}}, "summary": "S"});
    assert_eq!((at(&document, "/paths/~1a"), at(&document, "/paths/~1b")), (&item, &item));
    assert_eq!(origin(&document, "/paths/~1b/get"), "/components/pathItems/A/get");
    assert_eq!(codes, Vec::<&str>::new());
}
