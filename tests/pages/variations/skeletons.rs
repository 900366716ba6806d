//! Heads, menus, paths, credentials, ends.

use serde_json::{Value, json};

use super::{Row, request, row};

/// Method and path of the only operation.
fn head(lines: &str) -> String {
    format!("Make thing\n{lines}\nRequest\nResponses\n🟢204Done\n")
}

const NAV: &str = "EnKash APIs\nHomePayment GatewayPayoutsCreate Account\nHomePayment GatewayPayoutsCreate Account\nLogin\n  \
    1. Orders\n  • Back to home\n  • Orders\n    • Make thing\n      POST\n    • Get thing\n      GET\nHome\nHome\nLogin\n  1. Orders\n\n";

const BASIC: &str = "Authorization\nSend your HTTP requests with an\nAuthorization\nheader that contains the word Basic \
    followed by a space and a base64-encoded string username:password\nExample:\nAuthorization: Basic *****************";
const BEARER: &str = "Authorization\nProvide your bearer token in the\nAuthorization\nheader when making requests to \
    protected resources.\nExample:\nAuthorization: Bearer ********************";

pub(super) fn rows() -> Vec<Row> {
    let post = "/paths/~1v0~1things/post/operationId";
    let made = || (post, json!("createThings"));
    let mut rows = vec![
        row(
            "menu with bullets, methods, bars and breadcrumbs",
            format!("{NAV}{}", head("POST\n/v0/things")),
            [made(), ("/info/title", json!("Make thing"))],
            &[],
        ),
        row(
            "menu with dashes, methods glued",
            format!("- Orders\n- Get thingGET\n{}", head("POST\n/v0/things")),
            [made()],
            &[],
        ),
        row("no menu", head("POST\n/v0/things"), [made()], &[]),
        row(
            "status Developing",
            head("Developing\nPOST\n/v0/things"),
            [made(), ("op/x-source/status", json!("Developing"))],
            &[],
        ),
        row(
            "status Designing",
            head("Designing\nPOST\n/v0/things"),
            [("op/x-source/status", json!("Designing"))],
            &[],
        ),
        row(
            "status Deprecated",
            head("Deprecated\nPOST\n/v0/things"),
            [("op/deprecated", json!(true)), ("op/x-source/status", json!("Deprecated"))],
            &[],
        ),
        row(
            "status glued to the method",
            head("DevelopingPOST\n/v0/things"),
            [made(), ("op/x-source/status", json!("Developing"))],
            &[],
        ),
        row(
            "template",
            head("GET\n/v0/things/{thingId}"),
            [
                ("/paths/~1v0~1things~1{thingId}/get/operationId", json!("getThings")),
                ("op/parameters/0/name", json!("thingId")),
                ("op/parameters/0/required", json!(true)),
            ],
            &[],
        ),
        row(
            "absolute path",
            head("POST\nhttps://uat.bank.example/v0/things"),
            [made(), ("/servers/0/url", json!("https://uat.bank.example"))],
            &[],
        ),
        row("no leading slash", head("POST\nv0/things"), [made()], &["page-path"]),
        row(
            "a word",
            head("POST\nmerchant_url"),
            [("/paths/~1merchant_url/post/operationId", json!("createMerchantUrl"))],
            &["page-path"],
        ),
        row("`/post`", head("POST\n/post"), [("/paths/~1post/post/operationId", json!("post"))], &[]),
        row(
            "sample value in the path",
            head("GET\n/v0/things/123445"),
            [("/paths/~1v0~1things~1123445/get/operationId", json!("getThings"))],
            &["page-path"],
        ),
        row(
            "description glued to the path",
            head("POST\n/v0/thingsTo make a thing."),
            [made(), ("op/description", json!("To make a thing."))],
            &["page-path"],
        ),
        row(
            "description glued behind capitals",
            head("POST\n/v0/card/setPinThis API sets."),
            [("/paths/~1v0~1card~1setPin/post/operationId", json!("setPin"))],
            &["page-path"],
        ),
        row("description glued with a dash", head("POST\n/v0/things- Get a thing"), [made()], &["page-path"]),
        row(
            "heading `Request` glued to the path",
            "Make thing\nDevelopingPOST\n/v0/thingsRequest\nBody Params application/json\na\nstring\nrequired\nResponses\nOK(200)\nHTTP Code: 200\nContent Type : JSONapplication/json\nData Schema\nb\nstring\noptional\nExample\nNot configured\nLast modified: 5 months ago\n",
            [
                made(),
                ("req/required", json!(["a"])),
                ("res/properties/b/type", json!("string")),
                ("op/x-source/date", json!("5 months ago")),
                ("op/x-source/rendering", json!("data-schema")),
            ],
            &[],
        ),
        row(
            "tag of a controller",
            head("POST\n/v0/things\norder-controller"),
            [("op/tags", json!(["order-controller"])), ("op/description", Value::Null)],
            &[],
        ),
        row(
            "tag of a group",
            head("POST\n/v0/things\nBeneficiary Detail Apis\nMakes one."),
            [("op/tags", json!(["Beneficiary Detail Apis"])), ("op/description", json!("Makes one."))],
            &[],
        ),
        row(
            "pin above the description",
            head("POST\n/v0/things\n📌\nMakes one."),
            [("op/tags", Value::Null), ("op/description", json!("Makes one."))],
            &[],
        ),
        row(
            "list in the description",
            head("POST\n/v0/things\n1.\nFirst.\n2.\nSecond."),
            [("op/description", json!("1. First.\n2. Second."))],
            &[],
        ),
        row(
            "list whose texts are lost",
            head("POST\n/v0/things\n1.\n2.\n3."),
            [("op/description", Value::Null)],
            &["lost-value"],
        ),
        row(
            "request without input",
            head("POST\n/v0/things"),
            [("op/requestBody", Value::Null), ("op/parameters", Value::Null), ("op/x-unknown", Value::Null)],
            &[],
        ),
        row(
            "ends behind the sample",
            "A\nGET\n/a\nRequest\nResponses\n🟢200OK\n*/*\nBody\nx\nstring\nrequired\nExample\n{\"x\": \"string\"}\n",
            [("op/responses/200/content/*~1*/schema/$ref", json!("#/components/schemas/AResponse"))],
            &[],
        ),
        row(
            "date, neighbours, builder",
            format!(
                "{}Modified at 2026-03-17 20:24:40\nPrevious\nOrders\nNext\nRefund\nBuilt with\n",
                head("POST\n/v0/things")
            ),
            [("op/x-source/date", json!("2026-03-17 20:24:40"))],
            &[],
        ),
        row(
            "neighbours glued",
            format!(
                "{}Modified at 2026-03-17 20:24:40\nPreviousOrders\nNextRefund\n",
                head("POST\n/v0/things")
            ),
            [made()],
            &[],
        ),
    ];
    for (method, key, id) in [
        ("GET", "get", "getThings"),
        ("PUT", "put", "replaceThings"),
        ("PATCH", "patch", "updateThings"),
        ("DELETE", "delete", "deleteThings"),
    ] {
        let pointer: &'static str = format!("/paths/~1v0~1things/{key}/operationId").leak();
        rows.push(row("method", head(&format!("{method}\n/v0/things")), [(pointer, json!(id))], &[]));
    }
    rows.extend(credentials());
    rows.extend(guides());
    rows
}

