//! One small document per construct that is beyond the generator: an operation `odd` that needs it, and an
//! operation `plain` that does not.

use enkash_gen::report::{Code, Severity};

/// A construct and what is said about it.
pub(super) struct Case {
    pub(super) name: &'static str,
    pub(super) code: Code,
    /// Where the construct stands.
    part: Part,
}

/// The part of the document that a case supplies.
enum Part {
    /// Members of the operation `odd`.
    Operation(&'static str),
    /// One parameter of the operation `odd`, whose path is `/odd`.
    Parameter(&'static str),
    /// The path parameter `key` of `/odd/{key}`.
    PathParameter(&'static str),
    /// The content of its request body.
    Content(&'static str),
    /// The schema of its JSON body.
    Schema(&'static str),
    /// A security scheme that it demands.
    Scheme(&'static str),
    /// A schema in its answer, and what it refers to under `components.schemas`.
    Components(&'static str, &'static str),
    /// Members of the document's root.
    Root(&'static str),
}

impl Case {
    const fn new(name: &'static str, code: Code, part: Part) -> Self {
        Self { name, code, part }
    }

    /// The weight of the diagnostic.
    pub(super) fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The whole document.
    pub(super) fn document(&self) -> String {
        let answer = "responses: { '204': { description: Done. } }";
        let odd = |members: String| format!("get: {{ operationId: odd, {members} }}");
        let (path, item, rest) = match self.part {
            Part::Operation(members) => ("/odd", odd(members.to_owned()), String::new()),
            Part::Parameter(parameter) => {
                ("/odd", odd(format!("{answer}, parameters: [{parameter}]")), String::new())
            }
            Part::PathParameter(parameter) => {
                ("/odd/{key}", odd(format!("{answer}, parameters: [{parameter}]")), String::new())
            }
            Part::Content(content) => {
                ("/odd", odd(format!("{answer}, requestBody: {{ content: {content} }}")), String::new())
            }
            Part::Schema(schema) => {
                let content = format!("{{ application/json: {{ schema: {schema} }} }}");
                ("/odd", odd(format!("{answer}, requestBody: {{ content: {content} }}")), String::new())
            }
            Part::Scheme(scheme) => (
                "/odd",
                odd(format!("{answer}, security: [{{ lock: [] }}]")),
                format!("components: {{ securitySchemes: {{ lock: {scheme} }} }}"),
            ),
            Part::Components(schema, components) => {
                let content = format!("{{ application/json: {{ schema: {schema} }} }}");
                let odd = odd(format!("responses: {{ '200': {{ description: It., content: {content} }} }}"));
                ("/odd", odd, format!("components: {{ schemas: {{ {components} }} }}"))
            }
            Part::Root(members) => ("/odd", odd(answer.to_owned()), members.to_owned()),
        };
        let plain = format!("get: {{ operationId: plain, {answer} }}");
        format!(
            "openapi: 3.0.3\ninfo: {{ title: Case, version: '1' }}\npaths:\n  \
             '{path}': {{ {item} }}\n  /plain: {{ {plain} }}\n{rest}\n"
        )
    }
}

/// Each costs the operation `odd`.
pub(super) const CASES: &[Case] = &[
    Case::new(
        "a parameter that is not there",
        Code::UnresolvedRef,
        Part::Parameter("{ $ref: '#/components/parameters/A' }"),
    ),
    Case::new(
        "a parameter at no place",
        Code::InvalidNode,
        Part::Parameter("{ name: a, in: querry, schema: { type: string } }"),
    ),
    Case::new(
        "a body in another document",
        Code::ExternalRef,
        Part::Operation(
            "responses: { '204': { description: Done. } }, requestBody: { $ref: 'other.yaml#/A' }",
        ),
    ),
    Case::new(
        "a parameter in another document",
        Code::ExternalRef,
        Part::Parameter("{ $ref: 'other.yaml#/A' }"),
    ),
];

/// Each is said, and costs nothing that is generated.
pub(super) const TOLERATED: &[Case] = &[
    // schemas that are not there
    Case::new(
        "deep inside a list of a member",
        Code::UnresolvedRef,
        Part::Components(
            "{ $ref: '#/components/schemas/A' }",
            "A: { type: object, properties: { b: { type: array, items: { $ref: '#/nowhere' } } } }",
        ),
    ),
    Case::new("a schema in another document", Code::ExternalRef, Part::Schema("{ $ref: 'other.yaml#/A' }")),
    Case::new(
        "a callback that is not JSON",
        Code::IgnoredCallback,
        Part::Operation(
            "responses: { '204': { description: Done. } }, callbacks: { done: { '{$request.query.to}': { \
             post: { requestBody: { content: { text/plain: {} } }, responses: { '204': { description: Heard. } } } } } }",
        ),
    ),
    Case::new(
        "a second media type",
        Code::IgnoredMediaType,
        Part::Content(
            "{ application/json: { schema: { type: string } }, application/xml: { schema: { type: string } } }",
        ),
    ),
    Case::new(
        "XML alone",
        Code::WrittenByHand,
        Part::Content("{ application/xml: { schema: { type: string } } }"),
    ),
    Case::new(
        "a type that is written from no schema",
        Code::WrittenByHand,
        Part::Content(
            "{ application/msgpack: { schema: { type: object, properties: { a: { type: string } } } } }",
        ),
    ),
    Case::new(
        "a form that is a list",
        Code::InvalidMediaType,
        Part::Content(
            "{ application/x-www-form-urlencoded: { schema: { type: array, items: { type: string } } } }",
        ),
    ),
    Case::new(
        "a media type that is none",
        Code::InvalidMediaType,
        Part::Content("{ json: { schema: { type: string } } }"),
    ),
    Case::new(
        "headers of a part",
        Code::IgnoredPartHeader,
        Part::Content(
            "{ multipart/form-data: { schema: { type: object, properties: { a: { type: string } } }, \
             encoding: { a: { headers: { X-A: { schema: { type: string } } } } } } }",
        ),
    ),
    Case::new(
        "values inside of values of a style",
        Code::NestedParameter,
        Part::Parameter(
            "{ name: a, in: query, schema: { type: array, items: { type: object, properties: { b: { type: string } } } } }",
        ),
    ),
    Case::new(
        "a path parameter that is not declared",
        Code::PathParameter,
        Part::PathParameter("{ name: other, in: query, schema: { type: string } }"),
    ),
    Case::new(
        "a path parameter that the path does not have",
        Code::PathParameter,
        Part::Parameter("{ name: a, in: path, required: true, schema: { type: string } }"),
    ),
    Case::new(
        "a reserved header",
        Code::IgnoredHeader,
        Part::Parameter("{ name: Accept, in: header, schema: { type: string } }"),
    ),
    Case::new(
        "no success",
        Code::UndeclaredSuccess,
        Part::Operation("responses: { '404': { description: Gone. } }"),
    ),
    Case::new(
        "a required member that is not declared",
        Code::UndeclaredRequired,
        Part::Schema("{ type: object, required: [b], properties: { a: { type: string } } }"),
    ),
    // servers
    Case::new(
        "a server over plain http",
        Code::UnsupportedServer,
        Part::Root("servers: [{ url: 'http://zoo.example' }]"),
    ),
    Case::new(
        "a server of another scheme",
        Code::UnsupportedServer,
        Part::Root("servers: [{ url: 'wss://zoo.example' }]"),
    ),
    Case::new(
        "a server without a scheme",
        Code::UnsupportedServer,
        Part::Root("servers: [{ url: zoo.example/v1 }]"),
    ),
    // security
    Case::new("a scheme that says nothing", Code::UnsupportedSecurity, Part::Scheme("{ type: http }")),
    Case::new("a certificate of the client", Code::TransportSecurity, Part::Scheme("{ type: mutualTLS }")),
    Case::new(
        "a scheme that is not there",
        Code::UnresolvedSecurity,
        Part::Operation("responses: { '204': { description: Done. } }, security: [{ lost: [] }]"),
    ),
    Case::new(
        "two credentials in one header",
        Code::ConflictingSecurity,
        Part::Root(
            "security: [{ new: [], old: [] }]\ncomponents: { securitySchemes: { \
             new: { type: http, scheme: digest }, old: { type: http, scheme: basic } } }",
        ),
    ),
    Case::new(
        "a misspelt extension",
        Code::MisspeltExtension,
        Part::Schema("{ type: string, x-secrets: true }"),
    ),
    Case::new(
        "an extension without meaning here",
        Code::InvalidExtension,
        Part::Schema("{ type: string, x-transport: true }"),
    ),
    Case::new("not", Code::IgnoredConstraint, Part::Schema("{ not: { type: string } }")),
    Case::new(
        "a union of what must be there",
        Code::IgnoredConstraint,
        Part::Schema("{ type: object, properties: { a: { type: string } }, oneOf: [{ required: [a] }] }"),
    ),
    Case::new(
        "allOf with two descriptions of a member",
        Code::LooserType,
        Part::Schema(
            "{ allOf: [{ type: object, properties: { a: { type: string } } }, \
             { type: object, properties: { a: { type: integer } } }] }",
        ),
    ),
    Case::new(
        "allOf with a part that is no object",
        Code::LooserType,
        Part::Schema("{ allOf: [{ type: object, properties: { a: { type: string } } }, { type: string }] }"),
    ),
    Case::new(
        "allOf that leads back",
        Code::LooserType,
        Part::Components(
            "{ $ref: '#/components/schemas/A' }",
            "A: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { a: { type: string } } }] }",
        ),
    ),
];
