//! A request as a curl command.

use super::request::Request;
use crate::ir::Method;

/// The command, an option per line.
pub(super) fn command(request: &Request) -> String {
    let mut options = Vec::new();
    // Of an answer to this method, curl would wait for a body.
    let method = match request.method {
        Method::Head => "--head".to_owned(),
        method => format!("--request {method}"),
    };
    // Brackets and braces would be read as a pattern of addresses.
    let globoff = if request.url.contains(['[', ']', '{', '}']) { "--globoff " } else { "" };
    options.push(format!("curl {globoff}{method} {}", always_quoted(&request.url)));
    if let Some((name, password)) = &request.basic {
        options.push(format!("--user {}", always_quoted(&format!("{name}:{password}"))));
    }
    for (name, value) in &request.headers {
        // With a colon, a header without a value is left out.
        let header = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        options.push(format!("--header {}", always_quoted(&header)));
    }
    if let Some(body) = &request.body {
        options.push(format!("--data-raw {}", always_quoted(body)));
    }
    options.join(" \\\n  ")
}

/// A word of a shell command (POSIX), in quotes where it needs them.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:\\,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { always_quoted(word) }
}

fn always_quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}
