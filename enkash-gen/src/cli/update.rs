//! `update`: a page that has changed, taken over into a project.

mod changelog;

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ArgMatches;
use serde_json::json;

use super::{
    Exit, diff,
    session::{Session, Stop},
};
use crate::{
    emit::{Change, ChangeKind, Mode, write_files},
    project::Project,
    report::{Code, Diagnostic},
    update::{self, Placed, Plan, Planned, Refusal},
};

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let pages: Vec<PathBuf> = matches.get_many("page").into_iter().flatten().cloned().collect();
    let product = matches.get_one::<String>("product").map(String::as_str);
    let format = matches.get_one::<String>("format").map(String::as_str).unwrap_or_default();
    let path = matches.get_one::<PathBuf>("project").cloned().unwrap_or_default();
    let Some(project) = Project::open(&path, &mut session.sources, &mut session.report) else {
        return Ok(Exit::Document);
    };
    let plan = match update::plan(&project, &pages, product, &mut session.sources, &mut session.report) {
        Ok(plan) => plan,
        Err(Refusal::Usage(message)) => return Err(Stop::Usage(message)),
        Err(Refusal::Reported) => return Ok(Exit::Document),
    };
    let of = format!("--project {}", path.display());
    let mut update = Update { plan, session, format, of };
    update.entries()?;
    if matches.get_flag("check") {
        return update.check();
    }
    update.write(matches.get_flag("yes"), matches.get_one("changelog"))
}

struct Update<'u, 's> {
    plan: Plan,
    session: &'u mut Session<'s>,
    format: &'u str,
    /// The project, as the command line names it.
    of: String,
}

impl Update<'_, '_> {
    /// Whether there is somebody to read more than the diff.
    fn is_for_people(&self) -> bool {
        matches!(self.format, "text" | "markdown")
    }

    /// Says where each page belongs.
    fn entries(&mut self) -> Result<(), Stop> {
        let mut found = Vec::new();
        for entry in &self.plan.entries {
            let (page, recorded) = (entry.page.display(), entry.recorded.display());
            let was = entry.was.as_deref().unwrap_or_default();
            let (word, what) = match entry.placed {
                Placed::Replaced(_) => ("replaced", format!("in the place of {recorded}")),
                Placed::Moved(_) => ("moved", format!("in the place of {recorded}, which was {was}")),
                Placed::Added => ("added", format!("a new page, {recorded}")),
            };
            if self.is_for_people() {
                let operation = if entry.operation.is_empty() { "a page" } else { &entry.operation };
                writeln!(self.session.out, "{page}: {operation} of `{}`, {what}\n", entry.product)?;
            }
            found.push(json!({
                "page": page.to_string(),
                "operation": entry.operation,
                "product": entry.product,
                "recorded": recorded.to_string(),
                "placed": word,
                "was": entry.was,
            }));
        }
        self.session.results.insert("pages".to_owned(), found.into());
        Ok(())
    }

    fn check(&mut self) -> Result<Exit, Stop> {
        let is_stale = |planned: &&Planned| match self.plan.entries.is_empty() {
            true => !planned.was_pure,
            false => planned.differs,
        };
        let stale: Vec<&Planned> = self.plan.products.iter().filter(is_stale).collect();
        if stale.is_empty() {
            if self.is_for_people() {
                let products = self.plan.products.iter();
                let names: Vec<String> = products.map(|product| format!("`{}`", product.name)).collect();
                writeln!(self.session.out, "up to date with its pages: {}", names.join(", "))?;
            }
            return Ok(self.session.exit(false));
        }
        let message: Vec<String> = stale.into_iter().map(|planned| self.stale(planned)).collect();
        diff::show(&self.plan.diff, self.format, self.session)?;
        Err(Stop::Differs(message.join("\n")))
    }

    /// What is out of date, and the command that mends it.
    fn stale(&self, planned: &Planned) -> String {
        let (document, name, of) = (planned.document.display(), &planned.name, &self.of);
        let given = self.plan.entries.iter().filter(|entry| entry.product == *name);
        let pages: String = given.map(|entry| format!(" {}", entry.page.display())).collect();
        let what = if pages.is_empty() { "its recorded pages give" } else { "the page says" };
        format!("`{document}` is not what {what}; run `enkash-gen update{pages} {of} --product {name}`")
    }

    fn write(&mut self, is_confirmed: bool, log: Option<&PathBuf>) -> Result<Exit, Stop> {
        if self.plan.files.is_empty() {
            if self.is_for_people() {
                writeln!(self.session.out, "nothing has changed")?;
            }
            return Ok(self.session.exit(false));
        }
        diff::show(&self.plan.diff, self.format, self.session)?;
        let draft = changelog::draft(&self.plan.diff);
        let mut files = self.plan.files.clone();
        if let Some(log) = log.filter(|_| !draft.is_empty()) {
            let Some(text) = self.session.report.keep(read(log)) else { return Ok(Exit::Io) };
            files.push((log.clone(), changelog::insert(&text, &draft)));
        }
        let Some(changes) = self.session.report.keep(write_files(&files, Mode::Check)) else {
            return Ok(Exit::Io);
        };
        self.announce(&changes)?;
        if !is_confirmed {
            let answer = if self.is_for_people() { self.session.ask("write?")? } else { None };
            let why = match answer {
                Some(true) => None,
                Some(false) => Some(""),
                None => Some(": there is no terminal to ask on; `--yes` says yes"),
            };
            if let Some(why) = why {
                return Err(Stop::Differs(format!("nothing was written{why}")));
            }
        }
        if self.session.report.keep(write_files(&files, Mode::Write)).is_none() {
            return Ok(Exit::Io);
        }
        self.session.changes = changes;
        self.session.results.insert("changelog".to_owned(), draft.as_str().into());
        if self.is_for_people() {
            writeln!(self.session.out, "written")?;
            if !draft.is_empty() {
                let to = log.map_or("for the change log".to_owned(), |log| format!("in {}", log.display()));
                write!(self.session.out, "\n{to}:\n\n{draft}")?;
            }
        }
        Ok(self.session.exit(false))
    }

    /// Says what is to be written, and what is left to be done then.
    fn announce(&mut self, changes: &[Change]) -> Result<(), Stop> {
        if !self.is_for_people() {
            return Ok(());
        }
        writeln!(self.session.out, "\nto be written:")?;
        for change in changes.iter().filter(|change| change.kind != ChangeKind::Unchanged) {
            writeln!(self.session.out, "  {:<8} {}", change.kind.as_str(), change.path)?;
        }
        for product in self.plan.products.iter().filter(|product| !product.was_pure && product.existed) {
            writeln!(
                self.session.out,
                "\n{} is not what its recorded pages give: what was changed in it by hand is lost, and belongs into an overlay",
                product.document.display()
            )?;
        }
        for product in self.plan.products.iter().filter(|product| !product.overlay.is_empty()) {
            writeln!(self.session.out, "\nactions of overlays of `{}` that no longer match:", product.name)?;
            for fault in &product.overlay {
                writeln!(self.session.out, "  {}", fault.message)?;
            }
            writeln!(
                self.session.out,
                "the project is not generated until they are mended or removed; the errors say where they stand"
            )?;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, Diagnostic> {
    fs::read_to_string(path)
        .map_err(|error| Diagnostic::new(Code::Io, format!("cannot read `{}`: {error}", path.display())))
}
