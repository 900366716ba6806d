//! The request body, in each format that it has.

use super::{
    limits::limits,
    rule::Direction,
    rules::Rule,
    value::slots,
    walk::{At, Walk},
    words,
};
use crate::ir::{Api, Body, Media, Operation, Shape, Slot, TypeKind};

pub(super) fn bodies<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Operation, new: &'a Operation) {
    let mut at = at.below("request.body");
    at.direction = Direction::Sent;
    let (was, is) = match (&old.body, &new.body) {
        (None, None) => return,
        (None, Some(body)) => {
            let rule = if body.required { Rule::BodyAddedRequired } else { Rule::BodyAdded };
            at.new = Some(&body.origin);
            return at.come(rule, words::slot(walk.new, &body.slot));
        }
        (Some(body), None) => {
            at.old = Some(&body.origin);
            return at.gone(Rule::BodyRemoved, words::slot(walk.old, &body.slot));
        }
        (Some(was), Some(is)) => (was, is),
    };
    let mut at = at.below("").from(&was.origin, &is.origin);
    if was.required != is.required {
        at.add(if is.required { Rule::BodyRequired } else { Rule::BodyOptional }, None, None);
    }
    at.texts(Rule::Description, was.description.as_deref(), is.description.as_deref());
    let mut come: Vec<&Body> = new.bodies().collect();
    let mut gone = Vec::new();
    for body in old.bodies() {
        match come.iter().position(|other| other.media == body.media) {
            Some(twin) => both(walk, &mut at, body, come.remove(twin)),
            None => gone.push(body),
        }
    }
    // Nothing in common: it is written in another format altogether.
    if gone.len() == old.bodies().count()
        && let (Some(was), Some(is)) = (gone.first(), come.first())
    {
        at.turn(Rule::RequestMedia, was.media_types.join(", "), is.media_types.join(", "));
        return slots(walk, &mut at, &was.slot, &is.slot, true);
    }
    for body in gone {
        at.gone(Rule::RequestMediaRemoved, body.media_types.join(", "));
    }
    for body in come {
        at.come(Rule::RequestMediaAdded, body.media_types.join(", "));
    }
}

/// A format that both have.
fn both<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Body, new: &'a Body) {
    for media in old.media_types.iter().filter(|media| !new.media_types.contains(media)) {
        at.gone(Rule::RequestMediaRemoved, media.as_str());
    }
    for media in new.media_types.iter().filter(|media| !old.media_types.contains(media)) {
        at.come(Rule::RequestMediaAdded, media.as_str());
    }
    if old.encoding != new.encoding {
        at.add(Rule::Encoding, None, None);
    }
    if matches!(old.media, Media::Form | Media::Multipart) {
        let (was, is) = (names(walk.old.api, &old.slot), names(walk.new.api, &new.slot));
        let common = |names: &[&'a str], other: &[&'a str]| -> Vec<&'a str> {
            names.iter().copied().filter(|name| other.contains(name)).collect()
        };
        let (was, is) = (common(&was, &is), common(&is, &was));
        if was != is {
            at.turn(Rule::FieldOrder, words::list(was), words::list(is));
        }
    }
    slots(walk, at, &old.slot, &new.slot, true);
    limits(at, &old.limits, &new.limits);
}

/// The members of an object in their order.
fn names<'a>(api: &'a Api, slot: &'a Slot) -> Vec<&'a str> {
    let def = match &slot.shape {
        Shape::Named { id, .. } => api.ty(*id),
        Shape::Inline(def) => def,
        _ => return Vec::new(),
    };
    match &def.kind {
        TypeKind::Struct(def) => def.fields.iter().map(|field| field.wire_name.as_str()).collect(),
        _ => Vec::new(),
    }
}
