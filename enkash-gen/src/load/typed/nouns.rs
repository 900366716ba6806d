//! The objects of OpenAPI 3.0.3, one table each, in the order of the specification.
//!
//! `examples`, `example`, `xml`, links and callbacks are skipped: nothing is generated from them, so a fault in them
//! must not cost an operation.

use super::noun::{
    Field, Noun,
    Rule::{
        Any, BareMap, Bool, Child, ChildMap, ChildOrBool, Children, Count, List, Number, Object, ObjectMap,
        Responses, Security, Skipped, SkippedList, SkippedMap, SkippedObject, Text, TextMap, Texts, Word,
    },
    may, need,
};

macro_rules! nouns {
    ($($(#[$doc:meta])* $visibility:vis $noun:ident = $name:literal [$($field:expr),* $(,)?];)*) => {
        $($(#[$doc])* $visibility static $noun: Noun = Noun { name: $name, fields: &[$($field),*] };)*
    };
}

nouns! {
    /// OpenAPI Object.
    pub ROOT = "an OpenAPI document" [
        need("openapi", Text),
        need("info", SkippedObject),
        need("paths", SkippedMap),
        may("servers", SkippedList),
        may("components", Object(&COMPONENTS)),
        may("security", Security),
        may("tags", SkippedList),
        may("externalDocs", Skipped),
    ];

    /// Components Object.
    pub COMPONENTS = "`components`" [
        may("schemas", SkippedMap),
        may("responses", SkippedMap),
        may("parameters", SkippedMap),
        may("examples", Skipped),
        may("requestBodies", SkippedMap),
        may("headers", SkippedMap),
        may("securitySchemes", SkippedMap),
        may("links", Skipped),
        may("callbacks", Skipped),
    ];

    /// Info Object.
    pub INFO = "`info`" [
        need("title", Text),
        need("version", Text),
        may("description", Text),
        may("termsOfService", Text),
        may("contact", Object(&CONTACT)),
        may("license", Object(&LICENSE)),
    ];

    CONTACT = "`contact`" [may("name", Text), may("url", Text), may("email", Text)];

    LICENSE = "`license`" [need("name", Text), may("url", Text)];

    /// Server Object.
    pub SERVER = "a server" [
        need("url", Text),
        may("description", Text),
        may("variables", ObjectMap(&SERVER_VARIABLE)),
    ];

    SERVER_VARIABLE = "a server variable" [
        need("default", Text),
        may("enum", Texts),
        may("description", Text),
    ];

    /// Path Item Object.
    pub PATH_ITEM = "a path item" [
        may("summary", Text),
        may("description", Text),
        may("$ref", Skipped),
        may("get", SkippedObject),
        may("put", SkippedObject),
        may("post", SkippedObject),
        may("delete", SkippedObject),
        may("options", SkippedObject),
        may("head", SkippedObject),
        may("patch", SkippedObject),
        may("trace", SkippedObject),
        may("servers", SkippedList),
        may("parameters", SkippedList),
    ];

    /// Operation Object.
    pub OPERATION = "an operation" [
        may("tags", Texts),
        may("summary", Text),
        may("description", Text),
        may("externalDocs", Skipped),
        may("operationId", Text),
        may("parameters", Children),
        may("requestBody", Child),
        need("responses", Responses),
        may("callbacks", Skipped),
        may("deprecated", Bool),
        may("security", Security),
        may("servers", SkippedList),
    ];

    /// Parameter Object.
    pub PARAMETER = "a parameter" [
        need("name", Text),
        need("in", Word(&["query", "header", "path", "cookie"])),
        may("description", Text),
        may("required", Bool),
        may("deprecated", Bool),
        may("allowEmptyValue", Bool),
        may("style", Text),
        may("explode", Bool),
        may("allowReserved", Bool),
        may("schema", Child),
        may("content", BareMap),
        may("example", Skipped),
        may("examples", Skipped),
    ];

    /// Request Body Object.
    pub REQUEST_BODY = "a request body" [
        may("description", Text),
        need("content", BareMap),
        may("required", Bool),
    ];

    /// Media Type Object.
    pub MEDIA_TYPE = "a media type" [
        may("schema", Child),
        may("example", Skipped),
        may("examples", Skipped),
        may("encoding", BareMap),
    ];

    /// Encoding Object.
    pub ENCODING = "an encoding" [
        may("contentType", Text),
        may("headers", ChildMap),
        may("style", Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
        may("explode", Bool),
        may("allowReserved", Bool),
    ];

    /// Response Object.
    pub RESPONSE = "a response" [
        need("description", Text),
        may("headers", ChildMap),
        may("content", BareMap),
        may("links", Skipped),
    ];

    /// Tag Object.
    pub TAG = "a tag" [need("name", Text), may("description", Text), may("externalDocs", Skipped)];

    /// Header Object.
    pub HEADER = "a header" [
        may("description", Text),
        may("required", Bool),
        may("deprecated", Bool),
        may("allowEmptyValue", Bool),
        may("style", Word(&["simple"])),
        may("explode", Bool),
        may("allowReserved", Bool),
        may("schema", Child),
        may("content", BareMap),
        may("example", Skipped),
        may("examples", Skipped),
    ];

    /// Schema Object.
    pub SCHEMA = "a schema" [
        may("title", Text),
        may("description", Text),
        may("type", Text),
        may("format", Text),
        may("enum", List),
        may("default", Any),
        may("nullable", Bool),
        may("readOnly", Bool),
        may("writeOnly", Bool),
        may("deprecated", Bool),
        may("required", Texts),
        may("properties", ChildMap),
        may("additionalProperties", ChildOrBool),
        may("items", Child),
        may("allOf", Children),
        may("oneOf", Children),
        may("anyOf", Children),
        may("not", Child),
        may("discriminator", Object(&DISCRIMINATOR)),
        may("multipleOf", Number),
        may("minimum", Number),
        may("maximum", Number),
        may("exclusiveMinimum", Bool),
        may("exclusiveMaximum", Bool),
        may("pattern", Text),
        may("minLength", Count),
        may("maxLength", Count),
        may("minItems", Count),
        may("maxItems", Count),
        may("uniqueItems", Bool),
        may("minProperties", Count),
        may("maxProperties", Count),
        may("example", Skipped),
        may("externalDocs", Skipped),
        may("xml", Skipped),
    ];

    DISCRIMINATOR = "a discriminator" [need("propertyName", Text), may("mapping", TextMap)];

    /// Security Scheme Object of any type.
    pub SECURITY_SCHEME = "a security scheme" [
        TYPE,
        may("description", Text),
        may("name", Text),
        may("in", Text),
        may("scheme", Text),
        may("bearerFormat", Text),
        may("flows", SkippedObject),
        may("openIdConnectUrl", Text),
    ];

    pub(super) API_KEY = "a security scheme of type `apiKey`" [
        TYPE,
        may("description", Text),
        need("name", Text),
        need("in", Word(&["query", "header", "cookie"])),
    ];

    pub(super) HTTP = "a security scheme of type `http`" [
        TYPE,
        may("description", Text),
        need("scheme", Text),
        may("bearerFormat", Text),
    ];

    pub(super) OAUTH2 = "a security scheme of type `oauth2`" [
        TYPE,
        may("description", Text),
        need("flows", Object(&FLOWS)),
    ];

    pub(super) OPEN_ID_CONNECT = "a security scheme of type `openIdConnect`" [
        TYPE,
        may("description", Text),
        need("openIdConnectUrl", Text),
    ];

    FLOWS = "`flows`" [
        may("implicit", Object(&IMPLICIT)),
        may("password", Object(&TOKEN_FLOW)),
        may("clientCredentials", Object(&TOKEN_FLOW)),
        may("authorizationCode", Object(&AUTHORIZATION_CODE)),
    ];

    IMPLICIT = "an implicit flow" [
        need("authorizationUrl", Text),
        may("refreshUrl", Text),
        need("scopes", TextMap),
    ];

    TOKEN_FLOW = "an OAuth flow" [need("tokenUrl", Text), may("refreshUrl", Text), need("scopes", TextMap)];

    AUTHORIZATION_CODE = "an authorization code flow" [
        need("authorizationUrl", Text),
        need("tokenUrl", Text),
        may("refreshUrl", Text),
        need("scopes", TextMap),
    ];
}

const TYPE: Field = need("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"]));
