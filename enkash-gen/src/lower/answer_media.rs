//! Media types of an answer: which of those that are declared is asked for, and how its body is read.

use serde_json::Value;

use super::context::Context;
use crate::{
    ir::Reading,
    load::Node,
    report::{Code, Diagnostic},
};

/// The media type that is asked for.
pub(super) struct Chosen<'d> {
    /// What the request accepts.
    pub(super) media: String,
    pub(super) reading: Reading,
    pub(super) node: Node<'d>,
    /// Those that are declared beside it, as the document writes them.
    pub(super) others: Vec<String>,
    /// The one among them that is a stream of events.
    pub(super) events: Option<Node<'d>>,
}

/// Chooses: JSON before anything else, whatever comes first in the document otherwise. Nothing is beyond reading,
/// since what is neither JSON nor text is bytes.
pub(super) fn choose<'d>(cx: &mut Context<'d, '_>, content: &Node<'d>) -> Option<Chosen<'d>> {
    let declared: Vec<(String, &'d str, Node<'d>)> =
        content.entries().map(|(name, node)| (essence(name), name, node)).collect();
    let best = |wanted: fn(&str) -> bool| declared.iter().position(|(essence, ..)| wanted(essence));
    let index = best(|essence| essence == "application/json")
        .or_else(|| best(is_json))
        .or_else(|| best(is_any))
        .or((!declared.is_empty()).then_some(0))?;
    let (essence, name, node) = &declared[index];
    let reading = reading(cx, essence, node);
    let beside = || declared.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, one)| one);
    let events = beside()
        .find(|(other, ..)| reading != Reading::Events && is_events(other))
        .map(|(_, _, node)| node.clone());
    let others: Vec<String> = beside().map(|(_, name, _)| (*name).to_owned()).collect();
    report_others(cx, content, name, &others, events.is_some());
    Some(Chosen { media: accepted(essence, name, reading), reading, node: node.clone(), others, events })
}

/// Other ways to say the same in JSON are no loss.
fn report_others(cx: &mut Context<'_, '_>, content: &Node<'_>, name: &str, others: &[String], events: bool) {
    let lost: Vec<_> = others
        .iter()
        .filter(|other| {
            let other = essence(other);
            !(is_json(&other) || (events && is_events(&other)))
        })
        .map(|other| format!("`{other}`"))
        .collect();
    if !lost.is_empty() {
        let message = format!("of several media types only `{name}` is asked for, not {}", lost.join(", "));
        cx.push(
            Diagnostic::new(Code::IgnoredMediaType, message)
                .at(content.origin())
                .help("a call can set the header `accept` and take the body by `.stream()`"),
        );
    }
}

/// How a body of a media type is read. `*/*` says nothing, so the schema decides.
fn reading<'d>(cx: &mut Context<'d, '_>, essence: &str, node: &Node<'d>) -> Reading {
    let schema = node.get("schema").and_then(|schema| cx.target(&schema).ok());
    let word = |key| schema.as_ref().and_then(|schema| schema.value().get(key)).and_then(Value::as_str);
    if word("type") == Some("string") && word("format") == Some("binary") {
        return Reading::Bytes;
    }
    if is_any(essence) {
        let says_nothing = schema.as_ref().is_none_or(|schema| {
            schema.value().as_object().is_none_or(|schema| {
                schema
                    .keys()
                    .all(|key| ["title", "description", "example", "nullable"].contains(&key.as_str()))
            })
        });
        return match word("type") {
            _ if says_nothing => Reading::Bytes,
            Some("string") => Reading::Labelled,
            _ => Reading::Json,
        };
    }
    match essence {
        _ if is_json(essence) => Reading::Json,
        _ if is_events(essence) => Reading::Events,
        _ if LINES.contains(&essence) => Reading::Lines,
        _ if is_text(essence) => Reading::Text,
        _ => Reading::Bytes,
    }
}

const LINES: [&str; 8] = [
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonl",
    "application/jsonlines",
    "application/x-jsonlines",
    "application/json-seq",
    "application/stream+json",
];

/// Types that are text without being called so.
const TEXT: [&str; 15] = [
    "application/ecmascript",
    "application/graphql",
    "application/javascript",
    "application/jose",
    "application/jose+jwe",
    "application/jwt",
    "application/pem-certificate-chain",
    "application/sql",
    "application/toml",
    "application/x-javascript",
    "application/x-pem-file",
    "application/x-www-form-urlencoded",
    "application/x-yaml",
    "application/xml",
    "application/yaml",
];

/// JSON itself, or a structured suffix that says so (RFC 6839).
fn is_json(essence: &str) -> bool {
    let subtype = essence.rsplit('/').next().unwrap_or_default();
    !LINES.contains(&essence) && (matches!(subtype, "json" | "x-json") || subtype.ends_with("+json"))
}

fn is_any(essence: &str) -> bool {
    matches!(essence, "*/*" | "*" | "application/*")
}

fn is_events(essence: &str) -> bool {
    essence == "text/event-stream"
}

fn is_text(essence: &str) -> bool {
    essence.starts_with("text/")
        || essence.ends_with("/text")
        || essence.ends_with("+xml")
        || essence.ends_with("+yaml")
        || TEXT.contains(&essence)
}

/// Whether a schema of a body of this type describes what an XML parser would see.
pub(super) fn is_xml(media: &str) -> bool {
    let essence = essence(media);
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The type as the request asks for it: with its parameters, but for a charset.
fn accepted(essence: &str, name: &str, reading: Reading) -> String {
    let is_legal = essence.split('/').count() == 2
        && essence.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/+-.*_!#$&^".contains(&byte))
        && !essence.starts_with('/')
        && !essence.ends_with('/');
    let parameters: Vec<&str> = name.split(';').skip(1).map(str::trim).collect();
    let only_charset = parameters
        .iter()
        .all(|parameter| parameter.is_empty() || parameter.to_ascii_lowercase().starts_with("charset"));
    match reading {
        Reading::Json if is_any(essence) || !is_legal => "application/json".to_owned(),
        _ if !is_legal => "*/*".to_owned(),
        _ if only_charset || !name.bytes().all(|byte| (b' '..=b'~').contains(&byte)) => essence.to_owned(),
        _ => name.trim().to_owned(),
    }
}
