//! What a body holds: fields in their places.

use serde_json::{Map, Value};

use super::{
    Confidence, Field, Source,
    kind::{Base, Kind},
};

/// A field in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What the page says of it.
    pub field: Field,
    /// Its members, or those of its items, if it is an object or a list of such.
    pub members: Members,
    /// Its allowed values, if they are known one by one.
    pub values: Option<Vec<String>>,
}

/// The members of an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Members {
    /// In the order of the page.
    pub fields: Vec<Node>,
    /// What members of any other name hold.
    pub additional: Option<Box<Node>>,
    /// Whether these are all, in their places. A page prints nested fields flat, and folds some away.
    pub are_known: bool,
}

/// What a body is.
#[derive(Debug, Clone, PartialEq)]
pub enum Schema {
    /// An object with members.
    Object(Members),
    /// A single value, or a list.
    Value(Box<Node>),
    /// Nothing is known of it.
    Unknown,
}

impl Schema {
    /// The members, if it is an object.
    pub fn members(&self) -> Option<&Members> {
        match self {
            Self::Object(members) => Some(members),
            Self::Value(_) | Self::Unknown => None,
        }
    }

    /// What a sample shows; nothing of it is certain to be all.
    pub(super) fn inferred(sample: &Value, source: &Source) -> Self {
        match sample {
            Value::Object(members) => Self::Object(infer_members(members, source)),
            _ => Self::Value(Box::new(infer(None, sample, source))),
        }
    }
}

impl Node {
    pub(super) fn of(field: Field) -> Self {
        Self { field, members: Members::default(), values: None }
    }
}

fn infer_members(members: &Map<String, Value>, source: &Source) -> Members {
    let (any, named): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| is_any(name));
    let fields = named.into_iter().map(|(name, value)| infer(Some(name), value, source)).collect();
    let additional = any.first().map(|(_, value)| Box::new(infer(None, value, source)));
    Members { fields, additional, are_known: false }
}

/// Whether a name is one that portals make up for members of any name: `property1`, `additionalProp1`.
fn is_any(name: &str) -> bool {
    ["property", "additionalProp"]
        .iter()
        .filter_map(|word| name.strip_prefix(word))
        .any(|digits| digits.len() == 1 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn infer(name: Option<&str>, value: &Value, source: &Source) -> Node {
    let base = match value {
        // Pages print a missing value as `null`, whatever its type.
        Value::Null => Base::Any,
        Value::Bool(_) => Base::Boolean,
        Value::Number(number) if number.is_f64() => Base::Number,
        Value::Number(_) => Base::Integer,
        Value::String(_) => Base::String,
        Value::Array(_) => Base::Array,
        Value::Object(_) => Base::Object,
    };
    let mut kind = Kind::of(base);
    let mut members = Members::default();
    match value {
        Value::Object(object) => members = infer_members(object, source),
        Value::Array(items) => {
            if let Some(first) = items.first() {
                let item = infer(None, first, source);
                kind.items = Some(Box::new(item.field.kind));
                members = item.members;
            }
        }
        _ => {}
    }
    let example = match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    let source = Source { confidence: Confidence::Low, ..source.clone() };
    let field = Field::bare(name.map(str::to_owned), kind, example, source);
    Node { field, members, values: None }
}
