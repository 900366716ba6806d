//! Works out what the successes and the failures of an operation carry. Answers that differ become a type with a
//! case per answer; operations whose answers differ in the same way share it.

use std::collections::HashMap;

use crate::ir::{Api, NameHint, Operation, Outcome, Reply, Slot, Status, TypeDef, TypeId, TypeKind, Usage};

pub(super) fn work_out_outcomes(api: &mut Api) {
    let mut operations = std::mem::take(&mut api.operations);
    let mut known = HashMap::new();
    for operation in &mut operations {
        let success = outcome(api, operation, &operation.successes(), "success", &mut known);
        let failure = outcome(api, operation, &operation.failures(), "failure", &mut known);
        (operation.success, operation.failure) = (success, failure);
    }
    api.operations = operations;
}

fn outcome(
    api: &mut Api,
    operation: &Operation,
    replies: &[&Reply],
    word: &str,
    known: &mut HashMap<String, TypeId>,
) -> Outcome {
    let Some(first) = replies.first() else { return Outcome::Undeclared };
    if replies.iter().all(|reply| reply.body == first.body) {
        return first.body.clone().map_or(Outcome::Empty, Outcome::Value);
    }
    let cases: Vec<(Status, Option<Slot>)> =
        replies.iter().map(|reply| (reply.status, reply.body.clone())).collect();
    let id = *known.entry(format!("{cases:?}")).or_insert_with(|| {
        api.add(TypeDef {
            hint: NameHint::new(operation.label()).then(word),
            kind: TypeKind::Cases(cases),
            description: None,
            deprecated: false,
            usage: Usage::default(),
            received_as: None,
            origin: operation.origin.clone(),
        })
    });
    Outcome::Cases(id)
}
