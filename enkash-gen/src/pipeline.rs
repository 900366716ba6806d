//! The stages in a row: a document in, files out.

use crate::{
    emit::{self, FileSet},
    ir::{Api, Operation},
    load::Document,
    lower,
    names::{self, Choices, Names},
    passes::{self, Selection},
    render::{self, Example},
    report::{Code, Diagnostic, Report},
};

/// What the generated code has to know about the crate that it becomes part of.
#[derive(Debug, Clone)]
pub struct Options {
    /// The path of the run time.
    pub runtime: String,
    /// The path of what binds a user's own struct to an operation; without it the client has no `send`.
    pub endpoint: Option<String>,
    /// The public path of the module, for the examples and links in its documentation; without it there are none.
    pub module: Option<String>,
    /// Whether the documentation of each method has an example; each is a program that `cargo test` compiles.
    pub examples: bool,
    /// Whether only the types are wanted, without a client.
    pub types_only: bool,
    /// Whether the code becomes a crate that has cargo features for tags.
    pub gates: bool,
    /// What the user has decided.
    pub settings: Settings,
}

/// What a user decides about one API, for good: in the project file, so that every front end knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names and types.
    pub choices: Choices,
    /// The operations that are wanted.
    pub only: Selection,
    /// Whether a request is held against the limits of the document before it is sent.
    pub checks: bool,
    /// How the code is divided into files; what suits the API best, if nothing is said.
    pub layout: Option<Layout>,
}

/// How generated code is divided into files. The items are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// All operations in one file, and all types in another.
    Flat,
    /// The same by tags: what belongs to the operations of one tag alone is a file of its own, and in a crate of its
    /// own only compiled with the cargo feature of the tag.
    Tags,
}

impl Layout {
    /// Every layout, and what it is called.
    pub const ALL: [(&str, Self); 2] = [("flat", Self::Flat), ("tags", Self::Tags)];

    /// The layout of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, layout)| layout)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: "enkash_api::runtime".to_owned(),
            endpoint: Some("enkash_api::endpoint".to_owned()),
            module: None,
            examples: true,
            types_only: false,
            gates: false,
            settings: Settings::default(),
        }
    }
}

/// What became of a document.
#[derive(Debug, Default)]
pub struct Generated {
    /// The title of the API.
    pub title: String,
    /// The files of the module.
    pub files: FileSet,
    /// A call of one of its operations, if one can be written down.
    pub example: Option<Example>,
    /// The cargo features of tags, for a crate that has them.
    pub features: Vec<String>,
    /// Its operations: those that were generated, then those that were left out.
    pub operations: Vec<OperationRow>,
    /// How many types it has.
    pub types: usize,
    /// How many lines of Rust it has.
    pub lines: usize,
}

/// One operation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationRow {
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The `operationId`, if the document has one.
    pub id: Option<String>,
    /// The Rust method; empty if there is none.
    pub function: String,
    /// The summary, if the document has one.
    pub summary: Option<String>,
    /// Whether there is code for it.
    pub status: OperationStatus,
}

impl OperationRow {
    /// Why there is no code for it; `None` if there is.
    pub fn skipped(&self) -> Option<Code> {
        match self.status {
            OperationStatus::Generated => None,
            OperationStatus::Skipped(code) => Some(code),
        }
    }
}

/// Whether there is code for an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationStatus {
    /// There is.
    Generated,
    /// It was left out, for this reason.
    Skipped(Code),
}

/// Works a document out: every type named, used and with its directions, and every Rust name decided.
pub fn analyse(document: &Document, report: &mut Report) -> (Api, Names) {
    analyse_as(document, &Settings::default(), report)
}

/// The same as the user has decided.
pub fn analyse_as(document: &Document, settings: &Settings, report: &mut Report) -> (Api, Names) {
    let (api, names) = analyse_some(document, settings, |_| true, report);
    report.extend(settings.choices.unmatched(&api));
    (api, names)
}

/// The same for some of the operations; types that only others need are left out.
pub fn analyse_some(
    document: &Document,
    settings: &Settings,
    keep: impl Fn(&Operation) -> bool,
    report: &mut Report,
) -> (Api, Names) {
    let api = work_out(document, settings, keep, report);
    let names = names::name_as(&api, &settings.choices);
    (api, names)
}

/// The API as the user wants it, but for its names.
fn work_out(
    document: &Document,
    settings: &Settings,
    keep: impl Fn(&Operation) -> bool,
    report: &mut Report,
) -> Api {
    let mut api = lower::lower(document, report);
    for selector in settings.only.apply(&mut api) {
        report.push(
            Diagnostic::new(Code::Config, format!("`{selector}` matches no operation"))
                .help("`enkash-gen list` shows the operations; a `*` stands for any text"),
        );
    }
    api.operations.retain(keep);
    settings.choices.replace(&mut api);
    passes::run(&mut api);
    if settings.layout == Some(Layout::Tags) {
        passes::group_by_tag(&mut api);
    }
    api
}

