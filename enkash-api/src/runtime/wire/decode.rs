//! The one decoder: it reads any self-describing format into the places that a [`Wire`] value offers.
//!
//! Invariant: no text of an error holds anything that was read, only names from the description, places,
//! and the kinds of values; what a server sends may be a secret.

mod choose;
mod members;
mod trail;

use self::trail::Trail;
use super::{Blank, List, Place, Scalar, Wire};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

pub use self::trail::DecodeError;

/// Reads one JSON document into a blank value. Of members of the same name the last one counts.
///
/// # Errors
/// If the bytes are no JSON (UTF-8 without a byte order mark, nested no deeper than 127 levels), something
/// follows the document, a required member is missing, or a value is of another type.
pub fn decode_json<T: Wire + Blank>(json: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    decode_into(json, &mut value)?;
    Ok(value)
}

/// Reads one JSON document into a value that is blank.
///
/// # Errors
/// As [`decode_json`].
pub(in super::super) fn decode_into(json: &[u8], into: &mut dyn Wire) -> Result<(), DecodeError> {
    // Once for the whole document, which is several times cheaper than text by text.
    let json = std::str::from_utf8(json).map_err(|error| DecodeError::no_text(json, error.valid_up_to()))?;
    let trail = Trail::default();
    let mut deserializer = serde_json::Deserializer::from_str(json);
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

/// Fills one place with one value.
struct Fill<'a> {
    into: &'a mut dyn Wire,
    trail: &'a Trail,
}

impl Fill<'_> {
    #[inline]
    fn scalar<E: de::Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        if put(self.into, scalar, self.trail) { Ok(()) } else { Err(refusal(self.into, scalar)) }
    }
}

/// `false` if the place takes no such scalar.
fn put(into: &mut dyn Wire, scalar: Scalar<'_>, trail: &Trail) -> bool {
    match into.place() {
        Place::Leaf(leaf) => leaf.put(scalar),
        Place::Union(union) => choose::fill_union(union, scalar.into(), trail).is_ok(),
        Place::Any(value) => {
            *value = scalar.into();
            true
        }
        Place::List(_) | Place::Map(_) | Place::Object(_) => false,
    }
}

#[cold]
fn refusal<E: de::Error>(into: &mut dyn Wire, scalar: Scalar<'_>) -> E {
    let expected = match into.place() {
        Place::Leaf(leaf) => leaf.expects(),
        Place::List(_) => "a list",
        Place::Map(_) | Place::Object(_) => "an object",
        Place::Any(_) | Place::Union(_) => "any value",
    };
    mismatch(scalar.kind(), expected)
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
        self.scalar(Scalar::whole(value))
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

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        match self.into.place() {
            Place::List(list) => fill_list(list, seq, self.trail),
            Place::Any(value) => {
                *value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
                Ok(())
            }
            Place::Union(union) => {
                let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
                choose::fill_union(union, value, self.trail).map_err(A::Error::custom)
            }
            Place::Leaf(leaf) => Err(mismatch("a list", leaf.expects())),
            Place::Map(_) | Place::Object(_) => Err(mismatch("a list", "an object")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.into.place() {
            Place::Object(object) => members::fill_object(object, map, self.trail),
            Place::Map(into) => members::fill_map(into, map, self.trail),
            Place::Any(value) => {
                *value = Value::deserialize(MapAccessDeserializer::new(map))?;
                Ok(())
            }
            Place::Union(union) => {
                let value = Value::deserialize(MapAccessDeserializer::new(map))?;
                choose::fill_union(union, value, self.trail).map_err(A::Error::custom)
            }
            Place::Leaf(leaf) => match exact_number(&mut map)? {
                Some(number) if leaf.put(number) => Ok(()),
                Some(number) => Err(mismatch(number.kind(), leaf.expects())),
                None => Err(mismatch("an object", leaf.expects())),
            },
            Place::List(_) => Err(mismatch("an object", "a list")),
        }
    }
}

/// The number that a map stands for. If any crate of the program turns on the feature `arbitrary_precision` of
/// `serde_json`, every number arrives as a map whose only member has a reserved name.
fn exact_number<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<Scalar<'static>>, A::Error> {
    if map.next_key::<String>()?.as_deref() != Some("$serde_json::private::Number") {
        return Ok(None);
    }
    let text: String = map.next_value()?;
    let integer = text.parse().map(Scalar::Int).or_else(|_| text.parse().map(Scalar::Uint));
    Ok(integer.ok().or_else(|| text.parse().ok().filter(|value: &f64| value.is_finite()).map(Scalar::Float)))
}

fn fill_list<'de, A: SeqAccess<'de>>(list: &mut dyn List, mut seq: A, trail: &Trail) -> Result<(), A::Error> {
    let mut index = 0;
    while seq.next_element_seed(Item { list, trail }).map_err(trail.index(index))?.is_some() {
        index += 1;
    }
    Ok(())
}

/// Appends an item only once the format says that there is one.
struct Item<'a> {
    list: &'a mut dyn List,
    trail: &'a Trail,
}

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Fill { into: self.list.push(), trail: self.trail }.deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests;
