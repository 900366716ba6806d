//! What each construct of a document becomes in the IR, in the notation of [`fixture`].

mod unions;

use super::lower;
use crate::{
    ir::{
        Access, Api, Constant, EnumBase, Field, Location, Operation, Reply, Shape, Slot, TypeKind,
        fixture::{sketch, sketch_type, sketch_types},
    },
    load,
    report::{Report, Sources, render},
};

mod callback;
mod extension;
mod limits;
mod path;
mod reference;
mod security;
mod server;

/// Lowers a document; what it says about it must be `said`, the codes in their order.
fn lowered(text: &str, said: &[&str]) -> Api {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document =
        load::load_text("case.yaml", text, &mut sources, &mut report).expect("the document is read");
    let api = lower(&document, &mut report);
    let codes: Vec<_> = report.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    assert_eq!(codes, said, "{text}\n{}", render(&report, &sources, false));
    api
}

const HEAD: &str = "openapi: 3.0.3\ninfo: { title: Zoo, version: '1' }\n";

/// An API with one operation, whose members are given, and further members of the document.
fn operation(members: &str, rest: &str) -> (Api, Operation) {
    let api = lowered(
        &format!("{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, {members} }} }} }}\n{rest}"),
        &[],
    );
    let operation = api.operations[0].clone();
    (api, operation)
}

/// What a schema comes to as the body of an answer.
fn schema_with(schema: &str, components: &str) -> (Api, Slot) {
    let content = format!("{{ application/json: {{ schema: {schema} }} }}");
    let (api, operation) = operation(
        &format!("responses: {{ '200': {{ description: It., content: {content} }} }}"),
        &format!("components: {{ schemas: {{ {components} }} }}"),
    );
    let slot = operation.replies[0].body.clone().expect("the answer has a body");
    (api, slot)
}

fn schema(text: &str) -> String {
    let (api, slot) = schema_with(text, "");
    sketch(&api, &slot)
}

/// The members of an object.
fn fields(schema: &str, components: &str) -> Vec<Field> {
    let (_, slot) = schema_with(schema, components);
    let Shape::Inline(def) = slot.shape else { panic!("{schema} is no object") };
    let TypeKind::Struct(def) = def.kind else { panic!("{schema} has no members") };
    def.fields
}

