//! Samples of requests and of bodies, sound, damaged, and in contradiction.

use serde_json::{Value, json};

use super::{Row, answers, body, request, row};

const FORM: &str = "Header Params\nkey\nstring\nrequired\nBody Params application/x-www-form-urlencoded\nusername\nstring\nrequired\ngrant_type\nstring\nrequired\n";
const CURL: &str = "curl --location --request POST 'https://test.your-api-server.com/v0/things' \\\n--header 'key: x' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'username=string' \\\n--data-urlencode 'grant_type=password'";
const LANGUAGES: &str = "Shell\nJavaScript\nJava\nSwift\nGo\nPHP\nPython\nHTTP\nC\nC#\nObjective-C\nRuby\nOCaml\nDart\nR\nRequest Request Example\nShell\nJavaScript\nJava\nSwift\n";

fn form(curl: &str) -> String {
    request(&format!("{FORM}Request samples\n{LANGUAGES}{curl}"))
}

pub(super) fn rows() -> Vec<Row> {
    let mut rows = requests();
    rows.extend(bodies());
    rows
}

fn requests() -> Vec<Row> {
    let get = |path: &str, rest: &str, curl: &str| {
        format!("Get thing\nGET\n{path}\nRequest\n{rest}\nRequest samples\n{curl}\nResponses\n🟢204Done\n")
    };
    let id = "Path Params\nid\nstring\nrequired";
    vec![
        row("`Request samples`", form(CURL), [("/servers", Value::Null)], &[]),
        row("`Request Code Samples`", form(CURL).replace("Request samples", "Request Code Samples"), [], &[]),
        row(
            "real host",
            form(&CURL.replace("test.your-api-server.com", "uat.bank.example")),
            [
                ("/servers/0/url", json!("https://uat.bank.example")),
                ("/servers/0/x-source/confidence", json!("medium")),
            ],
            &[],
        ),
        row(
            "no host",
            form(&CURL.replace("https://test.your-api-server.com", "")),
            [("/servers", Value::Null)],
            &[],
        ),
        row(
            "another host than the path's",
            form(&CURL.replace("test.your-api-server.com", "uat.bank.example"))
                .replace("POST\n/v0", "POST\nhttps://live.bank.example/v0"),
            [("/servers/0/url", json!("https://live.bank.example"))],
            &["sample-differs"],
        ),
        row(
            "empty value in the path",
            get("/v0/things/{id}/parts", id, "curl --location --request GET '/v0/things//parts'"),
            [],
            &[],
        ),
        row(
            "empty value at the end of the path",
            get("/v0/things/{id}", id, "curl --location --request GET '/v0/things/'"),
            [],
            &[],
        ),
        row(
            "empty value in the query",
            get(
                "/v0/things",
                "Query Params\na\nstring\nrequired",
                "curl --location --request GET '/v0/things?a='",
            ),
            [],
            &[],
        ),
        row(
            "header without a value",
            get(
                "/v0/things",
                "Header Params\nUser-Agent\nstring\nrequired",
                "curl --location --request GET '/v0/things' \\\n--header 'User-Agent;'",
            ),
            [],
            &[],
        ),
        row(
            "mail and name hidden",
            form(&CURL.replace("username=string", "[email protected]")),
            [("req/required", json!(["username", "grant_type"]))],
            &[],
        ),
        row(
            "spaces lost",
            form(
                &CURL
                    .replace("curl --location --request POST ", "curl--location--request POST")
                    .replace("--header ", "--header")
                    .replace("--data-urlencode ", "--data-urlencode"),
            ),
            [],
            &[],
        ),
        row(
            "empty body",
            get(
                "/v0/things",
                "Query Params\na\nstring\noptional",
                "curl --location --request GET '/v0/things?a=' \\\n--data-raw ''",
            ),
            [],
            &[],
        ),
        row("two spaces in a value", form(&CURL.replace("key: x", "key:  x")), [], &[]),
        row(
            "empty credentials",
            form(&format!("{CURL} \\\n--header 'Authorization: Basic Og=='")),
            [],
            &["sample-differs"],
        ),
        row(
            "another method",
            form(&CURL.replace("--request POST", "--request PUT")),
            [("/paths/~1v0~1things/post/operationId", json!("createThings"))],
            &["sample-differs"],
        ),
        row("another path", form(&CURL.replace("/v0/things", "/v1/things")), [], &["sample-differs"]),
        row(
            "a header that is not listed",
            form(&format!("{CURL} \\\n--header 'X-New: 1'")),
            [],
            &["sample-differs"],
        ),
        row(
            "a required header that is not sent",
            form(&CURL.replace("--header 'key: x' \\\n", "")),
            [],
            &["sample-differs"],
        ),
        row(
            "a field that is not listed",
            form(&format!("{CURL} \\\n--data-urlencode 'scope=x'")),
            [],
            &["sample-differs"],
        ),
        row(
            "a field that is not sent",
            form(&CURL.replace("--data-urlencode 'username=string' \\\n", "")),
            [],
            &["sample-differs"],
        ),
        row(
            "another media type",
            form(&CURL.replace("application/x-www-form-urlencoded", "application/json")),
            [],
            &["sample-differs"],
        ),
        row("a quote left open", form(CURL.trim_end_matches('\'')), [], &["page-sample"]),
    ]
}

