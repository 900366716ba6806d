//! What is generated together: the products of a project, and where their descriptions are.
//!
//! The build script, the macro and the command line all open a project here, so that they cannot disagree about
//! what it contains.

mod link;
#[cfg(feature = "cli")]
mod listed;
mod settings;
mod toml;

use std::path::{Path, PathBuf};

use heck::ToSnakeCase;

pub use self::link::broken_link;
#[cfg(feature = "cli")]
pub use self::listed::with_page;
use crate::{
    load::{self, Document},
    pipeline::Settings,
    report::{Code, Diagnostic, Report, Sources},
};

/// The name of the file that makes a folder a project.
pub const FILE: &str = "enkash-gen.toml";

/// The products of one project, in the order in which its file lists them.
///
/// ```toml
/// [product.library]
/// document = "library.yaml"   # next to this file
/// overlays = ["library.overlay.yaml"]   # corrections of the document, applied in this order
/// pages = ["pages/books.txt", "pages/loans.txt"]   # the document is what an import of these pages gives
/// only = ["tag:books", "path:/loans/*", "op:getStatus"]   # leave out the other operations
/// checks = true               # refuse to send what breaks a limit of the document, such as `maxLength`
/// derives = ["PartialEq"]     # beside Clone and Debug, for every type that can have it
///
/// [product.library.rename]    # names of your own: of a schema, an operation, a property
/// types = { Book = "Volume" }
/// operations = { "GET /books" = "search" }
/// properties = { "Book.type" = "kind" }
///
/// [product.library.replace]   # a type of your own in place of a schema
/// Money = "crate::money::Money"
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    file: Option<PathBuf>,
    products: Vec<Product>,
}

/// One API: a module of generated code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The name of its module, a Rust identifier.
    pub name: String,
    /// Its OpenAPI document.
    pub document: PathBuf,
    /// The overlays that are applied to it, in this order.
    pub overlays: Vec<PathBuf>,
    /// The documentation pages that it is imported from, in this order; none if it was written by hand.
    pub pages: Vec<PathBuf>,
    /// What is decided about it for good.
    pub settings: Settings,
}

impl Project {
    /// Opens a folder that holds an `enkash-gen.toml`, or that file, or a bare document, which is a project of one
    /// product that is named after the file.
    ///
    /// Gives `None`, with the reason in `report`, if the path does not exist, the file is not as described above, or
    /// a product's name is no Rust identifier. Whether the documents exist shows when they are loaded.
    pub fn open(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        if let Some(diagnostic) = broken_link(path) {
            report.push(diagnostic);
            return None;
        }
        if !path.exists() {
            report.push(
                Diagnostic::new(Code::Io, format!("there is no file or folder `{}`", path.display()))
                    .help(format!("name an OpenAPI document, or a folder with an `{FILE}`")),
            );
            return None;
        }
        let file = if path.is_dir() { path.join(FILE) } else { path.to_owned() };
        if file.extension().is_none_or(|extension| extension != "toml") {
            return Some(Self { file: None, products: vec![Product::from_document(path)] });
        }
        if path.is_dir() && !file.exists() {
            report.push(Diagnostic::new(Code::Io, format!("`{}` has no `{FILE}`", path.display())).help(
                "name a document instead, or add the file: `[product.name]` and `document = \"file.yaml\"`",
            ));
            return None;
        }
        let text = report.keep(load::read(&file))?;
        let products = toml::products(&file, text, sources, report)?;
        Some(Self { file: Some(file), products })
    }

    /// The project's file; `None` for a bare document.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The products, in the order of the file.
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// The product with this name.
    pub fn product(&self, name: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.name == name)
    }
}

impl Product {
    /// A product for a bare document, named after the file: `Pet Store.yaml` is `pet_store`.
    pub fn from_document(path: impl Into<PathBuf>) -> Self {
        let document = path.into();
        let stem = document.file_stem().unwrap_or_default().to_string_lossy().to_snake_case();
        let name = match stem.as_str() {
            "" => "api".to_owned(),
            _ if stem.starts_with(|c: char| c.is_ascii_digit()) => format!("api_{stem}"),
            _ if is_ident(&stem) => stem,
            _ if is_ident(&format!("{stem}_")) => format!("{stem}_"),
            _ => "api".to_owned(),
        };
        Self { name, document, overlays: Vec::new(), pages: Vec::new(), settings: Settings::default() }
    }

    /// Loads the document with its overlays: see [`load::load_with`].
    pub fn load(&self, sources: &mut Sources, report: &mut Report) -> Option<Document> {
        if let Some(diagnostic) = self.files().find_map(broken_link) {
            report.push(diagnostic);
            return None;
        }
        load::load_with(&self.document, &self.overlays, sources, report)
    }

    /// The document, and its overlays.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(&self.document).chain(&self.overlays).map(PathBuf::as_path)
    }
}

fn is_ident(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok_and(|ident| ident != "_")
}

#[cfg(test)]
mod tests;