#[test]
fn a_schema_is_the_kind_of_value_that_it_describes() {
    for (text, expected) in [
        ("{ type: string }", "text"),
        ("{ type: string, format: date-time }", "date-time"),
        ("{ type: string, format: date }", "date"),
        ("{ type: string, format: byte }", "base64"),
        // A whole answer that is binary is its bytes; within JSON it is text.
        ("{ type: string, format: binary }", "bytes"),
        ("{ type: array, items: { type: string, format: binary } }", "[binary]"),
        ("{ type: string, format: decimal }", "decimal"),
        ("{ type: number, format: decimal }", "decimal number"),
        // Formats that look like one of these and are not.
        ("{ type: string, format: dateTime }", "text"),
        ("{ type: string, format: unix-time }", "text"),
        ("{ type: string, format: int64 }", "text"),
        ("{ type: string, format: uuid }", "text"),
        ("{ type: string, format: password }", "secret"),
        ("{ type: boolean }", "bool"),
        ("{ type: integer }", "i64"),
        ("{ type: integer, format: int32 }", "i32"),
        ("{ type: integer, format: int64 }", "i64"),
        ("{ type: integer, format: uint32 }", "u32"),
        ("{ type: integer, format: uint64 }", "u64"),
        ("{ type: integer, format: odd }", "i64"),
        ("{ type: integer, format: int16 }", "i32"),
        ("{ type: integer, format: uint8 }", "u32"),
        // A format that the schema itself exceeds is not believed.
        ("{ type: integer, format: int32, maximum: 4294967295 }", "i64"),
        ("{ type: integer, format: int32, example: 1700000000000 }", "i64"),
        ("{ type: integer, maximum: 18446744073709551615, minimum: 0 }", "u64"),
        ("{ type: integer, maximum: 18446744073709551615, minimum: -1 }", "i64"),
        ("{ type: integer, maximum: 1e3 }", "i64"),
        ("{ type: number, format: int64 }", "i64"),
        ("{ type: number }", "f64"),
        ("{ type: number, format: float }", "f64"),
        ("{ type: array, items: { type: string } }", "[text]"),
        ("{ type: array, items: {} }", "[any]"),
        ("{ type: array, items: { type: string, nullable: true } }", "[text?]"),
        ("{ type: string, enum: [a, b, a] }", "(a|b)"),
        ("{ enum: [a, b] }", "(a|b)"),
        ("{ type: string, enum: [a, null] }", "(a)?"),
        ("{ type: integer, enum: [1, -2, 1] }", "(1|-2)"),
        ("{ enum: [1, 2] }", "(1|2)"),
        ("{ type: number, enum: [0.5, 2] }", "(0.5|2)"),
        ("{ type: boolean, enum: [true] }", "bool"),
        ("{ enum: [a, 1, true] }", "(a|1|true)"),
        ("{ type: string, enum: ['', '-', '+1', SPE, spe] }", "(|-|+1|SPE|spe)"),
        ("{ enum: [null] }", "any?"),
        // The values of a list without `items` are those of its items.
        ("{ type: array, enum: [a, b] }", "[(a|b)]"),
        ("{ type: object }", "{*: any}"),
        ("{ type: object, properties: {} }", "{*: any}"),
        ("{ type: object, additionalProperties: true }", "{*: any}"),
        ("{ type: object, additionalProperties: { type: number } }", "{*: f64}"),
        ("{ type: object, additionalProperties: false }", "{}"),
        ("{ type: object, properties: { a: { type: string } }, additionalProperties: true }", "{a: text}"),
        (
            "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: integer } }",
            "{a: text, *: i64}",
        ),
        ("{}", "any"),
        ("{ description: Anything. }", "any"),
        // Without a `type` the keywords decide.
        ("{ properties: { a: {} } }", "{a: any}"),
        ("{ items: { type: string } }", "[text]"),
        ("{ pattern: '^a' }", "text"),
        ("{ minimum: 3 }", "f64"),
        ("{ format: date }", "date"),
        ("{ format: int32 }", "i32"),
        ("{ format: odd }", "any"),
        ("{ type: string, minimum: 3, uniqueItems: true }", "text"),
    ] {
        assert_eq!(schema(text), expected, "{text}");
    }
}

/// A schema that is understood only by an assumption, which is said.
#[test]
fn what_contradicts_itself_is_read_as_it_was_most_likely_meant() {
    for (text, expected, said) in [
        ("{ type: datetime }", "text", "unknown-type"),
        ("{ type: int }", "i64", "unknown-type"),
        ("{ type: Float }", "f64", "unknown-type"),
        ("{ type: bool }", "bool", "unknown-type"),
        ("{ type: map, additionalProperties: { type: integer } }", "{*: i64}", "unknown-type"),
        ("{ type: list, items: { type: string } }", "[text]", "unknown-type"),
        ("{ type: file }", "bytes", "swagger-words"),
        ("{ type: any }", "any", "unknown-type"),
        ("{ type: model, properties: { a: { type: string } } }", "{a: text}", "unknown-type"),
        ("{ type: array }", "[any]", "no-items"),
        ("{ type: string, properties: { a: {} } }", "text", "assumed-type"),
        ("{ type: boolean, items: {} }", "bool", "assumed-type"),
        // The type says how a value is meant that is listed in another spelling.
        ("{ type: string, enum: [1, true, 0.5] }", "(1|true|0.5)", "enum-value"),
        ("{ type: integer, enum: ['1', '2'] }", "(1|2)", "enum-value"),
        ("{ type: boolean, enum: ['true', 'false'] }", "bool", "enum-value"),
        ("{ type: integer, enum: [low, high] }", "(low|high)", "enum-value"),
        ("{ enum: [[1], {}] }", "any", "enum-value"),
    ] {
        let content = format!("{{ application/json: {{ schema: {text} }} }}");
        let responses = format!("responses: {{ '200': {{ description: It., content: {content} }} }}");
        let api = lowered(
            &format!("{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, {responses} }} }} }}\n"),
            &[said],
        );
        let slot = api.operations[0].replies[0].body.clone().expect("the answer has a body");
        assert_eq!(sketch(&api, &slot), expected, "{text}");
    }
}

