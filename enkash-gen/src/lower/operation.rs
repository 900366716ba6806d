//! One operation.

use super::{
    body, callback,
    context::{Context, Label},
    extension, login, param, path as template, reply, security, server,
};
use crate::{
    ir::{Method, Operation, Outcome, PathTemplate, Skipped},
    load::{Node, typed},
    report::{Code, Diagnostic},
};

pub(super) fn lower_operation<'d>(
    cx: &mut Context<'d, '_>,
    method: Method,
    path: &PathTemplate,
    item: &Node<'d>,
    node: &Node<'d>,
) {
    let id = node.get("operationId").and_then(|id| id.str()).map(str::to_owned);
    cx.operation = Some(Label::new(id.clone().unwrap_or_else(|| format!("{method} {}", path.raw()))));
    if let Some(id) = &id {
        check_unique(cx, id, format!("{method} {}", path.raw()), node);
    }
    match lower_whole(cx, method, path, item, node) {
        Ok(operation) => cx.api.operations.push(operation),
        // What stood in the way has been reported where it stands.
        Err(code) => cx.api.skipped.push(Skipped { id, method, path: path.raw().to_owned(), code }),
    }
    cx.operation = None;
}

fn lower_whole<'d>(
    cx: &mut Context<'d, '_>,
    method: Method,
    path: &PathTemplate,
    item: &Node<'d>,
    node: &Node<'d>,
) -> Result<Operation, Code> {
    extension::check_extensions(cx, node, extension::Noun::Operation);
    let typed = cx.keep(typed::operation(node)).ok_or(Code::InvalidNode)?;
    callback::lower_callbacks(cx, node);
    let path = &template::settle(cx, path, item, node);
    // All parts are lowered before the first failure counts, so that one run reports all of them.
    let params = param::lower_params(cx, path, item, node);
    let bodies = body::lower_bodies(cx, node);
    let replies = reply::lower_replies(cx, node, method);
    let security = security::lower_requirements(cx, node);
    let server = server::lower_own(cx, item, node);
    let mut bodies = bodies?.into_iter();
    let (body, other_bodies) = (bodies.next(), bodies.collect());
    let params = params?;
    let gives_tokens = extension::flag(&typed.extensions, "x-token-operation")
        && login::check(cx, node, body.as_ref(), &params);
    let whole = cx.document.root();
    let business_error = [node, &whole]
        .into_iter()
        .find_map(|holder| holder.get("x-business-error"))
        .and_then(|node| extension::business_error(node.value()));
    Ok(Operation {
        id: typed.operation_id,
        method,
        path: path.clone(),
        summary: typed.summary,
        description: typed.description,
        deprecated: typed.deprecated,
        tags: typed.tags,
        params,
        params_type: None,
        params_alias: None,
        body,
        other_bodies,
        replies: replies?,
        success: Outcome::Undeclared,
        failure: Outcome::Undeclared,
        security,
        server,
        safe: extension::choice(&typed.extensions, "x-safe"),
        business_error,
        gives_tokens,
        origin: node.origin(),
    })
}

/// An `operationId` that is taken is a warning: the path tells the two apart, so both are generated.
fn check_unique(cx: &mut Context<'_, '_>, id: &str, request: String, node: &Node<'_>) {
    let Some(twin) = cx.ids.get(id) else {
        cx.ids.insert(id.to_owned(), request);
        return;
    };
    let message = format!("the operationId `{id}` is already taken by `{twin}`");
    let origin = node.get("operationId").unwrap_or_else(|| node.clone()).origin();
    cx.push(
        Diagnostic::new(Code::DuplicateOperationId, message)
            .at(origin)
            .help("both methods are named after their paths; give one of them another operationId"),
    );
}
