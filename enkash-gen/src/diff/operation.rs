//! One operation: what it is, and where it is found.

use super::{
    body, matching, param, reply,
    rule::Direction,
    rules::Rule,
    security,
    walk::{At, Spot, Walk},
    words,
};
use crate::ir::{Api, BusinessError, Operation};

/// Compares an operation that both descriptions have.
pub(super) fn operations<'a>(walk: &mut Walk<'a>, old: &'a Operation, new: &'a Operation) -> Spot<'a> {
    let mut spot = Spot::default();
    let at = &mut At::new(&mut spot, "", Direction::Either).from(&old.origin, &new.origin);
    address(walk, at, old, new);
    if old.id != new.id {
        at.add(Rule::OperationId, old.id.clone(), new.id.clone());
    }
    at.flag(old.deprecated, new.deprecated, Rule::OperationDeprecated, Rule::OperationUndeprecated);
    if old.tags != new.tags {
        let list = |tags: &[String]| words::list(tags.iter().map(String::as_str));
        at.turn(Rule::Tags, list(&old.tags), list(&new.tags));
    }
    at.flag(old.gives_tokens, new.gives_tokens, Rule::TokenMarked, Rule::TokenUnmarked);
    let is_safe = |operation: &Operation| operation.safe == Some(true);
    if old.safe != new.safe {
        at.add(if is_safe(new) { Rule::Safe } else { Rule::Unsafe }, safety(old), safety(new));
    }
    business_error(at, old.business_error.as_ref(), new.business_error.as_ref());
    at.texts(Rule::Summary, old.summary.as_deref(), new.summary.as_deref());
    at.texts(Rule::OperationText, old.description.as_deref(), new.description.as_deref());
    let (was, is) = (walk.old.facts.of(old), walk.new.facts.of(new));
    if was.page.is_some() && is.page.is_some() && was.page != is.page {
        at.add(Rule::Page, was.page.clone(), is.page.clone());
    }
    if was.date.is_some() && is.date.is_some() && was.date != is.date {
        at.add(Rule::PageDate, was.date.clone(), is.date.clone());
    }
    security::requirements(walk, at, old, new);
    param::params(walk, at, old, new);
    body::bodies(walk, at, old, new);
    reply::replies(walk, at, old, new);
    spot
}

/// Where the operation is found.
fn address(walk: &Walk<'_>, at: &mut At<'_, '_>, old: &Operation, new: &Operation) {
    if old.method != new.method {
        at.turn(Rule::MethodChanged, old.method.as_str(), new.method.as_str());
    }
    if old.path.raw() != new.path.raw() {
        let is_moved = matching::normal_path(old) != matching::normal_path(new);
        let rule = if is_moved { Rule::OperationMoved } else { Rule::PathParameterRenamed };
        at.turn(rule, old.path.raw(), new.path.raw());
    }
    let server = |api: &Api, operation: &Operation| {
        let own = operation.server.and_then(|id| api.own_servers.get(id.0));
        own.map(|own| words::list(own.declared.iter().map(String::as_str)))
    };
    let (was, is) = (server(walk.old.api, old), server(walk.new.api, new));
    if was != is {
        at.add(Rule::OwnServer, was, is);
    }
}

fn safety(operation: &Operation) -> Option<String> {
    operation.safe.map(|safe| safe.to_string())
}

fn business_error(at: &mut At<'_, '_>, old: Option<&BusinessError>, new: Option<&BusinessError>) {
    let text = |error: &BusinessError| {
        let codes = words::list(error.success.iter().map(String::as_str));
        format!("{} is not {codes}", error.code.join("."))
    };
    let rule = match (old, new) {
        _ if old == new => return,
        (None, _) => Rule::BusinessErrorAdded,
        (_, None) => Rule::BusinessErrorRemoved,
        _ => Rule::BusinessErrorChanged,
    };
    at.add(rule, old.map(text), new.map(text));
}
