//! The pairs that differ in what is sent or received.

use super::Case;

pub(super) const BODY: &[Case] = &[
    ("{type: string}", "{type: object, properties: {f: {type: string}}}", &["request-body-kind-changed"]),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}, g: {type: string}}}",
        &["request-field-added"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, required: [g], properties: {f: {type: string}, g: {type: string}}}",
        &["request-field-added-required"],
    ),
    (
        "{type: object, properties: {f: {type: string}, g: {type: string}}}",
        "{type: object, properties: {f: {type: string}}}",
        &["request-field-removed"],
    ),
    (
        "{type: object, properties: {access_code: {type: string}}}",
        "{type: object, properties: {accessCode: {type: string}}}",
        &["request-field-renamed"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, required: [f], properties: {f: {type: string}}}",
        &["request-field-required"],
    ),
    (
        "{type: object, required: [f], properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}}}",
        &["request-field-optional"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, description: d, properties: {f: {type: string}}}",
        &["description-changed"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}}, additionalProperties: {type: string}}",
        &["request-rest-added"],
    ),
    (
        "{type: object, properties: {f: {type: string}}, additionalProperties: {type: string}}",
        "{type: object, properties: {f: {type: string}}}",
        &["request-rest-removed"],
    ),
];

pub(super) const SENT: &[Case] = &[
    ("{type: string}", "{type: string, readOnly: true}", &["request-field-read-only"]),
    ("{type: string, readOnly: true}", "{type: string}", &["request-field-writable"]),
    ("{type: string}", "{type: string, nullable: true}", &["request-null-allowed"]),
    ("{type: string, nullable: true}", "{type: string}", &["request-null-refused"]),
    ("{type: string}", "{type: boolean}", &["request-type-changed"]),
    ("{type: string}", "{type: string, format: date}", &["request-type-narrowed"]),
    ("{type: integer}", "{type: number}", &["request-type-widened"]),
    ("{type: string}", "{oneOf: [{type: string}, {type: boolean}]}", &["request-type-widened"]),
    ("{type: string}", "{type: array, items: {type: string}}", &["request-list-introduced"]),
    ("{type: array, items: {type: string}}", "{type: string}", &["request-list-dropped"]),
    ("{}", "{type: string}", &["request-shape-declared"]),
    ("{type: object}", "{}", &["request-shape-undeclared"]),
    ("{type: string}", "{type: string, format: email}", &["request-format-changed"]),
    (
        "{type: array, items: {type: string, format: email}}",
        "{type: array, items: {type: string, format: hostname}}",
        &["request-format-changed"],
    ),
    ("{type: string}", "{type: string, enum: [a, b]}", &["request-enum-introduced"]),
    ("{type: string, enum: [a, b]}", "{type: string}", &["request-enum-dropped"]),
    ("{type: string, enum: [a, b]}", "{type: string, enum: [a, b, c]}", &["request-enum-value-added"]),
    ("{type: string, enum: [a, b, c]}", "{type: string, enum: [c, a]}", &["request-enum-value-removed"]),
    ("{type: string, enum: [a]}", "{type: string, enum: [b]}", &["request-constant-changed"]),
    ("{type: integer}", "{type: integer, minimum: 1}", &["request-bound-added"]),
    ("{type: integer, maximum: 1}", "{type: integer}", &["request-bound-removed"]),
    (
        "{type: integer, minimum: 1}",
        "{type: integer, minimum: 1, exclusiveMinimum: true}",
        &["request-bound-narrowed"],
    ),
    ("{type: number, multipleOf: 0.5}", "{type: number, multipleOf: 2}", &["request-bound-narrowed"]),
    ("{type: string, maxLength: 5}", "{type: string, maxLength: 9}", &["request-bound-widened"]),
    (
        "{type: array, items: {type: string}}",
        "{type: array, uniqueItems: true, items: {type: string, minLength: 2}}",
        &["request-bound-added", "request-bound-added"],
    ),
    ("{type: string}", "{type: string, pattern: a}", &["request-pattern-added"]),
    ("{type: string, pattern: a}", "{type: string}", &["request-pattern-removed"]),
    ("{type: string, pattern: a}", "{type: string, pattern: b}", &["request-pattern-changed"]),
    ("{type: string}", "{type: string, default: a}", &["request-default-added"]),
    ("{type: string, default: a}", "{type: string}", &["request-default-removed"]),
    ("{type: string, default: a}", "{type: string, default: b}", &["request-default-changed"]),
    (
        "{oneOf: [{type: string}, {type: boolean}]}",
        "{oneOf: [{type: string}, {type: boolean}, {type: number}]}",
        &["request-variant-added"],
    ),
    (
        "{oneOf: [{type: string}, {type: boolean}, {type: number}]}",
        "{oneOf: [{type: boolean}, {type: string}]}",
        &["request-variant-removed"],
    ),
    (CATS_BY_KIND, CATS_BY_TYPE, &["request-tag-changed"]),
    ("{type: string}", "{type: string, x-secret: true}", &["secret-added"]),
    ("{type: string, format: password}", "{type: string}", &["request-format-changed", "secret-removed"]),
    ("{type: string}", "{type: string, x-sensitive: true}", &["sensitive-added"]),
    ("{type: string, x-sensitive: true}", "{type: string}", &["sensitive-removed"]),
    ("{type: string}", "{type: string, deprecated: true}", &["field-deprecated"]),
    ("{type: string, description: d}", "{type: string, description: e}", &["description-changed"]),
    ("{type: string, description: d}", "{type: string, description: ' d '}", &[]),
    ("{type: string, example: d}", "{type: string, example: e}", &["example-changed"]),
    (
        "{type: object, additionalProperties: {type: string}}",
        "{type: object, additionalProperties: {type: boolean}}",
        &["request-type-changed"],
    ),
];

