//! The names of operations.

use std::collections::{HashMap, HashSet};

use super::{Choices, OperationNames, TypeNames, pascal, scope::Scope, snake, types};
use crate::ir::{Api, Media, Operation, PathPart};

/// Methods that every client has, and `clone`, which an operation would hide.
const TAKEN_METHODS: [&str; 4] = ["builder", "clone", "core", "send"];

/// Arguments that a generated method may have beside its parameters.
const TAKEN_ARGS: [&str; 2] = ["body", "params"];

/// Names all operations: after their `operationId`, or after method and path where there is none or where two
/// come to the same name.
pub(super) fn name_operations(api: &Api, choices: &Choices, type_names: &[TypeNames]) -> Vec<OperationNames> {
    let mut users: HashMap<String, usize> = HashMap::new();
    for id in api.operations.iter().filter_map(|operation| operation.id.as_ref()) {
        *users.entry(snake(id)).or_default() += 1;
    }
    let mut methods = Scope::with(&TAKEN_METHODS);
    if api.login().is_some() {
        methods.reserve("tokens");
    }
    let mut markers = Scope::default();
    let named = type_names.iter().map(|names| names.ident.as_str());
    let hidden: HashSet<&str> = types::TAKEN.into_iter().chain(named).collect();
    let mut names: Vec<OperationNames> = api
        .operations
        .iter()
        .map(|operation| {
            let chosen = choices.operations.get(&operation.label());
            let base = match &operation.id {
                _ if chosen.is_some() => chosen.cloned().unwrap_or_default(),
                Some(id) if users[&snake(id)] == 1 => id.clone(),
                _ => by_path(operation),
            };
            let (method, marker) = (snake(&base), pascal(&base));
            OperationNames {
                // A trailing underscore tells a taken name apart, as it does a keyword.
                method: methods.claim(&[method.clone(), format!("{method}_")]),
                other_methods: Vec::new(),
                // Beside a marker of its name, a type of an answer could not be named.
                marker: markers.claim(&[if hidden.contains(marker.as_str()) {
                    format!("{marker}Operation")
                } else {
                    marker
                }]),
                args: args(operation),
            }
        })
        .collect();
    // After all the others, so that a format more renames no operation.
    for (operation, names) in api.operations.iter().zip(&mut names) {
        let base = names.method.trim_end_matches('_');
        let mut taken: Vec<Media> = operation.body.iter().map(|body| body.media).collect();
        names.other_methods = operation
            .other_bodies
            .iter()
            .map(|body| {
                let usual = format!("{base}_{}", format_word(body.media));
                let precise = snake(&format!(
                    "{base} {}",
                    body.media_types.first().map_or("", |media_type| subtype(media_type))
                ));
                let twin = taken.contains(&body.media);
                taken.push(body.media);
                methods.claim(&if twin { vec![precise] } else { vec![usual, precise] })
            })
            .collect();
    }
    names
}

fn format_word(media: Media) -> &'static str {
    match media {
        Media::Json => "json",
        Media::Form => "form",
        Media::Multipart => "multipart",
        Media::Text => "text",
        Media::Bytes => "bytes",
    }
}

/// `merge-patch+json` of `application/merge-patch+json; charset=utf-8`.
fn subtype(media_type: &str) -> &str {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.split_once('/').map_or(essence, |(_, subtype)| subtype)
}

fn args(operation: &Operation) -> Vec<String> {
    let mut scope = Scope::with(&TAKEN_ARGS);
    operation
        .params
        .iter()
        .map(|param| {
            let base = snake(&param.wire_name);
            scope.claim(&[base.clone(), format!("{base}_")])
        })
        .collect()
}

/// `GET /branches/{branchId}/opening-hours` → `get branches by branchId opening-hours`.
fn by_path(operation: &Operation) -> String {
    let mut words = operation.method.as_str().to_ascii_lowercase();
    for part in operation.path.parts() {
        match part {
            PathPart::Text(text) => {
                words.push(' ');
                words.push_str(text);
            }
            PathPart::Param(name) => {
                words.push_str(" by ");
                words.push_str(name);
            }
        }
    }
    // A fragment is not sent, but the document tells paths apart by it.
    if let Some((_, fragment)) = operation.path.raw().split_once('#') {
        words.push(' ');
        words.push_str(fragment);
    }
    words
}
