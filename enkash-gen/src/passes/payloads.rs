//! Keeps what travels in bodies, for whom only types are wanted: neither parameters nor headers, and no type that
//! stands for several answers, which only a client tells apart.

use super::unused;
use crate::ir::{Api, Outcome, Slot, TypeId};

pub(super) fn keep_payloads(api: &mut Api) {
    let mut roots: Vec<TypeId> = Vec::new();
    let mut add = |slot: &Slot| slot.each_named(&mut |id| roots.push(id));
    for operation in &api.operations {
        operation.bodies().for_each(|body| add(&body.slot));
        for outcome in [&operation.success, &operation.failure] {
            match outcome {
                Outcome::Value(slot) => add(slot),
                Outcome::Cases(id) => api.ty(*id).each_slot(&mut add),
                Outcome::Empty | Outcome::Undeclared => {}
            }
        }
    }
    for operation in &mut api.operations {
        operation.params.clear();
        (operation.params_type, operation.params_alias) = (None, None);
        operation.replies.clear();
        (operation.success, operation.failure) = (Outcome::Undeclared, Outcome::Undeclared);
    }
    unused::keep_types(api, roots);
}
