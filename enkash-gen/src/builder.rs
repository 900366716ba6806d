//! The generator for build scripts.

use std::{
    collections::{BTreeMap, HashSet},
    env, fmt,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    emit::{FileSet, Mode},
    pipeline::{self, Options, Settings},
    project::{Product, Project},
    report::{Code, Diagnostic, Report, Sources, render_line, render_some},
};

/// How many warnings of one code a build shows.
const WARNINGS: usize = 10;

const MORE: &str = "`enkash-gen check --all` shows them";

/// Generates code from a build script.
///
/// Each product is written to a folder of its name, and its `mod.rs` is to be included in a module:
///
/// ```no_run
/// // in `main` of build.rs
/// enkash_gen::Builder::new()
///     .document("openapi/library.yaml")
///     .module_root("my_crate")
///     .generate_or_exit();
/// ```
/// ```text
/// // src/lib.rs
/// #[allow(clippy::all, deprecated, missing_docs)]
/// pub mod library {
///     include!(concat!(env!("OUT_DIR"), "/library/mod.rs"));
/// }
/// ```
///
/// Cargo is told to run the script again when the project file or a document changes, also if they are wrong.
#[derive(Debug, Clone)]
#[must_use = "nothing happens until `generate` is called"]
pub struct Builder {
    inputs: Vec<Input>,
    /// Overlays for no document.
    astray: Vec<PathBuf>,
    runtime: String,
    endpoint: Option<String>,
    module_root: Option<String>,
    strict: bool,
    checks: bool,
    out_dir: Option<PathBuf>,
}

/// A project or a document, and the overlays that were named for it.
#[derive(Debug, Clone)]
struct Input {
    path: PathBuf,
    overlays: Vec<PathBuf>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            inputs: Vec::new(),
            astray: Vec::new(),
            runtime: Options::default().runtime,
            endpoint: Options::default().endpoint,
            module_root: None,
            strict: false,
            checks: false,
            out_dir: None,
        }
    }
}

impl Builder {
    /// Nothing to generate yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds every product of a project: a folder with an `enkash-gen.toml`, or that file.
    ///
    /// A relative path starts at the folder of the package, as in every build script.
    pub fn project(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.push(Input { path: path.into(), overlays: Vec::new() });
        self
    }

    /// Adds one document as a product that is named after its file.
    pub fn document(self, path: impl Into<PathBuf>) -> Self {
        self.project(path)
    }

