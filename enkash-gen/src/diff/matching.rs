//! Which operation of the one description is which of the other: by method and path, by id, or by what it takes and
//! gives.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::ir::{Api, Operation, PathPart, Shape, Slot, TypeKind};

/// The operations of two descriptions, as indexes.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// The old and the new index, in the order of the new description.
    pub(super) both: Vec<(usize, usize)>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

/// So many pairs are compared by what they take and give; beyond, a move without an `operationId` is not seen.
const MOST_PAIRS: usize = 250_000;

/// How much two operations must have in common to be one that has moved.
const LEAST_MEMBERS: usize = 3;
const LEAST_COMMON: f64 = 0.8;
const LEAST_COMMON_WORDS: f64 = 0.3;

pub(super) fn matching(old: &Api, new: &Api) -> Matched {
    let mut of_new: Vec<Option<usize>> = vec![None; new.operations.len()];
    let mut is_open: Vec<bool> = vec![true; old.operations.len()];
    let mut settle = |key: &dyn Fn(&Operation) -> Option<String>, is_open: &mut Vec<bool>| {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut twice: HashSet<String> = HashSet::new();
        for (index, operation) in old.operations.iter().enumerate().filter(|(index, _)| is_open[*index]) {
            let Some(key) = key(operation) else { continue };
            if known.insert(key.clone(), index).is_some() {
                twice.insert(key);
            }
        }
        for (index, operation) in new.operations.iter().enumerate() {
            let Some(key) = key(operation).filter(|key| of_new[index].is_none() && !twice.contains(key))
            else {
                continue;
            };
            if let Some(twin) = known.remove(&key) {
                of_new[index] = Some(twin);
                is_open[twin] = false;
            }
        }
    };
    settle(&|operation| Some(format!("{} {}", operation.method, operation.path.raw())), &mut is_open);
    settle(&|operation| Some(format!("{} {}", operation.method, normal_path(operation))), &mut is_open);
    settle(&|operation| operation.id.clone(), &mut is_open);
    let removed =
        |is_open: &[bool]| -> Vec<usize> { (0..is_open.len()).filter(|index| is_open[*index]).collect() };
    let added = |of_new: &[Option<usize>]| -> Vec<usize> {
        (0..of_new.len()).filter(|index| of_new[*index].is_none()).collect()
    };
    for (twin, index) in moved(old, new, &removed(&is_open), &added(&of_new)) {
        of_new[index] = Some(twin);
        is_open[twin] = false;
    }
    Matched {
        both: of_new.iter().enumerate().filter_map(|(index, twin)| Some(((*twin)?, index))).collect(),
        removed: removed(&is_open),
        added: added(&of_new),
    }
}

/// The path without the names of its parameters, and without a slash at its end.
pub(super) fn normal_path(operation: &Operation) -> String {
    let mut path = String::new();
    for part in operation.path.parts() {
        match part {
            PathPart::Text(text) => path.push_str(text),
            PathPart::Param(_) => path.push_str("{}"),
        }
    }
    path.truncate(path.trim_end_matches('/').len());
    path
}

/// Pairs of operations that are nearly the same, the closest first.
fn moved(old: &Api, new: &Api, removed: &[usize], added: &[usize]) -> Vec<(usize, usize)> {
    if removed.len().saturating_mul(added.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let traits = |api: &Api, indexes: &[usize]| -> Vec<(usize, BTreeSet<String>, BTreeSet<String>)> {
        let of = |index: &usize| &api.operations[*index];
        indexes.iter().map(|index| (*index, members(api, of(index)), path_words(of(index)))).collect()
    };
    let (before, after) = (traits(old, removed), traits(new, added));
    let mut scores = Vec::new();
    for (was, had, words) in before.iter().filter(|(_, had, _)| had.len() >= LEAST_MEMBERS) {
        for (is, has, other) in &after {
            let (common, common_words) = (common(had, has), common(words, other));
            if common >= LEAST_COMMON && common_words >= LEAST_COMMON_WORDS {
                scores.push((common + common_words, *was, *is));
            }
        }
    }
    scores.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut left, mut right) = (HashSet::new(), HashSet::new());
    scores.retain(|(_, was, is)| {
        !left.contains(was) && !right.contains(is) && left.insert(*was) && right.insert(*is)
    });
    scores.into_iter().map(|(_, was, is)| (was, is)).collect()
}

fn common(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let both = one.intersection(other).count();
    let all = one.len() + other.len() - both;
    if all == 0 { 0.0 } else { count(both) / count(all) }
}

fn count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The names of what an operation takes and gives: parameters, and the members of its bodies.
fn members(api: &Api, operation: &Operation) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    names.extend(
        operation.params.iter().map(|param| format!("{} {}", param.location.as_str(), param.wire_name)),
    );
    let mut add = |kind: &str, slot: &Slot| {
        let def = match &slot.shape {
            Shape::Named { id, .. } => api.ty(*id),
            Shape::Inline(def) => def,
            _ => return,
        };
        if let TypeKind::Struct(def) = &def.kind {
            names.extend(def.fields.iter().map(|field| format!("{kind} {}", field.wire_name)));
        }
    };
    operation.bodies().for_each(|body| add("request", &body.slot));
    operation.replies.iter().filter_map(|reply| reply.body.as_ref()).for_each(|slot| add("response", slot));
    names
}

/// The words of a path: those that say nothing are left out, and a plural is its singular.
fn path_words(operation: &Operation) -> BTreeSet<String> {
    let texts = operation.path.parts().iter().filter_map(|part| match part {
        PathPart::Text(text) => Some(text.as_str()),
        PathPart::Param(_) => None,
    });
    let words: Vec<String> =
        texts.flat_map(|text| text.split('/')).map(heck::ToSnakeCase::to_snake_case).collect();
    let says_nothing = |word: &str| {
        word.is_empty() || word == "api" || word.trim_start_matches('v').chars().all(|c| c.is_ascii_digit())
    };
    words
        .iter()
        .flat_map(|word| word.split('_'))
        .filter(|word| !says_nothing(word))
        .map(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
        .collect()
}
