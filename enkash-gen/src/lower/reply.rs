//! The declared answers.

use super::{context::Context, extension, media, schema};
use crate::{
    ir::{NameHint, Reply, Shape, Slot, Status},
    load::{Node, typed},
    report::{Code, Diagnostic},
};

/// Lowers the answers of an operation, in the order of the document.
pub(super) fn lower_replies<'d>(cx: &mut Context<'d, '_>, operation: &Node<'d>) -> Result<Vec<Reply>, Code> {
    let mut replies = Vec::new();
    let mut failure = None;
    for (key, node) in operation.get("responses").iter().flat_map(Node::entries) {
        if key.starts_with("x-") {
            continue;
        }
        match lower_reply(cx, key, &node) {
            Ok(reply) => replies.push(reply),
            Err(code) => failure = failure.or(Some(code)),
        }
    }
    if let Some(code) = failure {
        return Err(code);
    }
    if !replies.iter().any(|reply: &Reply| reply.status.is_success() || reply.status == Status::Default) {
        let message = "no success is declared; any 2xx is taken for one, and its body is not read";
        let node = operation.get("responses").unwrap_or_else(|| operation.clone());
        cx.push(Diagnostic::new(Code::UndeclaredSuccess, message).at(node.origin()));
    }
    Ok(replies)
}

fn lower_reply<'d>(cx: &mut Context<'d, '_>, key: &str, node: &Node<'d>) -> Result<Reply, Code> {
    let Some(status) = lower_status(key) else {
        cx.push(
            Diagnostic::new(Code::InvalidNode, format!("`{key}` is no status"))
                .at(node.origin())
                .help("a status is a number from 100 to 599, a range such as `4XX`, or `default`"),
        );
        return Err(Code::InvalidNode);
    };
    let node = cx.resolve(node)?;
    extension::check_extensions(cx, &node, extension::Noun::Other);
    let typed = cx.keep(typed::response(&node)).ok_or(Code::InvalidNode)?;
    let body = match node.get("content").filter(|content| content.entries().next().is_some()) {
        None => None,
        Some(content) => {
            let (_, entry) = media::pick(cx, &content, media::of_reply)?;
            cx.keep(typed::media_type(&entry)).ok_or(Code::InvalidNode)?;
            let word = if status.is_success() { "response" } else { "error" };
            let hint = NameHint::new(cx.operation.clone().unwrap_or_default()).then(word);
            Some(match entry.get("schema") {
                Some(schema) => schema::lower_schema(cx, &schema, &hint),
                None => Slot::of(Shape::Any),
            })
        }
    };
    Ok(Reply { status, body, description: typed.description, origin: node.origin() })
}

fn lower_status(key: &str) -> Option<Status> {
    match key.as_bytes() {
        b"default" => Some(Status::Default),
        [hundreds @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(hundreds - b'0')),
        [b'1'..=b'5', _, _] => key.parse().ok().map(Status::Code),
        _ => None,
    }
}
