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
pub(super) fn is_schema(pointer: &str) -> bool {
    let pointer = Pointer::parse(pointer).unwrap_or_default();
    let tokens: Vec<_> = pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
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
pub(super) fn of(pointer: &str, root: &Value) -> String {
    let pointer = Pointer::parse(pointer).unwrap_or_default();
    let tokens: Vec<String> = pointer.tokens().map(std::borrow::Cow::into_owned).collect();
    if let [.., folder, name] = tokens.as_slice()
        && matches!(folder.as_str(), "$defs" | "definitions")
    {
        return name.clone();
    }
    let mut words: Vec<String> = Vec::new();
    let mut steps = tokens.iter().enumerate();
    if let [first, path, method, ..] = tokens.as_slice()
        && matches!(first.as_str(), "paths" | "x-webhooks")
        && METHODS.contains(&method.as_str())
    {
        let id = root.get(first).and_then(|node| node.get(path)).and_then(|node| node.get(method));
        match id.and_then(|node| node.get("operationId")).and_then(Value::as_str) {
            Some(id) => words.push(id.to_owned()),
            None => words.extend([method.clone(), path.clone()]),
        }
        steps.nth(2);
    }
    for (index, token) in steps {
        let before = index.checked_sub(1).map(|before| tokens[before].as_str());
        match token.as_str() {
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
pub(super) fn in_file(fragment: &str, stem: &str) -> String {
    let pointer = Pointer::parse(fragment).unwrap_or_default();
    match pointer.last() {
        Some(last) if !last.is_empty() => last.into_owned(),
        _ => stem.to_owned(),
    }
}
