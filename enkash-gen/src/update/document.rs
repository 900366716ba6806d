//! The description of a product, made anew from its pages, beside what it was.

use serde_json::Value;

use super::{Planned, Refusal, errors, recorded::Known};
use crate::{
    load::{self, Document},
    page::{self, Opened},
    report::{Code, Report, Severity, Sources},
};

/// What was made of a product.
pub(super) struct Made {
    pub(super) planned: Planned,
    /// The text of the description.
    pub(super) text: String,
    /// Before and after, overlays applied; there was none before if the product is new.
    pub(super) old: Option<Document>,
    pub(super) new: Document,
}

/// Imports the pages of a product.
pub(super) fn make(known: &Known, sources: &mut Sources, report: &mut Report) -> Result<Made, Refusal> {
    let product = &known.product;
    let opened: Vec<Opened> = known.pages.iter().map(|page| page.opened.clone()).collect();
    let before = report.iter().filter(|found| found.severity == Severity::Error).count();
    let import = page::import(&opened, report);
    // A page that does not fit in would be left out without a word.
    let is_whole = report.iter().filter(|found| found.severity == Severity::Error).count() == before;
    let import = import.filter(|_| is_whole).ok_or(Refusal::Reported)?;
    let text = report.keep(page::print(&import.document)).ok_or(Refusal::Reported)?;
    let old = match &known.text {
        Some(_) => Some(loaded(|sources, found| product.load(sources, found), sources, report)?.0),
        None => None,
    };
    let load = |sources: &mut Sources, found: &mut Report| {
        load::load_as(&product.document, text.clone(), &product.overlays, sources, found)
    };
    let (new, found) = loaded(load, sources, report)?;
    let is_overlay = |code: Code| matches!(code, Code::OverlayUnmatched | Code::InvalidOverlay);
    let overlay = found
        .iter()
        .filter(|found| found.severity == Severity::Error && is_overlay(found.code))
        .cloned()
        .collect();
    errors(&found, report);
    let planned = Planned {
        name: product.name.clone(),
        document: product.document.clone(),
        existed: known.text.is_some(),
        was_pure: true,
        differs: without_lines(&known.tree) != without_lines(&import.document),
        overlay,
    };
    Ok(Made { planned, text, old, new })
}

/// Whether a description is what its recorded pages give, byte for byte.
pub(super) fn is_pure(known: &Known) -> bool {
    let opened: Vec<Opened> = known.pages.iter().map(|page| page.opened.clone()).collect();
    let import = page::import(&opened, &mut Report::new());
    import.and_then(|import| page::print(&import.document).ok()) == known.text
}

/// A document, and what there is to say of it; that is reported only if there is no document.
fn loaded(
    load: impl FnOnce(&mut Sources, &mut Report) -> Option<Document>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<(Document, Report), Refusal> {
    let mut found = Report::new();
    match load(sources, &mut found) {
        Some(document) => Ok((document, found)),
        None => {
            errors(&found, report);
            Err(Refusal::Reported)
        }
    }
}

/// Whether two copies of a page say the same of everything but samples.
pub(super) fn say_the_same(one: &Opened, two: &Opened) -> bool {
    let said = |opened: &Opened| {
        let import = page::import(std::slice::from_ref(opened), &mut Report::new());
        import.map(|import| without(&import.document, &["line", "example"]))
    };
    said(one) == said(two)
}

/// A description without the numbers of lines, which change whenever a menu does.
fn without_lines(document: &Value) -> Value {
    without(document, &["line"])
}

fn without(value: &Value, keys: &[&str]) -> Value {
    match value {
        Value::Object(members) => {
            let kept =
                members.iter().filter(|(key, value)| !keys.contains(&key.as_str()) || value.is_object());
            kept.map(|(key, value)| (key.clone(), without(value, keys))).collect()
        }
        Value::Array(items) => items.iter().map(|item| without(item, keys)).collect(),
        other => other.clone(),
    }
}
