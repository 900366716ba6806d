//! The declared answers.

use serde_json::Value;

use super::{answer_media, context::Context, extension, header, schema};
use crate::{
    ir::{Method, NameHint, Reading, Reply, Shape, Slot, Status},
    load::{Node, typed},
    report::{Code, Diagnostic, Severity},
};

/// Lowers the answers of an operation, in the order of the document. None of them costs the operation: one that
/// cannot be understood is handed out as bytes, and said so.
pub(super) fn lower_replies<'d>(
    cx: &mut Context<'d, '_>,
    operation: &Node<'d>,
    method: Method,
) -> Result<Vec<Reply>, Code> {
    let mut replies: Vec<Reply> = Vec::new();
    for (key, node) in operation.get("responses").iter().flat_map(Node::entries) {
        if key.starts_with("x-") {
            continue;
        }
        let Some(status) = read_status(cx, key, &node) else { continue };
        if replies.iter().any(|reply| reply.status == status) {
            let message = format!("`{key}` stands for a status that is already declared, and is ignored");
            cx.push(Diagnostic::new(Code::IgnoredStatus, message).at(node.key_origin()));
            continue;
        }
        replies.push(lower_reply(cx, status, &node, method)?);
    }
    if !replies.iter().any(|reply| !reply.status.is_failure() || reply.status.is_redirect()) {
        let message = "no success is declared; any 2xx is taken for one, and its body is not read";
        let node = operation.get("responses").unwrap_or_else(|| operation.clone());
        cx.push(Diagnostic::new(Code::UndeclaredSuccess, message).at(node.origin()));
    }
    Ok(replies)
}

fn lower_reply<'d>(
    cx: &mut Context<'d, '_>,
    status: Status,
    node: &Node<'d>,
    method: Method,
) -> Result<Reply, Code> {
    let mut reply = Reply {
        status,
        body: None,
        reading: Reading::Json,
        media: String::new(),
        others: Vec::new(),
        events: None,
        headers: None,
        description: String::new(),
        origin: node.origin(),
    };
    let component = node.reference().and_then(|reference| reference.rsplit('/').next()).map(str::to_owned);
    let target = cx.target(node).map_err(|diagnostic| {
        cx.push(diagnostic.severity(Severity::Warning).help("its body is handed out as bytes"));
    });
    let Ok(node) = target else {
        reply.body = Some(Slot::of(Shape::Bytes));
        reply.reading = Reading::Bytes;
        "*/*".clone_into(&mut reply.media);
        return Ok(reply);
    };
    extension::check_extensions(cx, &node, extension::Noun::Other);
    if let Err(diagnostic) = typed::response(&node) {
        cx.push(diagnostic.severity(Severity::Warning));
    }
    let description = node.value().get("description").and_then(Value::as_str);
    description.unwrap_or_default().clone_into(&mut reply.description);
    reply.origin = node.origin();
    let operation = cx.operation_hint();
    let is_success = status.is_success() || status.is_redirect();
    let headers_hint = match component {
        Some(component) => NameHint::new(component),
        None if is_success => operation.clone(),
        None => operation.then("error"),
    };
    reply.headers = header::lower_headers(cx, &node, &headers_hint.then("headers"));
    // RFC 9110 §6.4.1: neither an answer to HEAD nor one of these statuses has a body.
    if method == Method::Head || matches!(status, Status::Code(204 | 205 | 304)) {
        return Ok(reply);
    }
    let hint = operation.then(if status.is_success() { "response" } else { "error" });
    lower_content(cx, &node, &hint, &mut reply);
    Ok(reply)
}

/// Lowers the body of an answer.
fn lower_content<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint, reply: &mut Reply) {
    let Some(content) = node.get("content") else { return };
    let Some(chosen) = answer_media::choose(cx, &content) else { return };
    let schema = chosen.node.get("schema").filter(|schema| schema.value().is_object());
    let slot = |cx: &mut Context<'d, '_>, schema: Option<Node<'d>>, hint: &NameHint| match schema {
        Some(schema) => schema::lower_schema(cx, &schema, hint),
        None => Slot::of(Shape::Any),
    };
    reply.body = Some(match chosen.reading {
        Reading::Json => slot(cx, schema, hint),
        Reading::Text | Reading::Labelled => {
            report_unused(cx, &chosen, "text");
            Slot::of(Shape::Text)
        }
        Reading::Bytes => {
            report_unused(cx, &chosen, "bytes");
            Slot::of(Shape::Bytes)
        }
        // A stream without a schema is one of texts.
        Reading::Events if schema.is_none() => Slot::of(Shape::Events(Box::new(Slot::of(Shape::Text)))),
        Reading::Events => Slot::of(Shape::Events(Box::new(slot(cx, schema, &hint.then("event"))))),
        Reading::Lines => Slot::of(Shape::Lines(Box::new(slot(cx, schema, &hint.then("line"))))),
    });
    reply.events = chosen.events.map(|node| slot(cx, node.get("schema"), &hint.then("event")));
    (reply.reading, reply.media, reply.others) = (chosen.reading, chosen.media, chosen.others);
}

/// Says that a schema which describes members is of no use for a body that is text or bytes.
fn report_unused<'d>(cx: &mut Context<'d, '_>, chosen: &answer_media::Chosen<'d>, what: &str) {
    let Some(schema) = chosen.node.get("schema") else { return };
    let schema = cx.target(&schema).unwrap_or(schema);
    let typ = schema.value().get("type").and_then(Value::as_str);
    let is_plain = match typ {
        Some("object" | "array") => false,
        Some(_) => true,
        None => ["properties", "items", "allOf", "oneOf", "anyOf"]
            .iter()
            .all(|key| schema.value().get(*key).is_none()),
    };
    if !is_plain || answer_media::is_xml(&chosen.media) {
        let message =
            format!("an answer in `{}` is handed out as {what}; its schema is not used", chosen.media);
        cx.push(Diagnostic::new(Code::OpaqueBody, message).at(chosen.node.origin()));
    }
}

/// The status that a key stands for; the loader has brought the keys to the specification's spelling. One that is never
/// the last answer is reported, as is a key that still is no status.
fn read_status(cx: &mut Context<'_, '_>, key: &str, node: &Node<'_>) -> Option<Status> {
    let status = match key.as_bytes() {
        b"default" => return Some(Status::Default),
        [hundreds @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(hundreds - b'0')),
        [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Status::Code),
        _ => None,
    };
    let message = match status {
        None => format!("`{key}` is no status, and is ignored"),
        Some(Status::Code(100..=199) | Status::Range(1)) => {
            format!("`{key}` is never the last answer, and is ignored")
        }
        Some(status) => return Some(status),
    };
    cx.push(
        Diagnostic::new(Code::IgnoredStatus, message)
            .at(node.key_origin())
            .help("a status is three digits such as `200`, a range such as `4XX`, or `default`"),
    );
    None
}

#[cfg(test)]
mod tests;
