//! A program that calls three operations of a crate of ours.

use std::{fs, io, path::Path, process::Command};

use enkash_gen::{
    ir::{Api, Operation, TypeDef, TypeKind},
    load, pipeline,
    report::{Report, Sources},
};

use crate::cargo;

/// Builds it for development and strips it: the seconds and the bytes.
///
/// Fails, with what to tell the user, if the document has no three operations that need nothing, or the program does
/// not compile.
pub(crate) fn build(
    document: &Path,
    client: &Path,
    folder: &Path,
    target: &Path,
) -> Result<(f64, u64), String> {
    let calls = calls(document)?;
    let text = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder.join("src")).map_err(text)?;
    let name = package(client)?;
    let manifest = format!(
        "[package]\nname = \"three-calls\"\nedition = \"2024\"\n\n[dependencies]\n\
         {name} = {{ path = {client:?} }}\ntokio = {{ version = \"1\", features = [\"rt\", \"time\"] }}\n\n[workspace]\n"
    );
    let steps: String = calls
        .iter()
        .map(|call| {
            format!("        println!(\"{{:?}}\", client.{call}.await.map_err(|error| error.to_string()));\n")
        })
        .collect();
    let krate = name.replace('-', "_");
    let program = format!(
        "fn main() {{\n    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();\n\
         \x20   runtime.block_on(async {{\n        \
         let base = {krate}::runtime::BaseUrl::parse(\"https://localhost\").unwrap();\n        \
         let client = {krate}::Client::builder(base).build().unwrap();\n{steps}    }});\n}}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).map_err(text)?;
    fs::write(folder.join("src/main.rs"), program).map_err(text)?;
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

/// Calls of three operations, with nothing given that may be left out.
fn calls(path: &Path) -> Result<Vec<String>, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document =
        load::load(path, &mut sources, &mut report).ok_or_else(|| format!("{}: not read", path.display()))?;
    let (api, names) = pipeline::analyse(&document, &mut report);
    let calls = api.operations.iter().zip(&names.operations);
    let found: Vec<String> = calls
        .filter_map(|(operation, names)| {
            Some(format!("{}({})", names.method, arguments(&api, operation)?.join(", ")))
        })
        .take(3)
        .collect();
    if found.len() == 3 {
        Ok(found)
    } else {
        Err(format!("{}: no three operations need nothing", path.display()))
    }
}

/// The arguments of an operation that needs nothing; `None` if it needs something.
fn arguments(api: &Api, operation: &Operation) -> Option<Vec<&'static str>> {
    let params = operation.params_type.map(|id| api.ty(id));
    let needs = |def: &TypeDef| match &def.kind {
        TypeKind::Struct(inner) => inner.fields.iter().any(|field| field.is_demanded(def.usage)),
        _ => true,
    };
    if !operation.params.is_empty() || params.is_some_and(needs) {
        return None;
    }
    let params = params.map(|_| "&Default::default()");
    let body = match &operation.body {
        Some(body) if body.required => return None,
        body => body.as_ref().map(|_| "None"),
    };
    Some(params.into_iter().chain(body).collect())
}

fn package(client: &Path) -> Result<String, String> {
    let path = client.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("name = \""));
    line.and_then(|line| line.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("{}: the package has no name", path.display()))
}
