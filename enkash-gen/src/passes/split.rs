//! Splits a type that travels both ways where one type cannot serve both: where a member must be sent that no answer
//! has, and in what holds such a type.
//!
//! What is received stays in place, and what is sent becomes a type beside it. A type that no such member is in stays
//! one, so that a value can be received, changed and sent back.

use crate::ir::{Access, Api, Shape, Slot, TypeDef, TypeId, TypeKind, Usage};

pub(super) fn split_types(api: &mut Api) {
    let apart = apart(api);
    let first = api.types.len();
    let mut sent_as: Vec<Option<TypeId>> = vec![None; first];
    for index in (0..first).filter(|index| apart[*index]) {
        api.types[index].usage = Usage { sent: false, received: true };
        let sent = TypeDef {
            usage: Usage { sent: true, received: false },
            received_as: Some(TypeId(index)),
            ..api.types[index].clone()
        };
        sent_as[index] = Some(api.add(sent));
    }
    if api.types.len() == first {
        return;
    }
    let mut redirect = |slot: &mut Slot| {
        if let Shape::Named { id, .. } = &mut slot.shape {
            *id = sent_as.get(id.0).copied().flatten().unwrap_or(*id);
        }
    };
    for def in api.types.iter_mut().filter(|def| !def.usage.received) {
        def.each_slot_mut(&mut redirect);
    }
    for operation in &mut api.operations {
        operation.params.iter_mut().for_each(|param| param.slot.each_mut(&mut redirect));
        operation.bodies_mut().for_each(|body| body.slot.each_mut(&mut redirect));
    }
}

/// Which types are to be split: those that demand such a member, and those that hold one of them.
fn apart(api: &Api) -> Vec<bool> {
    let travels_both_ways = |def: &TypeDef| def.usage.sent && def.usage.received;
    let mut apart = vec![false; api.types.len()];
    let demanding = |index: &usize| {
        let def = &api.types[*index];
        travels_both_ways(def) && demands_what_no_answer_has(def)
    };
    let mut todo: Vec<usize> = (0..api.types.len()).filter(demanding).collect();
    if todo.is_empty() {
        return apart;
    }
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    for (index, def) in api.types.iter().enumerate().filter(|(_, def)| travels_both_ways(def)) {
        def.each_slot(&mut |slot| slot.each_named(&mut |id| holders[id.0].push(index)));
    }
    while let Some(index) = todo.pop() {
        if !std::mem::replace(&mut apart[index], true) {
            todo.append(&mut holders[index]);
        }
    }
    apart
}

fn demands_what_no_answer_has(def: &TypeDef) -> bool {
    let TypeKind::Struct(def) = &def.kind else { return false };
    def.fields.iter().any(|field| field.required && field.access == Access::Write)
}

#[cfg(test)]
mod tests;
