//! A documentation page renames an input, and the compiler points at the lines of the program that gave it: through the
//! generated type, and through a struct of the program's own.

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
        (", \"tests\", \"tests/cost\"]".to_owned(), "]".to_owned()),
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
fn renamed_input_fails_at_the_examples_own_fields() {
    let folder = copy();

    cargo(&folder, &BUILD).good();

    // The overlay names the input as well: left alone, it would say that the description has changed under it.
    let files = ["spec/rewards.yaml", "spec/rewards.overlay.yaml"].map(|file| folder.join(file));
    files.iter().for_each(|file| edit(file, &[("clientId", "companyId")]));
    let broken = cargo(&folder, &BUILD);
    let source = fs::read_to_string(folder.join("enkash-api/examples/quickstart.rs")).expect("the example");

    let generated = broken.diagnostic(
        "error[E0560]: struct `enkash_api::rewards::TokenRequired` has no field named `client_id`",
    );
    assert_eq!(place_of(&generated), position(&source, "client_id: self.company.clone()"));
    let names_the_new_input = |line: &str| line.ends_with("available fields are: `company_id`");
    assert!(generated.lines().any(names_the_new_input), "{generated}");

    let bound = broken.diagnostic("error: operation `createToken` has no input `clientId`");
    assert_eq!(place_of(&bound), position(&source, "\"clientId\")]"));
    assert_eq!(help_of(&bound), "did you mean `companyId`?");

    // Nothing follows from either of them.
    let errors =
        broken.stderr.lines().filter(|line| line.starts_with("error: ") || line.starts_with("error["));
    assert_eq!(errors.count(), 3, "the two, and that cargo could not compile:\n{}", broken.stderr);

    files.iter().for_each(|file| edit(file, &[("companyId", "clientId")]));
    cargo(&folder, &BUILD).good();
}

/// Where a diagnostic points.
fn place_of(diagnostic: &str) -> &str {
    diagnostic.lines().map(str::trim).find(|line| line.starts_with("--> ")).unwrap_or_default()
}

/// What a diagnostic of ours advises.
fn help_of(diagnostic: &str) -> &str {
    diagnostic.lines().find_map(|line| line.trim_start().strip_prefix("help: ")).unwrap_or_default()
}

/// Where a text first is in the example, as the compiler writes it.
fn position(source: &str, text: &str) -> String {
    let found = (1..).zip(source.lines()).find_map(|(line, content)| Some((line, content.find(text)? + 1)));
    let (line, column) = found.unwrap_or_else(|| panic!("the example has no `{text}`"));
    format!("--> enkash-api/examples/quickstart.rs:{line}:{column}")
}
