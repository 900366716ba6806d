//! A program that calls three operations of a crate of ours.

use std::{fs, io, path::Path, process::Command};

use enkash_gen::{
    load,
    pipeline::{self, Options},
    report::{Report, Sources},
};

use crate::cargo;

/// Builds it for development and strips it: the seconds and the bytes.
///
/// Fails, with what to tell the user, if three operations have no sample, or the program does not compile.
pub(crate) fn build(
    document: &Path,
    client: &Path,
    folder: &Path,
    target: &Path,
) -> Result<(f64, u64), String> {
    let name = package(client)?;
    let calls = calls(document, &name.replace('-', "_"))?;
    let text = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder.join("src")).map_err(text)?;
    let manifest = format!(
        "[package]\nname = \"three-calls\"\nedition = \"2024\"\n\n[dependencies]\n\
         {name} = {{ path = {client:?} }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n\
         [workspace]\n"
    );
    let mut main = "fn main() {\n".to_owned();
    let mut modules = String::new();
    for (index, call) in calls.iter().enumerate() {
        let module = format!("call_{index}");
        fs::write(folder.join(format!("src/{module}.rs")), call).map_err(text)?;
        modules.push_str(&format!("mod {module};\n"));
        main.push_str(&format!(
            "    println!(\"{{:?}}\", {module}::main().map_err(|error| error.to_string()));\n"
        ));
    }
    fs::write(folder.join("Cargo.toml"), manifest).map_err(text)?;
    fs::write(folder.join("src/main.rs"), format!("{modules}\n{main}}}\n")).map_err(text)?;
    cargo::build(folder, target)?;
    cargo::touch(client)?;
    let seconds = cargo::build(folder, target)?.as_secs_f64();
    let binary = target.join("debug/three-calls");
    let stripped = folder.join("three-calls.stripped");
    let status = Command::new("strip").arg("-o").arg(&stripped).arg(&binary).status().map_err(text)?;
    if !status.success() {
        return Err(format!("{}: cannot be stripped", binary.display()));
    }
    Ok((seconds, fs::metadata(&stripped).map_err(text)?.len()))
}

/// Sample programs of three operations, each with a public `main`.
fn calls(path: &Path, krate: &str) -> Result<Vec<String>, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document =
        load::load(path, &mut sources, &mut report).ok_or_else(|| format!("{}: not read", path.display()))?;
    let (api, names) = pipeline::analyse(&document, &mut report);
    let options = Options {
        runtime: format!("{krate}::runtime"),
        module: Some(krate.to_owned()),
        ..Options::default()
    };
    let found: Vec<String> = (0..api.operations.len())
        .filter_map(|index| pipeline::sample(&api, &names, index, &options, &mut report))
        .map(|sample| sample.program.replace("async fn main", "pub async fn main"))
        .take(3)
        .collect();
    if found.len() == 3 {
        Ok(found)
    } else {
        Err(format!("{}: there are no three operations with a sample", path.display()))
    }
}

fn package(client: &Path) -> Result<String, String> {
    let path = client.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("name = \""));
    line.and_then(|line| line.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("{}: the package has no name", path.display()))
}
