//! What every command does: open, load, generate, and collect what there is to say.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::{Exit, machine};
use crate::{
    emit::Change,
    ir::Api,
    names::Names,
    pipeline::{self, Generated, OperationRow, Options, Settings},
    project::{Product, Project},
    report::{Code, Report, Sources, did_you_mean, render, render_some},
    standalone,
};

/// One run of the program.
pub(super) struct Session<'a> {
    pub(super) out: &'a mut dyn Write,
    pub(super) report: Report,
    pub(super) changes: Vec<Change>,
    /// The answers of a person, if there is one to ask.
    pub(super) answers: Option<&'a mut dyn BufRead>,
    machine: bool,
    all: bool,
    summaries: Vec<Summary>,
    pub(super) sources: Sources,
    /// What a command has besides for a program, by its key.
    pub(super) results: Map<String, Value>,
}

/// What became of a product.
pub(super) struct Summary {
    pub(super) name: String,
    pub(super) operations: Vec<OperationRow>,
    pub(super) types: usize,
    pub(super) lines: usize,
}

impl Summary {
    /// How many operations there is code for.
    pub(super) fn generated(&self) -> usize {
        self.operations.iter().filter(|row| row.skipped().is_none()).count()
    }

    /// How many operations were left out, by the reason.
    pub(super) fn skipped(&self) -> BTreeMap<Code, usize> {
        let mut counts = BTreeMap::new();
        for code in self.operations.iter().filter_map(OperationRow::skipped) {
            *counts.entry(code).or_default() += 1;
        }
        counts
    }
}

/// Why a command ends early, apart from what is in the report.
#[derive(Debug)]
pub(super) enum Stop {
    Usage(String),
    Differs(String),
    Output(io::Error),
}

impl From<io::Error> for Stop {
    /// Errors of files are diagnostics; the only bare ones are those of standard output.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl<'a> Session<'a> {
    /// `matches` are those of the whole command line.
    pub(super) fn new(out: &'a mut dyn Write, matches: &ArgMatches) -> Self {
        Self {
            out,
            report: Report::new(),
            changes: Vec::new(),
            answers: None,
            machine: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
            all: matches.get_flag("all"),
            summaries: Vec::new(),
            sources: Sources::new(),
            results: Map::new(),
        }
    }

    /// Whether results go to standard output as lines that a person reads.
    pub(super) fn is_for_people(&self) -> bool {
        !self.machine
    }

    /// Whether nothing is to be cut.
    pub(super) fn shows_all(&self) -> bool {
        self.all
    }

    /// What is left to say at the end: the result for a program on standard output, or the report for standard error,
    /// with colours; the stream it goes to drops them where they are not wanted.
    pub(super) fn finish(&mut self) -> io::Result<String> {
        if self.machine {
            let mut result = machine::result(&self.summaries, &self.changes, &self.report, &self.sources);
            if let Value::Object(result) = &mut result {
                result.append(&mut self.results);
            }
            writeln!(self.out, "{result:#}")?;
            return Ok(String::new());
        }
        Ok(if self.all {
            render(&self.report, &self.sources, true)
        } else {
            render_some(&self.report, &self.sources, true, "`--all` shows them")
        })
    }

    /// Asks a person; `None` if there is nobody to ask. What is neither `y` nor `yes` is a no.
    pub(super) fn ask(&mut self, question: &str) -> io::Result<Option<bool>> {
        let Some(answers) = &mut self.answers else { return Ok(None) };
        write!(self.out, "{question} [y/N] ")?;
        self.out.flush()?;
        let mut answer = String::new();
        answers.read_line(&mut answer)?;
        Ok(Some(["y", "yes"].contains(&answer.trim().to_lowercase().as_str())))
    }

    pub(super) fn failed_io(&self) -> bool {
        self.report.has_code(Code::Io) || self.report.has_code(Code::ForeignFile)
    }

    pub(super) fn exit(&self, strict: bool) -> Exit {
        if self.report.failed(strict) { Exit::Document } else { Exit::Fine }
    }

