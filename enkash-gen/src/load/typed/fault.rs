//! How a fault is worded: what it is, what was expected, what to do.

use serde_json::Value;

use super::{Noun, kind_of};
use crate::{
    load::Node,
    report::{Code, Diagnostic},
};

pub(super) fn invalid(node: &Node<'_>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::InvalidNode, message).at(node.origin())
}

/// `` `key` of a noun must be …, found … ``
pub(super) fn wrong(child: &Node<'_>, key: &str, noun: &Noun, expected: &str) -> Diagnostic {
    unfit(child, &format!("`{key}` of {}", noun.name), expected)
}

/// `what must be …, found …`
pub(super) fn unfit(node: &Node<'_>, what: &str, expected: &str) -> Diagnostic {
    let value = node.value();
    invalid(node, format!("{what} must be {expected}, found {}", kind_of(value)))
        .help(advice(value, expected))
}

fn advice(value: &Value, expected: &str) -> &'static str {
    match (value, expected) {
        (Value::Null, _) => {
            "give it a value, indented below its key if it has several lines, or remove the key"
        }
        (Value::Number(_) | Value::Bool(_), "text") => "put it into quotes",
        (Value::String(_), "`true` or `false`" | "a number" | "a whole number that is not negative") => {
            "write it without quotes"
        }
        (_, "a list" | "a list of text") => {
            "write `[a, b]`, or each element on a line of its own behind `- `"
        }
        (_, "an object") => "write its keys as `key: value`, indented below it",
        _ => "see the OpenAPI specification, version 3.0.3",
    }
}

/// `` `a`, `b` or `c` ``
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
