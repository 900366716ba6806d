//! How far the way to a target leads, for an action that matches nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    load::jsonpath::{Query, Segment, Selector},
    report::{brief, similar},
};

/// So many names are listed where none is similar.
const MOST_NAMES: usize = 8;

/// What is there of the way, and what is not.
pub(super) fn nearest(query: &Query, target: &str, root: &Value) -> String {
    let segments = query.segments();
    // The document itself is always there.
    let steps =
        (0..segments.len()).rev().find(|steps| !query.select_by(*steps, root).is_empty()).unwrap_or(0);
    let Some(missing) = segments.get(steps) else { return "the document is empty".to_owned() };
    let start = steps.checked_sub(1).and_then(|last| segments.get(last)).map_or(1, |last| last.end);
    let (there, step) =
        (target.get(..start).unwrap_or("$"), target.get(start..missing.end).unwrap_or_default());
    let nodes: Vec<&Value> = query.select_by(steps, root).into_iter().map(|(node, _)| node).collect();
    let there = format!("`{}` is there", brief(there));
    let Segment { is_descendant: false, selectors, .. } = missing else {
        return format!("{there}, but nothing below it matches `{}`", brief(step.trim()));
    };
    match &selectors[..] {
        [Selector::Name(name)] => format!("{there}, but has no `{}`; {}", brief(name), names(name, &nodes)),
        [Selector::Index(_) | Selector::Slice { .. }] => {
            let length = nodes.iter().filter_map(|node| Some(node.as_array()?.len())).max();
            match length {
                Some(1) => format!("{there}, but has 1 element"),
                Some(length) => format!("{there}, but has {length} elements"),
                None => format!("{there}, but is no list"),
            }
        }
        [Selector::Filter(_)] => format!("{there}, but nothing in it passes `{}`", brief(step.trim())),
        _ => format!("{there}, but nothing in it matches `{}`", brief(step.trim())),
    }
}

/// The name that was most likely meant, or those that there are.
fn names(wrong: &str, nodes: &[&Value]) -> String {
    let known = || nodes.iter().filter_map(|node| node.as_object()).flatten().map(|(key, _)| key.as_str());
    if let Some(name) = similar(wrong, known()) {
        return format!("did you mean `{}`?", brief(name));
    }
    let all: BTreeSet<&str> = known().collect();
    let mut listed: Vec<_> = all.iter().take(MOST_NAMES).map(|name| format!("`{}`", brief(name))).collect();
    match all.len() {
        0 => return "it has no members".to_owned(),
        count if count > MOST_NAMES => listed.push(format!("{} more", count - MOST_NAMES)),
        _ => {}
    }
    format!("it has {}", listed.join(", "))
}
