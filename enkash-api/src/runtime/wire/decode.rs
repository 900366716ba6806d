//! The one decoder: it reads any self-describing format into the places that a [`Wire`] value offers.
//!
//! Invariant: no text of an error holds anything that was read, only names from the description, places,
//! and the kinds of values; what a server sends may be a secret.

use super::{Blank, Field, Object, Place, Presence, Scalar, Wire};
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt::{self, Write as _};

/// Why a body could not be read, and where in it.
#[derive(Debug)]
pub struct DecodeError {
    path: String,
    line: usize,
    column: usize,
    message: String,
}

impl DecodeError {
    /// An answer that the description has no type for.
    #[doc(hidden)]
    pub fn undeclared() -> Self {
        Self { path: String::new(), line: 0, column: 0, message: "the description declares no such answer".to_owned() }
    }

    /// The place in the document, such as `items[3].amount`; empty for the document itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The line, counted from 1; 0 if there is none.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, counted from 1; 0 if there is none.
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        if self.line > 0 {
            write!(f, ", line {} column {}", self.line, self.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for DecodeError {}

/// Reads one JSON document into a blank value.
///
/// # Errors
/// If the bytes are no JSON, a required member is missing, or a value is of another type.
pub fn decode_json<T: Wire + Blank>(json: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    decode_json_into(json, &mut value)?;
    Ok(value)
}

fn decode_json_into(json: &[u8], into: &mut dyn Wire) -> Result<(), DecodeError> {
    let trail = Trail::default();
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    Fill { into, trail: &trail }
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end())
        .map_err(|error| trail.locate(&error))
}

/// Reads a value with any deserializer of a self-describing format; generated types forward to it.
///
/// # Errors
/// As the deserializer says, and if a required member is missing or a value is of another type.
pub fn deserialize<'de, T: Wire + Blank, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Fill { into: &mut value, trail: &Trail::default() }.deserialize(deserializer)?;
    Ok(value)
}

/// The way from the document to the place that failed, gathered from the inside out while the error rises.
#[derive(Default)]
struct Trail(RefCell<Vec<Step>>);

enum Step {
    Name(String),
    Index(usize),
}

impl Trail {
    fn name<E>(&self, name: &str) -> impl FnOnce(E) -> E {
        move |error| {
            self.0.borrow_mut().push(Step::Name(name.to_owned()));
            error
        }
    }

    fn index<E>(&self, index: usize) -> impl FnOnce(E) -> E {
        move |error| {
            self.0.borrow_mut().push(Step::Index(index));
            error
        }
    }

    fn locate(&self, error: &serde_json::Error) -> DecodeError {
        let mut path = String::new();
        for step in self.0.borrow().iter().rev() {
            match step {
                Step::Name(name) if path.is_empty() => path.push_str(name),
                Step::Name(name) => _ = write!(path, ".{name}"),
                Step::Index(index) => _ = write!(path, "[{index}]"),
            }
        }
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or_default().to_owned();
        DecodeError { path, line: error.line(), column: error.column(), message }
    }
}

/// Fills one place with one value.
struct Fill<'a> {
    into: &'a mut dyn Wire,
    trail: &'a Trail,
}

impl Fill<'_> {
    fn scalar<E: de::Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        match self.into.place() {
            Place::Leaf(leaf) => {
                if leaf.put(scalar) { Ok(()) } else { Err(mismatch(scalar.kind(), leaf.expects())) }
            }
            Place::Any(value) => {
                *value = match scalar {
                    Scalar::Bool(value) => value.into(),
                    Scalar::Int(value) => value.into(),
                    Scalar::Uint(value) => value.into(),
                    Scalar::Float(value) => value.into(),
                    Scalar::Text(value) => value.into(),
                };
                Ok(())
            }
            Place::List(_) => Err(mismatch(scalar.kind(), "a list")),
            Place::Map(_) | Place::Object(_) => Err(mismatch(scalar.kind(), "an object")),
        }
    }
}

