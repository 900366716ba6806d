//! A made-up OpenAPI document as large as one likes: operations with parameters, bodies and answers, the same in every
//! run, as JSON and as YAML.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

/// A document whose compact JSON has at least `bytes` bytes; its operations are `op0`, `op1` …
pub(crate) fn document(bytes: usize) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    schemas.insert("Refusal".to_owned(), refusal());
    let mut length = 0;
    for index in 0.. {
        if length >= bytes {
            break;
        }
        let (request, item) = (format!("{}Order{index}", noun(index)), format!("{}Item{index}", noun(index)));
        let parts = [
            (format!("/branches/{{branchId}}/orders{index}"), operation(index, &request, &item)),
            (request, order(index, true)),
            (item, order(index, false)),
        ];
        length += parts.iter().map(|(key, value)| key.len() + value.to_string().len() + 4).sum::<usize>();
        let [(path, operation), (request, order), (item, kept)] = parts;
        paths.insert(path, operation);
        schemas.insert(request, order);
        schemas.insert(item, kept);
    }
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Many orders", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

/// The members that a request of operation `index` must have, all of them texts.
pub(crate) const REQUIRED: [&str; 3] = ["number", "recipient", "remark"];

fn operation(index: usize, request: &str, item: &str) -> Value {
    let answer = |schema| json!({"application/json": {"schema": schema}});
    let item = reference(item);
    json!({"post": {
        "operationId": format!("op{index}"),
        "summary": format!("Places order {index}."),
        "description": "An order is kept until the branch has confirmed it; until then it may be changed.",
        "tags": ["orders"],
        "parameters": [
            {"name": "branchId", "in": "path", "required": true, "description": "The branch that delivers.",
             "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "description": "At most so many.",
             "schema": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 500}},
            {"name": "X-Request-Key", "in": "header", "schema": {"type": "string", "maxLength": 64}},
        ],
        "requestBody": {"required": true, "content": answer(reference(request))},
        "responses": {
            "200": {"description": "The order.", "content": answer(item.clone())},
            "202": {"description": "The orders of the branch.",
                    "content": answer(json!({"type": "array", "items": item}))},
            "default": {"description": "A refusal.", "content": answer(reference("Refusal"))},
        },
    }})
}

fn order(index: usize, sent: bool) -> Value {
    let mut properties = Map::new();
    for name in REQUIRED {
        properties
            .insert(name.to_owned(), json!({"type": "string", "description": remark(name), "maxLength": 80}));
    }
    for position in 0..6 + index % 5 {
        let name =
            format!("{}{}", noun(index + position).to_ascii_lowercase(), KINDS[position % KINDS.len()]);
        let mut schema = match (index + position * 3) % 12 {
            0..=3 => json!({"type": "string", "example": "a made-up text"}),
            4 => json!({"type": "string", "nullable": true}),
            5 => json!({"type": "integer", "format": "int64", "minimum": 0}),
            6 => json!({"type": "number"}),
            7 => json!({"type": "boolean", "default": false}),
            8 => json!({"type": "array", "items": {"type": "string"}, "maxItems": 20}),
            9 => json!({"type": "object", "additionalProperties": {"type": "string"}}),
            10 => json!({"type": "string", "enum": ["OPEN", "HELD", "SENT", "GONE"]}),
            _ => json!({"type": "object", "required": ["street"], "properties": {
                "street": {"type": "string"}, "town": {"type": "string"}, "code": {"type": "string", "pattern": "^[0-9]+$"},
            }}),
        };
        schema["description"] = json!(remark(&name));
        properties.insert(name, schema);
    }
    let description = if sent { "An order as it is placed." } else { "An order as it is kept." };
    json!({"type": "object", "description": description, "required": REQUIRED, "properties": properties})
}

fn refusal() -> Value {
    json!({"type": "object", "required": ["reason"], "properties": {
        "reason": {"type": "string", "description": "Why the order was refused."},
        "retry": {"type": "boolean", "description": "Whether the same order may be placed again."},
    }})
}

fn remark(name: &str) -> String {
    format!("The `{name}` as the branch has it in its books.")
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn noun(index: usize) -> &'static str {
    NOUNS[index % NOUNS.len()]
}

const NOUNS: [&str; 11] = [
    "Shelf", "Parcel", "Bridge", "Garden", "Ticket", "Vessel", "Signal", "Ledger", "Season", "Recipe",
    "Orchard",
];

const KINDS: [&str; 10] =
    ["Name", "Owner", "State", "Origin", "Weight", "Colour", "Height", "Opened", "Closed", "Amount"];

/// The same in YAML's block style, as a person would indent it.
pub(crate) fn yaml(value: &Value) -> String {
    let mut text = String::new();
    block(value, 0, &mut text);
    text
}

fn block(value: &Value, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                _ = write!(text, "{indent}{}:", Value::from(key.as_str()));
                nested(value, depth, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                _ = write!(text, "{indent}-");
                nested(item, depth, text);
            }
        }
        // Every JSON scalar is YAML.
        scalar => _ = writeln!(text, "{indent}{scalar}"),
    }
}

fn nested(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            text.push('\n');
            block(value, depth + 1, text);
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('\n');
            block(value, depth + 1, text);
        }
        scalar => _ = writeln!(text, " {scalar}"),
    }
}
