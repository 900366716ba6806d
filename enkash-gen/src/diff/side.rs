//! One side of a comparison: a document, a project, a folder of documents, or any of these at a git revision.

use std::path::{Path, PathBuf};

use super::{
    git::{Held, Revision},
    semver::Surface,
};
use crate::{
    ir::Api,
    load::{self, Document},
    pipeline::{self, Options, Settings},
    project::{FILE, Product, Project},
    report::{Code, Diagnostic, Report, Sources},
};

/// The products of one side.
#[derive(Debug)]
pub struct Version {
    /// What the user called it.
    pub name: String,
    /// Its products.
    pub products: Vec<Described>,
    /// Whether it is one document, whose name says nothing about the product.
    is_document: bool,
}

/// One product of one side.
#[derive(Debug)]
pub struct Described {
    /// The name of the product.
    pub name: String,
    /// Its description.
    pub document: Document,
    /// What is decided about it for good.
    settings: Settings,
    /// Whether it is generated as a crate of its own.
    is_crate: bool,
}

impl Version {
    /// Opens `name`: a file or folder, or a path at a git revision such as `HEAD~1:spec/rewards.yaml`. A folder is a
    /// project if it holds an `enkash-gen.toml`, and otherwise every OpenAPI document in it is a product.
    ///
    /// Gives `None`, with the reason in `report`, if anything of it cannot be loaded.
    pub fn open(name: &str, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        let path = Path::new(name);
        if path.exists() {
            return Self::of_path(name, path, sources, report);
        }
        let Some(revision) = Revision::parse(name) else {
            report.push(Diagnostic::new(Code::Io, format!("there is no file or folder `{name}`")).help(
                "name a document, a project, or a path at a git revision such as `HEAD~1:spec/api.yaml`",
            ));
            return None;
        };
        match report.keep(revision.read())? {
            Held::File(bytes) => {
                let Ok(text) = String::from_utf8(bytes) else {
                    report.push(Diagnostic::new(Code::Encoding, format!("`{name}` is not UTF-8")));
                    return None;
                };
                let product = Product::from_document(revision.path);
                let document = load::load_text(name, text, sources, report)?;
                let products = vec![Described::new(product, document, true)];
                Some(Self { name: name.to_owned(), products, is_document: true })
            }
            Held::Folder(folder) => {
                let version = Self::of_path(name, folder.path(), sources, report);
                sources.call(&folder.path().display().to_string(), name.trim_end_matches('/'));
                version
            }
        }
    }

    /// Products whose documents are already there.
    pub fn of_documents(name: &str, documents: Vec<(Product, Document)>) -> Self {
        let products = documents.into_iter();
        let products = products.map(|(product, document)| Described::new(product, document, false)).collect();
        Self { name: name.to_owned(), products, is_document: false }
    }

    fn of_path(name: &str, path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        let is_folder = path.is_dir() && !path.join(FILE).exists();
        let (products, is_crate, is_document) = if is_folder {
            (documents(path, report)?, true, false)
        } else {
            let project = Project::open(path, sources, report)?;
            let is_document = project.file().is_none();
            (project.products().to_vec(), is_document, is_document)
        };
        let mut described = Vec::new();
        let mut is_whole = true;
        for product in products {
            match product.load(sources, report) {
                Some(document) => described.push(Described::new(product, document, is_crate)),
                // The others are read as well, so that one run reports all of them.
                None => is_whole = false,
            }
        }
        is_whole.then(|| Self { name: name.to_owned(), products: described, is_document })
    }

    /// The products of both sides that belong together, in the order of the new side; those of one side only have no
    /// partner.
    pub(super) fn pairs<'v>(
        old: &'v Self,
        new: &'v Self,
    ) -> Vec<(Option<&'v Described>, Option<&'v Described>)> {
        if let ([was], [is]) = (old.products.as_slice(), new.products.as_slice())
            && (old.is_document || new.is_document)
        {
            return vec![(Some(was), Some(is))];
        }
        let find = |version: &'v Self, name: &str| version.products.iter().find(|other| other.name == name);
        let mut pairs: Vec<_> = new.products.iter().map(|is| (find(old, &is.name), Some(is))).collect();
        let gone = old.products.iter().filter(|was| find(new, &was.name).is_none());
        pairs.extend(gone.map(|was| (Some(was), None)));
        pairs
    }
}

impl Described {
    fn new(product: Product, document: Document, is_crate: bool) -> Self {
        Self { name: product.name, document, settings: product.settings, is_crate }
    }

    /// Whether the same is decided about both.
    pub(super) fn is_decided_like(&self, other: &Self) -> bool {
        self.settings == other.settings && self.is_crate == other.is_crate
    }

    /// The operations that are wanted of it.
    pub(super) fn lowered(&self) -> Api {
        let mut api = super::lowered(&self.document);
        // A selector that matches nothing is told where the code is generated.
        self.settings.only.apply(&mut api);
        api
    }

    /// What the generator makes of it.
    ///
    /// Gives `None`, with the reason in `report`, if the generator is defective.
    pub fn surface(&self, report: &mut Report) -> Option<Surface> {
        let endpoint = Options::default().endpoint.filter(|_| !self.is_crate);
        let options = Options {
            settings: self.settings.clone(),
            gates: self.is_crate,
            examples: false,
            endpoint,
            ..Options::default()
        };
        let generated = pipeline::generate(&self.document, &options, report)?;
        let listing = report.keep(generated.files.surface())?;
        Some(Surface { listing, features: generated.features, digest: self.document.digest() })
    }
}

/// The documents of a folder that is no project, in the order of their names. Overlays are none.
fn documents(folder: &Path, report: &mut Report) -> Option<Vec<Product>> {
    let unreadable = |error: &std::io::Error| {
        Diagnostic::new(Code::Io, format!("`{}` cannot be read: {error}", folder.display()))
    };
    let entries = report.keep(folder.read_dir().map_err(|error| unreadable(&error)))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_text = [".json", ".yaml", ".yml"].iter().any(|ending| name.ends_with(ending));
        is_text && !name.contains(".overlay.") && path.is_file()
    });
    if paths.is_empty() {
        report.push(
            Diagnostic::new(Code::Io, format!("`{}` holds no document", folder.display()))
                .help(format!("name a folder with an `{FILE}`, or with OpenAPI documents")),
        );
        return None;
    }
    Some(paths.into_iter().map(Product::from_document).collect())
}
