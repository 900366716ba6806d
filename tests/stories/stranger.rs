//! A crate outside our workspace whose build script generates a client from a document of its own.

use crate::cargo::{cargo, place, workspace};
use crate::copy::{edit, mirror, write};
use std::fs;
use std::path::PathBuf;

/// A copy of the crate that finds ours.
fn copy() -> PathBuf {
    let to = place("stranger");
    fs::create_dir_all(&to).expect("a folder can be made");
    let from = workspace().join("tests/stories/stranger");
    for name in ["src", "openapi", "build.rs"] {
        mirror(&from.join(name), &to.join(name));
    }
    let manifest = fs::read_to_string(from.join("Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("\"../../../"), "our crates are named by a relative path");
    let root = format!("\"{}/", workspace().display());
    write(&to.join("Cargo.toml"), manifest.replace("\"../../../", &root));
    // The same versions as ours, which are compiled already; cargo takes out what is not needed.
    if !to.join("Cargo.lock").exists() {
        fs::copy(workspace().join("Cargo.lock"), to.join("Cargo.lock")).expect("a lock file");
    }
    to
}

#[test]
fn document_is_watched_and_a_broken_one_is_shown() {
    let folder = copy();
    let document = folder.join("openapi/weather.yaml");

    let outcome = cargo(&folder, &["run", "--quiet"]).good();
    assert_eq!(outcome.stdout, "/stations/north%20pole/reading says -3.5 degrees\n");

    let fresh = cargo(&folder, &["build", "--verbose"]).good().stderr;
    assert!(fresh.lines().any(|line| line.trim_start().starts_with("Fresh stranger v0.1.0 ")), "{fresh}");

    // The document is watched: what it renames, the next build misses.
    edit(&document, &[("celsius", "kelvin")]);
    let outcome = cargo(&folder, &["build", "--verbose"]);
    let dirty = outcome.stderr.lines().any(|line| {
        line.trim_start().starts_with("Dirty stranger v0.1.0 ")
            && line.contains("`openapi/weather.yaml` has changed")
    });
    assert!(dirty, "{}", outcome.stderr);
    let diagnostic =
        outcome.diagnostic("error[E0609]: no field `celsius` on type `types::GetReadingResponse`");
    assert_eq!(diagnostic.lines().last().map(str::trim), Some("= note: available field is: `kelvin`"));

    // A mistake costs what needs the wrong part, and is said at its place; the compiler then points at the call.
    edit(&document, &[("kelvin", "celsius"), ("in: path", "in: pathway")]);
    let outcome = cargo(&folder, &["build"]);
    let warning = "warning: stranger@0.1.0: openapi/weather.yaml\
                   #/paths/~1stations~1{station}~1reading/get/parameters/0/in: \
                   `in` of a parameter must be `query`, `header`, `path` or `cookie`, found `pathway` [invalid-node]";
    assert!(outcome.stderr.lines().any(|line| line == warning), "{}", outcome.stderr);
    outcome.diagnostic(
        "error[E0599]: no method named `get_reading` found for struct `client::Client` in the current scope",
    );

    // What is no document at all stops the build, and is shown.
    edit(&document, &[("in: pathway", "in: [path")]);
    let outcome = cargo(&folder, &["build"]);
    let first = "error[syntax]: did not find expected ',' or ']', while parsing a flow sequence";
    assert_eq!(
        outcome.diagnostic(first),
        format!(
            "{first}\n\
             \x20 --> openapi/weather.yaml:13:19\n\
             \x20  |\n\
             13 |           required: true\n\
             \x20  |                   ^\n\
             \x20  |\n\
             \x20  = help: correct the text at this place; look for indentation, and for quotes and brackets without a partner"
        )
    );

    edit(&document, &[("in: [path", "in: path")]);
    cargo(&folder, &["run", "--quiet"]).good();
}
