//! Gives every inline type a place among the named ones. Equal inline types become one: in real documents that
//! removes three of five.

use std::collections::HashMap;

use crate::ir::{Api, Shape, Slot, TypeDef, TypeId, TypeKind};
use crate::report::Code;

pub(super) fn hoist_inline_types(api: &mut Api) {
    let mut hoist = Hoist { types: std::mem::take(&mut api.types), known: HashMap::new() };
    // Types that are added on the way have been looked into before they were added.
    for index in 0..hoist.types.len() {
        let mut kind = std::mem::replace(&mut hoist.types[index].kind, TypeKind::Unsupported(Code::Internal));
        hoist.kind(&mut kind);
        hoist.types[index].kind = kind;
    }
    for operation in &mut api.operations {
        operation.params.iter_mut().for_each(|param| hoist.slot(&mut param.slot));
        operation.bodies_mut().for_each(|body| hoist.slot(&mut body.slot));
        operation
            .replies
            .iter_mut()
            .flat_map(|reply| [&mut reply.body, &mut reply.events, &mut reply.headers].into_iter().flatten())
            .for_each(|slot| hoist.slot(slot));
    }
    let webhooks = api.webhooks.iter_mut().filter_map(|webhook| webhook.body.as_mut());
    webhooks.for_each(|slot| hoist.slot(slot));
    api.types = hoist.types;
}

struct Hoist {
    types: Vec<TypeDef>,
    known: HashMap<String, TypeId>,
}

impl Hoist {
    fn slot(&mut self, slot: &mut Slot) {
        match &mut slot.shape {
            Shape::List(item) | Shape::Map(item) | Shape::Events(item) | Shape::Lines(item) => {
                self.slot(item);
            }
            Shape::Inline(def) => {
                self.kind(&mut def.kind);
                let key = structure(&def.kind);
                let id = match self.known.get(&key) {
                    Some(id) => {
                        keep_common_limits(&mut self.types[id.0].kind, &def.kind);
                        *id
                    }
                    None => {
                        self.types.push((**def).clone());
                        let id = TypeId(self.types.len() - 1);
                        self.known.insert(key, id);
                        id
                    }
                };
                slot.shape = Shape::named(id);
            }
            Shape::Bool
            | Shape::Int(_)
            | Shape::Float
            | Shape::Text
            | Shape::Secret
            | Shape::Format(_)
            | Shape::Binary
            | Shape::File
            | Shape::Any
            | Shape::Bytes
            | Shape::Named { .. }
            | Shape::Unsupported(_) => {}
        }
    }

    fn kind(&mut self, kind: &mut TypeKind) {
        if let TypeKind::Struct(def) = kind {
            def.fields.iter_mut().for_each(|field| self.slot(&mut field.slot));
            def.rest.iter_mut().for_each(|rest| self.slot(rest));
        }
        if let TypeKind::Union(def) = kind {
            def.variants.iter_mut().for_each(|variant| self.slot(&mut variant.slot));
        }
    }
}

/// Leaves of the limits of a type those that hold wherever it stands: a value that breaks another may be legal.
fn keep_common_limits(kept: &mut TypeKind, other: &TypeKind) {
    let (TypeKind::Struct(kept), TypeKind::Struct(other)) = (kept, other) else { return };
    for (field, twin) in kept.fields.iter_mut().zip(&other.fields) {
        field.limits = field.limits.common(&twin.limits);
    }
    kept.rest_limits = kept.rest_limits.common(&other.rest_limits);
}

/// What makes two inline types one: everything but what the document says about them.
fn structure(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Struct(def) => {
            let fields: Vec<_> = def
                .fields
                .iter()
                .map(|field| {
                    (
                        &field.wire_name,
                        field.required,
                        field.location,
                        &field.slot,
                        field.masked,
                        field.access,
                        &field.only,
                        field.deprecated,
                    )
                })
                .collect();
            format!("struct {fields:?} {:?}", def.rest)
        }
        other => format!("{other:?}"),
    }
}
