//! The entry for the change log: what a user of the crate has to know, one line per change.

use std::fmt::Write as _;

use crate::{
    cli::diff::{also, by_operation, counts, markdown::code, values},
    diff::{Bump, Diff, Impact, Presence, ProductDiff},
};

/// So wide are the lines.
const WIDTH: usize = 120;

/// A list in Markdown; empty if there is nothing that a user would notice.
pub(super) fn draft(diff: &Diff) -> String {
    let is_noticed = |product: &&ProductDiff| {
        product.impact().is_some_and(|impact| impact > Impact::Documentation)
            || product.rust.bump > Bump::Patch
    };
    let mut out = String::new();
    diff.products.iter().filter(is_noticed).for_each(|product| self::product(&mut out, product));
    out
}

fn product(out: &mut String, product: &ProductDiff) {
    let name = code(&product.name);
    match product.presence {
        Presence::Both => {}
        Presence::Removed => item(out, &format!("{name}: breaking: the product is gone.")),
        Presence::Added => item(out, &format!("{name}: a new product.")),
    }
    for (call, changes) in by_operation(&product.wire.changes) {
        let place = call.map_or_else(|| name.clone(), |call| format!("{name}, {}", code(&call.label())));
        for change in changes.into_iter().filter(|change| change.impact() > Impact::Documentation) {
            let path =
                if change.path.is_empty() { String::new() } else { format!("{}: ", code(&change.path)) };
            let values = values(change);
            let values =
                values.strip_prefix(": ").map_or_else(String::new, |values| format!(": {}", code(values)));
            let (impact, sentence, also) = (change.impact(), change.rule.sentence(), also(change));
            item(out, &format!("{place}: {impact}: {path}{sentence}{values}{also}."));
        }
    }
    let wire = counts(|impact| product.wire.count(impact));
    let bump = product.rust.bump;
    item(out, &format!("{name}, verdict: on the wire {wire}; Rust API {bump} ({}).", bump.below_one()));
}

/// One item of a list, its words on as many lines as they need.
fn item(out: &mut String, text: &str) {
    let mut width = 0;
    for (index, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        let lead = match index {
            0 => "- ",
            _ if width + 1 + length > WIDTH => "\n  ",
            _ => " ",
        };
        width = if lead.starts_with('\n') { 2 } else { width + lead.len() } + length;
        _ = write!(out, "{lead}{word}");
    }
    out.push('\n');
}

/// Puts the entry at the end of `### Changed` under `## Unreleased`; makes these headings where they are missing.
pub(super) fn insert(log: &str, draft: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    let level = |at: &usize| lines[*at].bytes().take_while(|byte| *byte == b'#').count();
    let title = |at: &usize| lines[*at].trim_matches(['#', ' ', '[', ']']).to_lowercase();
    let end_of =
        |from: usize, to: usize, depth: usize| (from..to).find(|at| level(at) == depth).unwrap_or(to);
    let all = lines.len();
    let Some(section) = (0..all).find(|at| level(at) == 2 && title(at) == "unreleased") else {
        // In front of the newest version, or at the end.
        return joined(&lines, end_of(0, all, 2), &format!("## Unreleased\n\n### Changed\n\n{draft}"));
    };
    let end = end_of(section + 1, all, 2);
    let heading = |wanted: &str| (section + 1..end).find(|at| level(at) == 3 && title(at) == wanted);
    let Some(changed) = heading("changed") else {
        // Behind what was added, as the format lists them.
        let at = end_of(heading("added").unwrap_or(section) + 1, end, 3);
        return joined(&lines, at, &format!("### Changed\n\n{draft}"));
    };
    let next = end_of(changed + 1, end, 3);
    match (changed + 1..next).rev().find(|at| !lines[*at].trim().is_empty()) {
        Some(last) => {
            let mut out = lines[..=last].join("\n") + "\n" + draft;
            lines[last + 1..].iter().for_each(|line| _ = writeln!(out, "{line}"));
            out
        }
        None => joined(&lines, changed + 1, draft),
    }
}

/// The lines with a paragraph in front of one of them.
fn joined(lines: &[&str], at: usize, paragraph: &str) -> String {
    let (before, after) = (lines[..at].join("\n"), lines[at..].join("\n"));
    let parts = [before.trim_end(), paragraph.trim_end(), after.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{insert, item};

    #[test]
    fn an_entry_is_put_behind_the_last_one_that_is_there() {
        let log = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A.\n\n### Changed\n\n- B\n  goes on.\n\n### Fixed\n\n- C.\n";
        assert_eq!(insert(log, "- D.\n"), log.replace("goes on.\n", "goes on.\n- D.\n"));
        let log = "## Unreleased\n\n### Changed\n\n- B.\n\n## 0.1.0\n\n### Changed\n\n- Z.\n";
        assert_eq!(insert(log, "- D.\n"), log.replace("- B.\n", "- B.\n- D.\n"));
    }

    #[test]
    fn headings_that_are_missing_are_made() {
        let new = "## Unreleased\n\n### Changed\n\n- D.\n";
        for (log, expected) in [
            ("", new.to_owned()),
            ("# Log\n\n## 0.1.0\n\n- Z.\n", format!("# Log\n\n{new}\n## 0.1.0\n\n- Z.\n")),
            ("# Log\n\n## [Unreleased]\n", format!("# Log\n\n{}", new.replace("Unreleased", "[Unreleased]"))),
            (
                "## Unreleased\n\n### Added\n\n- A.\n\n### Fixed\n\n- C.\n",
                "## Unreleased\n\n### Added\n\n- A.\n\n### Changed\n\n- D.\n\n### Fixed\n\n- C.\n".to_owned(),
            ),
            ("## Unreleased\n\n### Changed\n\n## 0.1.0\n", format!("{new}\n## 0.1.0\n")),
        ] {
            assert_eq!(insert(log, "- D.\n"), expected, "{log}");
        }
    }

    #[test]
    fn a_long_item_goes_on_in_the_next_line() {
        let mut out = String::new();
        item(&mut out, "word ".repeat(30).trim_end());
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("- word") && lines[0].len() <= 120 && lines[1].starts_with("  word"));
    }
}
