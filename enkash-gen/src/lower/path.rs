//! The path of an operation: what a key under `paths` says to a server, once it is known which parameters the
//! operation declares.

use std::collections::HashSet;

use super::context::Context;
use crate::{
    ir::{PathPart, PathTemplate},
    load::Node,
    report::{Code, Diagnostic, brief},
};

/// Reads the key of a path item, and says what had to be assumed.
pub(super) fn lower_path(cx: &mut Context<'_, '_>, raw: &str, item: &Node<'_>) -> PathTemplate {
    let path = PathTemplate::parse(raw);
    let assumed = if !raw.starts_with('/') {
        Some(format!("the path `{raw}` does not start with `/`; one is added"))
    } else if raw.contains('#') {
        Some(format!("the path `{raw}` has a fragment, which no request carries"))
    } else if path
        .parts()
        .iter()
        .any(|part| matches!(part, PathPart::Text(text) if text.contains(['{', '}'])))
    {
        Some(format!("the path `{raw}` has a brace that is no parameter's; it is sent as text"))
    } else {
        None
    };
    if let Some(message) = assumed {
        cx.push(Diagnostic::new(Code::InvalidPath, message).at(item.key_origin()));
    }
    path
}

/// Fits the template to what an operation declares: a parameter of the query that also stands in the template is
/// sent once, and a name that is written in the manner of another tool is understood.
pub(super) fn settle(
    cx: &mut Context<'_, '_>,
    path: &PathTemplate,
    item: &Node<'_>,
    operation: &Node<'_>,
) -> PathTemplate {
    let declared = declared(cx, item, operation);
    let is_param = |name: &str| declared.contains(name);
    let odd = path.params().any(|name| !is_param(name));
    let listed: HashSet<&str> = path.params().collect();
    let missing = declared.iter().any(|name| !listed.contains(name.as_str()));
    if !odd && !missing {
        return path.clone();
    }
    let mut parts = Vec::new();
    let mut assumed = Vec::new();
    let mut query = false;
    for part in path.parts() {
        match part {
            PathPart::Text(text) => {
                query |= text.contains('?');
                // The pair before this ampersand may be gone.
                let open =
                    matches!(parts.last(), Some(PathPart::Text(before)) if before.ends_with(['?', '&']));
                let text = if open { text.trim_start_matches('&') } else { text };
                colons(text, &is_param, &mut parts);
            }
            PathPart::Param(name) if is_param(name) => parts.push(part.clone()),
            PathPart::Param(name) if query => {
                // What the query takes is declared as its parameter, or by nobody.
                drop_pair(&mut parts);
                let message = "is left to the parameters";
                assumed.push(format!("`{{{name}}}` in the query of `{}` {message}", brief(path.raw())));
            }
            PathPart::Param(name) => match plain(name).filter(|name| is_param(name)) {
                Some(meant) => {
                    let path = brief(path.raw());
                    assumed.push(format!("`{{{name}}}` in `{path}` is the parameter `{meant}`"));
                    parts.push(PathPart::Param(meant.to_owned()));
                }
                None => parts.push(part.clone()),
            },
        }
    }
    // A question mark or an ampersand with nothing behind it.
    if let Some(PathPart::Text(text)) = parts.last_mut().filter(|_| query) {
        text.truncate(text.trim_end_matches(['&', '?']).len());
    }
    for message in assumed {
        cx.push(Diagnostic::new(Code::InvalidPath, message).at(item.key_origin()));
    }
    PathTemplate::new(path.raw(), parts)
}

/// The names of the parameters that are declared `in: path`.
fn declared(cx: &mut Context<'_, '_>, item: &Node<'_>, operation: &Node<'_>) -> HashSet<String> {
    let mut names = HashSet::new();
    for holder in [item, operation] {
        for node in holder.get("parameters").iter().flat_map(Node::items) {
            // A reference that leads nowhere is reported where the parameters are lowered.
            let Ok(node) = cx.document.resolve(&node) else { continue };
            let text = |key: &str| node.get(key).and_then(|node| node.str());
            if let (Some(name), Some("path")) = (text("name"), text("in")) {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

/// The name without what other template languages write around it: `{+path}`, `{id*}`, `{id:[0-9]+}`.
fn plain(name: &str) -> Option<&str> {
    let name = name.trim().trim_start_matches(['+', '*', '.', ';', ':']);
    let name = name.split(':').next()?.trim_end_matches(['*', '+', '?']).trim();
    (!name.is_empty()).then_some(name)
}

/// Splits a text at segments such as `:id`, where `id` is a declared parameter.
fn colons(text: &str, is_param: &dyn Fn(&str) -> bool, parts: &mut Vec<PathPart>) {
    for (index, segment) in text.split('/').enumerate() {
        let slash = if index > 0 { "/" } else { "" };
        match segment.strip_prefix(':').map(str::trim).filter(|name| is_param(name)) {
            Some(name) => {
                parts.push(PathPart::Text(slash.to_owned()));
                parts.push(PathPart::Param(name.to_owned()));
            }
            None => parts.push(PathPart::Text(format!("{slash}{segment}"))),
        }
    }
}

/// Takes the `key=` off the end of a query, whose value is not sent from here.
fn drop_pair(parts: &mut [PathPart]) {
    if let Some(PathPart::Text(text)) = parts.last_mut()
        && let Some(start) = text.rfind(['?', '&'])
    {
        text.truncate(start + 1);
    }
}