    /// The products that were asked for; none, with the reason in the report, if the project cannot be opened.
    pub(super) fn products(&mut self, matches: &ArgMatches, only: &[String]) -> Result<Vec<Product>, Stop> {
        let path = input(matches);
        let Some(project) = Project::open(&path, &mut self.sources, &mut self.report) else {
            return Ok(Vec::new());
        };
        for name in only {
            if project.product(name).is_none() {
                let names = project.products().iter().map(|product| product.name.as_str());
                let help = did_you_mean(name, names).map(|help| format!("; {help}")).unwrap_or_default();
                return Err(Stop::Usage(format!("`{}` has no product `{name}`{help}", path.display())));
            }
        }
        let overlays: Vec<PathBuf> = overlays(matches).cloned().collect();
        if project.file().is_some() && !overlays.is_empty() {
            let file = crate::project::FILE;
            return Err(Stop::Usage(format!(
                "`--overlay` is for a document; the overlays of a project stand in its `{file}`: `overlays = […]`"
            )));
        }
        let wanted = |product: &&Product| only.is_empty() || only.contains(&product.name);
        let mut products: Vec<Product> = project.products().iter().filter(wanted).cloned().collect();
        products.iter_mut().for_each(|product| product.overlays.extend_from_slice(&overlays));
        Ok(products)
    }

    pub(super) fn generate(&mut self, product: &Product, options: &Options) -> Option<Generated> {
        let document = product.load(&mut self.sources, &mut self.report)?;
        pipeline::generate(&document, &with_settings(options, product), &mut self.report)
    }

    pub(super) fn generate_crate(
        &mut self,
        product: &Product,
        name: &str,
        options: &Options,
    ) -> Option<Generated> {
        let document = product.load(&mut self.sources, &mut self.report)?;
        standalone::generate(&document, name, &with_settings(options, product), &mut self.report)
    }

    /// Works a product out, without generating.
    pub(super) fn analyse(&mut self, product: &Product) -> Option<(Api, Names)> {
        let document = product.load(&mut self.sources, &mut self.report)?;
        Some(pipeline::analyse_as(&document, &product.settings, &mut self.report))
    }

    /// `library: 19 operations, 17 generated, 2 skipped (2 unsupported-schema), 34 types, 1260 lines`
    pub(super) fn summarize(&mut self, product: &Product, generated: Generated) -> io::Result<()> {
        let summary = Summary {
            name: product.name.clone(),
            operations: generated.operations,
            types: generated.types,
            lines: generated.lines,
        };
        if self.is_for_people() {
            let count =
                |n: usize, noun: &str| if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") };
            let mut parts = vec![count(summary.operations.len(), "operation")];
            let skipped = summary.skipped();
            if !skipped.is_empty() {
                let codes: Vec<String> =
                    skipped.iter().map(|(code, count)| format!("{count} {code}")).collect();
                parts.push(format!("{} generated", summary.generated()));
                parts.push(format!("{} skipped ({})", skipped.values().sum::<usize>(), codes.join(", ")));
            }
            parts.push(count(summary.types, "type"));
            parts.push(count(summary.lines, "line"));
            writeln!(self.out, "{}: {}", summary.name, parts.join(", "))?;
        }
        self.summaries.push(summary);
        Ok(())
    }
}

/// The options of the command line and those of the project.
fn with_settings(options: &Options, product: &Product) -> Options {
    let mut options = options.clone();
    let only = std::mem::take(&mut options.settings.only).and(&product.settings.only);
    let checks = options.settings.checks || product.settings.checks;
    let layout = options.settings.layout.or(product.settings.layout);
    options.settings = Settings { only, checks, layout, choices: product.settings.choices.clone() };
    options
}

pub(super) fn input(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("input").cloned().unwrap_or_default()
}

/// The overlays for a bare document.
pub(super) fn overlays(matches: &ArgMatches) -> impl Iterator<Item = &PathBuf> {
    matches.get_many("overlay").into_iter().flatten()
}
