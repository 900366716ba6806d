//! Vendor extensions: the one table of those that mean something here, and the check of every key against it.

use serde_json::Value;

use super::context::Context;
use crate::{
    ir::BusinessError,
    load::Node,
    report::{Code, Diagnostic, Pointer, similar},
};

/// What an extension stands on, as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Server,
    Parameter,
    Schema,
    Operation,
    Root,
    Other,
}

/// One extension: its key, where it may stand, and what its value must be.
struct Extension {
    key: &'static str,
    on: &'static [Noun],
    value: fn(&Value) -> bool,
    expected: &'static str,
}

const ANYWHERE: &[Noun] =
    &[Noun::Server, Noun::Parameter, Noun::Schema, Noun::Operation, Noun::Root, Noun::Other];

/// `spec/README.md` of a project says what each means.
const EXTENSIONS: &[Extension] = &[
    Extension {
        key: "x-source",
        on: ANYWHERE,
        value: |value| is_source(value) || value.as_array().is_some_and(|list| list.iter().all(is_source)),
        expected: "an object with `page`, `address`, `date`, `status`, `seen`, `line`, `rendering` and `confidence`, or a list of such",
    },
    Extension {
        key: "x-unknown",
        on: ANYWHERE,
        value: |value| value.as_array().is_some_and(|list| list.iter().all(Value::is_string)),
        expected: "a list of what is not known: `parameters`, `requestBody`, `responses`, `security`, `envelope`, `members`, `required`",
    },
    Extension {
        key: "x-unsplit-enum",
        on: &[Noun::Schema, Noun::Parameter],
        value: Value::is_string,
        expected: "the allowed values as a page prints them, without separators",
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
    Extension {
        key: "x-safe",
        on: &[Noun::Operation],
        value: Value::is_boolean,
        expected: "`true` or `false`",
    },
    Extension {
        key: "x-token-operation",
        on: &[Noun::Operation],
        value: Value::is_boolean,
        expected: "`true` or `false`",
    },
    Extension {
        key: "x-business-error",
        on: &[Noun::Operation, Noun::Root],
        value: |value| business_error(value).is_some(),
        expected: "an object with `code`, a JSON pointer, and `success`, a list of numbers and texts",
    },
    Extension { key: "x-name", on: &[Noun::Server], value: Value::is_string, expected: "a name" },
];

/// Whether a value says where something comes from. What else it says is not looked at.
fn is_source(value: &Value) -> bool {
    let fits = |key: &str, is: &dyn Fn(&Value) -> bool| value.get(key).is_none_or(is);
    let word = |words: &'static [&str]| {
        move |value: &Value| value.as_str().is_some_and(|word| words.contains(&word))
    };
    value.is_object()
        && fits("line", &Value::is_u64)
        && fits("confidence", &word(&["high", "medium", "low"]))
        && fits("rendering", &word(&["full", "collapsed", "mojibake", "dash", "data-schema", "stripped"]))
}

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

/// What the value of `x-business-error` says; `None` if it is none.
pub(super) fn business_error(value: &Value) -> Option<BusinessError> {
    let object = value.as_object()?;
    if object.keys().any(|key| !["code", "success"].contains(&key.as_str())) {
        return None;
    }
    let pointer = Pointer::parse(object.get("code")?.as_str()?)?;
    let code: Vec<String> = pointer.tokens().map(str::to_owned).collect();
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    let success: Vec<String> = object.get("success")?.as_array()?.iter().map(text).collect::<Option<_>>()?;
    (!code.is_empty() && !success.is_empty()).then_some(BusinessError { code, success })
}

/// The flag under a key, if it is set or cleared.
pub(super) fn choice<'a>(
    extensions: impl IntoIterator<Item = (&'a String, &'a Value)>,
    key: &str,
) -> Option<bool> {
    extensions.into_iter().find(|(name, _)| *name == key).and_then(|(_, value)| value.as_bool())
}

/// Whether a flag is set among the extensions that `openapiv3` has kept.
pub(super) fn flag<'a>(extensions: impl IntoIterator<Item = (&'a String, &'a Value)>, key: &str) -> bool {
    choice(extensions, key) == Some(true)
}

/// The text under a key among the extensions that `openapiv3` has kept.
pub(super) fn text<'a>(
    extensions: impl IntoIterator<Item = (&'a String, &'a Value)>,
    key: &str,
) -> Option<&'a str> {
    extensions.into_iter().find(|(name, _)| *name == key).and_then(|(_, value)| value.as_str())
}
