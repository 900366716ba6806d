//! One field: its type, and everything that is said of it.

use serde_json::{Value, json};

use super::{Row, body, request, row};

pub(super) fn rows() -> Vec<Row> {
    let mut rows = types();
    rows.extend(attributes());
    rows.extend(names());
    rows
}

/// A field `a` of this type.
fn typed(kind: &str) -> String {
    body(&format!("a\n{kind}\nrequired"))
}

fn types() -> Vec<Row> {
    let a = "req/properties/a/type";
    let format = "req/properties/a/format";
    vec![
        row("string", typed("string"), [(a, json!("string"))], &[]),
        row("string and a hard space", typed("string\u{a0}"), [(a, json!("string"))], &[]),
        row("integer", typed("integer"), [(a, json!("integer"))], &[]),
        row("number", typed("number"), [(a, json!("number"))], &[]),
        row("boolean", typed("boolean"), [(a, json!("boolean"))], &[]),
        row(
            "object",
            typed("object"),
            [(a, json!("object")), ("req/properties/a/x-unknown", json!(["members"]))],
            &[],
        ),
        row("null", typed("null"), [(a, Value::Null), ("req/properties/a/nullable", json!(true))], &[]),
        row("date", typed("string <date>"), [(format, json!("date"))], &[]),
        row("date and time", typed("string <date-time>"), [(format, json!("date-time"))], &[]),
        row(
            "integer of 32 bits",
            typed("integer <int32>"),
            [(a, json!("integer")), (format, json!("int32"))],
            &[],
        ),
        row(
            "list of texts",
            typed("array[string]"),
            [(a, json!("array")), ("req/properties/a/items/type", json!("string"))],
            &[],
        ),
        row(
            "object without members",
            typed("object {0}"),
            [(a, json!("object")), ("req/properties/a/x-unknown", Value::Null)],
            &[],
        ),
        row(
            "named object",
            typed("object (Amount)"),
            [
                ("req/properties/a/allOf/0/$ref", json!("#/components/schemas/Amount")),
                ("/components/schemas/Amount/x-unknown", json!(["members"])),
            ],
            &[],
        ),
        row(
            "enum of one value",
            body("a\nenum<string>\nrequired\nAllowed value:\nINR"),
            [("req/properties/a/enum", json!(["INR"]))],
            &[],
        ),
    ]
}