/// What a listed value is decides how an unlisted one is kept.
#[test]
fn the_base_of_an_enum_is_what_its_type_or_else_its_values_are() {
    for (text, expected) in [
        ("{ type: string, enum: [a] }", EnumBase::Text),
        ("{ type: integer, enum: [1, 2] }", EnumBase::Integer),
        ("{ enum: [1, 2] }", EnumBase::Integer),
        // An unlisted number may have a fraction.
        ("{ type: number, enum: [1, 2] }", EnumBase::Mixed),
        ("{ enum: [1, a] }", EnumBase::Mixed),
    ] {
        let (_, slot) = schema_with(text, "");
        let Shape::Inline(def) = slot.shape else { panic!("{text} is no type") };
        let TypeKind::Enum(def) = def.kind else { panic!("{text} is no enum") };
        assert_eq!(def.base, expected, "{text}");
    }
}

#[test]
fn absent_and_null_are_told_apart() {
    let properties = "{ a: { type: string }, b: { type: string, nullable: true }, c: { type: string }, \
                      d: { type: string, nullable: true } }";
    assert_eq!(
        schema(&format!("{{ type: object, required: [a, b], properties: {properties} }}")),
        "{a!: text, b!: text?, c: text, d: text?}"
    );
    let components = "N: { type: object, nullable: true, properties: { a: {} } }, P: { type: string }";
    for (text, expected) in [
        ("{ $ref: '#/components/schemas/N' }", "N?"),
        ("{ nullable: true, allOf: [{ $ref: '#/components/schemas/P' }] }", "text?"),
        ("{ allOf: [{ $ref: '#/components/schemas/P' }, { nullable: true }] }", "text?"),
        ("{ allOf: [{ $ref: '#/components/schemas/P' }] }", "text"),
    ] {
        let (api, slot) = schema_with(text, components);
        assert_eq!(sketch(&api, &slot), expected, "{text}");
    }
}

#[test]
fn secrets_are_known_by_format_extension_and_name() {
    for (name, member, expected) in [
        ("pin", "{ type: string, format: password }", "secret"),
        ("pin", "{ type: string, x-secret: true }", "secret"),
        ("pin", "{ type: string, x-secret: false }", "text"),
        ("password", "{ type: string }", "secret"),
        ("accessToken", "{ type: string }", "secret"),
        ("Refresh-Token", "{ type: string }", "secret"),
        ("client_secret", "{ type: string }", "secret"),
        ("id_token", "{ type: string }", "secret"),
        ("code_verifier", "{ type: string }", "secret"),
        ("token_type", "{ type: string }", "text"),
        ("passwords", "{ type: string }", "text"),
        // Only text can be one.
        ("password", "{ type: integer }", "i64"),
    ] {
        let object = format!("{{ type: object, properties: {{ {name}: {member} }} }}");
        assert_eq!(schema(&object), format!("{{{name}: {expected}}}"), "{member}");
    }
}

