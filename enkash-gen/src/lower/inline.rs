//! Schemas without a name that are made of others.
//!
//! Whatever includes a component by `allOf` describes the members of that component once more, and one of those may
//! include it, too. Each such schema is lowered once, as a component is: otherwise a circle would never end, and a
//! lattice would take time that doubles with each of its floors.

use super::{
    context::{Component, Context},
    reference,
};
use crate::{
    ir::{NameHint, Shape, Slot, TypeDef},
    load::Node,
};

/// Lowers a schema without a name that its own parts may lead back to; only then it gets one.
pub(super) fn lower_once<'d, 'r>(
    cx: &mut Context<'d, 'r>,
    node: &Node<'d>,
    hint: &NameHint,
    lower: impl FnOnce(&mut Context<'d, 'r>) -> Slot,
) -> Slot {
    let pointer = node.pointer();
    match cx.components.get(pointer).cloned() {
        Some(Component::Open(_)) => return Slot::of(Shape::named(cx.reserve(pointer, node, hint))),
        Some(Component::Done(mut slot)) => {
            if name_nested(cx, &mut slot) {
                cx.components.insert(pointer.clone(), Component::Done(slot.clone()));
            }
            return slot;
        }
        None => {}
    }
    cx.components.insert(pointer.clone(), Component::Open(None));
    let mut slot = lower(cx);
    if let Some(Component::Open(Some(id))) = cx.components.get(pointer) {
        let id = *id;
        slot = match slot.shape {
            Shape::Inline(def) => {
                cx.api.types[id.0] = *def;
                Slot { shape: Shape::named(id), ..slot }
            }
            _ => {
                reference::name_recursion(cx, pointer, node.origin(), &slot);
                slot
            }
        };
    }
    cx.components.insert(pointer.clone(), Component::Done(slot.clone()));
    slot
}

/// Gives a name to a type that has others inside it, so that a copy of it is no copy of those.
fn name_nested(cx: &mut Context<'_, '_>, slot: &mut Slot) -> bool {
    match &mut slot.shape {
        Shape::List(item) | Shape::Map(item) => name_nested(cx, item),
        Shape::Inline(def) if nests(def) => {
            let def = TypeDef::clone(def);
            slot.shape = Shape::named(cx.api.add(def));
            true
        }
        _ => false,
    }
}

fn nests(def: &TypeDef) -> bool {
    fn has_inline(slot: &Slot) -> bool {
        match &slot.shape {
            Shape::List(item) | Shape::Map(item) => has_inline(item),
            Shape::Inline(_) => true,
            _ => false,
        }
    }
    let mut found = false;
    def.each_slot(&mut |slot| found |= has_inline(slot));
    found
}
