//! A node against its table: the first fault, or the node with its children stubbed.

use serde_json::{Map, Value, json};

use super::{
    Noun,
    fault::{invalid, listed, unfit, wrong},
    noun::{Field, Rule},
};
use crate::{
    load::Node,
    report::{Code, Diagnostic, did_you_mean, similar},
};

/// Checks every key that the table knows. Gives the node with its typed children replaced, its extensions kept and
/// everything else left out.
pub(super) fn stubbed(node: &Node<'_>, noun: &Noun) -> Result<Value, Diagnostic> {
    if !node.value().is_object() {
        return Err(unfit(node, noun.name, "an object"));
    }
    for field in noun.fields.iter().filter(|field| field.required) {
        if node.get(field.key).is_none() {
            let diagnostic = invalid(node, format!("{} needs `{}`", noun.name, field.key));
            let unknown = node.entries().map(|(key, _)| key).filter(|key| noun.field(key).is_none());
            return Err(match similar(field.key, unknown) {
                Some(misspelt) => diagnostic.help(format!("`{misspelt}` is no key of it, and may be a slip")),
                None => diagnostic.help(format!("add `{}`, which the specification demands", field.key)),
            });
        }
    }
    let mut stub = Map::new();
    for (key, child) in node.entries() {
        let kept = match noun.field(key) {
            Some(field) => stub_of(&child, field, noun)?,
            None => key.starts_with("x-").then(|| child.value().clone()),
        };
        if let Some(kept) = kept {
            stub.insert(key.to_owned(), kept);
        }
    }
    Ok(Value::Object(stub))
}

/// The keys of the node that are neither in the table nor extensions: they mean nothing, and may be misspelt.
pub fn unknown_keys(node: &Node<'_>, noun: &Noun) -> Vec<Diagnostic> {
    let unknown = node.entries().filter(|(key, _)| !key.starts_with("x-") && noun.field(key).is_none());
    unknown
        .map(|(key, child)| {
            let message = format!("`{key}` is no key of {} and is ignored", noun.name);
            let diagnostic = Diagnostic::new(Code::UnknownKey, message).at(child.key_origin());
            match did_you_mean(key, noun.keys()) {
                Some(help) => diagnostic.help(help),
                None => diagnostic.help("remove it; an extension of your own starts with `x-`"),
            }
        })
        .collect()
}

fn stub_of(child: &Node<'_>, field: &Field, noun: &Noun) -> Result<Option<Value>, Diagnostic> {
    let value = child.value();
    // An optional scalar or list that is left blank, as YAML allows it, says nothing; a blank child is more likely
    // one that was indented wrongly.
    let blank = value.is_null() && !field.required;
    let wrong = |expected: &str| Err(wrong(child, field.key, noun, expected));
    match field.rule {
        Rule::Skipped => Ok(None),
        Rule::Any => Ok(Some(value.clone())),
        Rule::Text
        | Rule::Bool
        | Rule::Number
        | Rule::Count
        | Rule::List
        | Rule::Texts
        | Rule::Word(_)
        | Rule::TextMap
        | Rule::Object(_)
        | Rule::ObjectMap(_)
        | Rule::Children
        | Rule::SkippedList
            if blank =>
        {
            Ok(None)
        }
        Rule::Text if value.is_string() => Ok(Some(value.clone())),
        Rule::Text => wrong("text"),
        Rule::Bool if value.is_boolean() => Ok(Some(value.clone())),
        Rule::Bool => wrong("`true` or `false`"),
        // Whatever features serde_json has been given elsewhere, openapiv3 unwraps the `f64`.
        Rule::Number if value.as_f64().is_some_and(f64::is_finite) => Ok(Some(value.clone())),
        Rule::Number => wrong("a number"),
        Rule::Count if value.as_u64().is_some_and(|count| usize::try_from(count).is_ok()) => {
            Ok(Some(value.clone()))
        }
        Rule::Count => wrong("a whole number that is not negative"),
        Rule::List if value.is_array() => Ok(Some(value.clone())),
        Rule::List => wrong("a list"),
        Rule::Texts => {
            texts(child, field, noun)?;
            Ok(Some(value.clone()))
        }
        Rule::Word(words) => match value.as_str() {
            Some(word) if words.contains(&word) => Ok(Some(value.clone())),
            Some(word) => {
                let message =
                    format!("`{}` of {} must be {}, found `{word}`", field.key, noun.name, listed(words));
                let diagnostic = invalid(child, message);
                let help = did_you_mean(word, words.iter().copied());
                Err(diagnostic.help(help.unwrap_or_else(|| "the specification knows no other".to_owned())))
            }
            None => wrong(&listed(words)),
        },
        Rule::TextMap => {
            object(child, field, noun)?;
            match child.entries().find(|(_, entry)| !entry.value().is_string()) {
                Some((key, entry)) => Err(self::wrong(&entry, key, noun, "text")),
                None => Ok(Some(value.clone())),
            }
        }
        Rule::Security => security(child, field, noun),
        Rule::Object(inner) => stubbed(child, inner).map(Some),
        Rule::ObjectMap(inner) => {
            object(child, field, noun)?;
            let entries = child.entries().map(|(key, entry)| Ok((key.to_owned(), stubbed(&entry, inner)?)));
            Ok(Some(Value::Object(entries.collect::<Result<_, Diagnostic>>()?)))
        }
        Rule::Child => object(child, field, noun).map(|()| Some(reference())),
        Rule::ChildOrBool if value.is_boolean() => Ok(Some(value.clone())),
        Rule::ChildOrBool if value.is_object() => Ok(Some(reference())),
        Rule::ChildOrBool => wrong("`true`, `false` or an object"),
        Rule::Children => {
            list(child, field, noun)?;
            match child.items().find(|item| !item.value().is_object()) {
                Some(item) => {
                    Err(unfit(&item, &format!("each of `{}` of {}", field.key, noun.name), "an object"))
                }
                None => Ok(Some(child.items().map(|_| reference()).collect())),
            }
        }
        Rule::ChildMap => map(child, field, noun, &reference()),
        Rule::BareMap => map(child, field, noun, &json!({})),
        Rule::Responses => {
            object(child, field, noun)?;
            // What is no status, or no answer, costs nothing but itself; lowering says so.
            let known =
                child.entries().filter(|(status, entry)| is_status(status) && entry.value().is_object());
            Ok(Some(Value::Object(known.map(|(status, _)| (status.to_owned(), reference())).collect())))
        }
        Rule::SkippedObject => object(child, field, noun).map(|()| None),
        Rule::SkippedMap => object(child, field, noun).map(|()| None),
        Rule::SkippedList => list(child, field, noun).map(|()| None),
    }
}

