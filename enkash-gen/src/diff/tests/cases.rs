//! The pairs that differ in the API as a whole, or in an operation.

use super::Case;

pub(super) const WHOLE: &[Case] = &[
    ("paths: {}", "paths: {}, x-other: 1", &[]),
    ("info: {title: A, version: '1'}", "info: {title: B, version: '1'}", &["api-title-changed"]),
    ("info: {title: A, version: '1'}", "info: {title: A, version: '2'}", &["api-version-changed"]),
    (
        "info: {title: A, version: '1'}",
        "info: {title: A, version: '1', description: d}",
        &["api-description-changed"],
    ),
    (
        "servers: []",
        "servers: [{url: 'https://a.example'}, {url: 'https://b.example'}]",
        &["server-added", "server-added"],
    ),
    (
        "servers: [{url: 'https://a.example'}, {url: 'https://b.example'}]",
        "servers: [{url: 'https://a.example'}]",
        &["server-removed"],
    ),
    (
        "servers: [{url: 'https://a.example'}]",
        "servers: [{url: 'https://b.example'}]",
        &["server-address-changed"],
    ),
    (
        "servers: [{url: 'https://a.example', x-name: Live}]",
        "servers: [{url: 'https://b.example', x-name: Live}]",
        &["server-address-changed"],
    ),
    (
        "servers: [{url: 'https://a.example'}, {url: 'https://b.example'}]",
        "servers: [{url: 'https://b.example'}, {url: 'https://a.example'}]",
        &["server-default-changed"],
    ),
    (
        "servers: [{url: 'https://{r}.example', variables: {r: {default: a}}}]",
        "servers: [{url: 'https://{r}.example', variables: {r: {default: b}}}]",
        &["server-variable-changed"],
    ),
    ("paths: {}", "paths: {/a: {get: {responses: {}}}}", &["operation-added"]),
    ("paths: {/a: {get: {responses: {}}}}", "paths: {}", &["operation-removed"]),
    (
        "paths: {/a: {get: {operationId: x, responses: {}}}}",
        "paths: {/b: {get: {operationId: x, responses: {}}}}",
        &["operation-path-changed"],
    ),
    (
        "paths: {/a: {get: {operationId: x, responses: {}}}}",
        "paths: {/a: {post: {operationId: x, responses: {}}}}",
        &["operation-method-changed"],
    ),
    (
        "paths: {'/a/{x}': {get: {parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {}}}}",
        "paths: {'/a/{y}': {get: {parameters: [{name: y, in: path, required: true, schema: {type: string}}], responses: {}}}}",
        &["operation-path-parameter-renamed"],
    ),
    (
        "paths: {/a: {get: {responses: {}}}}",
        "paths: {/a: {get: {requestBody: {$ref: 'https://a.example/b'}, responses: {}}}}",
        &["operation-unreadable"],
    ),
    (TOKEN, MARKED_TOKEN, &["operation-token-added"]),
    (MARKED_TOKEN, TOKEN, &["operation-token-removed"]),
    ("webhooks: {}", "webhooks: {w: {post: {responses: {}}}}", &["webhook-added"]),
    ("webhooks: {w: {post: {responses: {}}}}", "webhooks: {}", &["webhook-removed"]),
    (
        "webhooks: {w: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}}}}",
        "webhooks: {w: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: boolean}}}}}}}}}",
        &["response-type-changed"],
    ),
    (
        "components: {securitySchemes: {}}",
        "components: {securitySchemes: {s: {type: http, scheme: basic}}}",
        &["security-scheme-added"],
    ),
    (
        "components: {securitySchemes: {s: {type: http, scheme: basic}}}",
        "components: {securitySchemes: {}}",
        &["security-scheme-removed"],
    ),
    (
        "components: {securitySchemes: {s: {type: http, scheme: basic}}}",
        "components: {securitySchemes: {s: {type: http, scheme: bearer}}}",
        &["security-scheme-changed"],
    ),
    (
        "components: {securitySchemes: {s: {type: oauth2, flows: {password: {tokenUrl: /t, scopes: {}}}}}}",
        "components: {securitySchemes: {s: {type: oauth2, flows: {password: {tokenUrl: /u, scopes: {}}}}}}",
        &["security-flow-changed"],
    ),
];

