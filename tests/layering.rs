//! The architecture as tests: which part may name which, which words the general parts do not know, and how long
//! a file may be. A failure prints the rule's sentence and every place that breaks it.

#[path = "layering/paths.rs"]
mod paths;
#[path = "layering/rules.rs"]
mod rules;
#[path = "layering/texts.rs"]
mod texts;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A file below the workspace's folder: its path with `/` in between, and its text.
struct Source {
    path: String,
    text: String,
}

/// The workspace's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file in a folder of the workspace, in the order of the paths.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(folder) = todo.pop() {
        let entries = fs::read_dir(root().join(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries {
            let entry = entry.expect("a folder of the workspace can be read");
            let name = entry.file_name().into_string().expect("a name in the workspace is UTF-8");
            let path = format!("{folder}/{name}");
            let kind = entry.file_type().expect("a file of the workspace can be looked at");
            if kind.is_dir() && name != "target" {
                todo.push(path);
            } else if kind.is_file() && name.ends_with(".rs") {
                let text = fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The files that the rules are about.
fn ruled() -> Vec<Source> {
    rules::FOLDERS.iter().flat_map(|folder| sources(folder)).collect()
}

#[test]
fn every_part_names_only_what_it_may() {
    let files = ruled();
    let modules: BTreeSet<String> = files.iter().map(|file| paths::module(&file.path)).collect();
    let violations: Vec<String> = files.iter().flat_map(|file| rules::check(file, &modules)).collect();
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn every_rule_is_about_files_that_exist() {
    let files = ruled();
    for rule in rules::RULES {
        for folder in rule.inside.iter().chain(rule.except) {
            let found = files.iter().any(|file| rules::is_in(&file.path, folder));
            assert!(found, "the rule \"{}\" is about `{folder}`, which is gone", rule.sentence);
        }
    }
}

#[test]
fn general_parts_know_no_product() {
    let files = ["enkash-gen/src", "enkash-api/src/runtime"].into_iter().flat_map(sources);
    let found: Vec<String> = files.flat_map(|file| texts::words(&file)).collect();
    assert!(
        found.is_empty(),
        "the generator and the run time know no product (DESIGN §3):\n{}",
        found.join("\n")
    );
}

#[test]
fn every_file_is_short_and_says_what_it_is() {
    let folders = ["enkash-api", "enkash-gen", "enkash-macros", "tests"];
    let files = folders.into_iter().flat_map(sources);
    let found: Vec<String> = files.flat_map(|file| texts::form(&file)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
