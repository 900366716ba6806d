//! The command line: arguments in, a report and an exit code out.
//!
//! A thin shell: each command opens the project, runs the library and prints. Results go to standard output,
//! diagnostics to standard error. Nothing else in the crate depends on it.

mod args;
mod check;
mod codes;
mod diff;
mod exit;
mod generate;
mod import;
mod list;
mod machine;
mod sample;
mod session;
mod update;

use std::{
    ffi::OsString,
    io::{self, BufRead, IsTerminal, Write},
    process::ExitCode,
};

use anstream::{
    AutoStream, ColorChoice,
    stream::{AsLockedWrite, RawStream},
};
use clap::error::ErrorKind;

pub use self::exit::Exit;
use self::session::{Session, Stop};

/// Runs the program with its own arguments and streams.
pub fn main() -> ExitCode {
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let answers = is_terminal.then(|| io::stdin().lock());
    run_asking(std::env::args_os(), answers, io::stdout(), io::stderr()).into()
}

/// Runs one command. `args` begins with the name of the program.
///
/// Colours are written if `--color` says so, or else only to a terminal and unless `NO_COLOR` is set. A reader that
/// closes standard output early is no failure. Nobody is asked anything: see [`run_asking`].
pub fn run<O, E>(args: impl IntoIterator<Item = impl Into<OsString> + Clone>, stdout: O, stderr: E) -> Exit
where
    O: RawStream + AsLockedWrite,
    E: RawStream + AsLockedWrite,
{
    run_asking(args, None::<io::Empty>, stdout, stderr)
}

/// Like [`run`], with the answers of a person, a line for each question; without any, nothing that has to be confirmed
/// is done.
pub fn run_asking<O, E>(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    mut answers: Option<impl BufRead>,
    stdout: O,
    stderr: E,
) -> Exit
where
    O: RawStream + AsLockedWrite,
    E: RawStream + AsLockedWrite,
{
    let matches = match args::command().try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage(&error, stdout, stderr),
    };
    let choice = match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let mut out = AutoStream::new(stdout, choice);
    let mut err = AutoStream::new(stderr, choice);
    let mut session = Session::new(&mut out, &matches);
    session.answers = answers.as_mut().map(|answers| answers as &mut dyn BufRead);
    let result = match matches.subcommand() {
        Some(("generate", matches)) => generate::run(matches, &mut session),
        Some(("check", matches)) => check::run(matches, &mut session),
        Some(("list", matches)) => list::run(matches, &mut session),
        Some(("sample", matches)) => sample::run(matches, &mut session),
        Some(("import", matches)) => import::run(matches, &mut session),
        Some(("diff", matches)) => diff::run(matches, &mut session),
        Some(("update", matches)) => update::run(matches, &mut session),
        Some(("rules", _)) => codes::rules(&mut session),
        Some(("codes", _)) => codes::list(&mut session),
        Some(("explain", matches)) => codes::explain(matches, &mut session),
        // `args` demands a command, and these are all of them.
        _ => Err(Stop::Usage("no command was given".to_owned())),
    };
    let failed_io = session.failed_io();
    let (report, result) = match session.finish() {
        Ok(report) => (report, result),
        Err(error) => (String::new(), result.and(Err(Stop::Output(error)))),
    };
    // Standard error has no reader that could be told that it failed.
    let _ = write!(err, "{report}");
    let exit = match result {
        Ok(exit) => exit,
        Err(Stop::Usage(message)) => {
            let _ = writeln!(err, "error: {message}");
            Exit::Usage
        }
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
        Err(Stop::Output(error)) => {
            let _ = writeln!(err, "error: cannot write to standard output: {error}");
            Exit::Io
        }
        Err(Stop::Differs(message)) => {
            let _ = writeln!(err, "{message}");
            Exit::Differs
        }
    };
    let _ = err.flush();
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Io,
        _ if failed_io && exit != Exit::Unloaded => Exit::Io,
        _ => exit,
    }
}

/// What clap has to say: help and version are results, anything else is wrong usage.
fn usage<O, E>(error: &clap::Error, stdout: O, stderr: E) -> Exit
where
    O: RawStream + AsLockedWrite,
    E: RawStream + AsLockedWrite,
{
    let text = error.render();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match write!(AutoStream::auto(stdout), "{}", text.ansi()) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Io,
                _ => Exit::Fine,
            }
        }
        _ => {
            let _ = write!(AutoStream::auto(stderr), "{}", text.ansi());
            Exit::Usage
        }
    }
}

#[cfg(test)]
mod tests;
