//! The document's root: title, servers, security schemes, and the walk over the paths.

use super::{callback, context::Context, extension, login, operation, path, security, server};
use crate::{
    ir::{Method, PathTemplate},
    load::{Node, typed},
    report::{Code, Diagnostic, Severity},
};

pub(super) fn lower_api(cx: &mut Context<'_, '_>) {
    let root = cx.document.root();
    cx.api.digest = cx.document.digest();
    extension::check_extensions(cx, &root, extension::Noun::Root);
    if let Some(node) = root.get("info") {
        extension::check_extensions(cx, &node, extension::Noun::Other);
        if let Some(info) = cx.keep(typed::info(&node)) {
            cx.api.title = info.title;
            cx.api.version = info.version;
            cx.api.description = info.description;
        }
    }
    server::lower_servers(cx, &root);
    security::lower_schemes(cx, &root);
    for (path, item) in root.get("paths").iter().flat_map(Node::entries) {
        if !path.starts_with("x-") {
            lower_path_item(cx, path, &item);
        }
    }
    callback::lower_webhooks(cx, &root);
    login::settle(cx);
}

fn lower_path_item<'d>(cx: &mut Context<'d, '_>, raw: &str, item: &Node<'d>) {
    let path = path::lower_path(cx, raw, item);
    extension::check_extensions(cx, item, extension::Noun::Other);
    if item.reference().is_some() {
        // Beside a reference OpenAPI 3.1 allows more operations.
        if let Some(target) = cx.target(item).map_or_else(|reason| cx.lose(reason), Some) {
            lower_operations(cx, &path, &target);
        }
    } else if let Err(fault) = typed::path_item(item) {
        // Only its texts are wrong, which nothing here reads.
        cx.push(fault.severity(Severity::Warning));
    }
    lower_operations(cx, &path, item);
}

fn lower_operations<'d>(cx: &mut Context<'d, '_>, path: &PathTemplate, item: &Node<'d>) {
    for (key, node) in item.entries() {
        let method = Method::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(key));
        match method {
            Some(method) => {
                if key.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    let message = format!("the method `{key}` is taken for `{}`", key.to_ascii_lowercase());
                    cx.push(Diagnostic::new(Code::UnknownKey, message).at(node.key_origin()));
                }
                operation::lower_operation(cx, method, path, item, &node);
            }
            // Whatever answers is an operation, of a method that the run time cannot name.
            None if !key.starts_with("x-") && node.get("responses").is_some() => {
                let message = format!("`{key}` is no method of HTTP that is generated");
                cx.push(Diagnostic::new(Code::UnsupportedMethod, message).at(node.key_origin()));
            }
            None => {}
        }
    }
}
