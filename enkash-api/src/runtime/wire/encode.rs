//! The one encoder: it writes the view of a value with any serializer.
//!
//! Invariant: a secret leaves only through [`encode_json`] and the form encoder; to everybody else's
//! serializer it is an error.

use super::{Map, Object, Presence, View, Wire};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt::{self, Write as _};

/// Why a value has no form on the wire.
#[derive(Debug)]
pub struct EncodeError(pub(super) String);

impl EncodeError {
    pub(in super::super) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EncodeError {}

/// Writes a value as JSON, members in the order of the description.
///
/// # Errors
/// If a number is not finite: JSON cannot say it.
pub fn encode_json(value: &dyn Wire) -> Result<Vec<u8>, EncodeError> {
    serde_json::to_vec(&Out { view: value.view(), reveal: true }).map_err(|error| {
        let mut path = String::new();
        let place = if find_infinite(value.view(), &mut path) { path } else { String::new() };
        EncodeError(if place.is_empty() { error.to_string() } else { format!("{error} at `{place}`") })
    })
}

/// A value as JSON in a text, for where a style holds nothing that is nested.
///
/// # Errors
/// If a number is not finite.
pub(in super::super) fn json_text(view: View<'_>) -> Result<String, EncodeError> {
    serde_json::to_string(&Out { view, reveal: true }).map_err(|error| EncodeError(error.to_string()))
}

/// Leaves in `path` the way to the first number that has no form in JSON; looked for only once encoding has failed.
/// The name of a map's entry is data, and so shown as `*`.
fn find_infinite(view: View<'_>, path: &mut String) -> bool {
    fn inside(step: fmt::Arguments<'_>, view: View<'_>, path: &mut String) -> bool {
        let length = path.len();
        _ = path.write_fmt(step);
        let found = find_infinite(view, path);
        if !found {
            path.truncate(length);
        }
        found
    }
    fn entries(map: &dyn Map, path: &mut String) -> bool {
        let separator = if path.is_empty() { "" } else { "." };
        let mut found = false;
        map.each(&mut |_, value| found = found || inside(format_args!("{separator}*"), value.view(), path));
        found
    }
    match view {
        View::Float(value) => !value.is_finite(),
        View::Secret(value) => find_infinite(value.view(), path),
        View::List(list) => (0..)
            .map_while(|index| list.at(index))
            .enumerate()
            .any(|(index, item)| inside(format_args!("[{index}]"), item.view(), path)),
        View::Map(map) => entries(map, path),
        View::Object(object) => {
            let separator = if path.is_empty() { "" } else { "." };
            object.table().fields.iter().enumerate().any(|(index, field)| {
                let view = object.get(index).map_or(View::Absent, Wire::view);
                inside(format_args!("{separator}{}", field.name), view, path)
            }) || object.rest().is_some_and(|rest| entries(rest, path))
        }
        View::Absent
        | View::Null
        | View::Bool(_)
        | View::Int(_)
        | View::Uint(_)
        | View::Text(_)
        | View::Any(_)
        | View::File(_) => false,
    }
}

/// Writes a value with any serializer; generated types forward to it.
///
/// # Errors
/// As the serializer says, and if the value holds a secret or a number that is not finite.
pub fn serialize<S: Serializer>(value: &dyn Wire, serializer: S) -> Result<S::Ok, S::Error> {
    Out { view: value.view(), reveal: false }.serialize(serializer)
}

struct Out<'a> {
    view: View<'a>,
    reveal: bool,
}

impl Out<'_> {
    fn inner<'b>(&self, view: View<'b>) -> Out<'b> {
        Out { view, reveal: self.reveal }
    }
}

impl Serialize for Out<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.view {
            View::Absent | View::Null => serializer.serialize_unit(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Int(value) => serializer.serialize_i64(value),
            View::Uint(value) => serializer.serialize_u64(value),
            View::Float(value) if value.is_finite() => serializer.serialize_f64(value),
            View::Float(_) => Err(S::Error::custom("a number that is not finite has no form in JSON")),
            View::Text(value) => serializer.serialize_str(value),
            View::Secret(value) if self.reveal => self.inner(value.view()).serialize(serializer),
            View::Secret(_) => Err(S::Error::custom("a secret is not serialised; take it out with `expose`")),
            View::List(list) => {
                let mut out = serializer.serialize_seq(None)?;
                for item in (0..).map_while(|index| list.at(index)) {
                    out.serialize_element(&self.inner(item.view()))?;
                }
                out.end()
            }
            View::Map(map) => {
                let mut out = serializer.serialize_map(None)?;
                self.entries(map, &mut out)?;
                out.end()
            }
            View::Object(object) => {
                let mut out = serializer.serialize_map(None)?;
                self.members(object, &mut out)?;
                out.end()
            }
            View::Any(value) => value.serialize(serializer),
            View::File(file) => match super::text::file_text(file) {
                Some(text) => serializer.serialize_str(text),
                None => Err(S::Error::custom("bytes that are no text have no form in JSON")),
            },
        }
    }
}

impl Out<'_> {
    fn members<M: SerializeMap>(&self, object: &dyn Object, out: &mut M) -> Result<(), M::Error> {
        for (index, field) in object.table().fields.iter().enumerate() {
            if let Some(value) = field.fixed {
                out.serialize_entry(field.name, &self.inner(value.view()))?;
                continue;
            }
            match object.get(index).map_or(View::Absent, Wire::view) {
                View::Absent if field.presence == Presence::Optional => {}
                view => out.serialize_entry(field.name, &self.inner(view))?,
            }
        }
        object.rest().map_or(Ok(()), |rest| self.entries(rest, out))
    }

    fn entries<M: SerializeMap>(&self, map: &dyn Map, out: &mut M) -> Result<(), M::Error> {
        let mut outcome = Ok(());
        map.each(&mut |name, value| {
            if outcome.is_ok() {
                outcome = out.serialize_entry(name, &self.inner(value.view()));
            }
        });
        outcome
    }
}

#[cfg(test)]
mod tests;
