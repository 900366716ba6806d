//! Credentials: the schemes of an API, and what each operation asks for.

use std::collections::BTreeSet;

use super::{
    rule::Direction,
    rules::Rule,
    walk::{At, Walk},
};
use crate::ir::{Api, Operation, PasswordFlow, Scheme, SchemeKind};

/// What an operation asks for.
pub(super) fn requirements<'a>(walk: &Walk<'a>, at: &mut At<'_, 'a>, old: &Operation, new: &Operation) {
    let mut at = at.below("");
    at.direction = Direction::Sent;
    let (was, is) = (alternatives(walk.old.api, old), alternatives(walk.new.api, new));
    let credentials = |all: &BTreeSet<String>| -> Vec<String> {
        all.iter().filter(|one| !one.is_empty()).cloned().collect()
    };
    let (before, after) = (credentials(&was), credentials(&is));
    match (before.is_empty(), after.is_empty()) {
        (true, true) => {}
        (true, false) if is.contains("") => at.come(Rule::AlternativeAdded, after.join(" or ")),
        (true, false) => at.come(Rule::SecurityAdded, after.join(" or ")),
        (false, true) => at.gone(Rule::SecurityRemoved, before.join(" or ")),
        (false, false) => {
            at.flag(was.contains(""), is.contains(""), Rule::AnonymousAdded, Rule::AnonymousRemoved);
            let gone: Vec<&String> = before.iter().filter(|one| !is.contains(*one)).collect();
            let come: Vec<&String> = after.iter().filter(|one| !was.contains(*one)).collect();
            if gone.len() == before.len() && come.len() == after.len() {
                at.turn(Rule::AlternativeChanged, before.join(" or "), after.join(" or "));
            } else {
                gone.into_iter().for_each(|one| at.gone(Rule::AlternativeRemoved, one.as_str()));
                come.into_iter().for_each(|one| at.come(Rule::AlternativeAdded, one.as_str()));
            }
        }
    }
    let (was, is) = (&walk.old.facts.of(old).scopes, &walk.new.facts.of(new).scopes);
    for (scheme, scopes) in was {
        let Some(other) = is.get(scheme) else { continue };
        for scope in scopes.difference(other) {
            at.gone(Rule::ScopeRemoved, format!("{scheme}: {scope}"));
        }
        for scope in other.difference(scopes) {
            at.come(Rule::ScopeAdded, format!("{scheme}: {scope}"));
        }
    }
}

/// Each alternative in words; the empty one is `""`. A scheme is known by what it sends, whatever it is called.
fn alternatives(api: &Api, operation: &Operation) -> BTreeSet<String> {
    let words = |alternative: &Vec<crate::ir::SchemeId>| {
        let mut words: Vec<String> = alternative
            .iter()
            .filter_map(|id| api.schemes.get(id.0))
            .map(|scheme| kind(&scheme.kind))
            .collect();
        words.sort();
        words.join(" and ")
    };
    operation.security.iter().map(words).collect()
}

/// Compares the schemes that the two descriptions define.
pub(super) fn schemes(at: &mut At<'_, '_>, old: &Api, new: &Api) {
    at.direction = Direction::Sent;
    for scheme in &old.schemes {
        let mut at = at.below(&format!("security.{}", scheme.wire_name));
        let Some(twin) = new.schemes.iter().find(|other| other.wire_name == scheme.wire_name) else {
            at.gone(Rule::SchemeRemoved, kind(&scheme.kind));
            continue;
        };
        if scheme.kind != twin.kind {
            at.turn(Rule::SchemeChanged, kind(&scheme.kind), kind(&twin.kind));
        }
        let flow = |scheme: &Scheme, api: &Api| scheme.flow.as_ref().map(|flow| address(flow, api));
        let (was, is) = (flow(scheme, old), flow(twin, new));
        if was != is {
            at.add(Rule::Flow, was, is);
        }
        at.texts(Rule::Description, scheme.description.as_deref(), twin.description.as_deref());
    }
    for scheme in &new.schemes {
        if old.schemes.iter().all(|other| other.wire_name != scheme.wire_name) {
            at.below(&format!("security.{}", scheme.wire_name)).come(Rule::SchemeAdded, kind(&scheme.kind));
        }
    }
}

fn address(flow: &PasswordFlow, api: &Api) -> String {
    let server = flow.server.and_then(|id| api.own_servers.get(id.0));
    let server = server.and_then(|server| server.declared.first()).map_or("", String::as_str);
    format!("{server}{}", flow.path)
}

fn kind(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Basic => "basic".to_owned(),
        SchemeKind::Bearer => "bearer".to_owned(),
        SchemeKind::OAuth2 => "OAuth 2".to_owned(),
        SchemeKind::OpenIdConnect => "OpenID Connect".to_owned(),
        SchemeKind::Http(name) => format!("http {name}"),
        SchemeKind::ApiKeyHeader(name) => format!("key in header {name}"),
        SchemeKind::ApiKeyQuery(name) => format!("key in query {name}"),
        SchemeKind::ApiKeyCookie(name) => format!("key in cookie {name}"),
    }
}
