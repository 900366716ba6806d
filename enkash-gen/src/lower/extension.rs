//! Vendor extensions: the one table of those that mean something here, and the check of every key against it.

use serde_json::Value;

use super::context::Context;
use crate::{
    load::Node,
    report::{Code, Diagnostic, similar},
};

/// What an extension stands on, as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Server,
    Parameter,
    Schema,
    Other,
}

/// One extension: its key, where it may stand, and what its value must be.
struct Extension {
    key: &'static str,
    on: &'static [Noun],
    value: fn(&Value) -> bool,
    expected: &'static str,
}

const ANYWHERE: &[Noun] = &[Noun::Server, Noun::Parameter, Noun::Schema, Noun::Other];

/// `spec/README.md` of a project says what each means.
const EXTENSIONS: &[Extension] = &[
    Extension {
        key: "x-source",
        on: ANYWHERE,
        value: |value| {
            value.is_object() || value.as_array().is_some_and(|list| list.iter().all(Value::is_object))
        },
        expected: "an object with `page`, `address`, `date` and `seen`, or a list of such",
    },
    Extension {
        key: "x-secret",
        on: &[Noun::Schema],
        value: Value::is_boolean,
        expected: "`true` or `false`",
    },
    Extension {
        key: "x-sensitive",
        on: &[Noun::Schema, Noun::Parameter],
        value: Value::is_boolean,
        expected: "`true` or `false`",
    },
    Extension {
        key: "x-transport",
        on: &[Noun::Parameter],
        value: Value::is_boolean,
        expected: "`true` or `false`",
    },
    Extension { key: "x-name", on: &[Noun::Server], value: Value::is_string, expected: "a name" },
];

/// Reports keys that look like an extension of ours and are none, and values that mean nothing. Extensions of
/// others are none of our business.
pub(super) fn check_extensions(cx: &mut Context<'_, '_>, node: &Node<'_>, noun: Noun) {
    // Few nodes have any, so that a pointer is not made for every key of every node.
    let keys = node.value().as_object().into_iter().flat_map(serde_json::Map::keys);
    for key in keys.filter(|key| key.starts_with("x-")) {
        let Some(value) = node.get(key) else { continue };
        let Some(extension) = EXTENSIONS.iter().find(|extension| extension.key == key) else {
            // Without the prefix, which all share and which would make any two of them alike.
            let bare = |key: &'static str| key.trim_start_matches("x-");
            let known = EXTENSIONS.iter().map(|extension| bare(extension.key));
            if let Some(meant) = similar(key.trim_start_matches("x-"), known) {
                cx.push(
                    Diagnostic::new(
                        Code::MisspeltExtension,
                        format!("`{key}` is no extension that means something here"),
                    )
                    .at(value.key_origin())
                    .help(format!("did you mean `x-{meant}`?")),
                );
            }
            continue;
        };
        if !extension.on.contains(&noun) {
            cx.push(
                Diagnostic::new(Code::InvalidExtension, format!("`{key}` has no meaning here"))
                    .at(value.origin()),
            );
        } else if !(extension.value)(value.value()) {
            cx.push(
                Diagnostic::new(Code::InvalidExtension, format!("`{key}` is not {}", extension.expected))
                    .at(value.origin()),
            );
        }
    }
}

/// Whether a flag is set among the extensions that `openapiv3` has kept.
pub(super) fn flag<'a>(extensions: impl IntoIterator<Item = (&'a String, &'a Value)>, key: &str) -> bool {
    extensions.into_iter().any(|(name, value)| name == key && value == &Value::Bool(true))
}

/// The text under a key among the extensions that `openapiv3` has kept.
pub(super) fn text<'a>(
    extensions: impl IntoIterator<Item = (&'a String, &'a Value)>,
    key: &str,
) -> Option<&'a str> {
    extensions.into_iter().find(|(name, _)| *name == key).and_then(|(_, value)| value.as_str())
}
