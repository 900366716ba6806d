//! The schema, which has the most keys and the deepest children.

use super::*;

#[test]
fn a_schema_is_read_without_what_is_inside_it() {
    let value = json!({
        "type": "object",
        "required": ["title"],
        "properties": {"title": {"type": 12}, "shelf": {"$ref": "#/x"}, "x-odd": {}},
        "additionalProperties": {"type": []},
        "example": {"title": {"rubbish": 1}},
    });
    let read = read_as(schema, &value).unwrap();
    let oas::SchemaKind::Type(oas::Type::Object(object)) = read.schema_kind else { panic!("{read:?}") };
    assert_eq!(object.properties.keys().collect::<Vec<_>>(), ["title", "shelf", "x-odd"]);
    assert_eq!(object.required, ["title"]);
}

#[test]
fn a_bad_leaf_deep_inside_costs_no_time() {
    // openapiv3 alone doubles its time with each of these levels.
    let mut value = json!({"type": "object", "properties": {"leaf": {"required": "yes"}}});
    for _ in 0..60 {
        value = json!({"type": "object", "properties": {"inner": value}});
    }
    assert!(read_as(schema, &value).is_ok());
}

#[test]
fn schemas() {
    fails(
        schema,
        &[
            (json!(true), "", "a schema must be an object, found a boolean"),
            (
                json!({"type": ["string", "null"]}),
                "/type",
                "`type` of a schema must be one word in OpenAPI 3.0, found a list",
            ),
            (
                json!({"required": true}),
                "/required",
                "`required` of a schema must be a list of property names, found a boolean",
            ),
            (
                json!({"required": "title"}),
                "/required",
                "`required` of a schema must be a list of text, found text",
            ),
            (json!({"enum": "a"}), "/enum", "`enum` of a schema must be a list, found text"),
            (
                json!({"exclusiveMinimum": 3}),
                "/exclusiveMinimum",
                "`exclusiveMinimum` of a schema must be a boolean in OpenAPI 3.0, found a number",
            ),
            (
                json!({"minLength": -1}),
                "/minLength",
                "`minLength` of a schema must be a whole number that is not negative, found a number",
            ),
            (
                json!({"maxItems": 1.5}),
                "/maxItems",
                "`maxItems` of a schema must be a whole number that is not negative, found a number",
            ),
            (json!({"maximum": "9"}), "/maximum", "`maximum` of a schema must be a number, found text"),
            (
                json!({"nullable": "true"}),
                "/nullable",
                "`nullable` of a schema must be `true` or `false`, found text",
            ),
            (
                json!({"properties": []}),
                "/properties",
                "`properties` of a schema must be an object, found a list",
            ),
            (
                json!({"properties": {"a": "string"}}),
                "/properties/a",
                "`a` in `properties` must be an object, found text",
            ),
            (json!({"items": [{}]}), "/items", "`items` of a schema must be an object, found a list"),
            (json!({"allOf": {}}), "/allOf", "`allOf` of a schema must be a list, found an object"),
            (
                json!({"additionalProperties": "true"}),
                "/additionalProperties",
                "`additionalProperties` of a schema must be `true`, `false` or an object, found text",
            ),
            (
                json!({"discriminator": "kind"}),
                "/discriminator",
                "a discriminator must be an object, found text",
            ),
            (
                json!({"discriminator": {"propertyName": "kind", "mapping": {"a": 1}}}),
                "/discriminator/mapping/a",
                "`a` of a discriminator must be text, found a number",
            ),
        ],
    );
    let (_, _, help) = read_as(schema, &json!({"title": 12})).unwrap_err();
    assert_eq!(help.as_deref(), Some("put it into quotes"));
    for legal in [
        json!({}),
        // What a made-up word means is for the lowering to say.
        json!({"type": "strign"}),
        json!({"type": "integer", "minimum": 1e300, "multipleOf": 0.1}),
        json!({"type": "string", "enum": ["a", null], "default": null, "description": null}),
        json!({"allOf": [{"type": 1}], "not": {"type": 1}, "nullable": true}),
        json!({"type": "array", "items": {"type": 1}, "xml": 7, "externalDocs": 7}),
    ] {
        assert!(read_as(schema, &legal).is_ok(), "{legal}");
    }
}
