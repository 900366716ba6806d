//! A whole crate: the generated module as its root, and a copy of the run time beside it.
//!
//! Text only: what the generated items are has been decided and printed before. The crate needs nothing of ours, and
//! what is in it stays the user's: `Cargo.toml` and `README.md` are written once more only while they carry the
//! header.

mod manifest;
mod name;
mod runtime;

use std::fmt::Write as _;

use crate::{
    emit::{FileSet, HEADER},
    load::Document,
    pipeline::{self, Generated, Options},
    report::Report,
};

pub use self::name::crate_name;

/// What a crate is made for, which decides what of the run time is in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// Whether there is neither a client nor an operation.
    pub(crate) types_only: bool,
    /// Whether the client gets its tokens by itself.
    pub(crate) login: bool,
}

/// The licence of the run time's files, as it asks to be passed on.
const LICENCE: &str = include_str!("../../LICENSE-MIT");

/// Generates the crate `name` of one document; `options` keep their meaning, but for where the run time and the module
/// are, which is settled here.
///
/// Gives `None` if the options are unusable or the generator is defective; the reasons are in `report`.
pub fn generate(
    document: &Document,
    name: &str,
    options: &Options,
    report: &mut Report,
) -> Option<Generated> {
    let ident = name.replace('-', "_");
    let options = Options {
        runtime: "crate::runtime".to_owned(),
        endpoint: None,
        module: Some(ident.clone()),
        // The README has one; a program per method is more than a user wants to compile and to scroll past.
        examples: false,
        gates: true,
        ..options.clone()
    };
    let mut generated = pipeline::generate(document, &options, report)?;
    let module = std::mem::take(&mut generated.files);
    let kind = Kind { types_only: options.types_only, login: generated.login };
    let mut files = FileSet::new();
    files.own("src");
    files.start("Cargo.toml", manifest::manifest(name, &generated, kind));
    files.start("README.md", readme(name, &ident, &generated, kind));
    for (path, text) in module.iter() {
        if path == "mod.rs" {
            files.insert("src/lib.rs", root(text, &generated, options.types_only));
        } else {
            files.insert(format!("src/{path}"), text);
        }
    }
    for (path, text) in runtime::files(kind) {
        files.insert(path, text);
    }
    files.insert("src/runtime/LICENSE-MIT", LICENCE);
    generated.files = files;
    Some(generated)
}

/// The root: the generated module with the run time declared and the lints set.
fn root(module: &str, generated: &Generated, types_only: bool) -> String {
    let items = module.strip_prefix(HEADER).unwrap_or(module).trim_start();
    let unused = if types_only {
        "// Some of it is for a client, which would be beside it.\n#[allow(dead_code, unused_imports)]\n"
    } else {
        ""
    };
    // The example may be of any tag.
    let doctest = if generated.features.is_empty() { "doctest" } else { "all(doctest, feature = \"all\")" };
    format!(
        "{HEADER}\n\
         #![doc = include_str!(\"mod.md\")]\n\
         #![forbid(unsafe_code)]\n\
         // Deprecated items are used by the code beside them; style is the generator's business.\n\
         #![allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]\n\n\
         {unused}pub mod runtime;\n\n\
         // The example of the README, compiled by `cargo test`.\n\
         #[cfg({doctest})]\n\
         #[doc = include_str!(\"../README.md\")]\n\
         mod readme {{}}\n\n\
         {items}"
    )
}

fn readme(name: &str, ident: &str, generated: &Generated, kind: Kind) -> String {
    let header = HEADER.replacen("// ", "", 1);
    let title = name::line(&generated.title);
    let mut out = format!("<!-- {header} -->\n# {name}\n\nRust client for {title}.\n\n");
    if kind.types_only {
        out.push_str("Types only, those of bodies: there is no client, and nothing that sorts webhooks.\n\n");
    } else {
        call(&mut out, ident, generated);
    }
    out.push_str("# Features\n\n| feature | default | what it adds |\n|---|---|---|\n");
    if !generated.features.is_empty() {
        let features: Vec<_> = generated.features.iter().map(|feature| format!("`{feature}`")).collect();
        _ = writeln!(
            out,
            "| `all` | yes | every operation; leave it out to build faster, and name the tags you need: {} |",
            features.join(", ")
        );
    }
    for feature in manifest::features(kind) {
        let default = if feature.default { "yes" } else { "no" };
        _ = writeln!(out, "| `{}` | {default} | {} |", feature.name, feature.adds);
    }
    out.push('\n');
    out.push_str(
        "# Licence\n\n\
         The generated code is yours, under whatever licence you choose. The files in `src/runtime` are a copy of a run \
         time that is under MIT or Apache-2.0, at your option; `src/runtime/LICENSE-MIT` is to stay with them.\n",
    );
    out
}

/// A call of an operation, and how many there are.
fn call(out: &mut String, ident: &str, generated: &Generated) {
    let count =
        generated.operations.iter().filter(|row| row.status == pipeline::OperationStatus::Generated).count();
    let uses: Vec<&str> = ["Client", "runtime::BaseUrl"]
        .into_iter()
        .chain(generated.example.iter().flat_map(|example| example.uses.iter().map(String::as_str)))
        .collect();
    let statements = generated.example.as_ref().map_or("", |example| &example.statements);
    let body: String = statements.lines().map(|line| format!("    {line}\n")).collect();
    let count = match count {
        1 => "one operation".to_owned(),
        count => format!("{count} operations"),
    };
    _ = write!(
        out,
        "```rust,no_run\n\
         use {ident}::{{{}}};\n\n\
         async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         let client = Client::builder(BaseUrl::parse(\"https://api.example.com\")?).build()?;\n\
         {body}    \
         Ok(())\n\
         }}\n\
         ```\n\n\
         The client has {count}; `cargo doc --open` shows what there is.\n\n",
        uses.join(", ")
    );
}

#[cfg(test)]
mod tests;