pub(super) const OPERATION: &[Case] = &[
    ("operationId: a", "operationId: b", &["operation-id-changed"]),
    ("tags: []", "deprecated: true", &["operation-deprecated"]),
    ("deprecated: true", "tags: []", &["operation-undeprecated"]),
    ("tags: [a]", "tags: [b]", &["operation-tags-changed"]),
    ("tags: []", "summary: s", &["operation-summary-changed"]),
    ("tags: []", "description: d", &["operation-description-changed"]),
    ("tags: []", "servers: [{url: 'https://other.example'}]", &["operation-server-changed"]),
    ("tags: []", "x-safe: true", &["operation-safe-added"]),
    ("x-safe: true", "tags: []", &["operation-safe-removed"]),
    ("tags: []", "x-business-error: {code: /c, success: ['0']}", &["business-error-added"]),
    ("x-business-error: {code: /c, success: ['0']}", "tags: []", &["business-error-removed"]),
    (
        "x-business-error: {code: /c, success: ['0']}",
        "x-business-error: {code: /c, success: ['1']}",
        &["business-error-changed"],
    ),
    ("x-source: {address: a}", "x-source: {address: b}", &["page-changed"]),
    ("x-source: {date: a}", "x-source: {date: b}", &["page-date-changed"]),
    // parameters
    ("parameters: []", "parameters: [{name: p, in: query, schema: {type: string}}]", &["parameter-added"]),
    (
        "parameters: []",
        "parameters: [{name: p, in: query, required: true, schema: {type: string}}]",
        &["parameter-added-required"],
    ),
    ("parameters: [{name: p, in: query, schema: {type: string}}]", "parameters: []", &["parameter-removed"]),
    (
        "parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: header, schema: {type: string}}]",
        &["parameter-place-changed"],
    ),
    (
        "parameters: [{name: P, in: header, schema: {type: string}}]",
        "parameters: [{name: p, in: header, schema: {type: string}}]",
        &[],
    ),
    (
        "parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: query, required: true, schema: {type: string}}]",
        &["parameter-required"],
    ),
    (
        "parameters: [{name: p, in: query, required: true, schema: {type: string}}]",
        "parameters: [{name: p, in: query, schema: {type: string}}]",
        &["parameter-optional"],
    ),
    (
        "parameters: [{name: p, in: query, schema: {type: array, items: {type: string}}}]",
        "parameters: [{name: p, in: query, explode: false, schema: {type: array, items: {type: string}}}]",
        &["parameter-style-changed"],
    ),
    (
        "parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: query, deprecated: true, schema: {type: string}}]",
        &["parameter-deprecated"],
    ),
    (
        "parameters: [{name: p, in: header, schema: {type: string}}]",
        "parameters: [{name: p, in: header, x-transport: true, schema: {type: string}}]",
        &["parameter-transport-added"],
    ),
    (
        "parameters: [{name: p, in: header, x-transport: true, schema: {type: string}}]",
        "parameters: [{name: p, in: header, schema: {type: string}}]",
        &["parameter-transport-removed"],
    ),
    (
        "parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: query, schema: {type: string, enum: [a], default: a}}]",
        &["request-default-added", "request-enum-introduced"],
    ),
    // the body as a whole
    (
        "tags: []",
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        &["request-body-added"],
    ),
    (
        "tags: []",
        "requestBody: {required: true, content: {application/json: {schema: {type: string}}}}",
        &["request-body-added-required"],
    ),
    (
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        "tags: []",
        &["request-body-removed"],
    ),
    (
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        "requestBody: {required: true, content: {application/json: {schema: {type: string}}}}",
        &["request-body-required"],
    ),
    (
        "requestBody: {required: true, content: {application/json: {schema: {type: string}}}}",
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        &["request-body-optional"],
    ),
    (
        "requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}, multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}}}",
        &["request-media-type-added"],
    ),
    (
        "requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}, multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}",
        &["request-media-type-removed"],
    ),
    (
        "requestBody: {content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}",
        "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: string}}}}}}",
        &["request-media-type-changed"],
    ),
    (
        "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}}}",
        "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}, encoding: {f: {contentType: text/csv}}}}}",
        &["request-encoding-changed"],
    ),
    (
        "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: string}, g: {type: string}}}}}}",
        "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {g: {type: string}, f: {type: string}}}}}}",
        &["request-field-order-changed"],
    ),
    // answers
    (
        "responses: {'200': {description: d}}",
        "responses: {'200': {description: d}, '202': {description: d}}",
        &["response-success-added"],
    ),
    (
        "responses: {'200': {description: d}, '202': {description: d}}",
        "responses: {'200': {description: d}}",
        &["response-success-removed"],
    ),
    (
        "responses: {'200': {description: d}}",
        "responses: {'200': {description: d}, '404': {description: d}}",
        &["response-failure-added"],
    ),
    (
        "responses: {'200': {description: d}, '404': {description: d}}",
        "responses: {'200': {description: d}}",
        &["response-failure-removed"],
    ),
    (
        "responses: {'200': {description: d}}",
        "responses: {'200': {description: e}}",
        &["description-changed"],
    ),
    (
        "responses: {'200': {description: d}}",
        "responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}",
        &["response-body-added"],
    ),
    (
        "responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}",
        "responses: {'200': {description: d}}",
        &["response-body-removed"],
    ),
    (
        "responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}",
        "responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}",
        &["response-media-type-changed"],
    ),
    (
        "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}}",
        "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}, application/xml: {schema: {type: string}}}}}",
        &["response-media-type-added"],
    ),
    (
        "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}, application/xml: {schema: {type: string}}}}}",
        "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}}",
        &["response-media-type-removed"],
    ),
    (
        "responses: {'200': {description: d, headers: {H: {schema: {type: string}}}}}",
        "responses: {'200': {description: d, headers: {h: {schema: {type: string}}, I: {schema: {type: string}}}}}",
        &["response-header-added"],
    ),
    (
        "responses: {'200': {description: d, headers: {H: {schema: {type: string}}}}}",
        "responses: {'200': {description: d}}",
        &["response-header-removed"],
    ),
    (JSON_ANSWER, JSON_OR_EVENTS, &["response-media-type-added", "response-stream-added"]),
    (JSON_OR_EVENTS, JSON_ANSWER, &["response-media-type-removed", "response-stream-removed"]),
    // security
    ("tags: []", "security: [{basic: []}]", &["security-added"]),
    ("security: [{basic: []}]", "security: []", &["security-removed"]),
    ("security: [{basic: []}]", "security: [{basic: []}, {key: []}]", &["security-alternative-added"]),
    ("security: [{basic: []}, {key: []}]", "security: [{basic: []}]", &["security-alternative-removed"]),
    ("security: [{basic: []}]", "security: [{key: []}]", &["security-alternative-changed"]),
    ("security: [{basic: []}]", "security: [{basic: []}, {}]", &["security-anonymous-added"]),
    ("security: [{basic: []}, {}]", "security: [{basic: []}]", &["security-anonymous-removed"]),
    ("security: [{oauth: [a]}]", "security: [{oauth: [a, b]}]", &["security-scope-added"]),
    ("security: [{oauth: [a, b]}]", "security: [{oauth: [a]}]", &["security-scope-removed"]),
];

const TOKEN: &str = "components: {schemas: {Login: {type: object, properties: {username: {type: string}}}}}, paths: {/t: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Login'}}}}, responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {access_token: {type: string}}}}}}}}}}";
const MARKED_TOKEN: &str = "components: {schemas: {Login: {type: object, properties: {username: {type: string}}}}}, paths: {/t: {post: {x-token-operation: true, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Login'}}}}, responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {access_token: {type: string}}}}}}}}}}";
const JSON_ANSWER: &str = "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}}}}";
const JSON_OR_EVENTS: &str = "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {f: {type: string}}}}, text/event-stream: {schema: {type: object, properties: {g: {type: string}}}}}}}";
