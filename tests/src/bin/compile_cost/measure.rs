//! What one run of the compiler costs: this program puts itself between cargo and the compiler, so that nothing of
//! cargo and of other crates is counted.

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::Duration,
};

use enkash_tests::cost;

use crate::crates::Crates;

/// Set for the runs of this program that stand in front of the compiler: where to write what it cost.
const LOG: &str = "COMPILE_COST_LOG";

/// What a run of the compiler cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Processor time in user mode.
    pub(crate) user: Duration,
    /// The peak of the resident memory, in bytes.
    pub(crate) memory: u64,
}

/// Checks one crate anew.
///
/// Fails, with what to tell the user, if cargo cannot be run, or the crate does not compile.
pub(crate) fn check(crates: &Crates, name: &str) -> Result<Cost, String> {
    let log = crates.folder().join(format!("{name}.cost"));
    let text = |error: io::Error| format!("{}: {error}", log.display());
    crates.touch(name).map_err(text)?;
    // Written only if the compiler runs: a stale figure would be worse than none.
    if log.exists() {
        fs::remove_file(&log).map_err(text)?;
    }
    cargo(crates.folder(), &["-p", name], Some(&log))?;
    let cost = fs::read_to_string(&log).map_err(text)?;
    let mut numbers = cost.split_whitespace().map(str::parse::<u64>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(user)), Some(Ok(memory))) => Ok(Cost { user: Duration::from_micros(user), memory }),
        _ => Err(format!("{}: no figures: {cost:?}", log.display())),
    }
}

/// Checks everything, so that the dependencies are there.
///
/// Fails as [`check`] does.
pub(crate) fn prepare(crates: &Crates) -> Result<(), String> {
    cargo(crates.folder(), &["--workspace"], None)
}

fn cargo(folder: &Path, arguments: &[&str], log: Option<&Path>) -> Result<(), String> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let this = env::current_exe().map_err(|error| format!("this program has no path: {error}"))?;
    let mut command = Command::new(program);
    command
        .args(["check", "--quiet", "--offline"])
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTC_WORKSPACE_WRAPPER", this)
        // Cargo would hand its own settings for this program on to the one it runs.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    // Always set: without it this program would not know that it stands in front of the compiler.
    command.env(LOG, log.unwrap_or(Path::new("")));
    let status = command.status().map_err(|error| format!("cargo cannot be run: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`cargo check {}` failed", arguments.join(" "))) }
}

/// If this run stands in front of the compiler: runs it, writes down what it cost, and gives its status.
pub(crate) fn wrap() -> Option<ExitCode> {
    let log = env::var_os(LOG)?;
    let mut arguments = env::args_os().skip(1);
    let compiler = arguments.next()?;
    let arguments: Vec<_> = arguments.collect();
    let compiles = arguments.iter().any(|argument| argument == "--crate-name");
    let status = Command::new(compiler).args(arguments).stdin(Stdio::null()).status();
    let code = match status {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1),
        Err(error) => {
            _ = writeln!(io::stderr(), "the compiler cannot be run: {error}");
            1
        }
    };
    if compiles && !log.is_empty() && code == 0 {
        let cost::Cost { user, memory, .. } = cost::children();
        if let Err(error) = fs::write(&log, format!("{} {memory}\n", user.as_micros())) {
            _ = writeln!(io::stderr(), "{}: {error}", Path::new(&log).display());
            return Some(ExitCode::FAILURE);
        }
    }
    Some(ExitCode::from(code))
}
