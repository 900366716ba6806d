//! References to schemas: each target is lowered once, and may be part of itself.

use super::{
    context::{Component, Context},
    schema,
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

/// Lowers a schema that others refer to.
pub(super) fn lower_target<'d>(cx: &mut Context<'d, '_>, target: &Node<'d>) -> Slot {
    match cx.components.get(target.pointer()) {
        Some(Component::Done(slot)) => return slot.clone(),
        Some(Component::Open(Some(id))) => return Slot::of(Shape::named(*id)),
        // Something that is no object is part of itself: it will need a name after all.
        Some(Component::Open(None)) => {
            let hint = NameHint::new(target.pointer().last().unwrap_or_default());
            return Slot::of(Shape::named(cx.reserve(target.pointer(), target, &hint)));
        }
        None => {}
    }
    let pointer = target.pointer().clone();
    let hint = NameHint::new(pointer.last().unwrap_or_default());
    cx.components.insert(pointer.clone(), Component::Open(None));
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
        let message =
            format!("the schema `{}` is nothing but itself, and is taken to be any value", pointer.as_str());
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
