//! Where a call is sent.

use proc_macro2::Literal;

use super::NOWHERE;
use crate::{
    ir::{Operation, Server, Variable},
    names::EnvironmentNames,
    render::Input,
};

/// The server of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) url: String,
    /// What the builder of the client is given.
    pub(super) base: String,
    /// The call on the builder that says where an operation is that has a server to itself.
    pub(super) setter: Option<String>,
}

/// The first server that the document names and that can be used as it stands, or none that there is.
pub(super) fn choose(input: Input<'_>, operation: &Operation) -> Chosen {
    let named = input.api.servers.iter().zip(&input.names.environments).find_map(declared);
    let (url, base) = named.unwrap_or_else(|| (NOWHERE.to_owned(), parsed(NOWHERE)));
    let own = operation.server.and_then(|id| {
        let (server, name) = (input.api.own_servers.get(id.0)?, input.names.own_servers.get(id.0)?);
        let complete = server.urls.iter().find(|url| url.starts_with("https://"));
        Some((complete.map_or(NOWHERE, String::as_str), name))
    });
    match own {
        Some((url, name)) => {
            Chosen { url: url.to_owned(), base, setter: Some(format!(".{name}({})", parsed(url))) }
        }
        None => Chosen { url, base, setter: None },
    }
}

fn parsed(url: &str) -> String {
    format!("BaseUrl::parse({})?", Literal::string(url))
}

/// The address of a server and the `Environment` that it is, if its variables have values that need no escape.
fn declared((server, names): (&Server, &EnvironmentNames)) -> Option<(String, String)> {
    let mut url = server.url.clone();
    let mut fields = Vec::new();
    for (variable, name) in server.variables.iter().zip(&names.variables) {
        let Variable { wire_name, default, choices, .. } = variable;
        let value = default.as_ref().or(choices.first())?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        if value.is_empty() || !value.chars().all(plain) {
            return None;
        }
        url = url.replace(&format!("{{{wire_name}}}"), value);
        fields.push(format!("{name}: {}.into()", Literal::string(value)));
    }
    let fields = if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
    let usable = url.starts_with("https://") && !url.contains(['{', '}', '?', '#']);
    usable.then(|| (url, format!("Environment::{}{fields}", names.ident)))
}
