//! The modules of a layout by tags, and the cargo features of a crate's own.

use super::{GroupNames, kebab, scope::Scope, snake};
use crate::ir::Api;

/// What the modules `client`, `ops` and `types` name in their own scope, and what paths begin with.
const TAKEN_MODULES: [&str; 11] =
    ["alloc", "bound", "client", "core", "ops", "rt", "runtime", "std", "types", "webhook", "serde"];

/// The features that every crate has, and the one for all tags.
const TAKEN_FEATURES: [&str; 11] = [
    "all",
    "blocking",
    "cookies",
    "default",
    "file-store",
    "jiff",
    "reqwest",
    "serde",
    "store",
    "testing",
    "tracing",
];

pub(super) fn name_groups(api: &Api) -> Vec<GroupNames> {
    let mut modules = Scope::with(&TAKEN_MODULES);
    let mut features = Scope::with(&TAKEN_FEATURES);
    let mut known: Vec<(&str, String)> = Vec::new();
    api.groups
        .iter()
        .map(|group| {
            let base = snake(&group.tags.join(" and "));
            let module = modules.claim(&[base.clone(), format!("{base}_operations")]);
            let mut gates = Vec::new();
            for tag in &group.tags {
                let feature = match known.iter().find(|(name, _)| name == tag) {
                    Some((_, feature)) => feature.clone(),
                    None => {
                        let base = feature(tag);
                        let feature = features.claim(&[base.clone(), format!("tag-{base}")]);
                        known.push((tag, feature.clone()));
                        feature
                    }
                };
                gates.push(feature);
            }
            GroupNames { module, features: gates }
        })
        .collect()
}

/// A tag as a feature is called.
fn feature(tag: &str) -> String {
    let name = kebab(tag);
    if name.is_empty() { "tag".to_owned() } else { name }
}
