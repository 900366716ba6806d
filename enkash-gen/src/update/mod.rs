//! A page that changed: which product it is of, what its description becomes, and what that changes.
//!
//! The description of a product that lists `pages` is what an import of these pages gives, and nothing else: a page
//! takes the place of the one that is recorded of its operation, or is added, and the description is made anew from
//! all of them. Nothing is written here; a [`Plan`] holds what is to be.
//!
//! Deliberately absent: the terminal, and any decision that is the maintainer's.

mod document;
mod matching;
mod recorded;

use std::path::{Path, PathBuf};

pub use self::matching::{Entry, Placed};
use self::recorded::Recorded;
use crate::{
    diff::{Diff, Version},
    emit::{Mode, write_file},
    page::{self, HEADER, Opened},
    project::{Project, with_page},
    report::{Code, Diagnostic, Report, Severity, Sources},
};

/// What an update comes to.
#[derive(Debug)]
pub struct Plan {
    /// The pages that were given, each with its place.
    pub entries: Vec<Entry>,
    /// The products that they belong to.
    pub products: Vec<Planned>,
    /// What changes, overlays applied.
    pub diff: Diff,
    /// The files whose texts change: descriptions, transcriptions, and the file of the project if a page is added.
    pub files: Vec<(PathBuf, String)>,
}

/// A product, as it becomes.
#[derive(Debug)]
pub struct Planned {
    /// Its name.
    pub name: String,
    /// Its description.
    pub document: PathBuf,
    /// Whether there was a description.
    pub existed: bool,
    /// Whether the description was what the recorded pages gave.
    pub was_pure: bool,
    /// Whether the new description says something else than the old one, the numbers of lines apart.
    pub differs: bool,
    /// The errors of its overlays, each of them an action that no longer matches or does not fit.
    pub overlay: Vec<Diagnostic>,
}

/// Why there is no plan.
#[derive(Debug)]
pub enum Refusal {
    /// The call leaves something open, or contradicts itself.
    Usage(String),
    /// The reason is in the report.
    Reported,
}

/// Works out what some pages do to a project; without any, whether its descriptions are what its recorded pages give.
///
/// `product` limits it to one product. All warnings of the pages that were given are pushed to the report, of what is
/// recorded only errors. Fails if a page or a part of the project cannot be read, or it is not clear where a page
/// belongs.
pub fn plan(
    project: &Project,
    pages: &[PathBuf],
    product: Option<&str>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Plan, Refusal> {
    let Some(file) = project.file() else {
        return Err(Refusal::Usage("update is for a project, and not for a bare document".to_owned()));
    };
    let mut products = recorded::open(project, product, sources, report)?;
    let mut opened = Vec::new();
    for path in pages {
        opened.push((path, page::open(path, sources, report).ok_or(Refusal::Reported)?));
    }
    let entries = matching::place(&opened, &products, product)?;
    let were_pure: Vec<bool> = products.iter().map(document::is_pure).collect();
    for (entry, (path, opened)) in entries.iter().zip(&opened) {
        let again = transcribed(&entry.recorded, path, opened, sources, report)?;
        let of = &mut products[entry.index];
        match entry.placed {
            Placed::Replaced(at) | Placed::Moved(at) => of.pages[at].opened = again,
            Placed::Added => {
                let key = matching::key(&again.page);
                of.pages.push(Recorded { path: entry.recorded.clone(), text: None, opened: again, key });
            }
        }
    }
    let is_meant = |index: usize| entries.is_empty() || entries.iter().any(|entry| entry.index == index);
    let mut planned = Vec::new();
    let (mut old, mut new, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for (index, of) in products.iter().enumerate() {
        // Without pages, what is not imported is none of our business.
        if !is_meant(index) || of.pages.is_empty() {
            continue;
        }
        let made = document::make(of, sources, report)?;
        old.extend(made.old.map(|document| (of.product.clone(), document)));
        new.push((of.product.clone(), made.new));
        if of.text.as_ref() != Some(&made.text) {
            report
                .keep(write_file(&of.product.document, &made.text, HEADER, Mode::Check))
                .ok_or(Refusal::Reported)?;
            files.push((of.product.document.clone(), made.text));
        }
        // A page that was not given stays as it is, whatever an import makes of it.
        let given = entries.iter().filter(|entry| entry.index == index);
        for entry in given {
            let page = of.pages.iter().find(|page| page.path == entry.recorded);
            files.extend(page.and_then(Recorded::changed));
        }
        planned.push(Planned { was_pure: were_pure[index], ..made.planned });
    }
    if planned.is_empty() {
        let message = "no product of the project has `pages`, so there is nothing that was imported";
        return Err(Refusal::Usage(message.to_owned()));
    }
    files.extend(listed(file, project, &entries, report)?);
    let (old, new) = (Version::of_documents("old", old), Version::of_documents("new", new));
    let diff = Diff::of(&old, &new, report).ok_or(Refusal::Reported)?;
    Ok(Plan { entries, products: planned, diff, files })
}

/// The transcription of a page, opened under the name that it is going to have.
fn transcribed(
    recorded: &Path,
    path: &Path,
    opened: &Opened,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Opened, Refusal> {
    let (name, bytes) = (recorded.display().to_string(), opened.transcription.as_bytes());
    // Everything there is to say of it was said of the page.
    let again = page::open_bytes(&name, bytes, sources, &mut Report::new());
    let same = again.filter(|again| document::say_the_same(opened, again));
    same.ok_or_else(|| {
        let message =
            format!("a transcription of `{}` would say something else than the page", path.display());
        let help =
            "write one by hand, and update with it: the page, with made-up values in the place of real ones";
        report.push(Diagnostic::new(Code::Internal, message).help(help));
        Refusal::Reported
    })
}

/// The file of the project with the pages that are added, if there are any.
fn listed(
    file: &Path,
    project: &Project,
    entries: &[Entry],
    report: &mut Report,
) -> Result<Option<(PathBuf, String)>, Refusal> {
    let mut added = entries.iter().filter(|entry| entry.placed == Placed::Added).peekable();
    if added.peek().is_none() {
        return Ok(None);
    }
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut text = report.keep(crate::load::read(file)).ok_or(Refusal::Reported)?;
    for entry in added {
        let relative = entry.recorded.strip_prefix(folder).unwrap_or(&entry.recorded);
        let shown = relative.to_string_lossy().replace('\\', "/");
        text = with_page(&text, &entry.product, &shown).ok_or_else(|| {
            let product = project.product(&entry.product).map(|product| product.document.display().to_string());
            Refusal::Usage(format!(
                "the product `{}` has no `pages`: its description `{}` was not imported; add `pages = []` to it in `{}` to \
                 import it from now on",
                entry.product,
                product.unwrap_or_default(),
                file.display()
            ))
        })?;
    }
    Ok(Some((file.to_owned(), text)))
}

/// Keeps the errors alone.
fn errors(found: &Report, report: &mut Report) {
    report.extend(found.iter().filter(|found| found.severity == Severity::Error).cloned());
}
