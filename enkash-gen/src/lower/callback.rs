//! Webhooks of the document and callbacks of operations: what the server sends on its own.

use super::{context::Context, schema};
use crate::{
    ir::{Method, NameHint, Webhook},
    load::Node,
    report::{Code, Diagnostic},
};

/// Lowers the webhooks of OpenAPI 3.1, and those of documents that named them before it did.
pub(super) fn lower_webhooks<'d>(cx: &mut Context<'d, '_>, root: &Node<'d>) {
    for key in ["webhooks", "x-webhooks"] {
        for (name, item) in root.get(key).iter().flat_map(Node::entries) {
            let requests = requests(cx, &item);
            lower_requests(cx, name, requests);
        }
    }
}

/// Lowers the callbacks of an operation, whatever the address is that each is sent to.
pub(super) fn lower_callbacks<'d>(cx: &mut Context<'d, '_>, operation: &Node<'d>) {
    let Some(owner) = cx.operation.as_ref().and_then(|label| label.hint.0.first().cloned()) else { return };
    for (name, node) in operation.get("callbacks").iter().flat_map(Node::entries) {
        let Ok(callback) = cx.resolve(&node) else { continue };
        let items = callback.entries().filter(|(key, _)| !key.starts_with("x-"));
        let requests = items.flat_map(|(_, item)| requests(cx, &item)).collect();
        lower_requests(cx, &format!("{owner}.{name}"), requests);
    }
}

/// The requests of a path item.
fn requests<'d>(cx: &mut Context<'d, '_>, item: &Node<'d>) -> Vec<(Method, Node<'d>)> {
    let Ok(item) = cx.resolve(item) else { return Vec::new() };
    let method = |key: &str| Method::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(key));
    item.entries().filter_map(|(key, node)| Some((method(key)?, node))).collect()
}

fn lower_requests<'d>(cx: &mut Context<'d, '_>, name: &str, requests: Vec<(Method, Node<'d>)>) {
    let several = requests.len() > 1;
    for (index, (method, node)) in requests.into_iter().enumerate() {
        let wire_name = match (several, index) {
            (false, _) | (_, 0) => name.to_owned(),
            _ => format!("{name} {method} {index}"),
        };
        if cx.api.webhooks.iter().any(|known| known.wire_name == wire_name) {
            continue;
        }
        let text = |key: &str| node.get(key).and_then(|node| node.str()).map(str::to_owned);
        let body = node.get("requestBody").and_then(|body| cx.resolve(&body).ok());
        let content = body.and_then(|body| body.get("content"));
        let hint = NameHint::new(wire_name.as_str()).then("payload");
        let body = match content.iter().flat_map(Node::entries).find(|(media, _)| is_json(media)) {
            Some((_, entry)) => entry.get("schema").map(|schema| schema::lower_schema(cx, &schema, &hint)),
            None => {
                if let Some(content) = content.filter(|content| content.entries().next().is_some()) {
                    let message = format!("the body of `{wire_name}` is not JSON, and is not read");
                    cx.push(Diagnostic::new(Code::IgnoredCallback, message).at(content.origin()));
                }
                None
            }
        };
        let description = text("description").or_else(|| text("summary"));
        cx.api.webhooks.push(Webhook { wire_name, body, description, origin: node.origin() });
    }
}

fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence == "*/*" || essence.ends_with("+json")
}
