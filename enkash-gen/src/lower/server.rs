//! Servers: those of the document, which a client is built for, and those that some operations have to themselves.

use serde_json::Value;

use super::{context::Context, extension};
use crate::{
    ir::{OwnServer, Server, ServerId, Variable},
    load::{Node, typed},
    report::{Code, Diagnostic, Severity},
};

/// The variable that stands for the server itself where an address is only a path.
const ORIGIN: &str = "origin";

/// Lowers the servers of the document. One that says nothing (`/`) is none: a caller names the address by hand.
pub(super) fn lower_servers<'d>(cx: &mut Context<'d, '_>, root: &Node<'d>) {
    let mut servers = Vec::new();
    for node in root.get("servers").iter().flat_map(Node::items) {
        extension::check_extensions(cx, &node, extension::Noun::Server);
        let Some(mut server) = lower_server(cx, &node) else { continue };
        if server.url.starts_with('/') {
            server.variables.insert(0, origin());
            server.url.insert_str(0, "{origin}");
        }
        servers.push(server);
    }
    cx.api.servers = servers;
}

/// The server that an operation has to itself; `None` if it shares those of the document.
pub(super) fn lower_own<'d>(
    cx: &mut Context<'d, '_>,
    item: &Node<'d>,
    operation: &Node<'d>,
) -> Option<ServerId> {
    let listed = |holder: &Node<'d>| holder.get("servers").filter(|list| list.items().next().is_some());
    let list = listed(operation).or_else(|| listed(item))?;
    let mut own = OwnServer { declared: Vec::new(), urls: Vec::new(), shared: false };
    for node in list.items() {
        let Some(server) = lower_server(cx, &node) else { continue };
        if server.variables.is_empty() {
            own.urls.push(server.url.clone());
        }
        own.declared.push(server.url);
    }
    let address = |server: &Server| server.url.trim_start_matches("{origin}").to_owned();
    let known: Vec<String> = cx.api.servers.iter().map(address).collect();
    let is_own = |url: &str| own.declared.iter().any(|own| same(own, url));
    if own.declared.is_empty() || (!known.is_empty() && known.iter().all(|url| is_own(url))) {
        return None;
    }
    own.shared = known.iter().any(|url| is_own(url));
    Some(keep_own(cx, own))
}

/// A server that nothing but its address is known of.
pub(super) fn own(cx: &mut Context<'_, '_>, url: String) -> ServerId {
    let own = OwnServer { declared: vec![url.clone()], urls: vec![url], shared: false };
    keep_own(cx, own)
}

fn keep_own(cx: &mut Context<'_, '_>, own: OwnServer) -> ServerId {
    let at = cx.api.own_servers.iter().position(|other| *other == own).unwrap_or_else(|| {
        cx.api.own_servers.push(own);
        cx.api.own_servers.len() - 1
    });
    ServerId(at)
}

/// Whether a client may send to an address: `https`, or `http` to this machine.
pub(super) fn is_reachable(url: &str) -> bool {
    url.starts_with("https://") || url.strip_prefix("http://").is_some_and(is_loopback)
}

/// Two addresses are the same whether or not they end in a slash.
fn same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// One server; `None` if its address says nothing, or nothing that a client can use.
fn lower_server(cx: &mut Context<'_, '_>, node: &Node<'_>) -> Option<Server> {
    let typed = match typed::server(node) {
        Ok(typed) => typed,
        Err(fault) => return cx.lose(fault.severity(Severity::Warning)),
    };
    let written = typed.url.trim();
    if written.trim_matches('/').is_empty() && !written.starts_with("//") {
        return None;
    }
    let refuse = |cx: &mut Context<'_, '_>, reason: &str| {
        let message = format!("the server `{written}` {reason}");
        cx.lose(Diagnostic::new(Code::UnsupportedServer, message).at(node.origin()))
    };
    let url = match written.split_once("://") {
        _ if written.starts_with("//") => format!("https:{written}"),
        Some(("http", rest)) if !is_loopback(rest) => {
            return refuse(cx, "is `http` to another machine, over which no client sends anything");
        }
        Some((scheme, _)) if matches!(scheme, "http" | "https") || scheme.starts_with('{') => {
            written.to_owned()
        }
        Some(_) => return refuse(cx, "is neither `https` nor `http`"),
        None if written.starts_with('/') || written.starts_with('{') => written.to_owned(),
        None if is_host(written) => {
            let message = format!("the server `{written}` has no scheme; `https` is assumed");
            cx.push(Diagnostic::new(Code::UnsupportedServer, message).at(node.origin()));
            format!("https://{written}")
        }
        None => format!("/{}", written.trim_start_matches("./")),
    };
    if url.contains(['?', '#', '@', '\\']) || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return refuse(cx, "is more than scheme, host and path");
    }
    let variables = lower_variables(node, &url);
    if url.replace(['{', '}'], "").len() + 2 * variables.iter().map(|v| occurrences(&url, v)).sum::<usize>()
        != url.len()
    {
        return refuse(cx, "has braces that do not match");
    }
    Some(Server {
        wire_name: extension::text(&typed.extensions, "x-name").map(str::to_owned),
        url,
        variables,
        description: typed.description,
    })
}

fn occurrences(url: &str, variable: &Variable) -> usize {
    url.matches(&format!("{{{}}}", variable.wire_name)).count()
}

/// The variables of an address, also those that nobody declares.
fn lower_variables(node: &Node<'_>, url: &str) -> Vec<Variable> {
    let mut variables: Vec<Variable> = Vec::new();
    for piece in url.split('{').skip(1) {
        let Some((name, _)) = piece.split_once('}') else { continue };
        if name.is_empty() || variables.iter().any(|known| known.wire_name == name) {
            continue;
        }
        let declared = node.get("variables").and_then(|variables| variables.get(name));
        let declared = |key: &str| declared.as_ref().and_then(|variable| variable.get(key));
        let text = |node: Node<'_>| match node.value() {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        variables.push(Variable {
            wire_name: name.to_owned(),
            default: declared("default").and_then(text).filter(|text| !text.is_empty()),
            choices: declared("enum").iter().flat_map(Node::items).filter_map(text).collect(),
            description: declared("description").and_then(text),
        });
    }
    variables
}

fn origin() -> Variable {
    Variable {
        wire_name: ORIGIN.to_owned(),
        default: None,
        choices: Vec::new(),
        description: Some(
            "Scheme and host, such as `https://api.example.com`; the description names none.".to_owned(),
        ),
    }
}

/// Whether an address without a scheme begins with a host rather than with a path.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', ':']).next().unwrap_or_default();
    host == "localhost"
        || (host.contains('.')
            && !host.starts_with('.')
            && host.chars().all(|c| c.is_alphanumeric() || ".-{}_".contains(c)))
}

/// Whether what follows `http://` is this machine, or may be once its variables are known.
fn is_loopback(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    host == "localhost" || host.starts_with("127.") || authority.starts_with("[::1]") || host.contains('{')
}