const CATS_BY_KIND: &str = "{oneOf: [{title: Cat, type: object, properties: {kind: {type: string}, type: {type: string}}}, {title: Dog, type: object, properties: {kind: {type: string}, type: {type: string}}}], discriminator: {propertyName: kind}}";
const CATS_BY_TYPE: &str = "{oneOf: [{title: Cat, type: object, properties: {kind: {type: string}, type: {type: string}}}, {title: Dog, type: object, properties: {kind: {type: string}, type: {type: string}}}], discriminator: {propertyName: type}}";

pub(super) const ANSWER: &[Case] = &[
    ("{type: string}", "{type: object, properties: {f: {type: string}}}", &["response-body-kind-changed"]),
    ("{}", "{type: object, properties: {f: {type: string}}}", &["response-shape-declared"]),
    ("{type: object}", "{type: object, properties: {f: {type: string}}}", &["response-shape-declared"]),
    ("{type: object, properties: {f: {type: string}}}", "{type: object}", &["response-shape-undeclared"]),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}, g: {type: string}}}",
        &["response-field-added"],
    ),
    (
        "{type: object, required: [g], properties: {f: {type: string}, g: {type: string}}}",
        "{type: object, properties: {f: {type: string}}}",
        &["response-field-removed"],
    ),
    (
        "{type: object, properties: {f: {type: string}, g: {type: string}}}",
        "{type: object, properties: {f: {type: string}}}",
        &["response-optional-field-removed"],
    ),
    (
        "{type: object, properties: {access_token: {type: string}}}",
        "{type: object, properties: {accessToken: {type: string}}}",
        &["response-field-renamed"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, required: [f], properties: {f: {type: string}}}",
        &["response-field-required"],
    ),
    (
        "{type: object, required: [f], properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}}}",
        &["response-field-optional"],
    ),
    (
        "{type: object, properties: {f: {type: string}}}",
        "{type: object, properties: {f: {type: string}}, additionalProperties: {type: string}}",
        &["response-rest-added"],
    ),
    (
        "{type: object, properties: {f: {type: string}}, additionalProperties: {type: string}}",
        "{type: object, properties: {f: {type: string}}}",
        &["response-rest-removed"],
    ),
];

pub(super) const RECEIVED: &[Case] = &[
    ("{type: string}", "{type: string, writeOnly: true}", &["response-field-write-only"]),
    ("{type: string, writeOnly: true}", "{type: string}", &["response-field-readable"]),
    ("{type: string}", "{type: string, nullable: true}", &["response-null-added"]),
    ("{type: string, nullable: true}", "{type: string}", &["response-null-removed"]),
    ("{type: string}", "{type: boolean}", &["response-type-changed"]),
    ("{type: string}", "{type: string, format: date}", &["response-type-narrowed"]),
    ("{type: integer, format: int32}", "{type: integer, format: int64}", &["response-type-widened"]),
    ("{oneOf: [{type: string}, {type: boolean}]}", "{type: string}", &["response-type-narrowed"]),
    ("{type: string}", "{type: array, items: {type: string}}", &["response-list-introduced"]),
    ("{type: array, items: {type: string}}", "{type: string}", &["response-list-dropped"]),
    ("{type: string, format: uuid}", "{type: string, format: email}", &["response-format-changed"]),
    ("{type: string}", "{type: string, enum: [a, b]}", &["response-enum-introduced"]),
    ("{type: string, enum: [a, b]}", "{type: string}", &["response-enum-dropped"]),
    ("{type: string, enum: [a, b]}", "{type: string, enum: [a, b, c]}", &["response-enum-value-added"]),
    ("{type: string, enum: [a, b, c]}", "{type: string, enum: [a, b]}", &["response-enum-value-removed"]),
    ("{type: string, enum: [a]}", "{type: string, enum: [b]}", &["response-constant-changed"]),
    ("{type: integer}", "{type: integer, maximum: 1}", &["response-bound-tightened"]),
    ("{type: string, maxLength: 5}", "{type: string, maxLength: 9}", &["response-bound-loosened"]),
    ("{type: string, pattern: a}", "{type: string, pattern: b}", &["response-pattern-changed"]),
    ("{type: string, default: a}", "{type: string, default: b}", &["response-default-changed"]),
    (
        "{oneOf: [{type: string}, {type: boolean}]}",
        "{oneOf: [{type: string}, {type: boolean}, {type: number}]}",
        &["response-variant-added"],
    ),
    (
        "{oneOf: [{type: string}, {type: boolean}, {type: number}]}",
        "{oneOf: [{type: string}, {type: boolean}]}",
        &["response-variant-removed"],
    ),
    (CATS_BY_KIND, CATS_BY_TYPE, &["response-tag-changed"]),
    ("{type: string, enum: [a, b]}", "{type: integer, enum: [1, 2]}", &["response-type-changed"]),
];
