//! Finds the description that an attribute names, and reads each of them once per process.
//!
//! A process may live as long as an editor does, so what is remembered is compared by content, and mistakes are
//! not remembered.

use std::{
    collections::HashMap,
    env,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use enkash_gen::{
    ir::{Api, Skipped},
    load::{self, Document},
    names::Names,
    pipeline::{self, Settings},
    project::{Product, Project, broken_link},
    report::{Diagnostic, Report, Severity, Sources, did_you_mean, lines, similar},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::debug;

/// Overrides the folder that `spec = "…"` starts at, for tests that are compiled elsewhere.
const ROOT: &str = "ENKASH_SPEC_ROOT";

/// How many mistakes of a document are shown.
const MOST_SHOWN: usize = 3;

/// A description, worked out.
pub(crate) struct Description {
    pub(crate) document: Document,
    pub(crate) settings: Settings,
    pub(crate) api: Api,
    pub(crate) names: Names,
    report: Report,
    sources: Sources,
}

impl Description {
    /// Works a text out with its overlays; `name` is what messages call it, and each overlay is a name and a text.
    ///
    /// Fails with a text for the user if the document cannot be read at all, or an overlay does not fit it. A mistake in
    /// it costs no more than the operations that need what is wrong, as everywhere; those are in [`Api::skipped`].
    pub(crate) fn of(
        name: &str,
        text: &str,
        overlays: &[(&str, &str)],
        settings: &Settings,
    ) -> Result<Self, String> {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let worked_out =
            load::load_text_with(name, text, overlays, &mut sources, &mut report).map(|document| {
                let (api, names) = pipeline::analyse_as(&document, settings, &mut report);
                (document, api, names)
            });
        match worked_out {
            Some((document, api, names)) if !report.failed(false) => {
                Ok(Self { document, settings: settings.clone(), api, names, report, sources })
            }
            _ => Err(mistakes(&report, &sources)),
        }
    }

    /// Why an operation was left out, with its place: to find that takes a look at the whole text.
    pub(crate) fn reason(&self, skipped: &Skipped) -> String {
        let label = skipped.id.clone().unwrap_or_else(|| format!("{} {}", skipped.method, skipped.path));
        let about = |diagnostic: &&Diagnostic| diagnostic.code == skipped.code;
        let own = |diagnostic: &&Diagnostic| diagnostic.operation.as_deref() == Some(label.as_str());
        let all = || self.report.iter().filter(about);
        let explained = || skipped.code.explanation().to_owned();
        all().find(own).or_else(|| all().next()).map_or_else(explained, |found| line(found, &self.sources))
    }
}

/// The first mistakes of a document, and what to do about the first of them.
fn mistakes(report: &Report, sources: &Sources) -> String {
    let mut errors = report.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let shown: Vec<_> = errors.by_ref().take(MOST_SHOWN).collect();
    let mut text = shown.iter().map(|diagnostic| line(diagnostic, sources)).collect::<Vec<_>>().join("\n");
    match errors.count() {
        0 => {}
        1 => text.push_str("\nand 1 more mistake"),
        more => text.push_str(&format!("\nand {more} more mistakes")),
    }
    if let Some(help) = shown.first().and_then(|diagnostic| diagnostic.help.as_ref()) {
        text.push_str(&format!("\nhelp: {help}"));
    }
    text
}

/// `spec/library.yaml:41:7: message [code]`
fn line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let message = format!("{} [{}]", diagnostic.message, diagnostic.code);
    let source = diagnostic.origin.as_ref().and_then(|origin| sources.get(origin.source));
    let (Some(source), Some((line, column))) = (source, lines(&[diagnostic], sources).pop().flatten()) else {
        return message;
    };
    format!("{}:{line}:{column}: {message}", source.path)
}

/// The description of a bundled product.
///
/// Fails at `product` if there is none of that name.
pub(crate) fn bundled(product: &Ident) -> syn::Result<Arc<Description>> {
    let fail = |message: String| syn::Error::new_spanned(product, message);
    let project = open_bundle().map_err(fail)?;
    let name = product.to_string();
    let Some(found) = project.product(&name) else {
        let names = || project.products().iter().map(|product| product.name.as_str());
        let all = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let nearest = did_you_mean(&name, names()).map(|text| text + " ").unwrap_or_default();
        return Err(fail(format!(
            "there is no product `{name}`\nhelp: {nearest}the products are {all}; a document of your own is named by \
             `spec = \"…\"`"
        )));
    };
    read(&files_of(found), &found.settings).map_err(|(_, message)| fail(message))
}

/// The product that was most likely meant, for code that stands in where a mistake was reported: the nearest name, or
/// the first.
pub(crate) fn likely_product(name: &str) -> Option<(String, Arc<Description>)> {
    let project = open_bundle().ok()?;
    let names = || project.products().iter().map(|product| product.name.as_str());
    let name = similar(name, names()).or_else(|| names().next())?;
    let product = project.product(name)?;
    let description = read(&files_of(product), &product.settings).ok()?;
    Some((name.to_owned(), description))
}

/// The document of a product and its overlays, by the names of their files.
fn files_of(product: &Product) -> Vec<(PathBuf, String)> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    product.files().map(|path| (path.to_owned(), name(path))).collect()
}

fn open_bundle() -> Result<Project, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/spec"));
    Project::open(folder, &mut sources, &mut report).ok_or_else(|| mistakes(&report, &sources))
}

