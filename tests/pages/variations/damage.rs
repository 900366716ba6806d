//! Characters that were lost or damaged, and the same page in other clothes.

use serde_json::json;

use super::{Row, body, row};

pub(super) fn rows() -> Vec<Row> {
    let a = "req/properties/a/type";
    let html = |inner: &str| {
        format!("<!DOCTYPE html><html><head><title>x</title></head><body>{inner}</body></html>")
    };
    vec![
        row(
            "`Â` behind types",
            body("a\nstringÂ\nrequired"),
            [(a, json!("string")), ("op/x-source/rendering", json!("mojibake"))],
            &[],
        ),
        row(
            "`Â` behind formats and counts",
            body("a\narray [object {1}]Â\nrequired\nb\nstring <date>Â\nrequired"),
            [("req/properties/a/items/required", json!(["b"]))],
            &[],
        ),
        row(
            "hard space behind types",
            body("a\nstring\u{a0}\nrequired"),
            [(a, json!("string")), ("op/x-source/rendering", json!("full"))],
            &[],
        ),
        row(
            "pin read in another encoding",
            body("a\nstring\nrequired").replace("Request\n", "šŸ“Œ\nText.\nRequest\n"),
            [("op/description", json!("Text."))],
            &[],
        ),
        row(
            "flags of another site",
            body("a\nstring\nrequired\nπŸ‡ΊπŸ‡Έ is a flag"),
            [(a, json!("string"))],
            &[],
        ),
        row(
            "composed and decomposed letters",
            body("a\nstring\nrequired\nu\u{308}ber"),
            [("req/properties/a/description", json!("über"))],
            &[],
        ),
        row("signs of no width", body("a\u{200b}\nstring\u{feff}\nrequired"), [(a, json!("string"))], &[]),
        row(
            "windows line ends",
            body("a\nstring\nrequired").replace('\n', "\r\n"),
            [(a, json!("string"))],
            &[],
        ),
        row(
            "masked with asterisks",
            body("a\nstring\nrequired\nExample:\n********"),
            [("req/properties/a/example", json!("********"))],
            &[],
        ),
        row(
            "a line that is nothing",
            body("a\nstring\nrequired").replace("Request\n", "Request\nSomething else\n"),
            [(a, json!("string"))],
            &["page-line"],
        ),
        row(
            "a page of HTML",
            html(
                "<nav><ul><li>Orders<span>POST</span></li></ul></nav><main><h1>Make thing</h1><div><span>POST</span><span>/v0/things</span></div>\
            <p>Makes &lt;one&gt;.</p><h2>Request</h2><h3>Body Params <span>application/json</span></h3><div><span>a</span><span>string</span><span>required</span></div>\
            <h2>Responses</h2><div>🟢204Done</div></main>",
            ),
            [
                (a, json!("string")),
                ("op/description", json!("Makes <one>.")),
                ("/paths/~1v0~1things/post/operationId", json!("createThings")),
            ],
            &[],
        ),
    ]
}
