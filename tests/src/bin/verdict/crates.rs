//! The crates of both versions, and what cargo-semver-checks says of them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use enkash_gen::{
    diff::{Bump, Surface, Version},
    emit::Mode,
    passes::Selection,
    pipeline::{self, Generated, Options, Settings},
    report::{Report, Sources, render},
    standalone,
};

/// What both crates are called.
const NAME: &str = "generated-client";

/// The tool, and where the crates are made.
pub(crate) struct Workshop {
    program: PathBuf,
    pub(crate) work: PathBuf,
}

impl Workshop {
    pub(crate) fn new(program: PathBuf, work: PathBuf) -> Self {
        Self { program, work }
    }

    /// What the tool says of the crates of both versions.
    ///
    /// Fails with what to tell the user if a crate is not generated, or the tool gives no verdict.
    pub(crate) fn verdict(&self, old: &Version, new: &Version, only: &Selection) -> Result<Bump, String> {
        let (was, is) = (self.work.join("old"), self.work.join("new"));
        write(old, only, &was)?;
        let generated = write(new, only, &is)?;
        let mut command = Command::new(&self.program);
        command
            .arg("semver-checks")
            .arg("--manifest-path")
            .arg(is.join("Cargo.toml"))
            .arg("--baseline-root")
            .arg(&was)
            // A transport is no part of what is compared, and takes long to document.
            .args(["--only-explicit-features", "--release-type", "patch", "--color", "never"])
            .env("CARGO_TARGET_DIR", self.work.join("target"));
        if !generated.features.is_empty() {
            command.args(["--features", "all"]);
        }
        let ran = command.output().map_err(|error| format!("{}: {error}", self.program.display()))?;
        let said = String::from_utf8_lossy(&ran.stderr).into_owned() + &String::from_utf8_lossy(&ran.stdout);
        let summary = said.lines().find(|line| line.trim_start().starts_with("Summary"));
        fs::write(self.work.join("said.txt"), &said).map_err(|error| error.to_string())?;
        match summary {
            Some(line) if line.contains("new major version") => Ok(Bump::Major),
            Some(line) if line.contains("new minor version") => Ok(Bump::Minor),
            Some(line) if line.contains("no semver update required") => Ok(Bump::None),
            _ => Err(format!("cargo-semver-checks gives no verdict:\n{said}")),
        }
    }
}

fn options(only: &Selection) -> Options {
    let settings = Settings { only: only.clone(), ..Settings::default() };
    Options { settings, examples: false, endpoint: None, gates: true, ..Options::default() }
}

/// What our program compares.
pub(crate) fn surface(version: &Version, only: &Selection) -> Result<Surface, String> {
    let product = version.products.first().ok_or("a version without a product")?;
    let mut report = Report::new();
    let generated = pipeline::generate(&product.document, &options(only), &mut report);
    let generated = generated.ok_or_else(|| render(&report, &Sources::new(), false))?;
    let listing = generated.files.surface().map_err(|diagnostic| diagnostic.message)?;
    Ok(Surface { listing, features: generated.features, digest: product.document.digest() })
}

/// Writes the crate of a version into a folder of its own.
fn write(version: &Version, only: &Selection, folder: &Path) -> Result<Generated, String> {
    let product = version.products.first().ok_or("a version without a product")?;
    let mut report = Report::new();
    let generated = standalone::generate(&product.document, NAME, &options(only), &mut report);
    let generated = generated.ok_or_else(|| render(&report, &Sources::new(), false))?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    generated.files.apply(folder, Mode::Write).map_err(|diagnostic| diagnostic.message)?;
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(&lock, folder.join("Cargo.lock")).map_err(|error| format!("{}: {error}", lock.display()))?;
    Ok(generated)
}
