//! Tells the bytes that are a part of a body of parts, and so carry a name and a type, from those that are text in JSON.

use std::collections::HashSet;

use crate::ir::{Api, Media, Shape, Slot, TypeId, TypeKind};

pub(super) fn mark_files(api: &mut Api) {
    let mut roots: Vec<TypeId> = Vec::new();
    for operation in &mut api.operations {
        for body in operation.bodies_mut().filter(|body| body.media == Media::Multipart) {
            mark(&mut body.slot);
            body.slot.each_named(&mut |id| roots.push(id));
        }
    }
    let mut seen = HashSet::new();
    while let Some(id) = roots.pop() {
        if !seen.insert(id) {
            continue;
        }
        match &mut api.types[id.0].kind {
            TypeKind::Struct(def) => {
                def.fields.iter_mut().map(|field| &mut field.slot).chain(&mut def.rest).for_each(mark);
            }
            // One of several objects is written as the one that it is.
            TypeKind::Union(def) => {
                def.variants.iter().for_each(|variant| variant.slot.each_named(&mut |id| roots.push(id)));
            }
            _ => {}
        }
    }
}

/// Bytes, or a list or map of them.
fn mark(slot: &mut Slot) {
    match &mut slot.shape {
        Shape::Binary => slot.shape = Shape::File,
        Shape::List(item) | Shape::Map(item) => mark(item),
        _ => {}
    }
}
