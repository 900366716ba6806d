//! Nested fields, which pages print flat.

use serde_json::{Value, json};

use super::{Row, body, row};

pub(super) fn rows() -> Vec<Row> {
    let pay = "pay\nobject\nrequired\nname\nstring\nrequired\nvpa\nstring\nrequired\n";
    vec![
        row(
            "by the sample",
            body(&format!(
                "{pay}note\nstring\noptional\nExample\n{{\"pay\": {{\"name\": \"string\", \"vpa\": \"string\"}}, \"note\": \"string\"}}"
            )),
            [
                ("req/required", json!(["pay"])),
                ("req/properties/pay/required", json!(["name", "vpa"])),
                ("req/properties/note/type", json!("string")),
                ("req/properties/pay/properties/vpa/x-source/confidence", json!("medium")),
            ],
            &[],
        ),
        row(
            "by the count",
            body(
                "pay\nobject {2}\nrequired\nname\nstring\nrequired\nvpa\nstring\noptional\nnote\nstring\noptional",
            ),
            [
                ("req/properties/pay/required", json!(["name"])),
                ("req/properties/note/type", json!("string")),
                ("req/properties/pay/x-unknown", Value::Null),
            ],
            &[],
        ),
        row(
            "by nothing",
            body("pay\nobject\nrequired\nname\nstring\nrequired"),
            [
                ("req/properties/pay/x-unknown", json!(["members"])),
                ("req/properties/name/type", json!("string")),
            ],
            &[],
        ),
        row(
            "list of objects, counted",
            body(
                "docs\narray [object {2}]\nrequired\nkind\nstring\nrequired\nno\nstring\nrequired\nlast\nstring\noptional",
            ),
            [
                ("req/properties/docs/items/required", json!(["kind", "no"])),
                ("req/properties/last/type", json!("string")),
            ],
            &[],
        ),
        row(
            "list of named objects",
            body("rows\narray[object (Entry) {1}]\nrequired\nno\nstring\nrequired"),
            [
                ("req/properties/rows/items/$ref", json!("#/components/schemas/Entry")),
                ("/components/schemas/Entry/required", json!(["no"])),
            ],
            &[],
        ),
        row(
            "named object with members",
            body(
                "amount\nobject (Amount)\nrequired\nvalue\nnumber\nrequired\nExample\n{\"amount\": {\"value\": 1.5}}",
            ),
            [
                ("req/properties/amount/allOf/0/$ref", json!("#/components/schemas/Amount")),
                ("/components/schemas/Amount/properties/value/type", json!("number")),
            ],
            &[],
        ),
        row(
            "a count that does not fit",
            body("pay\nobject {3}\nrequired\nname\nstring\nrequired"),
            [("req/properties/pay/x-unknown", json!(["members"]))],
            &["page-nesting"],
        ),
        row(
            "an object that stays folded",
            body(
                "a\nobject (Address)\noptional\nphone\nstring\noptional\nExample\n{\"a\": {}, \"phone\": \"string\"}",
            ),
            [
                ("/components/schemas/Address/x-unknown", json!(["members"])),
                ("req/properties/phone/type", json!("string")),
            ],
            &[],
        ),
        row(
            "one name on two levels",
            body(&format!(
                "{pay}name\nstring\nrequired\nExample\n{{\"pay\": {{\"name\": \"string\", \"vpa\": \"string\"}}, \"name\": \"string\"}}"
            )),
            [
                ("req/required", json!(["pay", "name"])),
                ("req/properties/pay/required", json!(["name", "vpa"])),
            ],
            &[],
        ),
        row(
            "one name in two objects",
            body(&format!(
                "{pay}{}Example\n{{\"pay\": {{\"name\": \"string\", \"vpa\": \"string\"}}, \"payer\": {{\"name\": \"string\", \"vpa\": \"string\"}}}}",
                pay.replace("pay\n", "payer\n")
            )),
            [
                ("req/required", json!(["pay", "payer"])),
                ("req/properties/payer/required", json!(["name", "vpa"])),
            ],
            &[],
        ),
        row(
            "one name twice, and no telling",
            body("a\nobject\nrequired\nname\nstring\nrequired\nname\nstring\nrequired"),
            [("req/x-unknown", json!(["members"]))],
            &["page-nesting"],
        ),
        row(
            "a member that the sample lacks",
            body(
                "pay\nobject\nrequired\nname\nstring\nrequired\nalias\nstring\noptional\nvpa\nstring\nrequired\nExample\n{\"pay\": {\"name\": \"string\", \"vpa\": \"string\"}}",
            ),
            [
                ("req/properties/pay/required", json!(["name", "vpa"])),
                ("req/properties/pay/properties/alias/type", json!("string")),
            ],
            &[],
        ),
        row(
            "objects in objects",
            body(
                "a\nobject\nrequired\nb\nobject\nrequired\nc\nstring\nrequired\nd\nstring\nrequired\nExample\n{\"a\": {\"b\": {\"c\": \"string\"}}, \"d\": \"string\"}",
            ),
            [("req/properties/a/properties/b/required", json!(["c"])), ("req/required", json!(["a", "d"]))],
            &[],
        ),
        row(
            "members of any name",
            body("headers\nobject\noptional\nAdditional properties\nstring\noptional\nurl\nstring\nrequired"),
            [
                ("req/properties/headers/additionalProperties/type", json!("string")),
                ("req/properties/headers/x-unknown", Value::Null),
                ("req/required", json!(["url"])),
            ],
            &[],
        ),
        row(
            "members of any name besides named ones",
            body(
                "params\nobject\nrequired\ncn\nstring\nrequired\nad1\nstring\noptional\nAdditional properties\nstring\noptional\nnote\nstring\noptional\nExample\n{\"params\": {\"cn\": \"string\", \"ad1\": \"string\", \"property1\": \"string\"}, \"note\": \"string\"}",
            ),
            [
                ("req/properties/params/required", json!(["cn"])),
                ("req/properties/params/additionalProperties/type", json!("string")),
                ("req/properties/note/type", json!("string")),
            ],
            &[],
        ),
        row(
            "an object without members",
            body("a\nobject {0}\noptional\nb\nstring\noptional"),
            [("req/properties/b/type", json!("string")), ("req/properties/a/properties", Value::Null)],
            &[],
        ),
        row(
            "a list at the root",
            body("array [object {1}]\nrequired\nname\nstring\nrequired"),
            [("op/requestBody/content/application~1json/schema/items/required", json!(["name"]))],
            &[],
        ),
    ]
}