fn credentials() -> Vec<Row> {
    let header = |name: &str, required: &str, value: &str| {
        format!("Header Params\n{name}\nstring\n{required}\nExample:\n{value}")
    };
    let basic = || ("op/security", json!([{"basic": []}]));
    let optional = || ("op/security", json!([{"basic": []}, {}]));
    let bearer = || ("op/security", json!([{"bearer": []}]));
    let no_header = || ("op/parameters", Value::Null);
    vec![
        row("section Basic", request(BASIC), [basic(), ("/components/securitySchemes/basic/scheme", json!("basic"))], &[]),
        row("section Bearer", request(BEARER), [bearer(), ("/components/securitySchemes/bearer/scheme", json!("bearer"))], &[]),
        row("section with `Example:` glued", request(&BEARER.replace(".\nExample:", ".Example:")), [bearer()], &[]),
        row("header alone, required", request(&header("Authorization", "required", "Basic abc=")), [basic(), no_header()], &[]),
        row("header alone, in small letters", request(&header("authorization", "required", "Bearer abc")), [bearer(), no_header()], &[]),
        row("header alone, masked, described", request("Header Params\nAuthorization\nstring\nrequired\nBase64 of (id:secret)\nExample:\n••••••"), [basic()], &[]),
        row("header alone, of an unknown scheme", request(&header("Authorization", "required", "••••••")), [("op/security", json!([{"authorization": []}]))], &[]),
        row("section and required header", request(&format!("{BASIC}\n{}", header("Authorization", "required", "••••••"))), [basic(), no_header()], &[]),
        row("section and optional header", request(&format!("{BASIC}\n{}", header("Authorization", "optional", "••••••"))), [optional(), no_header()], &[]),
        row("neither", request("Query Params\na\nstring\noptional"), [("op/security", Value::Null)], &[]),
        row("sections in the order of a refund", request(&format!("{BEARER}\nPath Params\nid\nstring\nrequired\nHeader Params\nkey\nstring\nrequired\nBody Params application/json\na\nnumber\nrequired")).replace("/v0/things", "/v0/things/{id}"), [
            bearer(), ("op/parameters/0/in", json!("path")), ("op/parameters/1/in", json!("header")), ("req/required", json!(["a"])),
        ], &[]),
        row("sections in the order of a search", request(&format!("{BEARER}\nQuery Params\noffset\ninteger\noptional\nHeader Params\nUser-Agent\nstring\nrequired")), [
            bearer(), ("op/parameters/0/in", json!("query")), ("op/parameters/1/x-transport", json!(true)),
        ], &[]),
    ]
}

fn guides() -> Vec<Row> {
    [
        ("table with bars", "Response Codes#\n| Code | Meaning |\n|---|---|\n| 0 | success |\n"),
        ("table without outer bars", "Status#\nField | Description\n---|---\ncompanyId | Unique ID\n"),
        ("table glued", "API Response\nFieldDescription\ncompanyIdUnique ID of the company\n"),
        ("heading with a sign", "Purpose#\nTo explain.\n"),
    ]
    .map(|(name, page)| row(name, page, [], &["not-a-page"]))
    .into()
}
