//! Runs of cargo: what one costs, and what the macro says in it.

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use crate::crates::{self, Crate};

/// Set for the macro, which then says on standard error which documents it works out.
const DEBUG: &str = "ENKASH_MACRO_DEBUG";

/// What a build costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// As a clock on the wall sees it; whatever else the machine does is in it.
    pub(crate) wall: Duration,
    /// Processor time of cargo and of the compiler, of all threads.
    pub(crate) processor: Duration,
}

impl Cost {
    pub(crate) const MAX: Self = Self { wall: Duration::MAX, processor: Duration::MAX };

    /// The lower of each.
    pub(crate) fn min(self, other: Self) -> Self {
        Self { wall: self.wall.min(other.wall), processor: self.processor.min(other.processor) }
    }
}

/// Builds everything, so that the dependencies are there and the build scripts have run.
///
/// Fails, with what to tell the user, if cargo cannot be run or a crate does not compile.
pub(crate) fn prepare(folder: &Path) -> Result<(), String> {
    build(folder, &["--workspace"], false).map(drop)
}

/// What the build of one crate costs, all others being there.
///
/// Fails as [`prepare`] does.
pub(crate) fn cost(folder: &Path, krate: Crate) -> Result<Cost, String> {
    touch(folder, krate)?;
    let (start, before) = (Instant::now(), children());
    build(folder, &["-p", krate.name], false)?;
    Ok(Cost { wall: start.elapsed(), processor: children().saturating_sub(before) })
}

/// How often the macro works the document of a crate out while that is built.
///
/// Fails as [`prepare`] does.
pub(crate) fn count(folder: &Path, krate: Crate) -> Result<usize, String> {
    touch(folder, krate)?;
    let output = build(folder, &["-p", krate.name], true)?;
    let wanted = format!("{DEBUG}: worked out `{}`", krate.document);
    Ok(String::from_utf8_lossy(&output.stderr).lines().filter(|line| *line == wanted).count())
}

fn touch(folder: &Path, krate: Crate) -> Result<(), String> {
    crates::touch(folder, krate).map_err(|error| format!("{}: {error}", krate.name))
}

fn build(folder: &Path, arguments: &[&str], debug: bool) -> Result<Output, String> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program)
        .args(["build", "--quiet", "--offline"])
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env(DEBUG, if debug { "1" } else { "0" })
        // Cargo would hand its own settings for this program on to the one it runs, and those of this workspace.
        .env_remove("ENKASH_SPEC_ROOT")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    _ = io::stderr().write_all(&output.stderr);
    Err(format!("`cargo build {}` failed", arguments.join(" ")))
}

/// The processor time that all children of this process, which have ended, have taken so far.
#[allow(clippy::useless_conversion)] // the numbers are narrower on other systems
fn children() -> Duration {
    // SAFETY: `getrusage` fills the struct, which is plain numbers, and keeps no pointer to it.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_CHILDREN, &raw mut usage);
        usage
    };
    let number = |value: i64| u64::try_from(value).unwrap_or(0);
    let time = |time: libc::timeval| {
        Duration::from_secs(number(time.tv_sec.into())) + Duration::from_micros(number(time.tv_usec.into()))
    };
    time(usage.ru_utime) + time(usage.ru_stime)
}
