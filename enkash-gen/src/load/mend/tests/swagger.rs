//! Swagger 2.0.

use serde_json::json;

use super::{at, mended, origin};

const TEXT: &str = r"
swagger: '2.0'
info: {title: Zoo, version: '1'}
host: zoo.example
basePath: /v1/
schemes: [http, https]
consumes: [application/json, application/xml]
produces: [application/json]
paths:
  /animals/{id}:
    parameters:
      - {name: id, in: path, required: true, type: integer, format: int64, x-note: n}
    post:
      operationId: addAnimal
      parameters:
        - {$ref: '#/parameters/Trace'}
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: ids, in: query, type: array, items: {type: integer}}
        - {name: tabs, in: query, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: body, in: body, required: true, description: It., schema: {type: object, properties: {a: {$ref: '#/definitions/Animal'}}}}
      responses:
        200: {description: It., schema: {$ref: '#/definitions/Animal'}, headers: {X-Rate: {type: integer, description: R.}}}
        default: {$ref: '#/responses/Wrong'}
    put:
      operationId: putFile
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: names, in: formData, type: array, items: {type: string}}
        - {$ref: '#/parameters/Part'}
      responses: {200: {description: It., schema: {type: file}}}
parameters:
  Trace: {name: X-Trace, in: header, type: string}
  Part: {name: part, in: formData, type: string, description: P.}
responses:
  Wrong: {description: Wrong., schema: {type: object, x-nullable: true}}
definitions:
  Animal: {type: object, discriminator: kind, properties: {kind: {type: string}, file: {type: file}}}
securityDefinitions:
  basic: {type: basic}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t'}
";

#[test]
fn a_document_of_2_0_is_one_of_3_0() {
    let (document, codes) = mended(TEXT);
    assert_eq!(codes, ["collection-format"]);
    let animal = json!({"$ref": "#/components/schemas/Animal"});
    let body = json!({"$ref": "#/components/schemas/addAnimal_request"});
    for (pointer, expected) in [
        ("/servers", json!([{"url": "https://zoo.example/v1"}])),
        (
            "/paths/~1animals~1{id}/parameters/0",
            json!({"name": "id", "in": "path", "required": true, "x-note": "n", "schema": {"type": "integer", "format": "int64"}}),
        ),
        (
            "/paths/~1animals~1{id}/post/parameters",
            json!([
                {"$ref": "#/components/parameters/Trace"},
                {"name": "tags", "in": "query", "style": "form", "explode": true,
                 "schema": {"type": "array", "items": {"type": "string"}}},
                {"name": "ids", "in": "query", "style": "form", "explode": false,
                 "schema": {"type": "array", "items": {"type": "integer"}}},
                {"name": "tabs", "in": "query", "style": "form", "explode": false, "x-collection-format": "tsv",
                 "schema": {"type": "array", "items": {"type": "string"}}},
            ]),
        ),
        (
            "/paths/~1animals~1{id}/post/requestBody",
            json!({"required": true, "description": "It.", "content": {
                "application/json": {"schema": body}, "application/xml": {"schema": body},
            }}),
        ),
        ("/components/schemas/addAnimal_request", json!({"type": "object", "properties": {"a": animal}})),
        (
            "/paths/~1animals~1{id}/post/responses/200",
            json!({"description": "It.", "headers": {"X-Rate": {"description": "R.", "schema": {"type": "integer"}}},
                   "content": {"application/json": {"schema": animal}}}),
        ),
        ("/paths/~1animals~1{id}/post/responses/default", json!({"$ref": "#/components/responses/Wrong"})),
        (
            "/paths/~1animals~1{id}/put/requestBody",
            json!({"content": {"multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {
                    "file": {"type": "string", "format": "binary"},
                    "names": {"type": "array", "items": {"type": "string"}},
                    "part": {"type": "string", "description": "P."},
                }},
                "encoding": {"names": {"style": "form", "explode": false}},
            }}, "required": true}),
        ),
        (
            "/paths/~1animals~1{id}/put/responses/200/content",
            json!({"image/png": {"schema": {"type": "string", "format": "binary"}}}),
        ),
        (
            "/components/parameters",
            json!({"Trace": {"name": "X-Trace", "in": "header", "schema": {"type": "string"}}}),
        ),
        (
            "/components/responses/Wrong/content",
            json!({"application/json": {"schema": {"type": "object", "nullable": true}}}),
        ),
        (
            "/components/schemas/Animal",
            json!({"type": "object", "discriminator": {"propertyName": "kind"}, "properties": {
                "kind": {"type": "string"}, "file": {"type": "string", "format": "binary"},
            }}),
        ),
        (
            "/components/securitySchemes",
            json!({"basic": {"type": "http", "scheme": "basic"}, "oauth": {"type": "oauth2", "flows": {
                "authorizationCode": {"authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": {}},
            }}}),
        ),
    ] {
        assert_eq!(at(&document, pointer), &expected, "{pointer}");
    }
    for (now, old) in [
        ("/components/schemas/Animal/properties/kind", "/definitions/Animal/properties/kind"),
        ("/components/schemas/addAnimal_request", "/paths/~1animals~1{id}/post/parameters/4/schema"),
        (
            "/paths/~1animals~1{id}/put/requestBody/content/multipart~1form-data/schema/properties/part",
            "/parameters/Part",
        ),
        ("/paths/~1animals~1{id}/parameters/0/schema/type", "/paths/~1animals~1{id}/parameters/0/type"),
    ] {
        assert_eq!(origin(&document, now), old, "{now}");
    }
}

#[test]
fn forms_and_hosts_take_what_the_document_leaves_open() {
    let media = |consumes: &str, typ: &str| {
        let (document, _) = mended(&format!(
            "swagger: '2.0'\ninfo: {{title: Zoo, version: '1'}}\npaths:\n  /a:\n    post:\n      consumes: {consumes}\n      \
             parameters: [{{name: a, in: formData, type: {typ}}}]\n      responses: {{}}\n"
        ));
        at(&document, "/paths/~1a/post/requestBody/content")
            .as_object()
            .map(|map| map.keys().cloned().collect::<Vec<_>>())
    };
    let (form, multipart) = ("application/x-www-form-urlencoded", "multipart/form-data");
    for (consumes, typ, expected) in [
        ("[]", "string", form),
        ("[]", "file", multipart),
        ("[multipart/form-data]", "string", multipart),
        ("[multipart/form-data, application/x-www-form-urlencoded]", "string", form),
        ("[application/json]", "string", form),
    ] {
        assert_eq!(media(consumes, typ), Some(vec![expected.to_owned()]), "{consumes} {typ}");
    }
    for (root, expected) in [
        ("host: a.example", json!([{"url": "https://a.example"}])),
        ("host: a.example\nschemes: [http]", json!([{"url": "http://a.example"}])),
        ("basePath: /v2", json!([{"url": "/v2"}])),
        ("basePath: /", json!(null)),
        ("host: 'https://a.example/'\nbasePath: v2", json!([{"url": "https://a.example/v2"}])),
    ] {
        let (document, _) =
            mended(&format!("swagger: '2.0'\ninfo: {{title: Zoo, version: '1'}}\npaths: {{}}\n{root}\n"));
        assert_eq!(at(&document, "/servers"), &expected, "{root}");
    }
}