#[test]
fn what_is_sensitive_is_masked_also_behind_a_reference() {
    let fields = fields(
        "{ type: object, properties: { a: { type: string, x-sensitive: true }, b: { $ref: '#/components/schemas/S' }, \
         c: { type: string } } }",
        "S: { type: string, x-sensitive: true }",
    );
    assert_eq!(fields.iter().map(|field| field.masked).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn all_of_is_a_wrapper_or_a_struct_of_all_parts() {
    let components = "A: { type: object, required: [a], properties: { a: { type: string }, b: { type: string } } }, \
                      B: { type: object, properties: { c: { type: integer } } }";
    let (a, b) = ("{ $ref: '#/components/schemas/A' }", "{ $ref: '#/components/schemas/B' }");
    for (text, expected) in [
        (format!("{{ allOf: [{a}] }}"), "A"),
        (format!("{{ description: Of its own., allOf: [{a}] }}"), "A"),
        (format!("{{ allOf: [{a}, {{ description: Of its own. }}] }}"), "A"),
        (format!("{{ allOf: [{a}, {b}] }}"), "{a!: text, b: text, c: i64}"),
        (format!("{{ allOf: [{b}, {a}] }}"), "{c: i64, a!: text, b: text}"),
        (
            format!("{{ allOf: [{a}], properties: {{ d: {{ type: boolean }} }} }}"),
            "{a!: text, b: text, d: bool}",
        ),
        (format!("{{ allOf: [{a}], required: [b] }}"), "{a!: text, b!: text}"),
        (format!("{{ allOf: [{a}, {{ required: [b] }}] }}"), "{a!: text, b!: text}"),
        // What two parts say alike stands once, and is required if one of them says so.
        (
            format!(
                "{{ allOf: [{a}, {{ type: object, required: [b], properties: {{ b: {{ type: string }} }} }}] }}"
            ),
            "{a!: text, b!: text}",
        ),
        (
            format!("{{ allOf: [{a}, {{ type: object, additionalProperties: {{ type: number }} }}] }}"),
            "{a!: text, b: text, *: f64}",
        ),
        ("{ allOf: [{ description: Nothing. }] }".to_owned(), "any"),
    ] {
        let (api, slot) = schema_with(&text, components);
        assert_eq!(sketch(&api, &slot), expected, "{text}");
    }
}

#[test]
fn a_reference_is_lowered_once_and_may_be_part_of_itself() {
    let (api, slot) = schema_with(
        "{ type: array, items: { $ref: '#/components/schemas/Node' } }",
        "Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' }, \
         kind: { $ref: '#/components/schemas/Kind' } } }, Kind: { type: string, enum: [a] }, Unused: { type: object }",
    );
    assert_eq!(sketch(&api, &slot), "[Node]");
    assert_eq!(sketch_types(&api), ["Node = {next!: Node, kind: Kind}", "Kind = (a)"]);
}

#[test]
fn an_inline_type_is_named_after_its_owners() {
    let fields = fields(
        "{ type: object, properties: { list: { type: array, items: { type: object, properties: { \
         kind: { type: string, enum: [a, b] } } } } } }",
        "",
    );
    let Shape::List(item) = &fields[0].slot.shape else { panic!("no list") };
    let Shape::Inline(item) = &item.shape else { panic!("no inline type") };
    assert_eq!(item.hint.0, ["op", "response", "list", "item"]);
    assert_eq!(sketch_type(&Api::default(), item), "{kind: (a|b)}");
}

#[test]
fn members_travel_in_the_directions_that_the_document_allows() {
    let fields = fields(
        "{ type: object, properties: { a: { type: string }, b: { type: string, readOnly: true }, \
         c: { type: string, writeOnly: true }, d: { type: string, readOnly: true, writeOnly: true } } }",
        "",
    );
    let access: Vec<_> = fields.iter().map(|field| field.access).collect();
    assert_eq!(access, [Access::Both, Access::Read, Access::Write, Access::Both]);
}

#[test]
fn a_single_choice_is_known() {
    let fields = fields(
        "{ type: object, properties: { a: { type: string, enum: [x] }, b: { type: string, enum: [x, y] }, \
         c: { type: string, enum: [x], nullable: true }, d: { $ref: '#/components/schemas/X' }, \
         e: { type: integer, enum: [7] }, f: { type: boolean, enum: [true] }, g: { type: boolean } } }",
        "X: { type: string, enum: [z] }",
    );
    let only: Vec<_> = fields.into_iter().map(|field| field.only).collect();
    let text = |text: &str| Some(Constant::Text(text.to_owned()));
    let (seven, yes) = (Some(Constant::Int(7)), Some(Constant::Bool(true)));
    assert_eq!(only, [text("x"), None, None, text("z"), seven, yes, None]);
}

#[test]
fn default_is_a_success_where_no_other_is_declared() {
    let reply = |status: &str| format!("{status}: {{ description: It. }}");
    for (declared, successes, failures) in [
        (&["'200'", "default"][..], &["200"][..], &["default"][..]),
        (&["default"], &["default"], &["default"]),
        (&["'404'", "default"], &["default"], &["404", "default"]),
        (&["2XX", "4XX", "'302'"], &["2XX"], &["4XX", "302"]),
        (&["'201'", "'204'"], &["201", "204"], &[]),
    ] {
        let list: Vec<String> = declared.iter().map(|status| reply(status)).collect();
        let (_, operation) = operation(&format!("responses: {{ {} }}", list.join(", ")), "");
        let statuses =
            |replies: Vec<&Reply>| replies.iter().map(|reply| reply.status.to_string()).collect::<Vec<_>>();
        assert_eq!(statuses(operation.successes()), successes, "{declared:?}");
        assert_eq!(statuses(operation.failures()), failures, "{declared:?}");
    }
}

#[test]
fn parameters_of_the_operation_replace_those_of_the_path_and_stand_in_its_order() {
    let api = lowered(
        &format!(
            "{HEAD}paths:\n  /a/{{x}}/{{y}}:\n    parameters:\n      \
             - {{ name: q, in: query, schema: {{ type: string }} }}\n      \
             - {{ name: y, in: path, required: true, schema: {{ type: string }} }}\n      \
             - {{ name: x, in: path, required: true, schema: {{ type: string }} }}\n    \
             get:\n      operationId: op\n      parameters:\n        \
             - {{ name: q, in: header, schema: {{ type: boolean }} }}\n        \
             - {{ name: y, in: path, required: true, schema: {{ type: integer }} }}\n        \
             - {{ name: q, in: query, required: true, schema: {{ type: array, items: {{ type: number }} }} }}\n        \
             - {{ name: Cookie, in: header, x-transport: true, schema: {{ type: string }} }}\n        \
             - {{ name: Accept, in: header, schema: {{ type: string }} }}\n      \
             responses: {{ '204': {{ description: Done. }} }}\n"
        ),
        &["ignored-header"],
    );
    let params: Vec<_> = api.operations[0]
        .params
        .iter()
        .map(|param| {
            (
                param.wire_name.as_str(),
                param.location,
                param.required,
                param.transport,
                sketch(&api, &param.slot),
            )
        })
        .collect();
    assert_eq!(
        params,
        [
            ("x", Location::Path, true, false, "text".to_owned()),
            ("y", Location::Path, true, false, "i64".to_owned()),
            ("q", Location::Query, true, false, "[f64]".to_owned()),
            ("q", Location::Header, false, false, "bool".to_owned()),
            ("Cookie", Location::Header, false, true, "text".to_owned()),
        ]
    );
}

#[test]
fn the_type_of_a_parameter_is_the_operations_unless_it_is_shared() {
    let sort =
        |name: &str| format!("{{ name: {name}, in: query, schema: {{ type: string, enum: [up, down] }} }}");
    let (_, operation) = operation(
        &format!(
            "parameters: [{}, {{ $ref: '#/components/parameters/Order' }}], responses: {{ '204': {{ description: Done. }} }}",
            sort("sort")
        ),
        &format!("components: {{ parameters: {{ Order: {} }} }}", sort("order")),
    );
    let hints: Vec<_> = operation
        .params
        .iter()
        .map(|param| match &param.slot.shape {
            Shape::Inline(def) => def.hint.0.join("."),
            shape => panic!("{shape:?}"),
        })
        .collect();
    assert_eq!(hints, ["op.sort", "order"]);
}
