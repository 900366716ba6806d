//! What an operation's answers are beside their types: how they are read, their headers, and what else they may be.

use std::fmt::Write as _;

use super::Input;
use crate::ir::{Operation, Outcome, Reading, Reply, Shape, Slot};

/// How the answers are read, an entry per status up to the last one that is not JSON; nothing if all are.
pub(super) fn readings(operation: &Operation) -> Vec<String> {
    let mut readings: Vec<Reading> = operation.successes().iter().map(|reply| reply.reading).collect();
    // Any 2xx is one entry.
    if operation.success == Outcome::Undeclared {
        readings.push(Reading::Json);
    }
    readings.extend(operation.failures().iter().map(|reply| reply.reading));
    let count = readings.iter().rposition(|reading| *reading != Reading::Json).map_or(0, |last| last + 1);
    readings[..count].iter().map(|reading| format!("{reading:?}")).collect()
}

/// What the documentation of a method says of its answers beside their types.
pub(super) fn beside_docs(input: Input<'_>, operation: &Operation) -> String {
    let mut out = String::new();
    for reply in &operation.replies {
        let status = reply.status;
        if let Some(headers) = reply.headers.as_ref().and_then(|slot| named(input, slot)) {
            _ = writeln!(out, "- The headers of `{status}`: `headers_as::<{headers}>()`");
        }
        if let Some(events) = &reply.events {
            let events = named(input, events).unwrap_or_else(|| "rt::Value".to_owned());
            _ = writeln!(out, "- `{status}` as server-sent events: `.events::<{events}>()`");
        }
        for other in others(reply) {
            _ = writeln!(out, "- `{status}` as `{other}`: `.header(\"accept\", \"{other}\").stream()`");
        }
    }
    if out.is_empty() { out } else { format!("# Answers\n{out}") }
}

/// What is declared beside the media type that is asked for, and is not JSON, of which one reading is enough.
fn others(reply: &Reply) -> impl Iterator<Item = String> {
    let has_events = reply.events.is_some();
    let is_covered = move |other: &str| {
        let essence = other.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        essence.ends_with("json") || (has_events && essence == "text/event-stream")
    };
    let legal =
        |other: &&String| other.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'`' && byte != b'"');
    reply.others.iter().filter(legal).filter(move |other| !is_covered(other)).cloned()
}

fn named(input: Input<'_>, slot: &Slot) -> Option<String> {
    match &slot.shape {
        Shape::Named { id, .. } => Some(input.names.ty(*id).ident.clone()),
        Shape::Text => Some("String".to_owned()),
        _ => None,
    }
}