fn attributes() -> Vec<Row> {
    let a = |lines: &str| body(&format!("a\nstring\noptional\n{lines}"));
    let n = |lines: &str| body(&format!("a\nnumber\noptional\n{lines}"));
    let get = "req/properties/a";
    vec![
        row(
            "description of several lines",
            a("What it is,\nand why; or not."),
            [("req/properties/a/description", json!("What it is,\nand why; or not."))],
            &[],
        ),
        row("lower bound", n(">= 0.01"), [("req/properties/a/minimum", json!(0.01))], &[]),
        row("upper bound", n("<= 5000"), [("req/properties/a/maximum", json!(5000))], &[]),
        row(
            "bounds glued",
            n(">= 1<= 1000000000"),
            [("req/properties/a/minimum", json!(1)), ("req/properties/a/maximum", json!(1_000_000_000))],
            &[],
        ),
        row(
            "bounds of characters",
            a(">= 10 characters<= 12 characters"),
            [("req/properties/a/minLength", json!(10)), ("req/properties/a/maxLength", json!(12))],
            &[],
        ),
        row(
            "bounds of items",
            body("a\narray[string]\nrequired\n>= 1 items<= 100 items"),
            [("req/properties/a/minItems", json!(1)), ("req/properties/a/maxItems", json!(100))],
            &[],
        ),
        row(
            "description, bound, pattern",
            a("Digits.\n>= 10 characters<= 10 characters\nMatch pattern:\n^\\d{10}$"),
            [
                ("req/properties/a/description", json!("Digits.")),
                ("req/properties/a/minLength", json!(10)),
                ("req/properties/a/pattern", json!("^\\d{10}$")),
            ],
            &[],
        ),
        row(
            "pattern on the line of its label",
            a("Match pattern:^CEK[A-Z0-9]{7}$"),
            [("req/properties/a/pattern", json!("^CEK[A-Z0-9]{7}$"))],
            &[],
        ),
        row(
            "default, then example",
            a("Default:\npassword\nExample:\npassword"),
            [
                ("req/properties/a/default", json!("password")),
                ("req/properties/a/example", json!("password")),
            ],
            &[],
        ),
        row(
            "typed default",
            body("a\ninteger\noptional\nDefault:\n10"),
            [("req/properties/a/default", json!(10))],
            &[],
        ),
        row(
            "example of a cookie",
            request("Header Params\nCookie\nstring\nrequired\nExample:\n_cfuvid=made-up; JSESSIONID=made-up"),
            [
                ("op/parameters/0/example", json!("_cfuvid=made-up; JSESSIONID=made-up")),
                ("op/parameters/0/x-transport", json!(true)),
                ("op/parameters/0/required", json!(true)),
            ],
            &[],
        ),
        row(
            "header of the media type",
            request("Header Params\nContent-Type\nstring\nrequired\nExample:\napplication/json"),
            [("op/parameters/0/x-transport", json!(true))],
            &[],
        ),
        row(
            "mail hidden in an example",
            a("Example:\n[email protected]"),
            [("req/properties/a/example", Value::Null)],
            &["lost-value"],
        ),
        row(
            "enum in prose alone",
            a("One of GIFT, MEAL,\nFUEL;"),
            [
                ("req/properties/a/enum", Value::Null),
                ("req/properties/a/description", json!("One of GIFT, MEAL,\nFUEL;")),
            ],
            &[],
        ),
        row("deprecated", a("Deprecated"), [("req/properties/a/deprecated", json!(true))], &[]),
        row("nullable", a("nullable"), [("req/properties/a/nullable", json!(true))], &[]),
        row(
            "provenance",
            a("Text."),
            [(
                get,
                json!({
                    "type": "string", "description": "Text.",
                    "x-source": {"page": "Make thing", "line": 6, "rendering": "full", "confidence": "high"},
                }),
            )],
            &[],
        ),
        row(
            "hyphen that breaks no line",
            a("non\u{2011}empty"),
            [("req/properties/a/description", json!("non\u{2011}empty"))],
            &[],
        ),
    ]
}

fn names() -> Vec<Row> {
    vec![
        row(
            "description glued to `optional`",
            body("a\nstring\noptionalIt is the name."),
            [("req/properties/a/description", json!("It is the name.")), ("req/required", Value::Null)],
            &[],
        ),
        row(
            "description glued to `required`",
            body("a\nstring\nrequiredThis denotes a name."),
            [("req/properties/a/description", json!("This denotes a name.")), ("req/required", json!(["a"]))],
            &[],
        ),
        row(
            "pattern glued to `optional`",
            body("a\nstring\noptionalMatch pattern:^x$"),
            [("req/properties/a/pattern", json!("^x$"))],
            &[],
        ),
        row(
            "a name that is a type",
            body("number\nstring\nrequired\ntype\nstring\noptional\nobject\nobject {0}\noptional"),
            [
                ("req/properties/number/type", json!("string")),
                ("req/properties/type/type", json!("string")),
                ("req/properties/object/type", json!("object")),
            ],
            &[],
        ),
        row(
            "a prose line `required`",
            body("a\nstring\nrequired\nis required by law"),
            [("req/properties/a/description", json!("is required by law"))],
            &[],
        ),
        row(
            "body that is one value",
            body("string\noptional\nExample\n\"string\""),
            [
                ("op/requestBody/content/application~1json/schema/type", json!("string")),
                ("op/requestBody/content/application~1json/example", json!("string")),
            ],
            &[],
        ),
        row(
            "text above the fields",
            body("Encrypted request payload string\na\nstring\nrequired"),
            [
                ("op/requestBody/description", json!("Encrypted request payload string")),
                ("req/required", json!(["a"])),
            ],
            &[],
        ),
        row(
            "requiredness glued to the media type",
            request("Body Params application/jsonRequired\na\nstring\noptional"),
            [
                ("op/requestBody/required", json!(true)),
                (
                    "op/requestBody/content/application~1json/schema/$ref",
                    json!("#/components/schemas/ThingsRequest"),
                ),
            ],
            &[],
        ),
        row(
            "form",
            request(
                "Body Params application/x-www-form-urlencoded\nb\nstring\nrequired\na\nstring\nrequired",
            ),
            [("req/required", json!(["b", "a"]))],
            &[],
        ),
    ]
}
