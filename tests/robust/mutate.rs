//! Documents that went wrong: a sound one, changed in a few places.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Where documents are changed: a number that stands for a node or a name, whatever their count is.
type Pick = u32;

/// One change.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    Delete(Pick),
    Scalar(Pick, usize),
    /// Says a member of an object once more under another name, or an item of a list twice.
    Repeat(Pick, usize),
    /// Puts a node below a word.
    Wrap(Pick, usize),
    Rename(Pick, usize),
    /// Puts a copy of the second node in the place of the first.
    Splice(Pick, Pick),
    /// Makes a node a reference to another one, perhaps to one that it is in.
    Refer(Pick, Pick),
    /// Adds a reference beside what is there.
    ReferBeside(Pick, Pick),
    /// Copies a node into a member of another one, under a word.
    Graft(Pick, Pick, usize),
}

/// What nobody expects where it stands.
fn scalars() -> Vec<Value> {
    let text = |text: &str| Value::from(text);
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1.5e300),
        json!(u64::MAX),
        text(""),
        text("x"),
        text("string"),
        text("\u{0}\u{202e}é🌿\"\\*/"),
        text("#/"),
        text("#"),
        text("#/components/schemas/Missing"),
        text("no-such-file.yaml#/a"),
        text("{{}"),
        text("/{a}/{a}{b}"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({ "": null }),
        json!({ "$ref": 7 }),
        json!({ "$ref": "#/paths" }),
    ]
}

/// Names that mean something somewhere, and some that are hard to make an identifier of.
const WORDS: &[&str] = &[
    "$ref",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "prefixItems",
    "properties",
    "required",
    "enum",
    "const",
    "type",
    "format",
    "nullable",
    "additionalProperties",
    "patternProperties",
    "discriminator",
    "mapping",
    "propertyName",
    "schema",
    "schemas",
    "content",
    "application/json",
    "multipart/form-data",
    "text/xml",
    "encoding",
    "headers",
    "parameters",
    "name",
    "in",
    "style",
    "explode",
    "requestBody",
    "responses",
    "default",
    "200",
    "2XX",
    "204",
    "description",
    "get",
    "post",
    "paths",
    "components",
    "security",
    "securitySchemes",
    "servers",
    "url",
    "variables",
    "readOnly",
    "writeOnly",
    "example",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "pattern",
    "deprecated",
    "operationId",
    "tags",
    "callbacks",
    "webhooks",
    "x-safe",
    "x-token-operation",
    "x-source",
    "x-prefix-items",
    "definitions",
    "swagger",
    "openapi",
    "",
    "self",
    "Self",
    "crate",
    "_",
    "r#type",
    "1",
    "é",
    "🌿",
    "a b",
    "A-B",
    "a_b",
    "aB",
    "/",
    "~",
    "/{id}",
    "{",
    "Vec",
    "String",
    "Option",
    "Unknown",
    "new",
    "\u{0}",
];

/// Any change.
pub(crate) fn change() -> impl Strategy<Value = Change> {
    let (pick, word) = (any::<Pick>, || 0..WORDS.len());
    prop_oneof![
        pick().prop_map(Change::Delete),
        (pick(), 0..scalars().len()).prop_map(|(at, scalar)| Change::Scalar(at, scalar)),
        (pick(), word()).prop_map(|(at, word)| Change::Repeat(at, word)),
        (pick(), word()).prop_map(|(at, word)| Change::Wrap(at, word)),
        (pick(), word()).prop_map(|(at, word)| Change::Rename(at, word)),
        (pick(), pick()).prop_map(|(at, from)| Change::Splice(at, from)),
        (pick(), pick()).prop_map(|(at, to)| Change::Refer(at, to)),
        (pick(), pick()).prop_map(|(at, to)| Change::ReferBeside(at, to)),
        (pick(), pick(), word()).prop_map(|(at, from, word)| Change::Graft(at, from, word)),
    ]
}

/// Makes a change.
pub(crate) fn apply(document: &mut Value, change: &Change) {
    let pointers = pointers(document);
    let pick = |pick: Pick| pointers[pick as usize % pointers.len()].clone();
    match *change {
        Change::Delete(at) => drop(remove(document, &pick(at))),
        Change::Scalar(at, scalar) => put(document, &pick(at), scalars().swap_remove(scalar)),
        Change::Repeat(at, word) => match document.pointer_mut(&pick(at)) {
            Some(Value::Array(items)) => items.extend(items.first().cloned()),
            Some(Value::Object(members)) => {
                if let Some(value) = members.values().next().cloned() {
                    members.insert(WORDS[word].to_owned(), value);
                }
            }
            _ => {}
        },
        Change::Wrap(at, word) => {
            let at = pick(at);
            let value = document.pointer(&at).cloned().unwrap_or_default();
            let value = if word == 0 { json!([value]) } else { json!({ WORDS[word]: value }) };
            put(document, &at, value);
        }
        Change::Rename(at, word) => {
            let at = pick(at);
            if let (Some(value), Some((parent, _))) = (remove(document, &at), at.rsplit_once('/'))
                && let Some(Value::Object(members)) = document.pointer_mut(parent)
            {
                members.insert(WORDS[word].to_owned(), value);
            }
        }
        Change::Splice(at, from) => {
            let value = document.pointer(&pick(from)).cloned().unwrap_or_default();
            put(document, &pick(at), value);
        }
        Change::Refer(at, to) => put(document, &pick(at), json!({ "$ref": format!("#{}", pick(to)) })),
        Change::ReferBeside(at, to) => {
            if let Some(Value::Object(members)) = document.pointer_mut(&pick(at)) {
                members.insert("$ref".to_owned(), format!("#{}", pick(to)).into());
            }
        }
        Change::Graft(at, from, word) => {
            let value = document.pointer(&pick(from)).cloned().unwrap_or_default();
            if let Some(Value::Object(members)) = document.pointer_mut(&pick(at)) {
                members.insert(WORDS[word].to_owned(), value);
            }
        }
    }
}

/// The pointers of all nodes but the root.
fn pointers(document: &Value) -> Vec<String> {
    fn walk(node: &Value, at: &mut String, out: &mut Vec<String>) {
        let length = at.len();
        let mut child = |name: &str, node: &Value| {
            at.push('/');
            at.push_str(&name.replace('~', "~0").replace('/', "~1"));
            out.push(at.clone());
            walk(node, at, out);
            at.truncate(length);
        };
        match node {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| child(&at.to_string(), item));
            }
            Value::Object(members) => members.iter().for_each(|(name, value)| child(name, value)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(document, &mut String::new(), &mut out);
    if out.is_empty() {
        out.push(String::new());
    }
    out
}

fn put(document: &mut Value, at: &str, value: Value) {
    if let Some(node) = document.pointer_mut(at) {
        *node = value;
    }
}

fn remove(document: &mut Value, at: &str) -> Option<Value> {
    let (parent, name) = at.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&name.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => name.parse().ok().filter(|at| *at < items.len()).map(|at| items.remove(at)),
        _ => None,
    }
}

/// Leaves two of the paths of a document, so that a run over it is short; the components stay.
pub(crate) fn two_paths(document: &mut Value, first: Pick) {
    if let Some(Value::Object(paths)) = document.get_mut("paths") {
        let mut all: Vec<_> = std::mem::take(paths).into_iter().collect();
        let first = first as usize % all.len().max(1);
        all.rotate_left(first);
        *paths = all.into_iter().take(2).collect::<Map<_, _>>();
    }
}
