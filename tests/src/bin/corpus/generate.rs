//! Generates one crate, in a process of its own.

use std::{
    collections::BTreeMap,
    env, fs,
    fs::File,
    path::Path,
    process::{Command, ExitCode},
};

use enkash_gen::{
    emit::Mode,
    load,
    pipeline::{OperationStatus, Options},
    report::{Report, Sources, render_line},
    standalone,
};
use enkash_tests::cost;

use crate::row::{Cost, Generated};

/// Set for the runs of this program that generate: the document.
const DOCUMENT: &str = "CORPUS_DOCUMENT";
/// Where the crate goes.
const FOLDER: &str = "CORPUS_FOLDER";

/// No document may take more.
const SECONDS: u64 = 120;

/// What all crates are called: they are never built together.
pub(crate) const NAME: &str = "generated-client";

/// What was generated, or why not; and what that cost.
///
/// Fails with what to tell the user if the process cannot be run.
pub(crate) fn generate(document: &Path, folder: &Path) -> Result<(Result<Generated, String>, Cost), String> {
    let text = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(text)?;
    let (out, err) = (folder.join("generated.json"), folder.join("generate.log"));
    let mut command = Command::new(env::current_exe().map_err(text)?);
    command
        .env(DOCUMENT, document)
        .env(FOLDER, folder)
        .stdout(File::create(&out).map_err(text)?)
        .stderr(File::create(&err).map_err(text)?);
    let (status, cost) = cost::run(&mut command).map_err(text)?;
    let result = if status.success() {
        let text = fs::read_to_string(&out).map_err(text)?;
        serde_json::from_str(&text).map_err(|error| format!("no result: {error}"))
    } else {
        let said = String::from_utf8_lossy(&fs::read(&err).map_err(text)?).into_owned();
        let first: Vec<&str> = said.lines().filter(|line| !line.is_empty()).take(3).collect();
        Err(if first.is_empty() { status.to_string() } else { first.join(" ") })
    };
    Ok((result, cost.into()))
}

/// If this run is to generate: does it, and gives the status.
pub(crate) fn in_child() -> Option<ExitCode> {
    let (document, folder) = (env::var_os(DOCUMENT)?, env::var_os(FOLDER)?);
    limit();
    Some(match write(Path::new(&document), Path::new(&folder)) {
        Ok(generated) => {
            println!("{}", serde_json::to_string(&generated).unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    })
}

/// The system ends this process when it has used up its time.
fn limit() {
    let limit = libc::rlimit { rlim_cur: SECONDS, rlim_max: SECONDS };
    // SAFETY: `setrlimit` reads the struct and keeps no pointer to it.
    unsafe { libc::setrlimit(libc::RLIMIT_CPU, &raw const limit) };
}

fn write(path: &Path, folder: &Path) -> Result<Generated, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load(path, &mut sources, &mut report);
    let declared = document.as_ref().map(declared).unwrap_or_default();
    let generated = document
        .and_then(|document| standalone::generate(&document, NAME, &Options::default(), &mut report))
        .filter(|_| !report.failed(false));
    let Some(mut generated) = generated else {
        let fatal = report.iter().find(|diagnostic| diagnostic.code.is_fatal());
        return Err(fatal.map_or("no reason was given".to_owned(), |fatal| render_line(fatal, &sources)));
    };
    let mut out = Generated { declared, types: generated.types, ..Generated::default() };
    for (path, text) in generated.files.iter() {
        if path.ends_with(".rs") && !path.starts_with("src/runtime/") {
            out.lines += text.lines().count();
        }
    }
    for row in &generated.operations {
        match row.status {
            OperationStatus::Generated => out.operations += 1,
            OperationStatus::Skipped(code) => count(&mut out.skipped, code.as_str()),
        }
    }
    let mut log = String::new();
    for diagnostic in &report {
        count(&mut out.diagnostics, diagnostic.code.as_str());
        log.push_str(&format!("{}: {}\n", diagnostic.severity, render_line(diagnostic, &sources)));
    }
    // Wherever the folder is, the crate belongs to no workspace.
    let manifest = format!("{}\n[workspace]\n", generated.files.get("Cargo.toml").unwrap_or_default());
    generated.files.start("Cargo.toml", manifest);
    generated.files.apply(folder, Mode::Write).map_err(|diagnostic| diagnostic.message)?;
    fs::write(folder.join("diagnostics.txt"), log).map_err(|error| error.to_string())?;
    Ok(out)
}

fn count(counts: &mut BTreeMap<String, usize>, code: &str) {
    *counts.entry(code.to_owned()).or_default() += 1;
}

fn declared(document: &load::Document) -> usize {
    const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let Some(paths) = document.root().get("paths") else { return 0 };
    let items = paths.entries().filter(|(path, _)| !path.starts_with("x-"));
    items
        .map(|(_, item)| {
            item.entries().filter(|(key, node)| METHODS.contains(key) && node.value().is_object()).count()
        })
        .sum()
}
