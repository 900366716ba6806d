//! Answers, folded lists, and schemas in the prose.

use serde_json::{Value, json};

use super::{Row, answers, body, request, row};

pub(super) fn rows() -> Vec<Row> {
    let fields = "application/json\nBody\na\nstring\nrequired";
    let answer = |heading: &str| answers(&format!("{heading}\n{fields}"));
    let name = "op/responses/200/description";
    let old = "HTTP Code: 200\nContent Type : JSONapplication/json\nData Schema\na\nstring\nrequired";
    let mut rows = vec![
        row(
            "heading with a name",
            answer("🟢200Success"),
            [(name, json!("Success")), ("res/required", json!(["a"]))],
            &[],
        ),
        row("heading `OK`", answer("🟢200OK"), [(name, json!("OK"))], &[]),
        row("heading without a name", answer("🟢200"), [(name, json!("Status 200"))], &[]),
        row("heading without a sign", answer("200OK"), [(name, json!("OK"))], &[]),
        row("heading whose sign is damaged", answer("ðŸŸ¢200Success"), [(name, json!("Success"))], &[]),
        row(
            "old heading `Success(200)`",
            answers(&format!("Success(200)\n{old}")),
            [(name, json!("Success")), ("res/required", json!(["a"]))],
            &[],
        ),
        row("old heading `OK(200)`", answers(&format!("OK(200)\n{old}")), [(name, json!("OK"))], &[]),
        row(
            "old heading `SUCCESS(200)`",
            answers(&format!("SUCCESS(200)\n{old}\nExample\nNot configured\nLast modified: a month ago")),
            [(name, json!("SUCCESS")), ("op/x-source/date", json!("a month ago"))],
            &[],
        ),
        row(
            "any media type",
            answers("🟢200OK\n*/*\nBody\na\nstring\nrequired"),
            [("op/responses/200/content/*~1*/schema/$ref", json!("#/components/schemas/ThingsResponse"))],
            &[],
        ),
        row(
            "several answers",
            answers(&format!(
                "🟢200OK\n{fields}\nExample\n{{\"a\": \"string\"}}\n🟠401Unauthorized\n🔴500\napplication/json\nBody\ne\nstring\nrequired"
            )),
            [
                ("op/responses/401/description", json!("Unauthorized")),
                ("op/responses/401/content", Value::Null),
                (
                    "op/responses/500/content/application~1json/schema/$ref",
                    json!("#/components/schemas/ThingsResponse500"),
                ),
            ],
            &[],
        ),
        row(
            "one status twice",
            answers(&format!("🟢200OK\n{fields}\n🟢200Again\n{fields}")),
            [(name, json!("OK"))],
            &["page-line"],
        ),
        row(
            "answer that is one value",
            answers("🟢200OK\napplication/json\nBody\nstring\noptional\nExample\n\"string\""),
            [("op/responses/200/content/application~1json/schema/type", json!("string"))],
            &[],
        ),
        row(
            "answer that is an empty object",
            answers("🟢200OK\napplication/json\nBody\nobject {0}\nrequired\nExample\n{}"),
            [("op/responses/200/content/application~1json/schema/type", json!("object"))],
            &[],
        ),
        row("answer without a body", answers("🟢204Done"), [("op/responses/204/content", Value::Null)], &[]),
        row(
            "no answer",
            "A\nPOST\n/a\nRequest\nResponses\n",
            [
                ("op/x-unknown", json!(["responses"])),
                ("op/responses/default/description", json!("This copy of the page shows no answer.")),
            ],
            &[],
        ),
        row(
            "several samples, one shown",
            answers(&format!("🟢200OK\n{fields}\nExamples\nSuccess\n{{\"a\": \"string\"}}")),
            [("op/responses/200/content/application~1json/example", json!({"a": "string"}))],
            &[],
        ),
    ];
    rows.extend(folded());
    rows.extend(prose());
    rows
}

fn folded() -> Vec<Row> {
    let sample = "Examples\n{\"a\": \"string\", \"b\": {\"c\": 1}, \"d\": [true]}";
    let curl = |rest: &str| {
        format!(
            "Request Code Samples\nShell\ncurl --location --request POST 'https://test.your-api-server.com/v0/things?limit=' \\\n--header 'partnerId:  CRXXXXXXX' \\\n{rest}"
        )
    };
    vec![
        row(
            "folded parameters",
            request(&format!(
                "Header Params\nBody Params application/json\na\nstring\nrequired\n{}",
                curl("--header 'Content-Type: application/json'")
            )),
            [
                ("op/x-unknown", json!(["parameters", "security"])),
                ("op/parameters/0/name", json!("limit")),
                ("op/parameters/0/in", json!("query")),
                ("op/parameters/1/name", json!("partnerId")),
                ("op/parameters/1/required", json!(false)),
                ("op/parameters/1/x-unknown", json!(["required"])),
                ("op/parameters/1/x-source/confidence", json!("low")),
                ("/servers", Value::Null),
            ],
            &["folded-list"],
        ),
        row(
            "folded body with a sample",
            body(sample),
            [
                ("op/x-unknown", json!(["requestBody"])),
                ("req/x-unknown", json!(["members", "required"])),
                ("req/required", Value::Null),
                ("req/properties/b/properties/c/type", json!("integer")),
                ("req/properties/d/items/type", json!("boolean")),
                ("req/properties/a/x-source/rendering", json!("collapsed")),
            ],
            &["folded-list"],
        ),
        row(
            "folded form with a sample request",
            request(&format!(
                "Header Params\nBody Params application/x-www-form-urlencoded\n{}",
                curl(
                    "--header 'Authorization: Basic Og==' \\\n--data-urlencode 'username=string' \\\n--data-urlencode 'grant_type=password'"
                )
            )),
            [
                ("req/properties/username/type", json!("string")),
                ("req/properties/grant_type/example", json!("password")),
                ("op/security", json!([{"basic": []}])),
                ("op/x-unknown", json!(["parameters", "requestBody"])),
            ],
            &["folded-list"],
        ),
        row(
            "folded answer",
            answers(&format!("🟢200OK\napplication/json\nBody\n\n{sample}")),
            [("op/x-unknown", json!(["responses"])), ("res/x-unknown", json!(["members", "required"]))],
            &[],
        ),
    ]
}

fn prose() -> Vec<Row> {
    let blocks = "Make thing\nPOST\n/v0/things\nBeneficiary Detail Apis\nMakes one.\nBeneficiary Create Request\na\nstring\nrequired\nClient-made.\nb\nnumber\noptional\nBeneficiary Create Response\nc\nstring\nrequired\nRequest\nHeader Params\nUser-Agent\nstring\nrequired\nResponses\n🟢200OK\n";
    vec![
        row(
            "schemas in the prose",
            blocks,
            [
                ("op/description", json!("Makes one.")),
                ("op/tags", json!(["Beneficiary Detail Apis"])),
                ("req/required", json!(["a"])),
                ("req/properties/a/description", json!("Client-made.")),
                ("res/required", json!(["c"])),
                (
                    "op/requestBody/content/application~1json/schema/$ref",
                    json!("#/components/schemas/ThingsRequest"),
                ),
                (
                    "op/responses/200/content/application~1json/schema/$ref",
                    json!("#/components/schemas/ThingsResponse"),
                ),
                ("op/x-unknown", json!(["envelope"])),
            ],
            &["schema-in-prose"],
        ),
        row(
            "a schema named in one word",
            blocks.replace("Beneficiary Create Request", "PayoutTransactionCreateRequest"),
            [("req/required", json!(["a"]))],
            &["schema-in-prose"],
        ),
    ]
}
