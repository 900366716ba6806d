//! What no table can say: rules over several keys, and the spellings of other versions.

use serde_json::Value;

use super::{
    Noun,
    fault::{invalid, listed},
};
use crate::{load::Node, report::Diagnostic};

/// The styles of RFC 6570 that the place of a parameter allows.
pub(super) fn parameter_style(node: &Node<'_>) -> Result<(), Diagnostic> {
    let (Some(style), Some(place)) = (node.get("style"), node.get("in").and_then(|place| place.str())) else {
        return Ok(());
    };
    let legal: &[&str] = match place {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    };
    match style.str() {
        Some(word) if !legal.contains(&word) => Err(invalid(
            &style,
            format!("`style` of a {place} parameter must be {}, found `{word}`", listed(legal)),
        )
        .help("remove it for the first of these, which is the default")),
        _ => Ok(()),
    }
}

/// Exactly one of `schema` and `content`; openapiv3 would take the first of two and say nothing.
pub(super) fn schema_or_content(node: &Node<'_>, noun: &Noun) -> Result<(), Diagnostic> {
    match (node.get("schema"), node.get("content")) {
        (None, None) => Err(invalid(node, format!("{} needs `schema` or `content`", noun.name))
            .help("add `schema: {type: string}`, or what its type is")),
        (Some(_), Some(content)) => {
            Err(invalid(&content, format!("{} has either `schema` or `content`, not both", noun.name))
                .help("remove one of them"))
        }
        _ => Ok(()),
    }
}

/// The spellings of OpenAPI 3.1 and of JSON Schema that are seen most in documents that declare 3.0.
pub(super) fn schema_of_other_versions(node: &Node<'_>) -> Result<(), Diagnostic> {
    let fault = |key: &str, wrong: fn(&Value) -> bool, message: &str, help: &str| match node.get(key) {
        Some(child) if wrong(child.value()) => Err(invalid(&child, message).help(help)),
        _ => Ok(()),
    };
    fault(
        "type",
        Value::is_array,
        "`type` of a schema must be one word in OpenAPI 3.0, found a list",
        "write one type, and `nullable: true` if `null` is in the list",
    )?;
    fault(
        "required",
        Value::is_boolean,
        "`required` of a schema must be a list of property names, found a boolean",
        "name the property in the `required` list of the object that has it",
    )?;
    for (key, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        fault(
            key,
            Value::is_number,
            &format!("`{key}` of a schema must be a boolean in OpenAPI 3.0, found a number"),
            &format!("write the number at `{bound}`, and `{key}: true`"),
        )?;
    }
    Ok(())
}
