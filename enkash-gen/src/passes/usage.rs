//! Marks every type with the directions in which it travels.

use crate::ir::{Api, Reply, Slot, TypeId};

pub(super) fn mark_usage(api: &mut Api) {
    let mut sent = Vec::new();
    let mut received = Vec::new();
    for operation in &api.operations {
        let mut add = |slot: &Slot| slot.each_named(&mut |id| sent.push(id));
        operation.params.iter().for_each(|param| add(&param.slot));
        operation.bodies().for_each(|body| add(&body.slot));
        sent.extend(operation.params_name());
        for slot in operation.replies.iter().flat_map(Reply::beside_the_body) {
            slot.each_named(&mut |id| received.push(id));
        }
        received.extend(operation.named_by_answers());
    }
    for slot in api.webhooks.iter().filter_map(|webhook| webhook.body.as_ref()) {
        slot.each_named(&mut |id| received.push(id));
    }
    for id in reachable(api, sent) {
        api.types[id.0].usage.sent = true;
    }
    for id in reachable(api, received) {
        api.types[id.0].usage.received = true;
    }
}

/// The types that can be reached from some of them, those included.
fn reachable(api: &Api, mut todo: Vec<TypeId>) -> Vec<TypeId> {
    let mut seen = vec![false; api.types.len()];
    let mut found = Vec::new();
    while let Some(id) = todo.pop() {
        if !std::mem::replace(&mut seen[id.0], true) {
            found.push(id);
            api.ty(id).each_slot(&mut |slot| slot.each_named(&mut |id| todo.push(id)));
        }
    }
    found
}
