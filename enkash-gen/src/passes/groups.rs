//! Sorts operations by their tags, and types by the operations that reach them. What has no tag, and what operations
//! with different tags share, is in no group.

use super::unused;
use crate::ir::{Api, Group, TypeId};

pub(super) fn group_by_tag(api: &mut Api) {
    let mut groups: Vec<Group> = Vec::new();
    for (index, operation) in api.operations.iter().enumerate() {
        if operation.tags.is_empty() {
            continue;
        }
        let same = |group: &&mut Group| {
            group.tags.len() == operation.tags.len()
                && group.tags.iter().all(|tag| operation.tags.contains(tag))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.operations.push(index),
            None => groups.push(Group {
                tags: operation.tags.clone(),
                operations: vec![index],
                types: Vec::new(),
            }),
        }
    }
    for (index, owner) in owners(api, &groups).into_iter().enumerate() {
        if let Owner::Group(group) = owner {
            groups[group].types.push(TypeId(index));
        }
    }
    api.groups = groups;
}

/// Who reaches a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nobody,
    Group(usize),
    Several,
}

fn owners(api: &Api, groups: &[Group]) -> Vec<Owner> {
    let mut owners = vec![Owner::Nobody; api.types.len()];
    let mut take = |todo: Vec<TypeId>, owner: Owner| {
        for id in unused::reached(api, todo) {
            owners[id.0] = match owners[id.0] {
                Owner::Nobody => owner,
                same if same == owner => same,
                _ => Owner::Several,
            };
        }
    };
    for (index, group) in groups.iter().enumerate() {
        let roots =
            group.operations.iter().flat_map(|&index| unused::roots(&api.operations[index])).collect();
        take(roots, Owner::Group(index));
    }
    let without = api.operations.iter().filter(|operation| operation.tags.is_empty());
    take(without.flat_map(unused::roots).collect(), Owner::Several);
    take(unused::webhook_roots(api), Owner::Several);
    owners
}
