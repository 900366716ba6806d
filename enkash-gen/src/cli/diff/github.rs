//! A diff as annotations of a GitHub workflow: one command per line of standard output.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;

use super::{also, values, verdict};
use crate::{
    diff::{Bump, Change, Diff, Impact},
    report::{Code, Diagnostic, Sources, lines},
};

/// So many annotations have a line; GitHub shows fewer still.
const MOST_WITH_LINE: usize = 100;

pub(super) fn github(diff: &Diff, sources: &Sources) -> String {
    let mut changes: Vec<&Change> = diff.products.iter().flat_map(|product| &product.wire.changes).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.impact()));
    let places: Vec<Diagnostic> = changes
        .iter()
        .take(MOST_WITH_LINE)
        .map(|change| {
            let place = Diagnostic::new(Code::Config, "");
            match change.new.as_ref().or(change.old.as_ref()) {
                Some(origin) => place.at(origin.clone()),
                None => place,
            }
        })
        .collect();
    let mut lines = lines(&places.iter().collect::<Vec<_>>(), sources).into_iter();
    let mut out = String::new();
    for change in changes {
        let command = match change.impact() {
            Impact::Breaking => "error",
            Impact::PossiblyBreaking => "warning",
            Impact::Compatible | Impact::Documentation => "notice",
        };
        let origin = change.new.as_ref().or(change.old.as_ref());
        let file = origin.and_then(|origin| sources.get(origin.source)).map(|source| source.path.as_str());
        let mut properties = Vec::new();
        if let Some(file) = file {
            properties.push(format!("file={}", property(file)));
            if let Some((line, column)) = lines.next().flatten() {
                properties.push(format!("line={line},col={column}"));
            }
        } else {
            lines.next();
        }
        properties.push(format!("title={}", property(change.rule.as_str())));
        let call = change.operation.as_ref().map(|call| format!("{} ", call.label())).unwrap_or_default();
        let path = if change.path.is_empty() { String::new() } else { format!("{} ", change.path) };
        let message = format!("{call}{path}{}{}{}", change.rule.sentence(), values(change), also(change));
        _ = writeln!(out, "::{command} {}::{}", properties.join(","), escaped(&message));
    }
    let command = if diff.bump() == Bump::Major { "warning" } else { "notice" };
    _ = writeln!(out, "::{command} title=verdict::{}", escaped(&verdict(diff)));
    out
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
