//! Applies the actions of an overlay, in their order.

use std::{cmp::Reverse, collections::HashSet};

use serde_json::Value;

use super::{
    Action, Change, Overlay, Unmatched,
    merge::{Merge, fits, size},
    nearest::nearest,
    places::Places,
};
use crate::{
    load::reach::reach_mut,
    report::{Code, Diagnostic, Origin, Pointer, Report},
};

/// As deep as the parsers read.
const DEEPEST: usize = 128;

/// So many nodes may come from one overlay: a mistake in a wildcard is no reason to fill the memory.
const MOST_NODES: usize = 1_000_000;

impl Overlay {
    /// The same as [`apply`](Self::apply), keeping what has come from where.
    pub(in crate::load) fn apply_to(
        &self,
        root: &mut Value,
        places: &mut Places,
        report: &mut Report,
    ) -> Vec<Unmatched> {
        let (mut unmatched, mut added) = (Vec::new(), 0);
        for action in &self.actions {
            if added > MOST_NODES {
                break;
            }
            let mut seen = HashSet::new();
            let mut found: Vec<Pointer> =
                action.query.select(root).into_iter().map(|(_, pointer)| pointer).collect();
            found.retain(|pointer| seen.insert(pointer.clone()));
            if found.is_empty() {
                let missing = Unmatched {
                    action: action.index,
                    target: action.target.clone(),
                    reason: action.reason.clone(),
                    nearest: nearest(&action.query, &action.target, root),
                    origin: Origin::pointer(self.source, self.place(action.index, "target")),
                };
                report.push(missing.diagnostic());
                unmatched.push(missing);
                continue;
            }
            match &action.change {
                Change::Update(update) => {
                    report.extend(self.update(action, update, root, &found, places, &mut added));
                }
                Change::Remove => {
                    for pointer in in_reverse(found) {
                        if let Err(message) = remove(root, &pointer, places) {
                            let at = Origin::pointer(self.source, self.place(action.index, "remove"));
                            report.push(Diagnostic::new(Code::InvalidOverlay, message).at(at));
                        }
                    }
                }
                Change::Nothing => {}
            }
        }
        unmatched
    }

    /// Merges into each node that takes it.
    fn update(
        &self,
        action: &Action,
        update: &Value,
        root: &mut Value,
        found: &[Pointer],
        places: &mut Places,
        added: &mut usize,
    ) -> Vec<Diagnostic> {
        let from = self.place(action.index, "update");
        let invalid = |at: &Pointer, message: String, help: &str| {
            let origin = Origin::pointer(self.source, at.clone());
            Diagnostic::new(Code::InvalidOverlay, message).at(origin).help(help)
        };
        let (depth, count) = size(update);
        let mut said = Vec::new();
        for at in found {
            // What an action has put into one of its targets may have taken the place of another.
            let Some(node) = reach_mut(root, at) else { continue };
            *added += count;
            if at.tokens().count() + depth > DEEPEST {
                let message = format!("the document would be nested deeper than {DEEPEST} levels");
                said.push(invalid(&from, message, "name targets that are not inside of one another"));
                break;
            }
            if *added > MOST_NODES {
                let message = format!("the overlay adds more than {MOST_NODES} nodes");
                said.push(invalid(&from, message, "name fewer targets"));
                break;
            }
            match fits(node, update, &from) {
                Ok(()) => Merge { source: self.source, places }.target(node, update, at, &from),
                Err(misfit) => said.push(invalid(&misfit.at, misfit.message, misfit.help)),
            }
        }
        said
    }
}

/// The last elements of a list first, and what is inside of a node before the node.
fn in_reverse(mut found: Vec<Pointer>) -> Vec<Pointer> {
    let steps = |pointer: &Pointer| -> Vec<(Option<usize>, String)> {
        pointer.tokens().map(|token| (token.parse().ok(), token.to_owned())).collect()
    };
    found.sort_by_cached_key(|pointer| Reverse(steps(pointer)));
    found
}

/// Takes a node out of what holds it. The order of the others stays.
fn remove(root: &mut Value, pointer: &Pointer, places: &mut Places) -> Result<(), String> {
    let (Some(holder), Some(token)) = (pointer.parent(), pointer.last()) else {
        return Err("the document itself cannot be removed".to_owned());
    };
    match reach_mut(root, &holder) {
        Some(Value::Object(map)) => {
            map.shift_remove(token);
            places.take_key(&holder, token);
        }
        Some(Value::Array(items)) => {
            if let Some(index) = token.parse().ok().filter(|index| *index < items.len()) {
                places.take_index(&holder, index, items.len());
                items.remove(index);
            }
        }
        _ => {}
    }
    Ok(())
}
