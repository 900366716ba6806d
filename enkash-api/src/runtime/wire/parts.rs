//! A value as the styles of parameters, forms and parts know it: nothing, a text, a list, or named members.
//!
//! What is nested deeper than a style can say is written as compact JSON, the specification's default for it.

use super::encode::json_text;
use super::text::{kind, scalar_text};
use super::{EncodeError, Field, Presence, View, Wire};
use serde_json::Value;
use std::borrow::Cow;

/// What a value comes to.
pub(in super::super) enum Part<'a> {
    /// There is none, or it is `null`.
    Nothing,
    Text(Cow<'a, str>),
    List,
    Object,
}

/// One member of an object or map.
pub(in super::super) struct Member<'a> {
    pub(in super::super) name: &'a str,
    /// The name for an error message: that of a map's entry is data, which no error shows.
    pub(in super::super) shown: &'a str,
    /// As [`Field::is_plain`].
    pub(in super::super) is_plain: bool,
    pub(in super::super) view: View<'a>,
}

/// Looks at a value.
///
/// # Errors
/// If it is a number that is not finite.
pub(in super::super) fn part(view: View<'_>) -> Result<Part<'_>, EncodeError> {
    Ok(match view {
        View::Absent | View::Null | View::Any(Value::Null) => Part::Nothing,
        View::Secret(value) => return part(value.view()),
        View::List(_) | View::Any(Value::Array(_)) => Part::List,
        View::Map(_) | View::Object(_) | View::Any(Value::Object(_)) => Part::Object,
        view => Part::Text(scalar_text(view).ok_or_else(|| no_text(view))?),
    })
}

/// A value inside another as text: a scalar as it is, anything deeper as JSON.
///
/// # Errors
/// If there is no value, or a number that is not finite.
pub(in super::super) fn inner_text(view: View<'_>) -> Result<Cow<'_, str>, EncodeError> {
    match part(view)? {
        Part::Text(text) => Ok(text),
        Part::Nothing => Err(no_text(view)),
        Part::List | Part::Object => json_text(view).map(Cow::Owned),
    }
}

fn no_text(view: View<'_>) -> EncodeError {
    EncodeError(format!("{} is no plain text", kind(view)))
}

/// Visits the items of a list.
pub(in super::super) fn each_item(
    view: View<'_>,
    visit: &mut dyn FnMut(View<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match view {
        View::Secret(value) => each_item(value.view(), visit),
        View::List(list) => (0..).map_while(|index| list.at(index)).try_for_each(|item| visit(item.view())),
        View::Any(Value::Array(items)) => items.iter().try_for_each(|item| visit(View::Any(item))),
        _ => Ok(()),
    }
}

/// Visits the members of an object or map that have a value, in the order of the description. One that must be there
/// and is `null` is an empty text, since nothing outside of JSON has a `null`.
pub(in super::super) fn each_member(
    view: View<'_>,
    visit: &mut dyn FnMut(Member<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match view {
        View::Secret(value) => each_member(value.view(), visit),
        View::Map(map) => each_entry(map, visit),
        View::Any(Value::Object(members)) => {
            members.iter().try_for_each(|(name, value)| entry(name, View::Any(value), visit))
        }
        View::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                let view = match field.fixed {
                    Some(value) => value.view(),
                    None => object.get(index).map_or(View::Absent, Wire::view),
                };
                if let Some(view) = present(field, view) {
                    let (name, is_plain) = (field.name, field.is_plain);
                    visit(Member { name, shown: name, is_plain, view })?;
                }
            }
            object.rest().map_or(Ok(()), |rest| each_entry(rest, visit))
        }
        _ => Ok(()),
    }
}

fn each_entry(
    map: &dyn super::Map,
    visit: &mut dyn FnMut(Member<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    let mut outcome = Ok(());
    map.each(&mut |name, value| {
        if outcome.is_ok() {
            outcome = entry(name, value.view(), visit);
        }
    });
    outcome
}

fn entry(
    name: &str,
    view: View<'_>,
    visit: &mut dyn FnMut(Member<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match view {
        View::Absent | View::Null | View::Any(Value::Null) => Ok(()),
        view => visit(Member { name, shown: "*", is_plain: false, view }),
    }
}

/// The view of what a field holds; `None` if it is left out.
pub(in super::super) fn present<'a>(field: &Field, view: View<'a>) -> Option<View<'a>> {
    match view {
        View::Null | View::Any(Value::Null) if field.empty => Some(View::Text("")),
        View::Absent if field.presence == Presence::Optional => None,
        View::Absent | View::Null | View::Any(Value::Null) => {
            (field.presence == Presence::Nullable).then_some(View::Text(""))
        }
        view => Some(view),
    }
}
