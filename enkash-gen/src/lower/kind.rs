//! What a schema comes to: by its `type`, or, where that is missing or no type, by its other keywords.
//!
//! `openapiv3` knows a kind for a schema whose keywords are all of one type; every other one is
//! [`SchemaKind::Any`], and this is where such schemas are understood. A type decides over keywords of another.

use openapiv3::{AnySchema, SchemaKind, Type};
use serde_json::Value;

use super::{context::Context, format, schema::Definition};
use crate::{
    load::Node,
    report::{Code, Diagnostic, did_you_mean},
};

/// What a schema comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    List,
    /// Listed values, which should be of this type.
    Enum(Option<Word>),
    Text,
    Integer,
    Number,
    Boolean,
    Binary,
    Anything,
}

/// A type as OpenAPI names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

pub(super) const TYPES: [&str; 6] = ["object", "array", "string", "integer", "number", "boolean"];

/// What people write for a type, in lower case. `Value` would be a guess for all others.
const WORDS: &[(&str, Meaning)] = &[
    ("object", Meaning::Type(Word::Object)),
    ("map", Meaning::Type(Word::Object)),
    ("hash", Meaning::Type(Word::Object)),
    ("hashmap", Meaning::Type(Word::Object)),
    ("dict", Meaning::Type(Word::Object)),
    ("dictionary", Meaning::Type(Word::Object)),
    ("struct", Meaning::Type(Word::Object)),
    ("array", Meaning::Type(Word::Array)),
    ("list", Meaning::Type(Word::Array)),
    ("set", Meaning::Type(Word::Array)),
    ("string", Meaning::Type(Word::String)),
    ("str", Meaning::Type(Word::String)),
    ("text", Meaning::Type(Word::String)),
    ("char", Meaning::Type(Word::String)),
    ("varchar", Meaning::Type(Word::String)),
    ("enum", Meaning::Type(Word::String)),
    ("uuid", Meaning::Type(Word::String)),
    ("guid", Meaning::Type(Word::String)),
    ("uri", Meaning::Type(Word::String)),
    ("url", Meaning::Type(Word::String)),
    ("email", Meaning::Type(Word::String)),
    ("date", Meaning::Type(Word::String)),
    ("time", Meaning::Type(Word::String)),
    ("datetime", Meaning::Type(Word::String)),
    ("date-time", Meaning::Type(Word::String)),
    ("password", Meaning::Type(Word::String)),
    ("byte", Meaning::Type(Word::String)),
    ("bytes", Meaning::Type(Word::String)),
    ("int", Meaning::Type(Word::Integer)),
    ("integer", Meaning::Type(Word::Integer)),
    ("int32", Meaning::Type(Word::Integer)),
    ("int64", Meaning::Type(Word::Integer)),
    ("long", Meaning::Type(Word::Integer)),
    ("short", Meaning::Type(Word::Integer)),
    ("bigint", Meaning::Type(Word::Integer)),
    ("number", Meaning::Type(Word::Number)),
    ("numeric", Meaning::Type(Word::Number)),
    ("float", Meaning::Type(Word::Number)),
    ("double", Meaning::Type(Word::Number)),
    ("decimal", Meaning::Type(Word::Number)),
    ("bool", Meaning::Type(Word::Boolean)),
    ("boolean", Meaning::Type(Word::Boolean)),
    ("file", Meaning::Binary),
    ("binary", Meaning::Binary),
];

#[derive(Clone, Copy)]
enum Meaning {
    Type(Word),
    Binary,
}

/// Whether a schema lists its values.
pub(super) fn has_enum(node: &Node<'_>) -> bool {
    node.value().get("enum").and_then(Value::as_array).is_some_and(|values| !values.is_empty())
}

/// Decides what a schema comes to; an assumption is a warning.
pub(super) fn classify<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Kind {
    let listed = has_enum(this.node);
    let scalar = |word: Word, plain: Kind| if listed { Kind::Enum(Some(word)) } else { plain };
    match &this.schema.schema_kind {
        SchemaKind::Type(Type::Object(_)) => Kind::Object,
        SchemaKind::Type(Type::Array(_)) => Kind::List,
        SchemaKind::Type(Type::String(_)) => scalar(Word::String, Kind::Text),
        SchemaKind::Type(Type::Integer(_)) => scalar(Word::Integer, Kind::Integer),
        SchemaKind::Type(Type::Number(_)) => scalar(Word::Number, Kind::Number),
        SchemaKind::Type(Type::Boolean(_)) => scalar(Word::Boolean, Kind::Boolean),
        // What a schema is made of is for others; beside it this one says nothing.
        SchemaKind::AllOf { .. }
        | SchemaKind::OneOf { .. }
        | SchemaKind::AnyOf { .. }
        | SchemaKind::Not { .. } => Kind::Anything,
        SchemaKind::Any(any) => classify_any(cx, this, any),
    }
}

