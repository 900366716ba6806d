//! How a client gets its tokens by itself: an operation that is marked, or a password flow of OAuth 2.

use super::{context::Context, server};
use crate::{
    ir::{Body, Media, Method, Param, PasswordFlow, Shape, TypeKind},
    load::Node,
    report::{Code, Diagnostic, Severity},
};

/// Whether an operation that is marked can be asked by the client itself; says why, if it cannot.
pub(super) fn check(
    cx: &mut Context<'_, '_>,
    node: &Node<'_>,
    body: Option<&Body>,
    params: &[Param],
) -> bool {
    let marked = |cx: &Context<'_, '_>| cx.api.operations.iter().any(|operation| operation.gives_tokens);
    let reason = match obstacle(cx, body, params) {
        Some(obstacle) => obstacle,
        None if marked(cx) => "another operation gives the tokens already",
        None => return true,
    };
    let origin = node.get("x-token-operation").unwrap_or_else(|| node.clone()).origin();
    let message = format!("a client cannot get tokens here by itself: {reason}");
    cx.push(Diagnostic::new(Code::InvalidExtension, message).at(origin));
    false
}

fn obstacle(cx: &Context<'_, '_>, body: Option<&Body>, params: &[Param]) -> Option<&'static str> {
    if params.iter().any(|param| param.required && !param.transport) {
        return Some("it has required parameters");
    }
    let is_object = |body: &Body| {
        let Shape::Named { id, .. } = &body.slot.shape else { return false };
        matches!(cx.api.ty(*id).kind, TypeKind::Struct(_))
    };
    let is_fit = |body: &Body| matches!(body.media, Media::Form | Media::Json) && is_object(body);
    (!body.is_some_and(is_fit)).then_some("its body is no form or JSON object")
}

/// The password flow of a scheme of OAuth 2, if it has one whose address can be used.
pub(super) fn lower_flow<'d>(cx: &mut Context<'d, '_>, scheme: &Node<'d>) -> Option<PasswordFlow> {
    let node = scheme.get("flows")?.get("password")?.get("tokenUrl")?;
    let address = node.str()?.trim().to_owned();
    if address.is_empty() {
        return None;
    }
    if address.contains(['?', '#', '@', '\\', '{']) || address.chars().any(char::is_whitespace) {
        let message = "the address of tokens is more than scheme, host and path";
        return cx.lose(Diagnostic::new(Code::UnsupportedServer, message).at(node.origin()));
    }
    let known = cx.api.servers.iter().map(|server| server.url.trim_end_matches('/'));
    let below = |server: &str| address.strip_prefix(server).filter(|rest| rest.starts_with('/'));
    if let Some(path) = known.filter_map(below).min_by_key(|path| path.len()) {
        return Some(PasswordFlow { path: path.to_owned(), server: None });
    }
    let Some((scheme, rest)) = address.split_once("://") else {
        return Some(PasswordFlow { path: format!("/{}", address.trim_start_matches('/')), server: None });
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let url = format!("{scheme}://{host}");
    if !server::is_reachable(&url) {
        let message = format!("tokens come from `{url}`, over which no client sends anything");
        let diagnostic = Diagnostic::new(Code::UnsupportedServer, message).severity(Severity::Warning);
        return cx.lose(diagnostic.at(node.origin()));
    }
    let server = server::own(cx, url);
    Some(PasswordFlow { path: format!("/{path}"), server: Some(server) })
}

/// Where the document describes the operation that a flow names, that one gives the tokens: its body has a type.
pub(super) fn settle(cx: &mut Context<'_, '_>) {
    if cx.api.operations.iter().any(|operation| operation.gives_tokens) {
        return;
    }
    let Some(flow) = cx.api.schemes.iter().find_map(|scheme| scheme.flow.clone()) else { return };
    let found = cx.api.operations.iter().position(|operation| {
        operation.method == Method::Post
            && operation.server == flow.server
            && operation.path.raw() == flow.path
            && operation.body.as_ref().is_some_and(|body| body.media == Media::Form)
            && obstacle(cx, operation.body.as_ref(), &operation.params).is_none()
    });
    if let Some(index) = found {
        cx.api.operations[index].gives_tokens = true;
    }
}
