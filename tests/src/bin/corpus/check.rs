//! Has the compiler check crates, each worker in a target folder of its own: two runs of cargo in one would wait for
//! each other.

use std::{
    env, fs,
    fs::File,
    io,
    path::{Path, PathBuf},
    process::Command,
};

use enkash_tests::cost;
use serde_json::Value;

use crate::{
    generate,
    row::{Check, Cost},
};

/// How many messages of the compiler are kept.
const KEPT: usize = 6;

const TINY: &str = "openapi: 3.0.3\ninfo: {title: Tiny, version: '1'}\npaths: {}\n";

/// Compiles what all crates depend on, once, and gives every worker a copy.
///
/// Fails with what to tell the user.
pub(crate) fn prepare(out: &Path, jobs: usize) -> Result<(), String> {
    let text = |error: io::Error| format!("{}: {error}", out.display());
    let folder = out.join("dependencies");
    fs::create_dir_all(&folder).map_err(text)?;
    fs::write(folder.join("tiny.yaml"), TINY).map_err(text)?;
    generate::generate(&folder.join("tiny.yaml"), &folder).and_then(|(result, _)| result)?;
    let first = target(out, 0);
    let check = check_in(&folder, &first)?;
    if !check.passed {
        return Err(format!("the dependencies do not compile:\n{}", check.messages.join("\n")));
    }
    for job in 1..jobs {
        let target = target(out, job);
        if !target.exists() {
            copy(&first, &target).map_err(|error| format!("{}: {error}", target.display()))?;
        }
        check_in(&folder, &target)?;
    }
    Ok(())
}

/// Checks a crate.
///
/// Fails with what to tell the user if cargo cannot be run; what is wrong with the crate is no failure.
pub(crate) fn check(folder: &Path, out: &Path, job: usize) -> Result<Check, String> {
    check_in(folder, &target(out, job))
}

fn target(out: &Path, job: usize) -> PathBuf {
    out.join(format!("target-{job}"))
}

fn check_in(folder: &Path, target: &Path) -> Result<Check, String> {
    let text = |error: io::Error| format!("{}: {error}", folder.display());
    // The versions that are here already: nothing has to be fetched.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map_err(text)?;
    // Cargo would take the result of an earlier run, and say nothing of its cost.
    let root = folder.join("src/lib.rs");
    fs::read(&root).and_then(|bytes| fs::write(&root, bytes)).map_err(text)?;
    let (messages, log) = (folder.join("check.json"), folder.join("check.log"));
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["check", "--quiet", "--offline", "--message-format=json"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Cargo would hand its own settings for this program on to the one it runs.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdout(File::create(&messages).map_err(text)?)
        .stderr(File::create(&log).map_err(text)?);
    let (status, cost) = cost::run(&mut command).map_err(text)?;
    let mut check = Check { passed: status.success(), cost: Cost::from(cost), ..Check::default() };
    for line in fs::read_to_string(&messages).map_err(text)?.lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        if message["reason"] == "compiler-message" {
            count(&message["message"], &mut check);
        }
    }
    if !check.passed && check.errors == 0 {
        let said = fs::read_to_string(&log).map_err(text)?;
        check.messages.push(if said.trim().is_empty() { status.to_string() } else { said });
    }
    Ok(check)
}

/// Errors and warnings; what sums others up has no place of its own and is no further one.
fn count(message: &Value, check: &mut Check) {
    let placed = message["spans"].as_array().is_some_and(|spans| !spans.is_empty());
    match message["level"].as_str() {
        Some("error") if placed => check.errors += 1,
        Some("warning") if placed => check.warnings += 1,
        _ => return,
    }
    if check.messages.len() < KEPT {
        check.messages.push(message["rendered"].as_str().unwrap_or_default().to_owned());
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
