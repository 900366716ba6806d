//! What is on disk after a run, and after a run that failed.

use std::{collections::BTreeMap, fs, path::Path, time::SystemTime};

use super::*;
use crate::emit::HEADER;

/// Every file below `folder`, with its text.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    fn walk(folder: &Path, relative: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{relative}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                found.insert(format!("{path}/"), String::new());
                walk(&entry.path(), &format!("{path}/"), found);
            } else {
                found.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

fn ours(text: &str) -> String {
    format!("{HEADER}\n{text}\n")
}

fn set<const N: usize>(files: [(&str, &str); N]) -> FileSet {
    let mut set = FileSet::new();
    for (path, text) in files {
        set.insert(path, ours(text));
    }
    set
}

fn kinds(changes: &[Change]) -> Vec<(&str, &str)> {
    changes.iter().map(|change| (change.path.as_str(), change.kind.as_str())).collect()
}

#[test]
fn check_says_what_write_does_and_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    set([("mod.rs", "1"), ("types/book.rs", "1"), ("types/old/loan.rs", "1")])
        .apply(&out, Mode::Write)
        .unwrap();
    fs::write(out.join("types/notes.rs"), "// mine\n").unwrap();
    let next = set([("mod.rs", "1"), ("types/book.rs", "2"), ("types/author.rs", "1")]);
    let expected = [
        ("mod.rs", "unchanged"),
        ("types/author.rs", "created"),
        ("types/book.rs", "changed"),
        ("types/old/loan.rs", "removed"),
    ];

    let before = tree(&out);
    assert_eq!(kinds(&next.apply(&out, Mode::Check).unwrap()), expected);
    assert_eq!(tree(&out), before);

    assert_eq!(kinds(&next.apply(&out, Mode::Write).unwrap()), expected);
    let after: Vec<(String, String)> = tree(&out).into_iter().collect();
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    assert_eq!(
        after,
        [
            file("mod.rs", &ours("1")),
            file("types/", ""),
            file("types/author.rs", &ours("1")),
            file("types/book.rs", &ours("2")),
            file("types/notes.rs", "// mine\n"),
        ]
    );
}

#[test]
fn an_unchanged_file_keeps_its_time_stamp() {
    let folder = tempfile::tempdir().unwrap();
    let files = set([("mod.rs", "1")]);
    files.apply(folder.path(), Mode::Write).unwrap();
    let path = folder.path().join("mod.rs");
    fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    files.apply(folder.path(), Mode::Write).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), SystemTime::UNIX_EPOCH);
}

#[test]
fn a_mounted_set_removes_only_in_its_own_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mut both = FileSet::new();
    both.mount("books", set([("mod.rs", "1"), ("old.rs", "1")]));
    both.mount("loans", set([("mod.rs", "1")]));
    both.apply(folder.path(), Mode::Write).unwrap();

    let mut one = FileSet::new();
    one.mount("books", set([("mod.rs", "1")]));
    let changes = one.apply(folder.path(), Mode::Write).unwrap();
    assert_eq!(kinds(&changes), [("books/mod.rs", "unchanged"), ("books/old.rs", "removed")]);
    assert!(folder.path().join("loans/mod.rs").exists());
}

#[test]
fn a_file_that_cannot_be_staged_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.rs"), ours("old")).unwrap();
    fs::write(folder.path().join("b"), "a file where a folder is needed").unwrap();
    let before = tree(folder.path());
    let error = set([("a.rs", "new"), ("aa/new.rs", "new"), ("b/c.rs", "new")])
        .apply(folder.path(), Mode::Write)
        .unwrap_err();
    assert_eq!(error.code, Code::Io);
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_file_that_cannot_be_put_in_its_place_puts_the_others_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["changed.rs", "removed.rs", "stuck.rs"] {
        fs::write(at(name), "old").unwrap();
    }
    let before = tree(folder.path());

    let mut transaction = Transaction::default();
    transaction.stage(&at("changed.rs"), "new").unwrap();
    transaction.stage(&at("deep/created.rs"), "new").unwrap();
    transaction.remove(&at("removed.rs"));
    transaction.stage(&at("stuck.rs"), "new").unwrap();
    // Between staging and committing the last file becomes a folder, over which no file can be renamed.
    fs::remove_file(at("stuck.rs")).unwrap();
    fs::create_dir_all(at("stuck.rs/inside")).unwrap();
    let (path, _) = transaction.commit().unwrap_err();
    assert_eq!(path, at("stuck.rs"));

    fs::remove_dir_all(at("stuck.rs")).unwrap();
    fs::write(at("stuck.rs"), "old").unwrap();
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn no_path_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../x.rs", "/x.rs", "a/../../x.rs", "", "./x.rs"] {
        let error = set([(path, "1")]).apply(folder.path(), Mode::Check).unwrap_err();
        assert_eq!(error.code, Code::Io, "{path}");
    }
}
