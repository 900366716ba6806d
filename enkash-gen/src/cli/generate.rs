//! `generate`: documents in, crates or modules out.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop, input, overlays},
};
use crate::{
    emit::{Change, ChangeKind, FileSet, Mode},
    passes::Selection,
    pipeline::{Layout, Options},
    project::Product,
    render::quoted,
    standalone,
};

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let only: Vec<String> = matches.get_many("product").into_iter().flatten().cloned().collect();
    let strict = matches.get_flag("strict");
    let module = matches.get_flag("module");
    let folder = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let mut options = Options::default();
    if let Some(runtime) = matches.get_one::<String>("runtime") {
        options.runtime.clone_from(runtime);
        options.endpoint = None;
    }
    options.settings.only = selection(matches)?;
    options.settings.layout = layout(matches);
    options.types_only = matches.get_flag("types-only");
    options.settings.checks = matches.get_flag("checks");
    let mut files = FileSet::new();
    let mut results = Vec::new();
    let products = session.products(matches, &only)?;
    let alone = products.len() == 1;
    for product in products {
        let generated = if module {
            session.generate(&product, &options)
        } else {
            session.generate_crate(&product, &crate_name(matches, &folder, &product, alone), &options)
        };
        let Some(mut generated) = generated else { continue };
        let own = std::mem::take(&mut generated.files);
        if alone && !module {
            files = own;
        } else {
            files.mount(&product.name, own);
        }
        results.push((product, generated));
    }
    if session.report.failed(strict) {
        return Ok(Exit::Document);
    }
    let mode = if matches.get_flag("check") { Mode::Check } else { Mode::Write };
    let applied = files.apply(&folder, mode);
    let Some(changes) = session.report.keep(applied) else { return Ok(Exit::Io) };
    for (product, generated) in results {
        session.summarize(&product, generated)?;
    }
    session.changes.clone_from(&changes);
    let differing: Vec<&Change> = changes
        .iter()
        .filter(|change| !matches!(change.kind, ChangeKind::Unchanged | ChangeKind::Kept))
        .collect();
    let for_people = session.is_for_people();
    for change in differing.iter().filter(|_| for_people) {
        let path = folder.join(&change.path);
        writeln!(session.out, "{:<9} {}", change.kind.as_str(), path.display())?;
    }
    if differing.is_empty() && for_people {
        writeln!(session.out, "everything is up to date")?;
    } else if !differing.is_empty() && mode == Mode::Check {
        let count =
            if differing.len() == 1 { "1 file".to_owned() } else { format!("{} files", differing.len()) };
        return Err(Stop::Differs(format!("out of date: {count}; to write: {}", command(matches, &only))));
    }
    Ok(Exit::Fine)
}

fn layout(matches: &ArgMatches) -> Option<Layout> {
    matches.get_one::<String>("layout").and_then(|name| Layout::parse(name))
}

/// The operations that were asked for.
fn selection(matches: &ArgMatches) -> Result<Selection, Stop> {
    let texts = matches.get_many::<String>("only").into_iter().flatten().map(String::as_str);
    Selection::parse(texts).map_err(|text| {
        Stop::Usage(format!(
            "`--only {text}` selects nothing; write `tag:pets`, `path:/pets/*` or `op:listPets`"
        ))
    })
}

/// What the crate is called: what was asked for, or else the folder it is written to.
fn crate_name(matches: &ArgMatches, folder: &Path, product: &Product, alone: bool) -> String {
    if let Some(name) = matches.get_one::<String>("name").filter(|_| alone) {
        return standalone::crate_name(name);
    }
    let last = folder.file_name().filter(|_| alone).map(|last| last.to_string_lossy());
    standalone::crate_name(last.as_deref().unwrap_or(&product.name))
}

/// The command that writes what this one checks.
fn command(matches: &ArgMatches, only: &[String]) -> String {
    let mut words =
        vec!["enkash-gen".to_owned(), "generate".to_owned(), input(matches).display().to_string()];
    let folder = matches.get_one::<PathBuf>("out").map(|path| path.display().to_string());
    words.extend(["--out".to_owned(), folder.unwrap_or_default()]);
    if matches.get_flag("module") {
        words.push("--module".to_owned());
    }
    if let Some(name) = matches.get_one::<String>("name") {
        words.extend(["--name".to_owned(), name.clone()]);
    }
    if let Some(runtime) = matches.get_one::<String>("runtime") {
        words.extend(["--runtime".to_owned(), runtime.clone()]);
    }
    for overlay in overlays(matches) {
        words.extend(["--overlay".to_owned(), overlay.display().to_string()]);
    }
    for product in only {
        words.extend(["--product".to_owned(), product.clone()]);
    }
    for only in matches.get_many::<String>("only").into_iter().flatten() {
        words.extend(["--only".to_owned(), only.clone()]);
    }
    if let Some(layout) = matches.get_one::<String>("layout") {
        words.extend(["--layout".to_owned(), layout.clone()]);
    }
    for flag in ["types-only", "checks", "strict"] {
        if matches.get_flag(flag) {
            words.push(format!("--{flag}"));
        }
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}
