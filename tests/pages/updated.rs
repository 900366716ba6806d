//! A page that changed, taken over into a project: what the command says is what the guide in the README shows.
//!
//! `BLESS=1 cargo test -p enkash-tests --test pages updated` writes what it says anew; then paste it.

use std::{fs, path::Path};

use enkash_gen::cli::{Exit, run};

use super::import::{golden, root, text};

const FOLDER: &str = "tests/pages/update";
const PAGE: &str = "load-card-balance.txt";
const FILES: [&str; 4] = [
    "spec/enkash-gen.toml",
    "spec/cards.overlay.yaml",
    "spec/cards.yaml",
    "spec/pages/load-card-balance.txt",
];

/// Runs a command with the paths of a folder; gives the output with these paths as a user in that folder has them.
fn output(folder: &Path, args: &[&str], paths: &[&str]) -> (Exit, String) {
    let paths = paths.iter().map(|path| folder.join(path).display().to_string());
    let args: Vec<String> =
        ["enkash-gen"].iter().chain(args).map(|arg| (*arg).to_owned()).chain(paths).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(args, &mut out, &mut err);
    let said = String::from_utf8([out, err].concat()).expect("UTF-8");
    (exit, said.replace(&format!("{}/", folder.display()), ""))
}

/// A copy of the project, to be written to.
fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for path in FILES.iter().chain(&[PAGE]) {
        let target = folder.path().join(path);
        fs::create_dir_all(target.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(target, text(&format!("{FOLDER}/{path}"))).expect("a file can be written");
    }
    folder
}

#[test]
fn the_fixture_is_what_its_page_says() {
    let spec = root().join(FOLDER).join("spec");
    let args =
        ["enkash-gen", "update", "--check", "--project", &spec.display().to_string()].map(str::to_owned);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(args, &mut out, &mut err);
    assert_eq!((exit, String::from_utf8_lossy(&err).as_ref()), (Exit::Fine, ""));
}

#[test]
fn the_guide_shows_what_an_update_says() {
    let folder = copied();
    let (exit, said) = output(folder.path(), &["update", "--yes", "--project"], &["spec", PAGE]);
    golden(&format!("{FOLDER}/output.txt"), &said);
    assert_eq!(exit, Exit::Fine);
    let recorded = fs::read_to_string(folder.path().join("spec/pages").join(PAGE)).expect("it is recorded");
    let page = text(&format!("{FOLDER}/{PAGE}"));
    assert_eq!(recorded, page.replace("CRD7Q2M94K", "CRD0000000").replace("TXN8F31C0D2", "TXN00000000"));
    let (exit, said) = output(folder.path(), &["update", "--check", "--project"], &["spec", PAGE]);
    assert_eq!((exit, said.lines().last()), (Exit::Fine, Some("up to date with its pages: `cards`")));
}
