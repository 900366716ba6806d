//! Runs of cargo: what one costs, and what the macro says in it.

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::{Command, Output, Stdio},
    time::Instant,
};

use enkash_tests::cost::{self, Cost};

use crate::crates::{self, Crate};

/// Set for the macro, which then says on standard error which documents it works out.
const DEBUG: &str = "ENKASH_MACRO_DEBUG";

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
    let (start, before) = (Instant::now(), cost::children());
    build(folder, &["-p", krate.name], false)?;
    let (wall, after) = (start.elapsed(), cost::children());
    Ok(Cost {
        wall,
        user: after.user.saturating_sub(before.user),
        system: after.system.saturating_sub(before.system),
        ..after
    })
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
