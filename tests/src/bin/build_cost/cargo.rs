//! Cargo on a generated crate.

use std::{
    env, fs, io,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use enkash_tests::cost;

/// What checking one crate costs, its dependencies being there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) lines: usize,
    pub(crate) seconds: f64,
    pub(crate) processor: f64,
    pub(crate) memory: u64,
}

/// A check that takes longer is not repeated: what else the machine does is little beside it.
const LONG: Duration = Duration::from_secs(30);

/// Checks a crate, its dependencies having been checked before; a short check twice. The inner error is why it does
/// not pass.
///
/// Fails, with what to tell the user, if cargo cannot be run.
pub(crate) fn check(krate: &Path, target: &Path) -> Result<Result<Cost, String>, String> {
    let root = krate.join("src/lib.rs");
    let text = |error: io::Error| format!("{}: {error}", root.display());
    let content = fs::read(&root).map_err(text)?;
    fs::write(&root, "").map_err(text)?;
    let (dependencies, _) = run("check", krate, target)?;
    fs::write(&root, content).map_err(text)?;
    if !dependencies {
        let log = fs::read_to_string(krate.join("check.log")).unwrap_or_default();
        return Ok(Err(format!("its dependencies do not compile: {}", log.trim())));
    }
    let mut lowest = cost::Cost::MAX;
    for _ in 0..2 {
        touch(krate)?;
        let (passes, cost) = run("check", krate, target)?;
        if !passes {
            return Ok(Err("does not compile".to_owned()));
        }
        lowest = lowest.min(cost);
        if cost.wall > LONG {
            break;
        }
    }
    let lines = lines(&krate.join("src")).map_err(|error| format!("{}: {error}", krate.display()))?;
    Ok(Ok(Cost {
        lines,
        seconds: lowest.wall.as_secs_f64(),
        processor: lowest.processor().as_secs_f64(),
        memory: lowest.memory,
    }))
}

/// Builds a program and what it is made of; dependencies that are there are not counted.
///
/// Fails, with what to tell the user, if it does not compile.
pub(crate) fn build(krate: &Path, target: &Path) -> Result<Duration, String> {
    match run("build", krate, target)? {
        (true, cost) => Ok(cost.wall),
        (false, _) => Err(format!("{}: the program does not compile", krate.display())),
    }
}

/// Makes cargo compile a crate again, and only that one.
///
/// Fails, with what to tell the user, if its root cannot be written.
pub(crate) fn touch(krate: &Path) -> Result<(), String> {
    let root = krate.join("src/lib.rs");
    let text = |error: io::Error| format!("{}: {error}", root.display());
    fs::write(&root, fs::read(&root).map_err(text)?).map_err(text)
}

fn run(command: &str, krate: &Path, target: &Path) -> Result<(bool, cost::Cost), String> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let log = krate.join(format!("{command}.log"));
    let stderr = fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let (status, cost) = cost::run(
        Command::new(program)
            .args([command, "--quiet"])
            .current_dir(krate)
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_INCREMENTAL", "0")
            // Cargo would hand its own settings for this program on to the one it runs.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(stderr),
    )
    .map_err(|error| format!("cargo cannot be run: {error}"))?;
    Ok((status.success(), cost))
}

fn lines(folder: &Path) -> io::Result<usize> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        sum += if path.is_dir() {
            lines(&path)?
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            fs::read_to_string(&path)?.lines().count()
        } else {
            0
        };
    }
    Ok(sum)
}
