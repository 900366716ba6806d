//! The names on the builder of a client: setters of credentials, and environments.

use super::{pascal, scope::Scope, snake};
use crate::ir::Api;

/// The setters that every builder has.
const TAKEN_SETTERS: [&str; 8] =
    ["build", "clone", "connect_timeout", "header", "max_body", "timeout", "transport", "user_agent"];

pub(super) fn name_schemes(api: &Api) -> Vec<String> {
    let mut scope = Scope::with(&TAKEN_SETTERS);
    api.schemes
        .iter()
        .map(|scheme| {
            let base = snake(&scheme.wire_name);
            scope.claim(&[base.clone(), format!("{base}_credentials")])
        })
        .collect()
}

/// The name the document gives a server, else its description if that is a word or two, else its number.
pub(super) fn name_environments(api: &Api) -> Vec<String> {
    let mut scope = Scope::default();
    api.servers
        .iter()
        .enumerate()
        .map(|(index, server)| {
            let short = server
                .description
                .as_deref()
                .filter(|text| text.split_whitespace().count() <= 2 && !text.is_empty());
            let base =
                server.wire_name.as_deref().or(short).map_or_else(|| format!("Server{}", index + 1), pascal);
            scope.claim(&[base])
        })
        .collect()
}
