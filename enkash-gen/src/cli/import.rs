//! `import`: documentation pages to a description.

use std::{fs, path::PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::{
    emit::{Change, ChangeKind, Mode, write_file},
    load,
    page::{self, Became, HEADER, Opened},
};

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let paths: Vec<&PathBuf> = matches.get_many::<PathBuf>("page").into_iter().flatten().collect();
    let mut opened = Vec::new();
    for path in &paths {
        opened.extend(page::open(path, &mut session.sources, &mut session.report));
    }
    let is_covered = matches.get_flag("coverage");
    if is_covered {
        coverage(&opened, session)?;
    }
    let import = page::import(&opened, &mut session.report);
    // A page that cannot be read keeps the others from being written: the description would lack an operation.
    let Some(import) = import.filter(|_| opened.len() == paths.len() && !session.report.has_errors()) else {
        return Ok(session.exit(true));
    };
    let out = matches.get_one::<PathBuf>("out");
    let document = match out.and_then(|out| fs::read_to_string(out).ok()) {
        Some(old) if old.starts_with(HEADER) => match load::tree(&old) {
            Some(old) => page::replace(&old, import.document),
            None => import.document,
        },
        _ => import.document,
    };
    let Some(text) = session.report.keep(page::print(&document)) else { return Ok(Exit::Document) };
    session.results.insert("document".to_owned(), document);
    let Some(out) = out else {
        if session.is_for_people() && !is_covered {
            write!(session.out, "{text}")?;
        }
        return Ok(Exit::Fine);
    };
    let kind = match write_file(out, &text, HEADER, Mode::Write) {
        Ok(kind) => kind,
        Err(diagnostic) => {
            session.report.push(diagnostic.help("move the file away, or choose another one"));
            return Ok(Exit::Io);
        }
    };
    session.changes.push(Change { path: out.display().to_string(), kind });
    if session.is_for_people() && !is_covered {
        match kind {
            ChangeKind::Unchanged => writeln!(session.out, "everything is up to date")?,
            kind => writeln!(session.out, "{:<9} {}", kind.as_str(), out.display())?,
        }
    }
    Ok(Exit::Fine)
}

/// A table of lines, and how many there are of each kind.
fn coverage(opened: &[Opened], session: &mut Session<'_>) -> Result<(), Stop> {
    let mut pages = Vec::new();
    for Opened { page, source, .. } in opened {
        let path = session.sources.get(*source).map(|source| source.path.clone()).unwrap_or_default();
        let count = |became: Became| page.coverage.iter().filter(|line| line.became == became).count();
        if session.is_for_people() {
            writeln!(session.out, "{path}: {}", page.rendering)?;
            for covered in &page.coverage {
                let text = covered.text.replace(char::is_control, "\u{fffd}");
                writeln!(session.out, "{:>5}  {:<11}  {text}", covered.line, covered.became.as_str())?;
            }
            let counts = Became::ALL.map(|became| format!("{} {}", count(became), became.as_str()));
            writeln!(session.out, "{path}: {}", counts.join(", "))?;
        }
        let lines: Vec<Value> = page
            .coverage
            .iter()
            .map(|line| json!({ "line": line.line, "became": line.became.as_str(), "text": line.text }))
            .collect();
        pages.push(json!({ "file": path, "rendering": page.rendering.as_str(), "lines": lines }));
    }
    session.results.insert("coverage".to_owned(), pages.into());
    Ok(())
}
