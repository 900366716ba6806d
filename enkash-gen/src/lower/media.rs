//! Media types: which of those that a body or an answer declares is used.

use super::context::Context;
use crate::{
    ir::Media,
    load::Node,
    report::{Code, Diagnostic},
};

/// Picks the first media type that can be written and read; the others are named in a warning.
pub(super) fn pick<'d>(
    cx: &mut Context<'d, '_>,
    content: &Node<'d>,
    accepts: fn(&str) -> Option<Media>,
) -> Result<(Media, Node<'d>), Code> {
    let found = content.entries().find_map(|(name, node)| Some((accepts(name)?, name, node)));
    let others = |chosen: Option<&str>| {
        let names: Vec<_> = content
            .entries()
            .filter(|(name, _)| Some(*name) != chosen)
            .map(|(name, _)| format!("`{name}`"))
            .collect();
        names.join(", ")
    };
    let Some((media, chosen, node)) = found else {
        cx.unsupported(
            content,
            Code::UnsupportedMediaType,
            format!("no media type of {} is supported", others(None)),
        );
        return Err(Code::UnsupportedMediaType);
    };
    let rest = others(Some(chosen));
    if !rest.is_empty() {
        cx.push(
            Diagnostic::new(
                Code::IgnoredMediaType,
                format!("of several media types only `{chosen}` is used, not {rest}"),
            )
            .at(content.origin()),
        );
    }
    Ok((media, node))
}

/// What an answer may be; a structured suffix says that it is JSON (RFC 6839), and `*/*` that it is whatever we
/// accept.
pub(super) fn of_reply(name: &str) -> Option<Media> {
    let essence = essence(name);
    (essence == "application/json" || essence == "*/*" || essence.ends_with("+json")).then_some(Media::Json)
}

fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
