//! What a build script gets: files, instructions for cargo, or the whole report.

use std::fs;

use super::*;
use crate::emit::HEADER;

const GOOD: &str = "openapi: 3.0.3\ninfo: {title: Library, version: '1'}\npaths: {}\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// What cargo is told, and the error; the folder's own path is cut out.
fn ran(builder: &Builder, folder: &tempfile::TempDir) -> (String, Result<(), String>) {
    let mut instructions = Vec::new();
    let result = builder.run(&mut instructions);
    let prefix = format!("{}/", folder.path().display());
    let cut = |text: String| text.replace(&prefix, "");
    (cut(String::from_utf8(instructions).unwrap()), result.map_err(|error| cut(error.to_string())))
}

#[test]
fn cargo_watches_everything_that_was_read() {
    let folder = folder(&[
        ("spec/enkash-gen.toml", "[product.books]\ndocument = \"library.yaml\"\n"),
        ("spec/library.yaml", GOOD),
        (
            "zoo.json",
            "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"Zoo\", \"version\": \"1\"}, \"paths\": {}}",
        ),
        ("out/books/stale.rs", HEADER),
    ]);
    let builder = Builder::new()
        .project(folder.path().join("spec"))
        .document(folder.path().join("zoo.json"))
        .out_dir(folder.path().join("out"));
    let expected = "\
cargo::rerun-if-changed=spec
cargo::rerun-if-changed=spec/enkash-gen.toml
cargo::rerun-if-changed=zoo.json
cargo::rerun-if-changed=spec/library.yaml
";
    assert_eq!(ran(&builder, &folder), (expected.to_owned(), Ok(())));
    assert!(!folder.path().join("out/books/stale.rs").exists(), "the folder was not written");
}

const OVERLAY: &str = "overlay: 1.0.0\ninfo: {title: Corrections, version: '1'}\nactions:\n- target: $.info\n  description: \
                       The name is another.\n  update: {title: Books}\n";

#[test]
fn overlays_are_applied_and_watched_and_enter_the_digest() {
    let folder = folder(&[
        ("spec/enkash-gen.toml", "[product.library]\ndocument = \"library.yaml\"\noverlays = [\"o.yaml\"]\n"),
        ("spec/library.yaml", GOOD),
        ("spec/o.yaml", OVERLAY),
        ("zoo.yaml", GOOD),
        ("zoo.overlay.yaml", OVERLAY),
        ("plain.yaml", GOOD),
    ]);
    let builder = Builder::new()
        .project(folder.path().join("spec"))
        .document(folder.path().join("zoo.yaml"))
        .overlay(folder.path().join("zoo.overlay.yaml"))
        .document(folder.path().join("plain.yaml"))
        .out_dir(folder.path().join("out"));
    let expected = "\
cargo::rerun-if-changed=spec
cargo::rerun-if-changed=spec/enkash-gen.toml
cargo::rerun-if-changed=zoo.yaml
cargo::rerun-if-changed=plain.yaml
cargo::rerun-if-changed=spec/library.yaml
cargo::rerun-if-changed=spec/o.yaml
cargo::rerun-if-changed=zoo.overlay.yaml
";
    assert_eq!(ran(&builder, &folder), (expected.to_owned(), Ok(())));
    let digest = |product: &str| {
        let module = fs::read_to_string(folder.path().join(format!("out/{product}/mod.rs"))).unwrap();
        let line = module.lines().find(|line| line.contains("const DIGEST")).unwrap();
        line.to_owned()
    };
    assert_eq!(digest("library"), digest("zoo"));
    assert_ne!(digest("library"), digest("plain"));
}

