//! What a schema is called that becomes a component because something refers to it.

use serde_json::Value;

use crate::report::Pointer;

/// Steps that name a part of a description and not of an API.
const STRUCTURAL: [&str; 22] = [
    "components",
    "schemas",
    "paths",
    "x-webhooks",
    "content",
    "schema",
    "properties",
    "additionalProperties",
    "patternProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "callbacks",
    "x-prefix-items",
    "definitions",
    "pathItems",
    "$defs",
];

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Whether a schema stands at a pointer, by the steps that lead to it.
pub(super) fn is_schema(pointer: &Pointer) -> bool {
    let tokens: Vec<&str> = pointer.tokens().collect();
    match tokens.as_slice() {
        ["components", _] | ["components", _, _] => false,
        ["components" | "paths" | "x-webhooks", .., parent, last] => {
            matches!(*last, "schema" | "items" | "additionalProperties" | "not")
                || matches!(*parent, "properties" | "$defs" | "definitions")
                || (matches!(*parent, "allOf" | "anyOf" | "oneOf" | "x-prefix-items")
                    && last.parse::<usize>().is_ok())
        }
        _ => false,
    }
}

/// A name after the place of a schema: `Book_author`, `listBooks_response`, or of a definition its own.
pub(super) fn of(pointer: &Pointer, root: &Value) -> String {
    let tokens: Vec<&str> = pointer.tokens().collect();
    if let [.., folder, name] = tokens.as_slice()
        && matches!(*folder, "$defs" | "definitions")
    {
        return (*name).to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let mut steps = tokens.iter().enumerate();
    if let [first, path, method, ..] = tokens.as_slice()
        && matches!(*first, "paths" | "x-webhooks")
        && METHODS.contains(method)
    {
        let id = root.get(first).and_then(|node| node.get(path)).and_then(|node| node.get(method));
        match id.and_then(|node| node.get("operationId")).and_then(Value::as_str) {
            Some(id) => words.push(id.to_owned()),
            None => words.extend([(*method).to_owned(), (*path).to_owned()]),
        }
        steps.nth(2);
    }
    for (index, token) in steps {
        let before = index.checked_sub(1).map(|before| tokens[before]);
        match *token {
            // A property may be called anything.
            name if before == Some("properties") => words.push(name.to_owned()),
            "requestBody" => words.push("request".to_owned()),
            "responses" if index > 1 => words.push("response".to_owned()),
            "items" => words.push("item".to_owned()),
            step if STRUCTURAL.contains(&step)
                || before == Some("content")
                || step.parse::<usize>().is_ok() => {}
            name => words.push(name.to_owned()),
        }
    }
    if words.is_empty() { "schema".to_owned() } else { words.join("_") }
}

/// A name after the last step of a fragment, or after the file.
pub(super) fn in_file(pointer: &Pointer, stem: &str) -> String {
    match pointer.last() {
        Some(last) if !last.is_empty() => last.to_owned(),
        _ => stem.to_owned(),
    }
}
