//! The names on the builder of a client: setters of credentials and of servers, and environments.

use super::{EnvironmentNames, pascal, scope::Scope, snake};
use crate::ir::{Api, OwnServer};

/// The setters that every builder has, and what a derive adds.
const TAKEN_SETTERS: [&str; 17] = [
    "basic_encoding",
    "build",
    "clock",
    "clone",
    "connect_timeout",
    "header",
    "hook",
    "keep_cookies",
    "max_body",
    "no_proxy",
    "proxy",
    "read_timeout",
    "retries",
    "root_certificate",
    "timeout",
    "transport",
    "user_agent",
];

/// What the builder of a client has more that gets its tokens by itself.
const LOGIN_SETTERS: [&str; 3] = ["login", "login_from", "token_options"];

/// The setters of the security schemes, and those of the servers that some operations have to themselves.
pub(super) fn name_setters(api: &Api) -> (Vec<String>, Vec<String>) {
    let mut scope = Scope::with(&TAKEN_SETTERS);
    if api.login().is_some() {
        LOGIN_SETTERS.iter().for_each(|name| scope.reserve(name));
    }
    let schemes = api.schemes.iter().map(|scheme| {
        let base = snake(&scheme.wire_name);
        scope.claim(&[base.clone(), format!("{base}_credentials")])
    });
    let schemes = schemes.collect();
    let servers = api.own_servers.iter().map(|server| scope.claim(&own_server(server))).collect();
    (schemes, servers)
}

/// `https://upload.example.com/v2` → `upload_example_com_server`, or with its path.
fn own_server(server: &OwnServer) -> [String; 2] {
    let url = server.declared.first().map_or("", String::as_str);
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let host = rest.split('/').find(|part| !part.is_empty()).unwrap_or("own");
    [format!("{}_server", snake(host)), format!("{}_server", snake(rest))]
}

/// The name the document gives a server, else its description if that is a word or two, else its number.
pub(super) fn name_environments(api: &Api) -> Vec<EnvironmentNames> {
    let mut scope = Scope::default();
    api.servers
        .iter()
        .enumerate()
        .map(|(index, server)| {
            let short = server
                .description
                .as_deref()
                .filter(|text| text.split_whitespace().count() <= 2 && !text.trim().is_empty());
            let base =
                server.wire_name.as_deref().or(short).map_or_else(|| format!("Server{}", index + 1), pascal);
            let mut fields = Scope::default();
            let variables =
                server.variables.iter().map(|variable| fields.claim(&[snake(&variable.wire_name)]));
            EnvironmentNames { ident: scope.claim(&[base]), variables: variables.collect() }
        })
        .collect()
}
