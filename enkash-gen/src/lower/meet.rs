//! What two descriptions of one value both allow.

use std::collections::HashSet;

use super::{
    combined::{self, Made},
    context::Context,
    parts::{Part, Parts},
    schema,
};
use crate::{
    ir::{EnumBase, EnumDef, Shape, Slot, TypeKind},
    load::Node,
    report::Pointer,
};

/// Objects inside objects that are put together; below, the last description counts.
const MAX_DEPTH: usize = 4;

/// The narrower of two descriptions; `None` if neither is that of the other.
pub(super) fn meet(cx: &Context<'_, '_>, one: &Slot, other: &Slot) -> Option<Slot> {
    let nullable = one.nullable || other.nullable;
    let slot = |shape: &Shape| Some(Slot { shape: shape.clone(), nullable });
    match (&one.shape, &other.shape) {
        (Shape::Unsupported(_), _) => slot(&one.shape),
        (_, Shape::Unsupported(_)) => slot(&other.shape),
        (one, other) if one == other => slot(other),
        (Shape::Any, shape) | (shape, Shape::Any) => slot(shape),
        (Shape::Int(_), Shape::Float) => slot(&one.shape),
        (Shape::Float | Shape::Int(_), Shape::Int(_)) => slot(&other.shape),
        (Shape::Text, Shape::Secret | Shape::Format(_) | Shape::Binary) => slot(&other.shape),
        (Shape::Secret | Shape::Format(_) | Shape::Binary, Shape::Text) => slot(&one.shape),
        (Shape::List(one), Shape::List(other)) => slot(&Shape::List(Box::new(meet(cx, one, other)?))),
        (Shape::Map(item), object) if item.shape == Shape::Any && is_object(cx, object) => slot(object),
        (object, Shape::Map(item)) if item.shape == Shape::Any && is_object(cx, object) => slot(object),
        (left, right) => match (choices(cx, left), choices(cx, right)) {
            (Some(few), Some(many)) if is_subset(few, many) => slot(left),
            (Some(_), Some(_)) => slot(right),
            (Some(_), None) if *right == Shape::Text => slot(left),
            (None, Some(_)) if *left == Shape::Text => slot(right),
            _ => None,
        },
    }
}

/// The object that two objects both describe: one of them if it includes the other, else a new one.
pub(super) fn meet_objects<'d>(cx: &mut Context<'d, '_>, one: &Part<'d>, other: &Part<'d>) -> Option<Slot> {
    for (large, small) in [(other, one), (one, other)] {
        if includes(cx, &large.node, &small.node) {
            return Some(schema::lower_schema(cx, &large.node, &large.hint));
        }
    }
    let pair = [one.node.pointer().clone(), other.node.pointer().clone()];
    if cx.meeting.len() >= MAX_DEPTH || cx.meeting.contains(&pair) {
        return None;
    }
    let mut parts = Parts::default();
    parts.gather(cx, &one.node, &one.hint);
    parts.gather(cx, &other.node, &other.hint);
    if parts.properties.is_empty() || !parts.others.is_empty() || !parts.unions.is_empty() {
        return None;
    }
    cx.meeting.push(pair);
    let hint = other.hint.then(other.node.pointer().last().unwrap_or_default());
    let slot = combined::lower_parts(cx, parts, Made { node: &other.node, hint: &hint, component: None });
    cx.meeting.pop();
    Some(slot)
}

/// Whether a reference leads to an object of which the other's target is a part.
fn includes<'d>(cx: &mut Context<'d, '_>, large: &Node<'d>, small: &Node<'d>) -> bool {
    if small.reference().is_none() || large.reference().is_none() {
        return false;
    }
    let (Ok(target), Ok(wanted)) = (cx.target(large), cx.target(small)) else { return false };
    let mut seen: HashSet<Pointer> = HashSet::new();
    let mut todo = vec![target];
    while let Some(node) = todo.pop() {
        if node.pointer() == wanted.pointer() {
            return true;
        }
        if !seen.insert(node.pointer().clone()) {
            continue;
        }
        for member in node.get("allOf").iter().flat_map(Node::items) {
            todo.extend(cx.target(&member).ok());
        }
    }
    false
}

fn is_object(cx: &Context<'_, '_>, shape: &Shape) -> bool {
    match shape {
        Shape::Map(_) => true,
        Shape::Inline(def) => matches!(def.kind, TypeKind::Struct(_)),
        Shape::Named { id, .. } => !matches!(cx.api.ty(*id).kind, TypeKind::Enum(_)),
        _ => false,
    }
}

/// The enum that a shape is, if it is one of texts.
pub(super) fn choices<'a>(cx: &'a Context<'_, '_>, shape: &'a Shape) -> Option<&'a EnumDef> {
    let kind = match shape {
        Shape::Inline(def) => &def.kind,
        Shape::Named { id, .. } => &cx.api.ty(*id).kind,
        _ => return None,
    };
    match kind {
        TypeKind::Enum(def) if def.base == EnumBase::Text => Some(def),
        _ => None,
    }
}

fn is_subset(few: &EnumDef, many: &EnumDef) -> bool {
    let many: HashSet<Option<&str>> = many.choices.iter().map(|choice| choice.wire_value.text()).collect();
    few.choices.iter().all(|choice| many.contains(&choice.wire_value.text()))
}
