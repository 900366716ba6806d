//! Each noun: a legal node is read without its children, a bad one says what was expected and where.

mod plain;
mod schema;

use serde_json::json;

use super::*;
use crate::{
    load::Document,
    report::{Place, SourceId, Sources},
};

fn source() -> SourceId {
    Sources::new().add("x", "")
}

/// Reads a node that stands at `/here`; a failure as pointer, message and help.
fn read_as<T>(
    read: impl Fn(&Node<'_>) -> Result<T, Diagnostic>,
    value: &Value,
) -> Result<T, (String, String, Option<String>)> {
    let document = Document::new(source(), json!({"here": value}));
    read(&document.root().get("here").unwrap()).map_err(|diagnostic| {
        assert_eq!(diagnostic.code, Code::InvalidNode);
        assert!(diagnostic.help.is_some(), "no help: {}", diagnostic.message);
        let pointer = match diagnostic.origin.unwrap().place {
            Place::Pointer(pointer) | Place::Key(pointer) => pointer.to_string().replacen("/here", "", 1),
            place @ Place::LineColumn(..) => panic!("{place:?}"),
        };
        (pointer, diagnostic.message, diagnostic.help)
    })
}

#[track_caller]
fn fails<T: std::fmt::Debug>(
    read: impl Fn(&Node<'_>) -> Result<T, Diagnostic>,
    cases: &[(Value, &str, &str)],
) {
    for (value, pointer, message) in cases {
        let (found_pointer, found_message, _) = read_as(&read, value).expect_err(&value.to_string());
        assert_eq!((found_pointer.as_str(), found_message.as_str()), (*pointer, *message), "{value}");
    }
}

#[test]
fn children_become_stubs_and_extensions_are_kept() {
    let value = json!({
        "operationId": "listBooks",
        "tags": null,
        "parameters": [{"rubbish": [{}]}, {"$ref": "#/components/parameters/Page"}],
        "requestBody": {"rubbish": true},
        "responses": {"200": {"rubbish": 1}, "4XX": {}, "default": {}, "x-note": "n"},
        "callbacks": {"rubbish": 7},
        "security": [{"basic": []}, {}],
        "x-safe": true,
        "requried": true,
    });
    let read = read_as(operation, &value).unwrap();
    assert_eq!(read.operation_id.as_deref(), Some("listBooks"));
    assert_eq!(read.parameters, [oas::ReferenceOr::ref_("#"), oas::ReferenceOr::ref_("#")]);
    assert_eq!(read.request_body, Some(oas::ReferenceOr::ref_("#")));
    assert_eq!(read.responses.responses.len(), 2);
    assert!(read.responses.default.is_some());
    assert_eq!(read.extensions.keys().collect::<Vec<_>>(), ["x-safe"]);
}

#[test]
fn answers_of_no_status_and_no_answers_are_left_out() {
    let document = json!({"responses": {"20": {}, "2xx": {}, "201": null, "4XX": {}, "204": {}}});
    let read = read_as(operation, &document).expect("the rest is an operation");
    assert_eq!(read.responses.responses.len(), 2);
}

#[test]
fn operations() {
    fails(
        operation,
        &[
            (json!([]), "", "an operation must be an object, found a list"),
            (json!({}), "", "an operation needs `responses`"),
            (
                json!({"responses": null}),
                "/responses",
                "`responses` of an operation must be an object, found nothing",
            ),
            (
                json!({"responses": {}, "operationId": 7}),
                "/operationId",
                "`operationId` of an operation must be text, found a number",
            ),
            (
                json!({"responses": {}, "tags": ["a", 1]}),
                "/tags/1",
                "each of `tags` of an operation must be text, found a number",
            ),
            (
                json!({"responses": {}, "parameters": {}}),
                "/parameters",
                "`parameters` of an operation must be a list, found an object",
            ),
            (
                json!({"responses": {}, "parameters": ["a"]}),
                "/parameters/0",
                "each of `parameters` of an operation must be an object, found text",
            ),
            (
                json!({"responses": {}, "deprecated": "yes"}),
                "/deprecated",
                "`deprecated` of an operation must be `true` or `false`, found text",
            ),
            (
                json!({"responses": {}, "requestBody": null}),
                "/requestBody",
                "`requestBody` of an operation must be an object, found nothing",
            ),
            (
                json!({"responses": {}, "security": null}),
                "/security",
                "`security` of an operation must be a list, found nothing",
            ),
            (
                json!({"responses": {}, "security": ["basic"]}),
                "/security/0",
                "a security requirement must be an object, found text",
            ),
            (
                json!({"responses": {}, "security": [{"basic": null}]}),
                "/security/0/basic",
                "`basic` in a security requirement must be a list of text, found nothing",
            ),
        ],
    );
}

#[test]
fn parameters_and_headers() {
    fails(
        parameter,
        &[
            (json!({"in": "query", "schema": {}}), "", "a parameter needs `name`"),
            (
                json!({"name": "a", "in": "body", "schema": {}}),
                "/in",
                "`in` of a parameter must be `query`, `header`, `path` or `cookie`, found `body`",
            ),
            (json!({"name": "a", "in": "query"}), "", "a parameter needs `schema` or `content`"),
            (
                json!({"name": "a", "in": "query", "schema": {}, "content": {}}),
                "/content",
                "a parameter has either `schema` or `content`, not both",
            ),
            (
                json!({"name": "a", "in": "query", "schema": true}),
                "/schema",
                "`schema` of a parameter must be an object, found a boolean",
            ),
            (
                json!({"name": "a", "in": "query", "schema": {}, "style": "simple"}),
                "/style",
                "`style` of a query parameter must be `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`, found `simple`",
            ),
            (
                json!({"name": "a", "in": "header", "schema": {}, "style": "form"}),
                "/style",
                "`style` of a header parameter must be `simple`, found `form`",
            ),
            (
                json!({"name": "a", "in": "path", "schema": {}, "required": "true"}),
                "/required",
                "`required` of a parameter must be `true` or `false`, found text",
            ),
        ],
    );
    fails(
        header,
        &[
            (
                json!({"schema": {}, "style": "form"}),
                "/style",
                "`style` of a header must be `simple`, found `form`",
            ),
            (json!({"description": "d"}), "", "a header needs `schema` or `content`"),
        ],
    );
    let legal = json!({"name": "ids", "in": "query", "required": true, "style": "form", "explode": false,
        "schema": {"type": 7}, "examples": []});
    let data = read_as(parameter, &legal).unwrap().parameter_data();
    assert_eq!((data.name.as_str(), data.required, data.explode), ("ids", true, Some(false)));
    let legal = json!({"name": "filter", "in": "query", "content": {"application/json": {"schema": 7}}});
    assert!(read_as(parameter, &legal).is_ok());
    assert!(read_as(header, &json!({"schema": {"type": 7}})).is_ok());
}

#[test]
fn bodies_and_responses() {
    fails(
        request_body,
        &[
            (json!({}), "", "a request body needs `content`"),
            (
                json!({"content": {"text/plain": null}}),
                "/content/text~1plain",
                "`text/plain` in `content` must be an object, found nothing",
            ),
        ],
    );
    fails(
        response,
        &[
            (json!({"content": {}}), "", "a response needs `description`"),
            (
                json!({"description": 1}),
                "/description",
                "`description` of a response must be text, found a number",
            ),
            (
                json!({"description": "d", "headers": {"X-A": []}}),
                "/headers/X-A",
                "`X-A` in `headers` must be an object, found a list",
            ),
        ],
    );
    fails(
        media_type,
        &[(json!({"schema": []}), "/schema", "`schema` of a media type must be an object, found a list")],
    );
    fails(
        encoding,
        &[
            (
                json!({"contentType": 1}),
                "/contentType",
                "`contentType` of an encoding must be text, found a number",
            ),
            (
                json!({"style": "simple"}),
                "/style",
                "`style` of an encoding must be `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`, found `simple`",
            ),
        ],
    );
    let body = read_as(request_body, &json!({"content": {"a/b": {"schema": 1}}, "required": true})).unwrap();
    assert_eq!((body.content.keys().next().map(String::as_str), body.required), (Some("a/b"), true));
    let legal =
        json!({"description": "d", "headers": {"X-A": {}}, "content": {"a/b": {"schema": 1}}, "links": 7});
    assert_eq!(read_as(response, &legal).unwrap().content.len(), 1);
    let legal = json!({"schema": {"type": 1}, "examples": [], "encoding": {"file": {"headers": 1}}});
    assert_eq!(read_as(media_type, &legal).unwrap().encoding.len(), 1);
    assert!(read_as(encoding, &json!({"headers": {"X-A": {"schema": 1}}, "explode": true})).is_ok());
}

#[test]
fn security_schemes() {
    fails(
        security_scheme,
        &[
            (json!({}), "", "a security scheme needs `type`"),
            (
                json!({"type": "basic"}),
                "/type",
                "`type` of a security scheme must be `apiKey`, `http`, `oauth2` or `openIdConnect`, found `basic`",
            ),
            (json!({"type": "http"}), "", "a security scheme of type `http` needs `scheme`"),
            (
                json!({"type": "apiKey", "name": "k", "in": "Header"}),
                "/in",
                "`in` of a security scheme of type `apiKey` must be `query`, `header` or `cookie`, found `Header`",
            ),
            (
                json!({"type": "oauth2", "flows": {"password": {"scopes": {}}}}),
                "/flows/password",
                "an OAuth flow needs `tokenUrl`",
            ),
            (
                json!({"type": "oauth2", "flows": {"password": {"tokenUrl": "t", "scopes": []}}}),
                "/flows/password/scopes",
                "`scopes` of an OAuth flow must be an object, found a list",
            ),
            (
                json!({"type": "openIdConnect"}),
                "",
                "a security scheme of type `openIdConnect` needs `openIdConnectUrl`",
            ),
        ],
    );
    for legal in [
        json!({"type": "http", "scheme": "basic"}),
        json!({"type": "apiKey", "name": "k", "in": "header"}),
        json!({"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "a", "scopes": {"read": "r"}}}}),
        json!({"type": "openIdConnect", "openIdConnectUrl": "u"}),
    ] {
        assert!(read_as(security_scheme, &legal).is_ok(), "{legal}");
    }
}

#[test]
fn the_outermost_objects() {
    fails(
        info,
        &[
            (json!({"title": "t"}), "", "`info` needs `version`"),
            (
                json!({"title": "t", "version": 1.1}),
                "/version",
                "`version` of `info` must be text, found a number",
            ),
            (json!({"title": "t", "version": "1", "license": {}}), "/license", "`license` needs `name`"),
        ],
    );
    fails(
        server,
        &[
            (json!({}), "", "a server needs `url`"),
            (
                json!({"url": "u", "variables": {"v": {}}}),
                "/variables/v",
                "a server variable needs `default`",
            ),
            (
                json!({"url": "u", "variables": {"v": {"default": 1}}}),
                "/variables/v/default",
                "`default` of a server variable must be text, found a number",
            ),
        ],
    );
    fails(tag, &[(json!({"description": "d"}), "", "a tag needs `name`")]);
    fails(
        path_item,
        &[
            (json!({"get": []}), "/get", "`get` of a path item must be an object, found a list"),
            (
                json!({"parameters": {}}),
                "/parameters",
                "`parameters` of a path item must be a list, found an object",
            ),
        ],
    );
    fails(
        root,
        &[
            (json!({"openapi": "3.0.3", "info": {}}), "", "an OpenAPI document needs `paths`"),
            (
                json!({"openapi": "3.0.3", "info": {}, "paths": []}),
                "/paths",
                "`paths` of an OpenAPI document must be an object, found a list",
            ),
            (
                json!({"openapi": "3.0.3", "info": {}, "paths": {}, "components": {"schemas": []}}),
                "/components/schemas",
                "`schemas` of `components` must be an object, found a list",
            ),
        ],
    );
    assert!(read_as(info, &json!({"title": "t", "version": "1", "license": {"name": "MIT"}})).is_ok());
    assert!(
        read_as(server, &json!({"url": "u", "variables": {"v": {"default": "d", "enum": ["d"]}}})).is_ok()
    );
    assert!(read_as(tag, &json!({"name": "n", "externalDocs": 7})).is_ok());
    assert!(read_as(path_item, &json!({"get": {"rubbish": 1}, "summary": "s"})).unwrap().get.is_none());
    assert!(read_as(root, &json!({"openapi": "3.0.3", "info": {}, "paths": {}, "components": null})).is_ok());
}

#[test]
fn a_missing_key_that_is_there_misspelt_is_suggested() {
    let (_, message, help) =
        read_as(parameter, &json!({"nmae": "a", "in": "query", "schema": {}})).unwrap_err();
    assert_eq!(
        (message.as_str(), help.as_deref()),
        ("a parameter needs `name`", Some("`nmae` is no key of it, and may be a slip"))
    );
}

#[test]
fn keys_that_mean_nothing_are_named() {
    let document = Document::new(source(), json!({"requried": true, "x-safe": true, "name": "a", "zzz": 1}));
    let found: Vec<_> = unknown_keys(&document.root(), &PARAMETER)
        .into_iter()
        .map(|diagnostic| (diagnostic.message, diagnostic.help))
        .collect();
    let expected = [
        ("`requried` is no key of a parameter and is ignored", Some("did you mean `required`?")),
        (
            "`zzz` is no key of a parameter and is ignored",
            Some("remove it; an extension of your own starts with `x-`"),
        ),
    ];
    assert_eq!(found, expected.map(|(message, help)| (message.to_owned(), help.map(str::to_owned))));
}
