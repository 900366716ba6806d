//! The one visitor that builds the tree, for both parsers.
//!
//! Deserialising straight into a [`Value`] would refuse integers beyond 64 bits, keep merge keys as keys and let
//! the last of two equal keys win in silence; this visitor notes what it reads otherwise than written.

mod note;

use std::{cell::RefCell, fmt};

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Number, Value};

pub(super) use self::note::Note;
use self::note::Step;
use crate::report::Code;

/// A parsed text.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) value: Value,
    pub(super) notes: Vec<Note>,
}

/// What the two languages differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Json,
    /// Has merge keys, and plain scalars whose text may be meant although they look like numbers.
    Yaml,
}

/// What is known while a tree is built.
#[derive(Debug)]
pub(super) struct Builder {
    language: Language,
    notes: RefCell<Vec<Note>>,
}

impl Builder {
    pub(super) fn new(language: Language) -> Self {
        Self { language, notes: RefCell::default() }
    }

    /// Reads one document from a parser.
    pub(super) fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<Tree, D::Error> {
        let value = NodeSeed { builder: self, at: &Step::Root }.deserialize(deserializer)?;
        Ok(Tree { value, notes: self.notes.take() })
    }

    fn note(&self, at: &Step<'_>, code: Code, message: String) {
        self.notes.borrow_mut().push(Note::new(at, code, message));
    }

    fn inexact(&self, at: &Step<'_>, written: impl fmt::Display, read: f64) -> Value {
        self.note(
            at,
            Code::InexactNumber,
            format!("`{written}` does not fit into 64 bits and was read as `{read}`"),
        );
        self.float(at, read)
    }

    fn float(&self, at: &Step<'_>, float: f64) -> Value {
        match Number::from_f64(float) {
            Some(number) => Value::Number(number),
            None => {
                let text = if float.is_nan() {
                    ".nan"
                } else if float > 0.0 {
                    ".inf"
                } else {
                    "-.inf"
                };
                self.note(
                    at,
                    Code::InexactNumber,
                    format!("`{text}` is not a finite number and was read as text"),
                );
                Value::String(text.to_owned())
            }
        }
    }

    /// Places whose value is text in every version of the specification: an unquoted `1.10` is the version 1.10
    /// there and not the number 1.1.
    fn is_text(&self, at: &Step<'_>) -> bool {
        self.language == Language::Yaml
            && matches!(
                at,
                Step::Key(Step::Root, "openapi" | "swagger", _)
                    | Step::Key(Step::Key(Step::Root, "info", _), "version", _)
            )
    }
}

#[derive(Clone, Copy)]
struct NodeSeed<'b> {
    builder: &'b Builder,
    at: &'b Step<'b>,
}

impl<'b> NodeSeed<'b> {
    fn below<'s>(self, at: &'s Step<'s>) -> NodeSeed<'s>
    where
        'b: 's,
    {
        NodeSeed { builder: self.builder, at }
    }

    fn entry<'de, A: MapAccess<'de>>(self, key: &str, access: &mut A) -> Result<Value, A::Error> {
        let at = Step::key(self.at, key);
        if self.builder.is_text(&at) {
            access.next_value_seed(TextSeed)
        } else {
            access.next_value_seed(self.below(&at))
        }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    // Precision is lost knowingly and with a note: such numbers are bounds that no 64-bit integer reaches.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(self.builder.inexact(self.at, value, value as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(self.builder.inexact(self.at, value, value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(self.builder.float(self.at, value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.below(&Step::index(self.at, items.len())))? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut merged = Vec::new();
        while let Some(key) = access.next_key_seed(KeySeed)? {
            let value = self.entry(&key, &mut access)?;
            match value {
                Value::Object(base) if self.is_merge(&key) => merged.push(base),
                Value::Array(bases) if self.is_merge(&key) && bases.iter().all(Value::is_object) => {
                    merged.extend(bases.into_iter().filter_map(|base| match base {
                        Value::Object(base) => Some(base),
                        _ => None,
                    }));
                }
                value => {
                    if map.contains_key(&key) {
                        // The parsers of both languages differ in what they make of it; most take the last.
                        let message = format!("the key `{key}` occurs twice, and the last one counts");
                        self.builder.note(&Step::key(self.at, &key), Code::DuplicateKey, message);
                    }
                    map.insert(key, value);
                }
            }
        }
        // What the map says itself wins over what it merges, and an earlier base over a later one.
        for (key, value) in merged.into_iter().flatten() {
            map.entry(key).or_insert(value);
        }
        Ok(Value::Object(map))
    }

    /// A YAML tag: kept is the value that it stands before.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let (tag, value) = access.variant_seed(KeySeed)?;
        self.builder.note(self.at, Code::YamlTag, format!("the YAML tag `!{tag}` was dropped"));
        value.newtype_variant_seed(self)
    }
}

impl NodeSeed<'_> {
    fn is_merge(self, key: &str) -> bool {
        self.builder.language == Language::Yaml && key == "<<"
    }
}

/// A key as it is written: `200`, `1.0` and `~` are the texts "200", "1.0" and "~".
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }
}

/// A scalar as it is written.
struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TextSeed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }
}
