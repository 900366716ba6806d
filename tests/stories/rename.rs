//! A documentation page renames an input, and the compiler points at the line of the program that gave it.

use crate::cargo::{cargo, place, workspace};
use crate::copy::{edit, mirror, write};
use std::fs;
use std::path::PathBuf;

const BUILD: [&str; 3] = ["build", "--example", "quickstart"];

/// A copy of the workspace without its tests. Its version is its own, so that it can use the same target folder: cargo
/// tells packages apart by name, version and place within their workspace.
fn copy() -> PathBuf {
    let to = place("workspace");
    fs::create_dir_all(&to).expect("a folder can be made");
    for name in ["Cargo.lock", "spec", "enkash-gen", "enkash-macros", "enkash-api"] {
        mirror(&workspace().join(name), &to.join(name));
    }
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).expect("a manifest");
    let version = env!("CARGO_PKG_VERSION");
    let replacements = [
        (", \"tests\"]".to_owned(), "]".to_owned()),
        (format!("\"{version}\""), format!("\"{version}-story\"")),
        (format!("\"={version}\""), format!("\"={version}-story\"")),
    ];
    let manifest = replacements.iter().fold(manifest, |manifest, (old, new)| {
        assert!(manifest.contains(old), "there is no `{old}` in the manifest; help: adapt this story");
        manifest.replace(old, new)
    });
    write(&to.join("Cargo.toml"), manifest);
    to
}

#[test]
fn renamed_input_fails_at_the_examples_own_field() {
    let folder = copy();

    cargo(&folder, &BUILD).good();

    let document = folder.join("spec/rewards.yaml");
    edit(&document, &[("clientId", "companyId")]);
    let broken = cargo(&folder, &BUILD);
    let diagnostic = broken.diagnostic(
        "error[E0560]: struct `enkash_api::rewards::TokenRequired` has no field named `client_id`",
    );
    let source = fs::read_to_string(folder.join("enkash-api/examples/quickstart.rs")).expect("the example");
    let (line, text) = (1..)
        .zip(source.lines())
        .find(|(_, line)| line.contains("client_id: self.company.clone()"))
        .expect("the example's own field");
    let column = text.len() - text.trim_start().len() + 1;
    let lines: Vec<&str> = diagnostic.lines().collect();
    assert_eq!(lines[1].trim(), format!("--> enkash-api/examples/quickstart.rs:{line}:{column}"));
    assert_eq!(lines.last().map(|line| line.trim()), Some("= note: available fields are: `company_id`"));

    edit(&document, &[("companyId", "clientId")]);
    cargo(&folder, &BUILD).good();
}