    /// Applies an overlay to the document that was added last, after the overlays that were named for it before.
    ///
    /// The overlays of a project stand in its file; to name one for a project, or before there is a document, is an
    /// error when the builder runs.
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        match self.inputs.last_mut() {
            Some(input) => input.overlays.push(path.into()),
            None => self.astray.push(path.into()),
        }
        self
    }

    /// The path under which generated code finds the run time; `enkash_api::runtime` unless set. A run time elsewhere
    /// has nothing that binds structs to operations, unless [`endpoint`](Self::endpoint) says where.
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = path.into();
        self.endpoint = None;
        self
    }

    /// The path under which generated code finds what binds a user's own struct to an operation.
    pub fn endpoint(mut self, path: impl Into<String>) -> Self {
        self.endpoint = Some(path.into());
        self
    }

    /// The public path of the module that holds the products, for the examples in their documentation; without it
    /// they have none.
    pub fn module_root(mut self, path: impl Into<String>) -> Self {
        self.module_root = Some(path.into());
        self
    }

    /// Whether it is an error if something in a document is wrong or cannot be expressed yet; otherwise it is left
    /// out with a warning.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Whether the clients of all products refuse to send what breaks a limit of its document: the length of a text, a
    /// list or a map, the range of a number, what it is a multiple of, and items that must differ. Patterns stay
    /// documentation. The same as `checks = true` of a product in the project file.
    pub fn checks(mut self, checks: bool) -> Self {
        self.checks = checks;
        self
    }

    /// The folder to write to; `OUT_DIR` unless set.
    pub fn out_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(path.into());
        self
    }

    /// Generates, and tells cargo on standard output what to watch and what to warn about.
    ///
    /// Fails, with nothing written, if a project is wrong, a document cannot be read, something has to be left out and
    /// the build is strict, or a file cannot be read or written.
    pub fn generate(&self) -> Result<(), BuildError> {
        let mut instructions = Vec::new();
        let result = self.run(&mut instructions);
        // Standard output is cargo's; if it is gone there is nobody left to tell.
        let _ = io::stdout().write_all(&instructions);
        result
    }

    /// Like [`generate`](Self::generate); on failure prints what is wrong and ends the process with status 1.
    pub fn generate_or_exit(&self) {
        if let Err(error) = self.generate() {
            let _ = writeln!(io::stderr(), "\n{error}");
            std::process::exit(1);
        }
    }

    fn run(&self, instructions: &mut impl Write) -> Result<(), BuildError> {
        let mut report = Report::new();
        let mut sources = Sources::new();
        let mut watched = Vec::new();
        let files = self.files(&mut watched, &mut sources, &mut report);
        if !report.failed(self.strict)
            && let Some(folder) = self.folder(&mut report)
        {
            report.keep(files.apply(&folder, Mode::Write));
        }
        for path in watched {
            let _ = writeln!(instructions, "cargo::rerun-if-changed={}", path.display());
        }
        if report.failed(self.strict) {
            return Err(BuildError { rendered: render_some(&report, &sources, false, MORE) });
        }
        let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
        for diagnostic in &report {
            let shown = shown.entry(diagnostic.code).or_default();
            *shown += 1;
            if *shown <= WARNINGS {
                let _ = writeln!(instructions, "cargo::warning={}", render_line(diagnostic, &sources));
            }
        }
        for (code, count) in shown.into_iter().filter(|(_, count)| *count > WARNINGS) {
            let _ = writeln!(instructions, "cargo::warning={} more of `{code}`; {MORE}", count - WARNINGS);
        }
        Ok(())
    }

    /// Everything that is to be written; paths that were read, or should have been, are added to `watched`.
    fn files(&self, watched: &mut Vec<PathBuf>, sources: &mut Sources, report: &mut Report) -> FileSet {
        let mut files = FileSet::new();
        let mut products: Vec<Product> = Vec::new();
        for Input { path, overlays } in &self.inputs {
            watched.push(path.clone());
            let Some(project) = Project::open(path, sources, report) else { continue };
            watched.extend(project.file().map(Path::to_owned));
            let start = products.len();
            products.extend(project.products().iter().cloned());
            if project.file().is_none() {
                products[start..].iter_mut().for_each(|product| product.overlays.extend_from_slice(overlays));
            } else if let Some(overlay) = overlays.first() {
                report.push(astray(
                    overlay,
                    "write `overlays = […]` at the product in the file of the project",
                ));
            }
        }
        for overlay in &self.astray {
            report.push(astray(overlay, "call `.document(…)` first"));
        }
        if self.inputs.is_empty() {
            report.push(
                Diagnostic::new(Code::Config, "the builder has nothing to generate")
                    .help("call `.project(\"spec\")` or `.document(\"openapi.yaml\")`"),
            );
        }
        for (index, product) in products.iter().enumerate() {
            watched.extend(product.files().map(Path::to_owned));
            if products[..index].iter().any(|earlier| earlier.name == product.name) {
                let message = format!("two products are named `{}`", product.name);
                report.push(Diagnostic::new(Code::Config, message).help("give one of them another name"));
                continue;
            }
            let Some(document) = product.load(sources, report) else { continue };
            watched.extend(document.inputs().map(Path::to_owned));
            let options = Options {
                runtime: self.runtime.clone(),
                endpoint: self.endpoint.clone(),
                examples: true,
                module: self.module_root.as_ref().map(|root| format!("{root}::{}", product.name)),
                settings: Settings {
                    checks: self.checks || product.settings.checks,
                    ..product.settings.clone()
                },
                types_only: false,
                gates: false,
            };
            if let Some(generated) = pipeline::generate(&document, &options, report) {
                files.mount(&product.name, generated.files);
            }
        }
        let mut seen = HashSet::new();
        watched.retain(|path| seen.insert(path.clone()));
        files
    }

    fn folder(&self, report: &mut Report) -> Option<PathBuf> {
        let folder = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        if folder.is_none() {
            report.push(
                Diagnostic::new(Code::Config, "there is no folder to write to: `OUT_DIR` is not set")
                    .help("call the builder from a build script, or set `.out_dir(…)`"),
            );
        }
        folder
    }
}

/// An overlay that is named where there is nothing to apply it to.
fn astray(overlay: &Path, help: &str) -> Diagnostic {
    let message = format!("the overlay `{}` is for no document", overlay.display());
    Diagnostic::new(Code::Config, message).help(help)
}

/// Why a build failed. Its text is the whole report, with the lines of the documents.
pub struct BuildError {
    rendered: String,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rendered)
    }
}

/// The same text: `fn main() -> Result<(), BuildError>` prints an error by its `Debug`.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}", self.rendered)
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests;