/// From so many operations and types on, a crate of its own has a feature per tag unless something else is said:
/// below, a build takes no longer than anybody waits.
const WORTH_FEATURES: usize = 500;

/// Divides the code as it suits the API, where nothing has been said.
fn lay_out(api: &mut Api, options: &Options) {
    let is_large = api.operations.len() + api.types.len() >= WORTH_FEATURES;
    if options.settings.layout.is_none() && options.gates && is_large {
        passes::group_by_tag(api);
        if api.groups.len() < 2 {
            api.groups.clear();
        }
    }
}

/// Generates the module of one document.
///
/// Gives `None` if the options are unusable or the generator is defective; the reasons are in `report`. What the
/// document does wrong is there as well, and costs only what depends on it.
pub fn generate(document: &Document, options: &Options, report: &mut Report) -> Option<Generated> {
    let choices = &options.settings.choices;
    let mut api = work_out(document, &options.settings, |_| true, report);
    report.extend(choices.unmatched(&api));
    if options.types_only {
        api.groups.clear();
        passes::keep_payloads(&mut api);
    } else {
        lay_out(&mut api, options);
    }
    let names = names::name_as(&api, choices);
    generate_api(&api, &names, options, report)
}

/// Generates the module of an API that is worked out.
///
/// Gives `None` if the options are unusable or the generator is defective; the reasons are in `report`.
pub fn generate_api(api: &Api, names: &Names, options: &Options, report: &mut Report) -> Option<Generated> {
    let paths = report.keep(Paths::parse(options))?;
    let input = paths.input(api, names, options);
    let mut files = FileSet::new();
    let mut whole = true;
    render::render(input, &mut |file| match emit::print_file(&file.comment, file.items) {
        Ok(text) => files.insert(file.path, text),
        Err(diagnostic) => {
            report.push(diagnostic);
            whole = false;
        }
    });
    files.insert("mod.md", render::render_page(input));
    let lines =
        files.iter().filter(|(path, _)| path.ends_with(".rs")).map(|(_, text)| text.lines().count()).sum();
    whole.then(|| Generated {
        title: api.title.clone(),
        example: render::render_example(input),
        features: if options.gates { features(names) } else { Vec::new() },
        files,
        operations: rows(api, names),
        types: api.types.len(),
        lines,
    })
}

/// The cargo features of all groups, each once.
fn features(names: &Names) -> Vec<String> {
    let mut features: Vec<String> = names.groups.iter().flat_map(|group| group.features.clone()).collect();
    features.sort();
    features.dedup();
    features
}

/// Generates the same as the tokens of one module's content, for a macro.
///
/// Gives `None` if the options are unusable or the generator is defective; the reasons are in `report`.
pub fn inline(api: &Api, names: &Names, options: &Options, report: &mut Report) -> Option<emit::TokenStream> {
    let paths = report.keep(Paths::parse(options))?;
    report.keep(render::render_inline(paths.input(api, names, options)))
}

/// The paths of the options, once they have been read.
struct Paths {
    runtime: syn::Path,
    endpoint: Option<syn::Path>,
}

impl Paths {
    fn parse(options: &Options) -> Result<Self, Diagnostic> {
        let parse = |path: &String| {
            syn::parse_str::<syn::Path>(path).map_err(|error| {
                Diagnostic::new(Code::Config, format!("`{path}` is no path of a module: {error}"))
                    .help("write it as in `use`, for instance `crate::runtime`")
            })
        };
        Ok(Self {
            runtime: parse(&options.runtime)?,
            endpoint: options.endpoint.as_ref().map(parse).transpose()?,
        })
    }

    fn input<'a>(&'a self, api: &'a Api, names: &'a Names, options: &'a Options) -> render::Input<'a> {
        render::Input {
            api,
            names,
            runtime: &self.runtime,
            endpoint: self.endpoint.as_ref(),
            module: options.module.as_deref(),
            examples: options.examples,
            types_only: options.types_only,
            checks: options.settings.checks,
            gates: options.gates,
        }
    }
}

fn rows(api: &Api, names: &Names) -> Vec<OperationRow> {
    let generated = api.operations.iter().zip(&names.operations).map(|(operation, names)| OperationRow {
        method: operation.method.to_string(),
        path: operation.path.raw().to_owned(),
        id: operation.id.clone(),
        function: names.method.clone(),
        summary: operation.summary.clone(),
        status: OperationStatus::Generated,
    });
    let skipped = api.skipped.iter().map(|skipped| OperationRow {
        method: skipped.method.to_string(),
        path: skipped.path.clone(),
        id: skipped.id.clone(),
        function: String::new(),
        summary: None,
        status: OperationStatus::Skipped(skipped.code),
    });
    generated.chain(skipped).collect()
}
