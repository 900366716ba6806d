//! The stages in a row: a document in, files out.

mod generated;
mod options;

use self::{generated::rows, options::Paths};
pub use self::{
    generated::{Generated, OperationRow, OperationStatus},
    options::{Layout, Options, Settings},
};
use crate::{
    emit::{self, FileSet},
    ir::{Api, Operation},
    load::Document,
    lower,
    names::{self, Names},
    passes, render,
    report::{Code, Diagnostic, Report},
};

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
        login: api.login().is_some(),
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

/// A call of one operation, by its index, as a command and as a program.
///
/// Gives `None` if the options are unusable, which `report` says, or a value that must be given cannot be made up.
pub fn sample(
    api: &Api,
    names: &Names,
    operation: usize,
    options: &Options,
    report: &mut Report,
) -> Option<render::Sample> {
    let paths = report.keep(Paths::parse(options))?;
    render::render_sample(paths.input(api, names, options), operation)
}

/// Generates the same as the tokens of one module's content, for a macro.
///
/// Gives `None` if the options are unusable or the generator is defective; the reasons are in `report`.
pub fn inline(api: &Api, names: &Names, options: &Options, report: &mut Report) -> Option<emit::TokenStream> {
    let paths = report.keep(Paths::parse(options))?;
    report.keep(render::render_inline(paths.input(api, names, options)))
}