fn mismatch<E: de::Error>(found: &str, expected: &str) -> E {
    E::custom(format_args!("found {found}, expected {expected}"))
}

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of the description")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Scalar::Int(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.scalar(i64::try_from(value).map_or(Scalar::Uint(value), Scalar::Int))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Scalar::Float(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(value))
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        if self.into.clear() { Ok(()) } else { Err(E::custom("found null, expected a value")) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self.into.place() {
            Place::List(list) => {
                let mut index = 0;
                while !seq_end(&mut seq, list, self.trail).map_err(self.trail.index(index))? {
                    index += 1;
                }
                Ok(())
            }
            Place::Any(value) => {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                *value = serde_json::Value::Array(items);
                Ok(())
            }
            Place::Leaf(leaf) => Err(mismatch("a list", leaf.expects())),
            Place::Map(_) | Place::Object(_) => Err(mismatch("a list", "an object")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.into.place() {
            Place::Object(object) => fill_object(object, map, self.trail),
            Place::Map(into) => {
                while let Some(name) = map.next_key::<String>()? {
                    let slot = into.insert(name.clone());
                    map.next_value_seed(Fill { into: slot, trail: self.trail }).map_err(self.trail.name(&name))?;
                }
                Ok(())
            }
            Place::Any(value) => {
                let mut members = serde_json::Map::new();
                while let Some((name, member)) = map.next_entry()? {
                    members.insert(name, member);
                }
                *value = serde_json::Value::Object(members);
                Ok(())
            }
            Place::Leaf(leaf) => Err(mismatch("an object", leaf.expects())),
            Place::List(_) => Err(mismatch("an object", "a list")),
        }
    }
}

/// Reads the next item, blank until it is filled; `true` at the end.
fn seq_end<'de, A: SeqAccess<'de>>(seq: &mut A, list: &mut dyn super::List, trail: &Trail) -> Result<bool, A::Error> {
    seq.next_element_seed(Item { list, trail }).map(|item| item.is_none())
}

/// Appends an item only once the format says that there is one.
struct Item<'a> {
    list: &'a mut dyn super::List,
    trail: &'a Trail,
}

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Fill { into: self.list.push(), trail: self.trail }.deserialize(deserializer)
    }
}

fn fill_object<'de, A: MapAccess<'de>>(object: &mut dyn Object, mut map: A, trail: &Trail) -> Result<(), A::Error> {
    let fields = object.table().fields;
    let keeps_rest = object.rest_mut().is_some();
    let mut seen = Seen::new(fields.len());
    let mut next = 0;
    while let Some(key) = map.next_key_seed(Key { fields, next, keeps_rest })? {
        match key {
            Name::Field(index) => {
                seen.mark(index);
                next = index + 1;
                match object.slot(index) {
                    Some(into) => {
                        map.next_value_seed(Fill { into, trail }).map_err(trail.name(fields[index].name))?;
                    }
                    None => _ = map.next_value::<IgnoredAny>()?,
                }
            }
            Name::Other(Some(name)) => {
                let Some(rest) = object.rest_mut() else { continue };
                let into = rest.insert(name.clone());
                map.next_value_seed(Fill { into, trail }).map_err(trail.name(&name))?;
            }
            Name::Other(None) => _ = map.next_value::<IgnoredAny>()?,
        }
    }
    for (index, field) in fields.iter().enumerate() {
        if field.presence != Presence::Optional && field.fixed.is_none() && !seen.has(index) {
            return Err(A::Error::custom(format_args!("the required member `{}` is missing", field.name)));
        }
    }
    Ok(())
}

/// Which members were read; most objects fit one word.
struct Seen {
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    fn new(count: usize) -> Self {
        Self { first: 0, more: if count > 64 { vec![0; count.div_ceil(64)] } else { Vec::new() } }
    }

    fn mark(&mut self, index: usize) {
        *self.word(index) |= 1 << (index % 64);
    }

    fn has(&mut self, index: usize) -> bool {
        *self.word(index) & (1 << (index % 64)) != 0
    }

    fn word(&mut self, index: usize) -> &mut u64 {
        if self.more.is_empty() { &mut self.first } else { &mut self.more[index / 64] }
    }
}

/// A member's name, looked up without a copy; the search starts after the last member that was read.
struct Key {
    fields: &'static [Field],
    next: usize,
    keeps_rest: bool,
}

enum Name {
    Field(usize),
    Other(Option<String>),
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
        let (before, after) = self.fields.split_at(self.next.min(self.fields.len()));
        let found = after
            .iter()
            .position(|field| field.name == name)
            .map(|index| index + before.len())
            .or_else(|| before.iter().position(|field| field.name == name));
        Ok(found.map_or_else(|| Name::Other(self.keeps_rest.then(|| name.to_owned())), Name::Field))
    }
}
