//! The document's root: title, servers, security schemes, and the walk over the paths.

use super::{context::Context, extension, operation, security, server};
use crate::{
    ir::{Method, PathTemplate},
    load::{Node, typed},
    report::{Code, Diagnostic},
};

pub(super) fn lower_api(cx: &mut Context<'_, '_>) {
    let root = cx.document.root();
    cx.api.digest = cx.document.digest();
    extension::check_extensions(cx, &root, extension::Noun::Other);
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
}

fn lower_path_item<'d>(cx: &mut Context<'d, '_>, path: &str, item: &Node<'d>) {
    let template = PathTemplate::parse(path).map_err(|message| {
        Diagnostic::new(Code::InvalidPath, message)
            .at(item.origin())
            .help("a path starts with `/` and holds its parameters in braces, like `/loans/{loanId}`")
    });
    let Some(template) = cx.keep(template) else { return };
    if item.reference().is_some() {
        let message = format!("the path `{path}` is kept elsewhere by `$ref`");
        cx.unsupported(item, Code::UnsupportedPathItem, message);
        return;
    }
    extension::check_extensions(cx, item, extension::Noun::Other);
    if cx.keep(typed::path_item(item)).is_none() {
        return;
    }
    for (key, node) in item.entries() {
        if let Some(method) =
            Method::ALL.into_iter().find(|method| method.as_str().to_ascii_lowercase() == key)
        {
            operation::lower_operation(cx, method, &template, item, &node);
        }
    }
}
