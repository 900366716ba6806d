//! What is recorded of a product: its description, and the pages that it was imported from.

use std::{fs, io, path::PathBuf};

use serde_json::Value;

use super::{Refusal, errors, matching::Key};
use crate::{
    load,
    page::{self, Opened, normalised},
    project::{Product, Project},
    report::{Code, Diagnostic, Report, Sources, did_you_mean},
};

/// A product, and everything that its files say.
pub(super) struct Known {
    pub(super) product: Product,
    /// The text of the description; `None` if there is none yet.
    pub(super) text: Option<String>,
    pub(super) tree: Value,
    pub(super) pages: Vec<Recorded>,
}

/// A page of a product.
pub(super) struct Recorded {
    pub(super) path: PathBuf,
    /// The text on disk; `None` if it is new.
    pub(super) text: Option<Vec<u8>>,
    pub(super) opened: Opened,
    pub(super) key: Option<Key>,
}

impl Recorded {
    /// The file, if it is not what is to be recorded.
    pub(super) fn changed(&self) -> Option<(PathBuf, String)> {
        let text = &self.opened.transcription;
        (self.text.as_deref() != Some(text.as_bytes())).then(|| (self.path.clone(), text.clone()))
    }
}

impl Known {
    /// Whether the description has an operation.
    pub(super) fn has(&self, (path, method): &Key) -> bool {
        let paths = self.tree.get("paths").and_then(Value::as_object);
        let mut same = paths.into_iter().flatten().filter(|(known, _)| normalised(known) == *path);
        same.any(|(_, item)| item.get(method).is_some())
            || self
                .pages
                .iter()
                .any(|page| page.key.as_ref().is_some_and(|(known, verb)| known == path && verb == method))
    }

    /// Every address that the description names as a source.
    pub(super) fn addresses(&self) -> Vec<&str> {
        let mut found = Vec::new();
        addresses(&self.tree, &mut found);
        found.extend(self.pages.iter().filter_map(|page| page.opened.page.address.as_deref()));
        found
    }
}

fn addresses<'t>(value: &'t Value, found: &mut Vec<&'t str>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if key == "address" => found.push(text),
                    value => addresses(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
        _ => {}
    }
}

/// Opens the products of a project, or the one of this name.
pub(super) fn open(
    project: &Project,
    name: Option<&str>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Vec<Known>, Refusal> {
    if let Some(name) = name.filter(|name| project.product(name).is_none()) {
        let names = project.products().iter().map(|product| product.name.as_str());
        let help = did_you_mean(name, names).map(|help| format!("; {help}")).unwrap_or_default();
        return Err(Refusal::Usage(format!("the project has no product `{name}`{help}")));
    }
    let products = project.products().iter().filter(|product| name.is_none_or(|name| product.name == name));
    products.map(|product| known(product, sources, report)).collect()
}

fn known(product: &Product, sources: &mut Sources, report: &mut Report) -> Result<Known, Refusal> {
    let text = match fs::read_to_string(&product.document) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", product.document.display());
            report.push(Diagnostic::new(Code::Io, message));
            return Err(Refusal::Reported);
        }
    };
    let mut pages = Vec::new();
    for path in &product.pages {
        let mut found = Report::new();
        let opened = page::open(path, sources, &mut found);
        errors(&found, report);
        let opened = opened.ok_or(Refusal::Reported)?;
        let key = super::matching::key(&opened.page);
        pages.push(Recorded { path: path.clone(), text: fs::read(path).ok(), opened, key });
    }
    let tree = text.as_deref().and_then(load::tree).unwrap_or_default();
    Ok(Known { product: product.clone(), text, tree, pages })
}
