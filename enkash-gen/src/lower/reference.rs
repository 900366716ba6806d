//! References to schemas: each target is lowered once, and may be part of itself.
//!
//! Invariant: however many schemas lead into each other, the stack does not grow with their number. What is reached
//! too deep gets its name at once and is lowered later, as if it had led back to itself.

use super::{
    context::{Component, Context},
    parts, schema,
};
use crate::{
    ir::{NameHint, Shape, Slot, TypeKind, UnionDef, Variant},
    load::Node,
    report::{Code, Diagnostic, Origin, Pointer, Severity},
};

pub(super) fn lower_reference<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Slot {
    let target = match cx.target(node) {
        Ok(target) => target,
        Err(diagnostic) => return cx.refuse(diagnostic),
    };
    lower_target(cx, &target)
}

/// Schemas that lead into each other are lowered within each other as deep as this.
const MOST_DEEP: usize = 64;

/// Lowers a schema that others refer to.
pub(super) fn lower_target<'d>(cx: &mut Context<'d, '_>, target: &Node<'d>) -> Slot {
    match cx.components.get(target.pointer()) {
        Some(Component::Done(slot)) => return slot.clone(),
        // It is part of itself. Something that is no object will need a name after all.
        Some(Component::Open(_)) => return named(cx, target),
        None => {}
    }
    cx.components.insert(target.pointer().clone(), Component::Open(None));
    if cx.depth >= MOST_DEEP && leads_on(target) {
        cx.deferred.push_back(target.clone());
        return named(cx, target);
    }
    lower_open(cx, target)
}

/// Lowers what was too deep for it when it was reached.
pub(super) fn lower_deferred(cx: &mut Context<'_, '_>) {
    while let Some(target) = cx.deferred.pop_front() {
        lower_open(cx, &target);
    }
}

/// The type that a schema will be, by the name that is reserved for it.
fn named<'d>(cx: &mut Context<'d, '_>, target: &Node<'d>) -> Slot {
    let hint = NameHint::new(target.pointer().last().unwrap_or_default());
    let id = cx.reserve(target.pointer(), target, &hint);
    Slot { shape: Shape::named(id), nullable: parts::is_true(target, "nullable") }
}

/// Whether a schema holds others.
fn leads_on(node: &Node<'_>) -> bool {
    [
        "properties",
        "additionalProperties",
        "items",
        "x-prefix-items",
        "allOf",
        "oneOf",
        "anyOf",
        "discriminator",
    ]
    .iter()
    .any(|key| node.value().get(key).is_some_and(|child| child.is_object() || child.is_array()))
}

fn lower_open<'d>(cx: &mut Context<'d, '_>, target: &Node<'d>) -> Slot {
    let pointer = target.pointer().clone();
    let hint = NameHint::new(pointer.last().unwrap_or_default());
    // A component's mistakes are its own, whichever operation happens to reach it first.
    let operation = cx.operation.take();
    let slot = schema::lower_definition(cx, target, &hint, Some(&pointer));
    cx.operation = operation;
    name_recursion(cx, &pointer, target.origin(), &slot);
    cx.components.insert(pointer, Component::Done(slot.clone()));
    slot
}

/// Gives the name that was reserved for a schema to what it came to, if that is not a type with a name itself.
pub(super) fn name_recursion(cx: &mut Context<'_, '_>, pointer: &Pointer, origin: Origin, slot: &Slot) {
    let Some(Component::Open(Some(id))) = cx.components.get(pointer) else { return };
    let id = *id;
    let slot = if slot.shape != Shape::named(id) {
        slot.clone()
    } else if cx.api.types[id.0].kind == TypeKind::Unsupported(Code::RefCycle) {
        // Nothing has taken the place of what was reserved: the schema is itself and no more, as is an `allOf` of
        // nothing but a schema that refers back.
        let message = format!("the schema `{pointer}` is nothing but itself, and is taken to be any value");
        cx.push(Diagnostic::new(Code::RefCycle, message).at(origin).severity(Severity::Warning));
        Slot::of(Shape::Any)
    } else {
        return;
    };
    cx.api.types[id.0].kind = match slot.shape {
        Shape::Unsupported(code) => TypeKind::Unsupported(code),
        _ => TypeKind::Union(UnionDef { variants: vec![Variant::of(slot)], tag: None }),
    };
}
