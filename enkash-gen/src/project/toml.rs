//! Reads the project file. Every fault has its place, and an unknown key names the known ones.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use ::toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Product, is_ident};
use crate::{
    load::locate::line_column,
    report::{Code, Diagnostic, Origin, Report, SourceId, Sources, did_you_mean},
};

const PROJECT_KEYS: &[&str] = &["product"];
const PRODUCT_KEYS: &[&str] =
    &["document", "overlays", "pages", "only", "rename", "replace", "derives", "checks", "layout"];

/// The products in the order of the file; `None`, with every fault in `report`, if there is any.
pub(super) fn products(
    file: &Path,
    text: String,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Vec<Product>> {
    let source = sources.add(file.display().to_string(), text);
    let text = sources.get(source).map(|source| source.text.as_str()).unwrap_or_default();
    let reader = Reader { text, source, folder: file.parent().unwrap_or(Path::new("")) };
    let mut faults = Vec::new();
    let products = reader.products(&mut faults);
    if faults.is_empty() {
        return Some(products);
    }
    report.extend(faults);
    None
}

pub(super) struct Reader<'t> {
    text: &'t str,
    source: SourceId,
    folder: &'t Path,
}

pub(super) type Faults = Vec<Diagnostic>;

impl Reader<'_> {
    fn products(&self, faults: &mut Faults) -> Vec<Product> {
        let table = match DeTable::parse(self.text) {
            Ok(table) => table,
            Err(error) => {
                let message = error.message().lines().collect::<Vec<_>>().join(", ");
                faults.push(self.fault(&error.span().unwrap_or(0..0), message));
                return Vec::new();
            }
        };
        self.keys(table.get_ref(), PROJECT_KEYS, "a project", faults);
        let Some(list) = table.get_ref().get("product") else {
            faults.push(
                self.fault(&(0..0), "the project has no products")
                    .help("add one: `[product.name]` and `document = \"file.yaml\"`"),
            );
            return Vec::new();
        };
        let Some(entries) = list.get_ref().as_table() else {
            faults.push(self.wrong(list, "`product` must be a table"));
            return Vec::new();
        };
        // The parser sorts by name; what is listed first is generated first.
        let mut entries: Vec<_> = entries.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        entries.into_iter().filter_map(|(name, product)| self.product(name, product, faults)).collect()
    }

    fn product(
        &self,
        name: &Spanned<impl AsRef<str>>,
        product: &Spanned<DeValue<'_>>,
        faults: &mut Faults,
    ) -> Option<Product> {
        let ident = name.get_ref().as_ref();
        if !is_ident(ident) {
            faults.push(
                self.fault(&name.span(), format!("the product name `{ident}` is no Rust identifier"))
                    .help("it becomes the name of a module"),
            );
        }
        let Some(table) = product.get_ref().as_table() else {
            faults.push(self.wrong(product, &format!("`product.{ident}` must be a table")));
            return None;
        };
        let before = faults.len();
        self.keys(table, PRODUCT_KEYS, "a product", faults);
        let Some(document) = table.get("document") else {
            if faults.len() > before {
                // It is most likely there, misspelt.
                return None;
            }
            faults.push(
                self.fault(&name.span(), format!("the product `{ident}` has no `document`"))
                    .help("add `document = \"file.yaml\"`, a path relative to this file"),
            );
            return None;
        };
        let Some(path) = document.get_ref().as_str() else {
            faults.push(self.wrong(document, "`document` must be the path of a file"));
            return None;
        };
        if path.is_empty() {
            faults.push(self.fault(&document.span(), "`document` is empty"));
            return None;
        }
        let overlays = self.files(table, "overlays", faults);
        let pages = self.files(table, "pages", faults);
        let settings = self.settings(table, faults);
        Some(Product { name: ident.to_owned(), document: self.folder.join(path), overlays, pages, settings })
    }

    /// A list of paths of files, none of them twice.
    fn files(&self, table: &DeTable<'_>, key: &str, faults: &mut Faults) -> Vec<PathBuf> {
        let Some(list) = table.get(key) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = Vec::new();
        let before = faults.len();
        for path in self.list(list, false, faults) {
            let joined = self.folder.join(&path);
            if path.is_empty() {
                faults.push(self.fault(&list.span(), format!("a path of `{key}` is empty")));
            } else if paths.contains(&joined) {
                faults.push(self.fault(&list.span(), format!("`{key}` names `{path}` twice")));
            } else {
                paths.push(joined);
            }
        }
        if faults.len() > before { Vec::new() } else { paths }
    }

    pub(super) fn keys(&self, table: &DeTable<'_>, known: &[&str], of: &str, faults: &mut Faults) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let wrong: &str = key.get_ref();
            let listed = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            let help = did_you_mean(wrong, known.iter().copied())
                .unwrap_or(format!("the keys of {of} are {listed}"));
            faults.push(self.fault(&key.span(), format!("`{wrong}` is no key of {of}")).help(help));
        }
    }

    pub(super) fn wrong(&self, value: &Spanned<DeValue<'_>>, expected: &str) -> Diagnostic {
        self.fault(&value.span(), format!("{expected}, found {}", value.get_ref().type_str()))
    }

    pub(super) fn fault(&self, span: &Range<usize>, message: impl Into<String>) -> Diagnostic {
        let (line, column) = line_column(self.text, span.start);
        Diagnostic::new(Code::Config, message).at(Origin::line_column(self.source, line, column))
    }
}
