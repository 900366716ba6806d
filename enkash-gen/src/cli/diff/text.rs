//! A diff for a person: grouped by product and operation, one line per change, the verdict last.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};

use super::{also, by_operation, counts, values, verdict};
use crate::diff::{Bump, Diff, Impact, ItemChange, Presence, ProductDiff};

/// So many items of a Rust API are shown unless all are asked for.
const SHOWN: usize = 30;

/// With colours, which the stream drops where they are not wanted.
pub(super) fn text(diff: &Diff, all: bool) -> String {
    let mut out = String::new();
    for product in diff.products.iter().filter(|product| !is_same(product)) {
        if !out.is_empty() {
            out.push('\n');
        }
        wire(&mut out, product);
        rust(&mut out, product, all);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    if diff.products.len() > 1 {
        for product in &diff.products {
            let (wire, bump) = (counts(|impact| product.wire.count(impact)), product.rust.bump);
            _ = writeln!(out, "{}: {wire}; Rust API: {bump}", product.name);
        }
    }
    let bold = Style::new().bold();
    _ = writeln!(out, "{bold}{}{bold:#}", verdict(diff));
    out
}

fn is_same(product: &ProductDiff) -> bool {
    product.impact().is_none() && product.rust.bump == Bump::None && product.wire.notes.is_empty()
}

fn wire(out: &mut String, product: &ProductDiff) {
    let bold = Style::new().bold();
    let presence = match product.presence {
        Presence::Both => "",
        Presence::Removed => ": the product is gone",
        Presence::Added => ": a new product",
    };
    _ = writeln!(out, "{bold}{}{bold:#}{presence}", product.name);
    for (call, changes) in by_operation(&product.wire.changes) {
        let label = call.map_or_else(
            || "the API".to_owned(),
            |call| {
                format!("{}{}", call.label(), call.id.iter().map(|id| format!("  {id}")).collect::<String>())
            },
        );
        _ = writeln!(out, "  {bold}{label}{bold:#}");
        for change in changes {
            let style = style(change.impact());
            let place = if change.path.is_empty() { String::new() } else { format!("{}: ", change.path) };
            _ = writeln!(
                out,
                "    {style}{:<17}{style:#}  {place}{}{}{} [{}]",
                change.impact(),
                change.rule.sentence(),
                values(change),
                also(change),
                change.rule
            );
        }
    }
    for note in &product.wire.notes {
        _ = writeln!(out, "  note  {}: {}", note.operation, note.text);
    }
}

fn rust(out: &mut String, product: &ProductDiff, all: bool) {
    let bold = Style::new().bold();
    let bump = product.rust.bump;
    _ = writeln!(out, "  {bold}Rust API{bold:#}: {bump}");
    let shown = if all { usize::MAX } else { SHOWN };
    let mut changes: Vec<&ItemChange> = product.rust.changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.bump));
    for change in changes.iter().take(shown) {
        let style = weight(change.bump);
        let line = match (&change.before, &change.after) {
            (Some(before), Some(after)) if before == after => before.clone(),
            (Some(before), Some(after)) => format!("{before} → {after}"),
            (Some(line), None) => format!("- {line}"),
            (None, Some(line)) => format!("+ {line}"),
            (None, None) => change.item.clone(),
        };
        _ = writeln!(out, "    {style}{:<5}{style:#}  {line}  ({})", change.bump, change.why);
    }
    if let Some(rest) = changes.len().checked_sub(shown).filter(|rest| *rest > 0) {
        _ = writeln!(out, "    … and {rest} further items; `--all` shows them");
    }
}

fn style(impact: Impact) -> Style {
    match impact {
        Impact::Breaking => AnsiColor::Red.on_default().bold(),
        Impact::PossiblyBreaking => AnsiColor::Yellow.on_default(),
        Impact::Compatible => AnsiColor::Green.on_default(),
        Impact::Documentation => Style::new().dimmed(),
    }
}

fn weight(bump: Bump) -> Style {
    match bump {
        Bump::Major => style(Impact::Breaking),
        Bump::Minor => style(Impact::Compatible),
        Bump::Patch | Bump::None => style(Impact::Documentation),
    }
}