/// A document of the user's own crate: where it is, and what it says.
pub(crate) struct Own {
    /// What makes cargo build the crate again when the document changes; empty if there is no document.
    pub(crate) tracking: TokenStream,
    /// The description, or the mistake at the literal.
    pub(crate) description: syn::Result<Arc<Description>>,
}

/// Reads the document that `spec = "…"` names, with the overlays that `overlay = "…"` does.
pub(crate) fn own(spec: &LitStr, overlays: &[LitStr]) -> Own {
    let literals: Vec<&LitStr> = std::iter::once(spec).chain(overlays).collect();
    let mistake = |index: usize, message: String| syn::Error::new_spanned(literals[index], message);
    let mut tracking = TokenStream::new();
    let mut read_all = || {
        let root = Root::of_build().map_err(|message| mistake(0, message))?;
        let mut files = Vec::new();
        for (index, literal) in literals.iter().enumerate() {
            let path = root.locate(&literal.value()).map_err(|message| mistake(index, message))?;
            if path.is_file() {
                tracking.extend(root.tracking(literal));
            }
            files.push((path, literal.value()));
        }
        read(&files, &Settings::default()).map_err(|(index, message)| mistake(index, root.explain(&message)))
    };
    let description = read_all();
    Own { tracking, description }
}

/// The folder that the documents of a crate are found in.
struct Root {
    folder: PathBuf,
    variable: &'static str,
}

impl Root {
    fn of_build() -> Result<Self, String> {
        let get = |variable| env::var_os(variable).map(|folder| Self { folder: folder.into(), variable });
        let root = get(ROOT).or_else(|| get("CARGO_MANIFEST_DIR")).ok_or(
            "the folder of the crate is not known\nhelp: build with cargo, or set `CARGO_MANIFEST_DIR`",
        )?;
        if root.folder.is_relative() {
            return Err(format!(
                "`{}` is no absolute path\nhelp: in `.cargo/config.toml`, write `{ROOT} = {{ value = \"…\", relative = true }}`",
                root.variable
            ));
        }
        Ok(root)
    }

    /// The whole path of a document.
    ///
    /// Fails if it leads out of the folder: such a crate could not be packaged, nor built on another machine.
    fn locate(&self, written: &str) -> Result<PathBuf, String> {
        let path = Path::new(written);
        if written.is_empty() {
            return Err(
                "`spec` is empty\nhelp: name an OpenAPI document, such as `spec/partner.yaml`".to_owned()
            );
        }
        if path.is_absolute()
            || path.components().any(|part| matches!(part, Component::Prefix(_) | Component::RootDir))
        {
            return Err(format!(
                "`{written}` is an absolute path, which another machine does not have\n\
                 help: write the path from the folder of your `Cargo.toml`, such as `spec/partner.yaml`"
            ));
        }
        if path.components().any(|part| part == Component::ParentDir) {
            return Err(format!(
                "`{written}` leads out of the crate, so that a package of it would lack the document\n\
                 help: keep the document, or a link to it, in the folder of your `Cargo.toml`"
            ));
        }
        Ok(self.folder.join(path))
    }

    /// Names the document relative to a variable, so that the expansion is the same on every machine.
    fn tracking(&self, spec: &LitStr) -> TokenStream {
        let (variable, path) = (self.variable, spec.value());
        quote! {
            const _: &[u8] =
                ::core::include_bytes!(::core::concat!(::core::env!(#variable), "/", #path));
        }
    }

    /// The message with the folder's own path taken out: what the user wrote is enough, and the same everywhere.
    fn explain(&self, message: &str) -> String {
        if message.starts_with("cannot read ") {
            format!("{message}\nhelp: the path starts at `{}`", self.variable)
        } else {
            message.to_owned()
        }
    }
}

/// The texts that a description was worked out from, those of the document and of its overlays.
type Texts = Vec<Arc<str>>;

/// By the paths of the files.
type Known = HashMap<Vec<PathBuf>, (Texts, Arc<Description>)>;

/// Every description that this process has worked out.
static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

/// Reads a document and its overlays, each a path and what messages call it, or remembers them if their texts are still
/// the same.
///
/// Fails with a text for the user, and the index of the file that is wrong.
fn read(files: &[(PathBuf, String)], settings: &Settings) -> Result<Arc<Description>, (usize, String)> {
    let mut texts: Texts = Vec::new();
    for (index, (path, shown)) in files.iter().enumerate() {
        let plain = |diagnostic: Diagnostic| {
            let message = diagnostic.message.replace(&path.display().to_string(), shown);
            (index, diagnostic.help.map_or(message.clone(), |help| format!("{message}\nhelp: {help}")))
        };
        if let Some(diagnostic) = broken_link(path) {
            return Err(plain(diagnostic));
        }
        texts.push(load::read(path).map_err(plain)?.into());
    }
    // The lock is held while the text is worked out: all expansions of a crate want the same few documents. Should
    // that panic after all, the map is still whole.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
    if let Some((before, description)) = known.get(&paths)
        && *before == texts
        && description.settings == *settings
    {
        return Ok(Arc::clone(description));
    }
    let named: Vec<(&str, &str)> =
        files.iter().zip(&texts).map(|((_, shown), text)| (shown.as_str(), &**text)).collect();
    let Some(((shown, text), overlays)) = named.split_first() else {
        return Err((0, "there is no document".to_owned()));
    };
    debug::worked_out(shown);
    let description =
        Arc::new(Description::of(shown, text, overlays, settings).map_err(|message| (0, message))?);
    known.insert(paths, (texts, Arc::clone(&description)));
    Ok(description)
}

#[cfg(test)]
mod tests;
