//! The declared answers, by status.

use std::sync::LazyLock;

use super::{
    object::{self, HEADERS},
    rule::Direction,
    rules::Rule,
    value::slots,
    walk::{At, Side, Walk},
    words,
};
use crate::ir::{Api, Operation, Reply, Shape, Slot, StructDef, TypeKind};

pub(super) fn replies<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Operation, new: &'a Operation) {
    let is_success = |operation: &Operation, reply: &Reply| {
        operation.successes().iter().any(|success| success.status == reply.status)
    };
    for reply in &old.replies {
        let mut at = at.below(&reply.status.to_string());
        at.direction = Direction::Received;
        match new.replies.iter().find(|other| other.status == reply.status) {
            Some(twin) => both(walk, &mut at.from(&reply.origin, &twin.origin), reply, twin),
            None => {
                let rule = if is_success(old, reply) { Rule::SuccessRemoved } else { Rule::FailureRemoved };
                at.old = Some(&reply.origin);
                at.gone(rule, describe(walk.old, reply));
            }
        }
    }
    for reply in &new.replies {
        if old.replies.iter().all(|other| other.status != reply.status) {
            let rule = if is_success(new, reply) { Rule::SuccessAdded } else { Rule::FailureAdded };
            let mut at = at.below(&reply.status.to_string());
            at.new = Some(&reply.origin);
            at.come(rule, describe(walk.new, reply));
        }
    }
}

fn describe(side: Side<'_>, reply: &Reply) -> String {
    reply.body.as_ref().map_or_else(|| "no body".to_owned(), |body| words::slot(side, body))
}

/// A status that both declare.
fn both<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Reply, new: &'a Reply) {
    at.texts(Rule::Description, Some(&old.description), Some(&new.description));
    match (&old.body, &new.body) {
        (None, None) => {}
        (None, Some(body)) => at.below(".body").come(Rule::ResponseBodyAdded, words::slot(walk.new, body)),
        (Some(body), None) => at.below(".body").gone(Rule::ResponseBodyRemoved, words::slot(walk.old, body)),
        (Some(was), Some(is)) => {
            media(at, old, new);
            slots(walk, &mut at.below(".body"), was, is, true);
        }
    }
    match (&old.events, &new.events) {
        (None, None) => {}
        (None, Some(events)) => at.come(Rule::StreamAdded, words::slot(walk.new, events)),
        (Some(events), None) => at.gone(Rule::StreamRemoved, words::slot(walk.old, events)),
        (Some(was), Some(is)) => slots(walk, &mut at.below(".events"), was, is, false),
    }
    let headers = |api: &'a Api, reply: &'a Reply| {
        reply.headers.as_ref().map_or(&*NO_HEADERS, |slot| listed(api, slot))
    };
    let (was, is) = (headers(walk.old.api, old), headers(walk.new.api, new));
    object::members(walk, &mut at.below(".headers"), was, is, &HEADERS);
}

/// An answer may be one of several media types, of which one is read.
fn media(at: &mut At<'_, '_>, old: &Reply, new: &Reply) {
    let all = |reply: &Reply| -> Vec<String> {
        let mut all: Vec<String> = std::iter::once(&reply.media).chain(&reply.others).cloned().collect();
        all.sort();
        all
    };
    let (was, is) = (all(old), all(new));
    if !is.contains(&old.media) {
        at.turn(Rule::ResponseMedia, was.join(", "), is.join(", "));
        return;
    }
    for media in was.iter().filter(|media| !is.contains(media)) {
        at.gone(Rule::ResponseMediaRemoved, media.as_str());
    }
    for media in is.iter().filter(|media| !was.contains(media)) {
        at.come(Rule::ResponseMediaAdded, media.as_str());
    }
}

static NO_HEADERS: LazyLock<StructDef> = LazyLock::new(StructDef::default);

fn listed<'a>(api: &'a Api, slot: &'a Slot) -> &'a StructDef {
    let def = match &slot.shape {
        Shape::Named { id, .. } => api.ty(*id),
        Shape::Inline(def) => def,
        _ => return &NO_HEADERS,
    };
    match &def.kind {
        TypeKind::Struct(def) => def,
        _ => &NO_HEADERS,
    }
}
