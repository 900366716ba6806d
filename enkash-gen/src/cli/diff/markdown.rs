//! A diff for a pull request or a change log.

use std::fmt::Write as _;

use super::{also, by_operation, values, verdict};
use crate::diff::{Bump, Diff, Presence, ProductDiff};

pub(in crate::cli) fn markdown(diff: &Diff) -> String {
    let mut out = String::new();
    for product in &diff.products {
        self::product(&mut out, product);
    }
    _ = writeln!(out, "**Verdict** – {}", verdict(diff));
    out
}

fn product(out: &mut String, product: &ProductDiff) {
    if product.impact().is_none() && product.rust.bump == Bump::None {
        return;
    }
    _ = writeln!(out, "## {}\n", product.name);
    match product.presence {
        Presence::Both => {}
        Presence::Removed => out.push_str("The product is gone.\n\n"),
        Presence::Added => out.push_str("A new product.\n\n"),
    }
    for (call, changes) in by_operation(&product.wire.changes) {
        let label = call.map_or_else(|| "The API".to_owned(), |call| code(&call.label()));
        _ = writeln!(out, "### {label}\n");
        for change in changes {
            let place =
                if change.path.is_empty() { String::new() } else { format!("{}: ", code(&change.path)) };
            let values = values(change);
            let values =
                values.strip_prefix(": ").map_or_else(String::new, |values| format!(": {}", code(values)));
            let (impact, sentence, also, rule) =
                (change.impact(), change.rule.sentence(), also(change), change.rule);
            _ = writeln!(out, "- **{impact}** {place}{sentence}{values}{also} ({rule})");
        }
        out.push('\n');
    }
    for note in &product.wire.notes {
        _ = writeln!(out, "> {}: {}\n", code(&note.operation), note.text);
    }
    if !product.rust.changes.is_empty() {
        _ = writeln!(out, "### Rust API: {}\n\n```diff", product.rust.bump);
        for change in &product.rust.changes {
            if change.before == change.after {
                _ = writeln!(out, "! {} ({})", change.item, change.why);
                continue;
            }
            for (sign, line) in [('-', &change.before), ('+', &change.after)] {
                if let Some(line) = line {
                    _ = writeln!(out, "{sign} {line}");
                }
            }
        }
        out.push_str("```\n\n");
    }
}

/// Code, in as many ticks as it takes.
pub(in crate::cli) fn code(text: &str) -> String {
    let mut ticks = "`".to_owned();
    while text.contains(&ticks) {
        ticks.push('`');
    }
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}
