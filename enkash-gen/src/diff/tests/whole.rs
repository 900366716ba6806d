//! Comparisons of files, folders and revisions.

use std::{fs, path::Path, process::Command};

use crate::{
    diff::{Bump, Diff, Impact, Presence},
    report::{Report, Sources, render},
};

const OLD: &str = "openapi: 3.0.3\ninfo: {title: Library, version: '1'}\npaths:\n  /books:\n    get: {operationId: listBooks, responses: {}}\n";
const NEW: &str = "openapi: 3.0.3\ninfo: {title: Library, version: '1'}\npaths:\n  /books:\n    get: {operationId: findBooks, responses: {}}\n";

fn between(old: &str, new: &str) -> Result<Diff, String> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let diff = Diff::between(old, new, &mut sources, &mut report);
    diff.ok_or_else(|| render(&report, &sources, false))
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
}

#[test]
fn two_files_are_one_product_whatever_they_are_called() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), &[("a.yaml", OLD), ("b.yaml", NEW)]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let diff = between(&path("a.yaml"), &path("b.yaml")).expect("both can be read");
    assert_eq!((diff.products.len(), diff.products[0].name.as_str()), (1, "b"));
    assert_eq!((diff.impact(), diff.bump()), (Some(Impact::Compatible), Bump::Major));
    assert!(between(&path("a.yaml"), &path("a.yaml")).expect("it can be read").is_empty());
}

#[test]
fn products_of_projects_and_documents_of_folders_belong_together_by_name() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let project = "[product.a]\ndocument = \"a.yaml\"\n[product.b]\ndocument = \"b.yaml\"\n";
    let other = "[product.b]\ndocument = \"b.yaml\"\n[product.c]\ndocument = \"c.yaml\"\n";
    write(
        folder.path(),
        &[
            ("old/enkash-gen.toml", project),
            ("old/a.yaml", OLD),
            ("old/b.yaml", OLD),
            ("new/enkash-gen.toml", other),
            ("new/b.yaml", OLD),
            ("new/c.yaml", OLD),
            ("bare/a.yaml", OLD),
            ("bare/b.yaml", NEW),
            ("bare/b.overlay.yaml", "overlay: 1.0.0\n"),
            ("bare/notes.txt", "-"),
        ],
    );
    let path = |name: &str| folder.path().join(name).display().to_string();
    let presence = |diff: &Diff| -> Vec<(String, Presence)> {
        diff.products.iter().map(|product| (product.name.clone(), product.presence)).collect()
    };
    let named = |rows: &[(&str, Presence)]| -> Vec<(String, Presence)> {
        rows.iter().map(|(name, presence)| ((*name).to_owned(), *presence)).collect()
    };
    let diff = between(&path("old"), &path("new")).expect("both can be read");
    let expected = [("b", Presence::Both), ("c", Presence::Added), ("a", Presence::Removed)];
    assert_eq!(presence(&diff), named(&expected));
    assert_eq!((diff.impact(), diff.bump()), (Some(Impact::Breaking), Bump::Major));
    let diff = between(&path("old"), &path("bare")).expect("both can be read");
    assert_eq!(presence(&diff), named(&[("a", Presence::Both), ("b", Presence::Both)]));
    assert_eq!(diff.products[1].wire.changes.len(), 1);
}

#[test]
fn operations_that_a_project_leaves_out_are_not_compared() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let project = "[product.a]\ndocument = \"a.yaml\"\nonly = [\"path:/books\"]\n";
    let more = format!("{OLD}  /shelves:\n    get: {{operationId: listShelves, responses: {{}}}}\n");
    let files = [("old/enkash-gen.toml", project), ("old/a.yaml", OLD)];
    write(folder.path(), &files);
    write(folder.path(), &[("new/enkash-gen.toml", project), ("new/a.yaml", &more)]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let diff = between(&path("old"), &path("new")).expect("both can be read");
    assert_eq!((diff.impact(), diff.bump()), (None, Bump::Patch));
}

#[test]
fn a_side_that_cannot_be_loaded_says_why_and_so_does_the_other() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), &[("a.yaml", "openapi: 4.0.0\n"), ("b.yaml", "openapi: [\n")]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let said = between(&path("a.yaml"), &path("b.yaml")).expect_err("neither can be read");
    assert!(said.contains("error[unsupported-version]") && said.contains("error[syntax]"), "{said}");
    let said = between(&path("a.yaml"), &path("missing.yaml")).expect_err("one is missing");
    assert!(said.contains("there is no file or folder"), "{said}");
}

/// Runs git in a folder, or says that there is none here.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"];
    let ran = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output();
    ran.is_ok_and(|ran| ran.status.success())
}

#[test]
fn a_revision_that_git_does_not_know_is_said_with_what_git_said() {
    let said = between("no-such-revision:spec", "no-such-revision:spec").expect_err("there is none");
    assert!(said.contains("error[io]"), "{said}");
    assert!(said.contains("no-such-revision:spec"), "{said}");
}

#[test]
fn a_path_with_a_drive_is_no_revision() {
    use crate::diff::git::Revision;
    for text in ["C:\\a.yaml", "C:/a.yaml", ":a", "--output=x:y", "plain"] {
        assert!(Revision::parse(text).is_none(), "{text}");
    }
    assert!(Revision::parse("HEAD~1:a.yaml").is_some());
}

#[test]
fn files_and_folders_of_a_revision_are_read() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = folder.path();
    write(root, &[("spec/enkash-gen.toml", "[product.a]\ndocument = \"a.yaml\"\n"), ("spec/a.yaml", OLD)]);
    if !git(root, &["init", "-q"]) {
        return;
    }
    assert!(git(root, &["add", "-A"]) && git(root, &["commit", "-qm", "one"]));
    write(root, &[("spec/a.yaml", NEW)]);
    assert!(git(root, &["commit", "-qam", "two"]));
    // git looks into the folder it is called in, so a revision is named with the repository that holds it.
    let revision = |text: &'static str| crate::diff::git::Revision::parse(text).expect("it is a revision");
    let held = revision("HEAD~1:spec").inside(root).read().expect("the folder is there");
    let crate::diff::git::Held::Folder(written) = held else { panic!("it is a folder") };
    let text = fs::read_to_string(written.path().join("a.yaml")).expect("the document was written out");
    assert_eq!(text, OLD);
    let held = revision("HEAD:spec/a.yaml").inside(root).read().expect("the file is there");
    let crate::diff::git::Held::File(bytes) = held else { panic!("it is a file") };
    assert_eq!(bytes, NEW.as_bytes());
    assert!(revision("HEAD:spec/b.yaml").inside(root).read().is_err());
}