/// A schema with keywords of several types, or without a `type`.
fn classify_any<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, any: &AnySchema) -> Kind {
    let kind = match any.typ.as_deref() {
        None => return by_keywords(this, any),
        Some(written) => match meaning(written) {
            Some(Meaning::Type(word)) => {
                if !TYPES.contains(&written) {
                    unknown_type(cx, this, written, TYPES[word as usize]);
                }
                by_type(this, word, any)
            }
            Some(Meaning::Binary) => {
                unknown_type(cx, this, written, "string` with `format: binary");
                return Kind::Binary;
            }
            None => {
                let kind = by_keywords(this, any);
                unknown_type_word(cx, this, written, kind);
                return kind;
            }
        },
    };
    if let Some((keyword, of)) = foreign(kind, any) {
        cx.push(
            Diagnostic::new(
                Code::AssumedType,
                format!("`{keyword}` is for {of}, which the type excludes; it is ignored"),
            )
            .at(this.node.get(keyword).unwrap_or_else(|| this.node.clone()).key_origin())
            .help("correct the `type`, or remove the keyword"),
        );
    }
    kind
}

fn meaning(written: &str) -> Option<Meaning> {
    let folded = written.trim().to_ascii_lowercase();
    WORDS.iter().find(|(word, _)| *word == folded).map(|(_, meaning)| *meaning)
}

fn unknown_type<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, written: &str, assumed: &str) {
    let node = this.node.get("type").unwrap_or_else(|| this.node.clone());
    cx.push(
        Diagnostic::new(Code::UnknownType, format!("`{written}` is no type; `{assumed}` is assumed"))
            .at(node.origin())
            .help(format!("write `type: {assumed}`").replace("` with `", ", ")),
    );
}

fn unknown_type_word<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, written: &str, kind: Kind) {
    let node = this.node.get("type").unwrap_or_else(|| this.node.clone());
    let assumed = if kind == Kind::Anything { "any JSON" } else { "what the other keywords say" };
    let diagnostic =
        Diagnostic::new(Code::UnknownType, format!("`{written}` is no type; {assumed} is assumed"))
            .at(node.origin());
    cx.push(match did_you_mean(written, TYPES) {
        Some(help) => diagnostic.help(help),
        None => {
            diagnostic.help("the types are `object`, `array`, `string`, `integer`, `number` and `boolean`")
        }
    });
}

fn by_type(this: &Definition<'_, '_>, word: Word, any: &AnySchema) -> Kind {
    let listed = has_enum(this.node);
    match word {
        // Values that are listed are no objects; a type that nothing else bears out is a slip.
        Word::Object if listed && !is_object(any) => Kind::Enum(None),
        Word::Object => Kind::Object,
        Word::Array => Kind::List,
        _ if listed => Kind::Enum(Some(word)),
        Word::String => Kind::Text,
        Word::Integer => Kind::Integer,
        Word::Number => Kind::Number,
        Word::Boolean => Kind::Boolean,
    }
}

/// What the keywords alone say.
fn by_keywords(this: &Definition<'_, '_>, any: &AnySchema) -> Kind {
    if is_object(any) {
        Kind::Object
    } else if any.items.is_some() {
        Kind::List
    } else if has_enum(this.node) {
        Kind::Enum(None)
    } else if let Some(word) = any.format.as_deref().and_then(format::type_of) {
        by_type(this, word, any)
    } else if is_text(any) {
        Kind::Text
    } else if is_number(any) {
        Kind::Number
    } else {
        Kind::Anything
    }
}

fn is_object(any: &AnySchema) -> bool {
    !any.properties.is_empty() || any.additional_properties.is_some() || !any.required.is_empty()
}

fn is_text(any: &AnySchema) -> bool {
    any.pattern.is_some() || any.min_length.is_some() || any.max_length.is_some()
}

fn is_number(any: &AnySchema) -> bool {
    any.minimum.is_some() || any.maximum.is_some() || any.multiple_of.is_some()
}

/// A keyword that describes the inside of another type than the one that was decided for, and which that is. A bound
/// on a value that has none only says nothing, and is not worth a word.
fn foreign(kind: Kind, any: &AnySchema) -> Option<(&'static str, &'static str)> {
    if kind != Kind::Object && !any.properties.is_empty() {
        Some(("properties", "objects"))
    } else if kind != Kind::List && any.items.is_some() {
        Some(("items", "arrays"))
    } else {
        None
    }
}
