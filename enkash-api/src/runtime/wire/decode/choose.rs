//! Which member of a union a value is.
//!
//! A tag decides where the description has one. Else each member that the value could be is tried, and the one under
//! whose description the most of the value falls is taken; of equal ones that with the most required members, then the
//! first. Invariant: a value is never read as the wrong member in silence; one that fits none is kept as it came.

use super::Fill;
use super::trail::Trail;
use crate::runtime::wire::{Choices, Place, Presence, Union, Wire};
use serde::de::DeserializeSeed;
use serde_json::Value;
use std::cmp::Reverse;

/// What it counts to read a value that is not described, or as no member of a union: more than any object has members.
const UNDESCRIBED: usize = 1 << 20;

pub(super) fn fill_union(
    union: &mut dyn Union,
    value: Value,
    trail: &Trail,
) -> Result<(), serde_json::Error> {
    let choices = union.choices();
    match tagged(choices, &value) {
        Some(Some(index)) => return read(union, index, &value, trail),
        Some(None) => {}
        None if try_members(union, &value, trail) => return Ok(()),
        None => {}
    }
    trail.unlisted(UNDESCRIBED);
    if let Place::Any(place) = union.choose(choices.members.len()).place() {
        *place = value;
    }
    Ok(())
}

/// The member that the tag stands for, if the tag decides: then none, if it stands for none.
fn tagged(choices: &Choices, value: &Value) -> Option<Option<usize>> {
    let (tag, object) = (choices.tag?, value.as_object()?);
    let index = object.get(tag).and_then(Value::as_str).and_then(|value| choices.tagged(value));
    (choices.strict || index.is_some()).then_some(index)
}

fn read(union: &mut dyn Union, index: usize, value: &Value, trail: &Trail) -> Result<(), serde_json::Error> {
    Fill { into: union.choose(index), trail }.deserialize(value)
}

/// Reads the value as the member that it fits best; `false` if it fits none.
fn try_members(union: &mut dyn Union, value: &Value, trail: &Trail) -> bool {
    let count = union.choices().members.len();
    let mut candidates: Vec<(Rank, usize)> =
        (0..count).filter_map(|index| Some((rank(union.choose(index), value)?, index))).collect();
    candidates.sort_unstable();
    let weight = weight(value);
    let mut best: Option<(usize, usize)> = None;
    let mut last = None;
    for (rank, index) in candidates {
        if best.is_some_and(|(unlisted, _)| unlisted <= rank.unlisted) || !trail.spend(weight) {
            break;
        }
        last = Some(index);
        if let Ok(unlisted) = trail.attempt(|| read(union, index, value, trail))
            && best.is_none_or(|(least, _)| unlisted < least)
        {
            best = Some((unlisted, index));
        }
    }
    let Some((unlisted, index)) = best else { return false };
    if last == Some(index) {
        trail.unlisted(unlisted);
        return true;
    }
    // The value has been read like this before, and nothing has changed.
    read(union, index, value, trail).is_ok()
}

/// How well a member could fit at best; the least is tried first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    unlisted: usize,
    required: Reverse<usize>,
}

/// What can be told without reading the value; `None` if it does not fit.
fn rank(member: &mut dyn Wire, value: &Value) -> Option<Rank> {
    let rank = |unlisted, required| Some(Rank { unlisted, required: Reverse(required) });
    match (member.place(), value) {
        (Place::Leaf(_), Value::Bool(_) | Value::Number(_) | Value::String(_))
        | (Place::List(_), Value::Array(_))
        | (Place::Union(_), _) => rank(0, 0),
        (Place::Map(_), Value::Object(members)) => rank(members.len(), 0),
        (Place::Object(object), Value::Object(members)) => {
            let fields = object.table().fields;
            let listed = fields.iter().filter(|field| members.contains_key(field.name)).count();
            let mut required = fields.iter().filter(|field| field.presence != Presence::Optional);
            let unlisted = members.len().saturating_sub(listed);
            let count = required.clone().count();
            let fits = required.all(|field| field.fixed.is_some() || members.contains_key(field.name));
            if fits { rank(unlisted, count) } else { None }
        }
        (Place::Any(_), _) => rank(UNDESCRIBED, 0),
        _ => None,
    }
}

/// How many values a value is made of.
fn weight(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(members) => members.values().map(weight).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}