#[test]
fn an_overlay_that_matches_nothing_fails_the_build_and_is_watched() {
    let folder =
        folder(&[("zoo.yaml", GOOD), ("zoo.overlay.yaml", &OVERLAY.replace("$.info", "$.paths['/a']"))]);
    let builder = Builder::new()
        .document(folder.path().join("zoo.yaml"))
        .overlay(folder.path().join("zoo.overlay.yaml"))
        .out_dir(folder.path().join("out"));
    let (instructions, result) = ran(&builder, &folder);
    assert_eq!(instructions, "cargo::rerun-if-changed=zoo.yaml\ncargo::rerun-if-changed=zoo.overlay.yaml\n");
    let expected = "\
error[overlay-unmatched]: `$.paths['/a']` matches nothing: the document has changed under this action
 --> zoo.overlay.yaml:4:11
  |
4 | - target: $.paths['/a']
  |           ^^^^^^^^^^^^^
  |
  = help: `$.paths` is there, but has no `/a`; it has no members
  = note: at `#/actions/0/target`

1 error
";
    assert_eq!(result, Err(expected.to_owned()));
}

#[test]
fn an_overlay_without_a_document_of_its_own_is_refused() {
    let folder = folder(&[
        ("spec/enkash-gen.toml", "[product.library]\ndocument = \"library.yaml\"\n"),
        ("spec/library.yaml", GOOD),
    ]);
    for (builder, help) in [
        (Builder::new().overlay("o.yaml"), "call `.document(…)` first"),
        (
            Builder::new().project(folder.path().join("spec")).overlay("o.yaml"),
            "write `overlays = […]` at the product in the file of the project",
        ),
    ] {
        let error = ran(&builder.out_dir(folder.path().join("out")), &folder).1.unwrap_err();
        let expected =
            format!("error[config]: the overlay `o.yaml` is for no document\n |\n = help: {help}\n");
        assert!(error.contains(&expected), "{error}");
    }
}

#[test]
fn a_wrong_document_is_watched_too_and_the_error_is_the_report() {
    let folder = folder(&[("a.yaml", "openapi: 2.5.0\n"), ("out/a/stale.rs", HEADER)]);
    let builder = Builder::new().document(folder.path().join("a.yaml")).out_dir(folder.path().join("out"));
    let expected = "\
error[unsupported-version]: OpenAPI 2.5.0 is not read
 --> a.yaml:1:10
  |
1 | openapi: 2.5.0
  |          ^^^^^
  |
  = help: read are Swagger 2.0, OpenAPI 3.0 and OpenAPI 3.1
  = note: at `#/openapi`

1 error
";
    assert_eq!(
        ran(&builder, &folder),
        ("cargo::rerun-if-changed=a.yaml\n".to_owned(), Err(expected.to_owned()))
    );
    assert!(folder.path().join("out/a/stale.rs").exists(), "something was written");
}

#[test]
fn warnings_are_passed_on_to_cargo() {
    let folder = folder(&[("a.yaml", &GOOD.replace("Library", "!odd Library"))]);
    let builder = Builder::new().document(folder.path().join("a.yaml")).out_dir(folder.path().join("out"));
    let (instructions, result) = ran(&builder, &folder);
    assert_eq!(result, Ok(()));
    let warnings: Vec<&str> =
        instructions.lines().filter(|line| line.starts_with("cargo::warning")).collect();
    assert_eq!(warnings, ["cargo::warning=a.yaml#/info/title: the YAML tag `!odd` was dropped [yaml-tag]"]);
}

#[test]
fn two_products_of_one_name_and_no_product_at_all_are_errors() {
    let folder = folder(&[("a.yaml", GOOD), ("b/a.yaml", GOOD)]);
    let twice =
        Builder::new().document(folder.path().join("a.yaml")).document(folder.path().join("b/a.yaml"));
    let (_, result) = ran(&twice.out_dir(folder.path().join("out")), &folder);
    let expected =
        "error[config]: two products are named `a`\n |\n = help: give one of them another name\n\n1 error\n";
    assert_eq!(result, Err(expected.to_owned()));
    let (_, result) = ran(&Builder::new().out_dir(folder.path().join("out")), &folder);
    assert!(result.unwrap_err().starts_with("error[config]: the builder has nothing to generate\n"));
}
