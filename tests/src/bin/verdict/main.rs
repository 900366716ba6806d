//! Holds the verdict on the generated Rust API against that of cargo-semver-checks, on pairs of real descriptions.
//!
//! `cargo run --release -p enkash-tests --bin verdict -- <folder of documents> <cargo-semver-checks> <folder to work in>`
//! finds the descriptions of a folder that are versions of one API: those of one host that have operations in common.
//! Of each pair, in both directions, it generates the crates, and asks both what the change is. Between versions that
//! lie years apart nearly every change is a major one, so that nobody could be too mild; so the operations that we take
//! for unbroken are generated once more on their own, and small changes of a golden come before. It fails if we are
//! milder anywhere.

mod crates;
mod edits;
mod pairs;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use enkash_gen::{
    diff::{Bump, Version, rust_api},
    passes::Selection,
};

use crate::{crates::Workshop, pairs::Pair};

/// Of a larger API only so many operations are compared: the compiler's documentation of all of them takes long.
const MOST_OPERATIONS: usize = 100;

/// So many operations are tried one by one.
const MOST_ALONE: usize = 60;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(program), Some(work), None) =
        (arguments.next(), arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: verdict <folder of documents> <cargo-semver-checks> <folder to work in>");
        return ExitCode::from(2);
    };
    match run(&folder, Workshop::new(program, work)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether we are nowhere milder.
fn run(folder: &Path, workshop: Workshop) -> Result<bool, String> {
    let pairs = pairs::find(folder)?;
    if pairs.is_empty() {
        return Err(format!("{} holds no two versions of one API", folder.display()));
    }
    let mut table = Table { workshop, is_kept: true, unbroken: 0 };
    println!("{:<70} {:>6} {:>6}", "CHANGE", "OURS", "THEIRS");
    for (name, paths) in edits::write(&table.workshop.work.join("edits"))? {
        let [old, new] =
            paths.map(|path| pairs::open(Path::new(&path)).ok_or(format!("{path}: it is not read")));
        table.row(&name, &old?, &new?, &Selection::default())?;
    }
    for pair in &pairs {
        let (one, other) = (pair.old.open()?, pair.new.open()?);
        let (name, other_name) = (&pair.old.name, &pair.new.name);
        for (old, new, from, to) in [(&one, &other, name, other_name), (&other, &one, other_name, name)] {
            let first = pair.common.iter().take(MOST_OPERATIONS);
            let some =
                if pair.common.len() > MOST_OPERATIONS { selection(first)? } else { Selection::default() };
            table.row(&format!("{from} → {to}"), old, new, &some)?;
            if let Some(unbroken) = alone(pair, old, new)? {
                table.row(&format!("{from} → {to}, unbroken operations"), old, new, &unbroken)?;
            }
        }
    }
    if table.unbroken == 0 {
        return Err("every verdict is the hardest there is, so nothing was tried".to_owned());
    }
    Ok(table.is_kept)
}

/// What is printed, row by row.
struct Table {
    workshop: Workshop,
    /// Whether we were nowhere milder.
    is_kept: bool,
    /// How many verdicts of ours were not the hardest.
    unbroken: usize,
}

impl Table {
    fn row(&mut self, label: &str, old: &Version, new: &Version, only: &Selection) -> Result<(), String> {
        let ours = bump(old, new, only)?;
        let theirs = self.workshop.verdict(old, new, only)?;
        let is_milder = ours < theirs;
        self.unbroken += usize::from(ours < Bump::Major);
        self.is_kept &= !is_milder;
        let mark = if is_milder { "  MILDER" } else { "" };
        println!("{label:<70} {ours:>6} {theirs:>6}{mark}");
        Ok(())
    }
}

/// What we say.
fn bump(old: &Version, new: &Version, only: &Selection) -> Result<Bump, String> {
    let [old, new] = [old, new].map(|version| crates::surface(version, only));
    Ok(rust_api(&old?, &new?).bump)
}

/// The operations that we take for unbroken, each on its own; `None` if there are none.
fn alone(pair: &Pair, old: &Version, new: &Version) -> Result<Option<Selection>, String> {
    let mut unbroken = Vec::new();
    for id in pair.common.iter().take(MOST_ALONE) {
        if bump(old, new, &selection([id])?)? < Bump::Major {
            unbroken.push(id);
        }
    }
    if unbroken.is_empty() { Ok(None) } else { selection(unbroken).map(Some) }
}

fn selection<'t>(ids: impl IntoIterator<Item = &'t String>) -> Result<Selection, String> {
    let texts: Vec<String> = ids.into_iter().map(|id| format!("op:{id}")).collect();
    Selection::parse(texts.iter().map(String::as_str))
}
