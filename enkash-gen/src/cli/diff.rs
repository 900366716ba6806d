//! `diff`: what changed between two descriptions.

mod github;
mod json;
pub(super) mod markdown;
mod text;

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::diff::{Bump, Call, Change, Diff, Impact};

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let Some(diff) = Diff::between(text("old"), text("new"), &mut session.sources, &mut session.report)
    else {
        return Ok(Exit::Unloaded);
    };
    show(&diff, text("format"), session)?;
    let fails = match text("fail-on") {
        "any" => !diff.is_empty(),
        "breaking" => diff.impact() == Some(Impact::Breaking) || diff.bump() == Bump::Major,
        _ => false,
    };
    Ok(if fails { Exit::Differs } else { Exit::Fine })
}

/// Prints a diff in a format.
pub(super) fn show(diff: &Diff, format: &str, session: &mut Session<'_>) -> Result<(), Stop> {
    match format {
        "json" => {
            let found = json::json(diff, &session.sources);
            session.results.insert("diff".to_owned(), found);
        }
        "markdown" => write!(session.out, "{}", markdown::markdown(diff))?,
        "github" => write!(session.out, "{}", github::github(diff, &session.sources))?,
        _ => write!(session.out, "{}", text::text(diff, session.shows_all()))?,
    }
    Ok(())
}

/// The changes of one product, those of one operation together: first those of the API as a whole.
pub(super) fn by_operation(changes: &[Change]) -> Vec<(Option<&Call>, Vec<&Change>)> {
    let mut groups: Vec<(Option<&Call>, Vec<&Change>)> = Vec::new();
    for change in changes {
        let call = change.operation.as_ref();
        match groups.last_mut() {
            Some((last, group)) if *last == call => group.push(change),
            _ => groups.push((call, vec![change])),
        }
    }
    groups
}

/// `: string → integer`, `: string`, `: was string`, or nothing.
pub(super) fn values(change: &Change) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {before} → {after}"),
        (None, Some(after)) => format!(": {after}"),
        (Some(before), None) => format!(": was {before}"),
        (None, None) => String::new(),
    }
}

/// ` (and 3 further operations)`, or nothing.
pub(super) fn also(change: &Change) -> String {
    match change.also.len() {
        0 => String::new(),
        1 => " (and one further operation)".to_owned(),
        count => format!(" (and {count} further operations)"),
    }
}

/// `2 breaking, 1 compatible`; `nothing` if nothing has changed.
pub(super) fn counts(count: impl Fn(Impact) -> usize) -> String {
    let parts: Vec<String> = Impact::ALL
        .into_iter()
        .filter_map(|impact| match count(impact) {
            0 => None,
            count => Some(format!("{count} {impact}")),
        })
        .collect();
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
}

/// The last line of a report.
fn verdict(diff: &Diff) -> String {
    let bump = diff.bump();
    let wire = counts(|impact| diff.count(impact));
    format!("on the wire: {wire}; Rust API: {bump} ({})", bump.below_one())
}
