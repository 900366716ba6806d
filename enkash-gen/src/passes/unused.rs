//! Drops the types that no operation reaches, and those of members that the generated code fills in.

use crate::{
    ir::Shape,
    ir::{Api, Operation, Outcome, Reply, Slot, TypeId},
};

pub(super) fn drop_unused_types(api: &mut Api) {
    let roots = api.operations.iter().flat_map(roots).collect();
    keep_types(api, roots);
}

/// Drops the types that neither a webhook nor one of `todo` reaches.
pub(super) fn keep_types(api: &mut Api, mut todo: Vec<TypeId>) {
    todo.extend(webhook_roots(api));
    let mut used = vec![false; api.types.len()];
    reached(api, todo).into_iter().for_each(|id| used[id.0] = true);
    let mut renumbered = vec![None; api.types.len()];
    let mut kept = Vec::new();
    for (index, def) in std::mem::take(&mut api.types).into_iter().enumerate() {
        if used[index] {
            renumbered[index] = Some(TypeId(kept.len()));
            kept.push(def);
        }
    }
    api.types = kept;
    // A filled-in member keeps a shape that nobody will ask for; any other id is among those kept.
    let renumber = |slot: &mut Slot| {
        if let Shape::Named { id, .. } = &mut slot.shape {
            match renumbered[id.0] {
                Some(new) => *id = new,
                None => slot.shape = Shape::Text,
            }
        }
    };
    api.each_slot_mut(&mut { renumber });
    for def in &mut api.types {
        def.received_as = def.received_as.and_then(|id| renumbered[id.0]);
    }
    for operation in &mut api.operations {
        operation.params_type = operation.params_type.and_then(|id| renumbered[id.0]);
        operation.params_alias = operation.params_alias.and_then(|id| renumbered[id.0]);
        for outcome in [&mut operation.success, &mut operation.failure] {
            match outcome {
                Outcome::Value(slot) => slot.each_mut(&mut { renumber }),
                Outcome::Cases(id) => *id = renumbered[id.0].unwrap_or(*id),
                Outcome::Empty | Outcome::Undeclared => {}
            }
        }
    }
}

/// Some types and what they are made of.
pub(super) fn reached(api: &Api, mut todo: Vec<TypeId>) -> Vec<TypeId> {
    let mut seen = vec![false; api.types.len()];
    let mut found = Vec::new();
    while let Some(id) = todo.pop() {
        if !std::mem::replace(&mut seen[id.0], true) {
            found.push(id);
            todo.extend(api.ty(id).named());
        }
    }
    found
}

/// The types that the server sends on its own.
pub(super) fn webhook_roots(api: &Api) -> Vec<TypeId> {
    let mut ids = Vec::new();
    for slot in api.webhooks.iter().filter_map(|webhook| webhook.body.as_ref()) {
        slot.each_named(&mut |id| ids.push(id));
    }
    ids
}

/// The types that an operation needs: those that its method names, and those of its answers one by one.
pub(super) fn roots(operation: &Operation) -> Vec<TypeId> {
    let mut ids = operation.named();
    for slot in operation.replies.iter().flat_map(Reply::beside_the_body) {
        slot.each_named(&mut |id| ids.push(id));
    }
    ids
}
