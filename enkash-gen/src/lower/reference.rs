//! References to schemas: each target is lowered once, and may be part of itself.

use super::{
    context::{Component, Context},
    schema,
};
use crate::{
    ir::{NameHint, Shape, Slot},
    load::Node,
    report::Code,
};

pub(super) fn lower_reference<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Slot {
    let target = match cx.target(node) {
        Ok(target) => target,
        Err(diagnostic) => return cx.refuse(diagnostic),
    };
    match cx.components.get(target.pointer()) {
        Some(Component::Done(slot)) => return slot.clone(),
        Some(Component::Open(Some(id))) => return Slot::of(Shape::named(*id)),
        Some(Component::Open(None)) => {
            let message = "this schema is part of itself without an object in between";
            return cx.unsupported(node, Code::UnsupportedSchema, message);
        }
        None => {}
    }
    let pointer = target.pointer().clone();
    let hint = NameHint::new(pointer.last().unwrap_or_default());
    cx.components.insert(pointer.clone(), Component::Open(None));
    // A component's mistakes are its own, whichever operation happens to reach it first.
    let operation = cx.operation.take();
    let slot = schema::lower_definition(cx, &target, &hint, Some(&pointer));
    cx.operation = operation;
    cx.components.insert(pointer, Component::Done(slot.clone()));
    slot
}