fn bodies() -> Vec<Row> {
    let a = "req/properties/a/type";
    let example = "op/requestBody/content/application~1json/example";
    let with = |sample: &str| body(&format!("a\nnumber\nrequired\nb\nstring\noptional\nExample\n{sample}"));
    let sound = || (example, json!({"a": 1, "b": "x"}));
    vec![
        row("sample with indents of four", with("{\n    \"a\": 1,\n    \"b\": \"x\"\n}"), [sound()], &[]),
        row("sample with indents of two", with("{\n  \"a\": 1,\n  \"b\": \"x\"\n}"), [sound()], &[]),
        row("sample without indents", with("{\n\"a\": 1,\n\"b\": \"x\"\n}"), [sound()], &[]),
        row("sample on one line", with("{\"a\":1,\"b\":\"x\"}"), [sound()], &[]),
        row("sample with odd spaces", with("{\"a\": 1, \"b\": \"x\"    }"), [sound()], &[]),
        row("sample that lacks a comma", with("{\n\"a\": 1\n\"b\": \"x\"\n}"), [sound()], &["page-sample"]),
        row("sample that is cut off", with("{\n\"a\": 1,\n\"b\": \"x"), [sound()], &["page-sample"]),
        row("bare text", body("string\noptional\nExample\n\"string\""), [(example, json!("string"))], &[]),
        row("empty object", body("a\nstring\noptional\nExample\n{}"), [(example, json!({}))], &[]),
        row(
            "pseudo-value",
            body("a\nstring\nrequired\nExample\n{\"a\": \"EXACT | MAX\"}"),
            [(example, json!({"a": "EXACT | MAX"}))],
            &[],
        ),
        row(
            "pseudo-value without quotes",
            body("a\nstring\nrequired\nExample\n{\"a\": EXACT | MAX}"),
            [(example, json!({"a": "EXACT | MAX"}))],
            &["page-sample"],
        ),
        row(
            "pseudo-value in angles",
            body("a\nstring\nrequired\nExample\n{\"a\": \"<merchant order id>\"}"),
            [(example, json!({"a": "<merchant order id>"}))],
            &[],
        ),
        row(
            "placeholders",
            body(
                "a\nstring <date-time>\nrequired\nb\nnumber\nrequired\nExample\n{\"a\": \"2019-08-24T14:15:22Z\", \"b\": 0.01}",
            ),
            [(example, json!({"a": "2019-08-24T14:15:22Z", "b": 0.01}))],
            &[],
        ),
        row(
            "noise",
            body("a\nstring\nrequired\nExample\n{\"a\": \"IOTwwQhA\"}"),
            [(example, json!({"a": "IOTwwQhA"}))],
            &[],
        ),
        row(
            "text where a number is listed",
            with("{\"a\": \"100\"}"),
            [(a, json!("number")), (example, json!({"a": "100"}))],
            &["sample-contradicts"],
        ),
        row(
            "number where text is listed",
            body("a\nstring\nrequired\nExample\n{\"a\": 7}"),
            [(a, json!("string"))],
            &["sample-contradicts"],
        ),
        row(
            "text where a list is listed",
            body("a\narray[string]\nrequired\nExample\n{\"a\": \"x\"}"),
            [(a, json!("array"))],
            &["sample-contradicts"],
        ),
        row(
            "a required field that the sample lacks",
            with("{\"b\": \"x\"}"),
            [("req/required", json!(["a"]))],
            &["sample-contradicts"],
        ),
        row(
            "a key that is not listed",
            with("{\"a\": 1, \"c\": 2}"),
            [("req/properties/c", Value::Null)],
            &["sample-contradicts"],
        ),
        row(
            "a value that is not allowed",
            body(
                "a\nenum<string>\nrequired\nASC or DESC\nAllowed values:\nASCDESC\nExample\n{\"a\": \"UP\"}",
            ),
            [("req/properties/a/enum", json!(["ASC", "DESC"]))],
            &["sample-contradicts"],
        ),
        row(
            "a misspelt key in a folded answer",
            answers("🟢200\napplication/json\nBody\nExamples\n{\"paylod\": {\"id\": \"string\"}}"),
            [("res/properties/paylod/properties/id/type", json!("string"))],
            &[],
        ),
    ]
}
