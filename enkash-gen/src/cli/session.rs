//! What every command does: open, load, generate, and collect what there is to say.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::ArgMatches;

use super::Exit;
use crate::{
    pipeline::{self, Generated, Options},
    project::{Product, Project},
    report::{Code, Report, Sources, did_you_mean, render},
    standalone,
};

/// One run of the program.
pub(super) struct Session<'a> {
    pub(super) out: &'a mut dyn Write,
    pub(super) report: Report,
    sources: Sources,
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
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, report: Report::new(), sources: Sources::new() }
    }

    /// The report with colours; the stream it goes to drops them where they are not wanted.
    pub(super) fn rendered(&self) -> String {
        render(&self.report, &self.sources, true)
    }

    pub(super) fn failed_io(&self) -> bool {
        self.report.has_code(Code::Io)
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
        let wanted = |product: &&Product| only.is_empty() || only.contains(&product.name);
        Ok(project.products().iter().filter(wanted).cloned().collect())
    }

    pub(super) fn generate(&mut self, product: &Product, options: &Options) -> Option<Generated> {
        let document = product.load(&mut self.sources, &mut self.report)?;
        pipeline::generate(&document, options, &mut self.report)
    }

    pub(super) fn generate_crate(
        &mut self,
        product: &Product,
        name: &str,
        options: &Options,
    ) -> Option<Generated> {
        let document = product.load(&mut self.sources, &mut self.report)?;
        standalone::generate(&document, name, options, &mut self.report)
    }

    /// `library: 3 operations, 12 types`
    pub(super) fn summarize(&mut self, product: &Product, generated: &Generated) -> io::Result<()> {
        let count = |n: usize, noun: &str| if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") };
        writeln!(
            self.out,
            "{}: {}, {}",
            product.name,
            count(generated.operations.len(), "operation"),
            count(generated.types, "type")
        )
    }
}

pub(super) fn input(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("input").cloned().unwrap_or_default()
}
