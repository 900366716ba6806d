//! Leaves out every operation that needs something that could not be expressed. The reason has been reported
//! where it stands.

use crate::{
    ir::{Api, Operation, Skipped, Slot, TypeKind},
    report::Code,
};

pub(super) fn prune_operations(api: &mut Api) {
    let broken = broken_types(api);
    api.webhooks
        .retain(|webhook| webhook.body.as_ref().and_then(|slot| slot_reason(slot, &broken)).is_none());
    let operations = std::mem::take(&mut api.operations);
    for mut operation in operations {
        // Another format is no loss where the first one can be written.
        operation.other_bodies.retain(|body| slot_reason(&body.slot, &broken).is_none());
        for reply in &mut operation.replies {
            // What an answer may consist of instead costs nothing but itself.
            reply.events = reply.events.take().filter(|slot| slot_reason(slot, &broken).is_none());
        }
        match reason(&operation, &broken) {
            None => api.operations.push(operation),
            Some(code) => api.skipped.push(Skipped {
                method: operation.method,
                path: operation.path.raw().to_owned(),
                id: operation.id,
                code,
            }),
        }
    }
}

fn reason(operation: &Operation, broken: &[Option<Code>]) -> Option<Code> {
    let params = operation.params.iter().map(|param| &param.slot);
    let body = operation.body.iter().map(|body| &body.slot);
    let replies = operation.replies.iter().filter_map(|reply| reply.body.as_ref());
    params.chain(body).chain(replies).find_map(|slot| slot_reason(slot, broken))
}

fn slot_reason(slot: &Slot, broken: &[Option<Code>]) -> Option<Code> {
    let mut found = slot.unsupported();
    slot.each_named(&mut |id| found = found.or(broken[id.0]));
    found
}

/// For every type, why it cannot be expressed. The reason spreads to whatever holds the type, until nothing
/// changes.
fn broken_types(api: &Api) -> Vec<Option<Code>> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    let mut broken: Vec<Option<Code>> = Vec::with_capacity(api.types.len());
    for (index, def) in api.types.iter().enumerate() {
        let mut own = if let TypeKind::Unsupported(code) = def.kind { Some(code) } else { None };
        def.each_slot(&mut |slot| {
            own = own.or(slot.unsupported());
            slot.each_named(&mut |id| holders[id.0].push(index));
        });
        broken.push(own);
    }
    let mut todo: Vec<usize> = (0..broken.len()).filter(|index| broken[*index].is_some()).collect();
    while let Some(index) = todo.pop() {
        for &holder in &holders[index] {
            if broken[holder].is_none() {
                broken[holder] = broken[index];
                todo.push(holder);
            }
        }
    }
    broken
}