fn is_status(key: &str) -> bool {
    key == "default"
        || matches!(key.as_bytes(), [b'1'..=b'5', b'X', b'X'])
        || matches!(key.as_bytes(), [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

/// An object whose entries are objects, each replaced by `stub`; its extensions are left out, since in most maps
/// the key `x-` is an entry like any other and openapiv3 would take the stub for a value.
fn map(child: &Node<'_>, field: &Field, noun: &Noun, stub: &Value) -> Result<Option<Value>, Diagnostic> {
    object(child, field, noun)?;
    let mut stubs = Map::new();
    for (key, entry) in child.entries() {
        if !entry.value().is_object() {
            if key.starts_with("x-") {
                continue;
            }
            return Err(unfit(&entry, &format!("`{key}` in `{}`", field.key), "an object"));
        }
        stubs.insert(key.to_owned(), stub.clone());
    }
    Ok(Some(Value::Object(stubs)))
}

fn security(child: &Node<'_>, field: &Field, noun: &Noun) -> Result<Option<Value>, Diagnostic> {
    list(child, field, noun)?;
    for requirement in child.items() {
        if !requirement.value().is_object() {
            return Err(
                unfit(&requirement, "a security requirement", "an object").help("write `- scheme: []`")
            );
        }
        for (scheme, scopes) in requirement.entries() {
            if !scopes.value().as_array().is_some_and(|scopes| scopes.iter().all(Value::is_string)) {
                return Err(unfit(
                    &scopes,
                    &format!("`{scheme}` in a security requirement"),
                    "a list of text",
                )
                .help("list the scopes it needs, or write `[]`"));
            }
        }
    }
    Ok(Some(child.value().clone()))
}

fn texts(child: &Node<'_>, field: &Field, noun: &Noun) -> Result<(), Diagnostic> {
    if !child.value().is_array() {
        return Err(wrong(child, field.key, noun, "a list of text"));
    }
    match child.items().find(|item| !item.value().is_string()) {
        Some(item) => Err(unfit(&item, &format!("each of `{}` of {}", field.key, noun.name), "text")),
        None => Ok(()),
    }
}

fn object(child: &Node<'_>, field: &Field, noun: &Noun) -> Result<(), Diagnostic> {
    if child.value().is_object() { Ok(()) } else { Err(wrong(child, field.key, noun, "an object")) }
}

fn list(child: &Node<'_>, field: &Field, noun: &Noun) -> Result<(), Diagnostic> {
    if child.value().is_array() { Ok(()) } else { Err(wrong(child, field.key, noun, "a list")) }
}

fn reference() -> Value {
    json!({"$ref": "#"})
}
