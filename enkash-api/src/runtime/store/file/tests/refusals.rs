//! What is not used, though it is there: each is an error that names the place, and stays as it is.

use super::*;
use rustix::fs::{CWD, Mode, mkfifoat};
use std::os::unix::fs::{MetadataExt as _, chown, symlink};

/// What was done to a file or a directory, and what the error says of it.
type Row = (&'static str, fn(&Path), &'static str);

const OPEN: &str = "is open to others than its owner";

/// For a file that holds a token, or is locked.
const FILES: [Row; 12] = [
    ("read by the group", |path| set_mode(path, 0o640), OPEN),
    ("written by the group", |path| set_mode(path, 0o620), OPEN),
    ("read by others", |path| set_mode(path, 0o604), OPEN),
    ("written by others", |path| set_mode(path, 0o602), OPEN),
    ("run by others", |path| set_mode(path, 0o601), OPEN),
    ("open to all", |path| set_mode(path, 0o666), OPEN),
    ("a link", |path| moved(path, |to| symlink(to, path).expect("it can be linked")), "is a link"),
    ("a link to nothing", |path| replaced(path, || symlink("nothing", path).unwrap()), "is a link"),
    (
        "a second name",
        |path| fs::hard_link(path, path.with_extension("second")).unwrap(),
        "has a second name",
    ),
    ("a directory", |path| replaced(path, || fs::create_dir(path).unwrap()), ""),
    ("a pipe", |path| replaced(path, || mkfifoat(CWD, path, Mode::RWXU).unwrap()), "is no regular file"),
    ("another user's", given_away, "belongs to another user"),
];

/// For the directory.
const DIRECTORIES: [Row; 7] = [
    ("read by the group", |path| set_mode(path, 0o740), OPEN),
    ("written by others", |path| set_mode(path, 0o702), OPEN),
    ("passed by others", |path| set_mode(path, 0o701), OPEN),
    ("open to all", |path| set_mode(path, 0o1777), OPEN),
    (
        "a link",
        |path| moved(path, |to| symlink(to, path).expect("it can be linked")),
        "is a link or no directory",
    ),
    ("a file", |path| moved(path, |_| fs::write(path, "").expect("it is ours")), "is a link or no directory"),
    ("another user's", given_away, "belongs to another user"),
];

fn replaced(path: &Path, by: impl FnOnce()) {
    fs::remove_file(path).expect("it is there");
    by();
}

/// Moves a file out of the way.
fn moved(path: &Path, by: impl FnOnce(&Path)) {
    let to = path.with_extension("moved");
    fs::rename(path, &to).expect("it is there");
    by(&to);
}

/// Only the administrator can.
fn given_away(path: &Path) {
    chown(path, Some(65_534), None).expect("it can be given away");
}

fn can_be_done(what: &str) -> bool {
    what != "another user's" || rustix::process::geteuid().is_root()
}

/// What tells a file from what it may have become.
fn state(path: &Path) -> (u64, u32, u64, u64) {
    let metadata = fs::symlink_metadata(path).expect("it is there");
    (metadata.ino(), metadata.mode(), metadata.nlink(), metadata.len())
}

fn check<T>(done: Result<T, StoreError>, path: &Path, says: &str, what: &str) {
    let error = done.err().unwrap_or_else(|| panic!("{what}: it was used"));
    let expected = format!("`{}` {says}", path.display());
    assert!(error.to_string().starts_with(&expected), "{what}: {error}");
}

#[tokio::test]
async fn file_that_others_can_have_touched_is_refused() {
    for (what, harm, says) in FILES.into_iter().filter(|(what, ..)| can_be_done(what)) {
        let shelf = Shelf::with("canary").await;
        let path = shelf.path("json");
        harm(&path);
        let before = state(&path);
        check(shelf.load().await, &path, says, what);
        check(shelf.save("b").await, &path, says, what);
        check(shelf.remove("canary").await, &path, says, what);
        assert_eq!(state(&path), before, "{what}");
    }
}

#[tokio::test]
async fn lock_that_others_can_have_touched_is_refused() {
    for (what, harm, says) in FILES.into_iter().filter(|(what, ..)| can_be_done(what)) {
        let shelf = Shelf::new();
        drop(shelf.store.lock(&shelf.key).await.expect("it can be locked"));
        let path = shelf.path("lock");
        harm(&path);
        let before = state(&path);
        check(shelf.store.lock(&shelf.key).await, &path, says, what);
        assert_eq!(state(&path), before, "{what}");
    }
}

#[tokio::test]
async fn directory_that_others_can_use_is_refused() {
    for (what, harm, says) in DIRECTORIES.into_iter().filter(|(what, ..)| can_be_done(what)) {
        let shelf = Shelf::with("canary").await;
        let path = shelf.directory();
        harm(&path);
        let before = state(&path);
        check(shelf.load().await, &path, says, what);
        check(shelf.save("b").await, &path, says, what);
        check(shelf.remove("canary").await, &path, says, what);
        check(shelf.store.lock(&shelf.key).await, &path, says, what);
        assert_eq!(state(&path), before, "{what}");
    }
}

#[tokio::test]
async fn slash_at_the_end_does_not_make_a_link_a_directory() {
    let shelf = Shelf::with("a").await;
    let link = shelf.root.path().join("link");
    symlink(shelf.directory(), &link).expect("it can be linked");
    for end in ["", "/", "/.", "//"] {
        let store = FileStore::new(format!("{}{end}", link.display()));
        check(store.load(&shelf.key).await, &link, "is a link or no directory", end);
    }
}

#[tokio::test]
async fn directory_may_be_reached_by_way_of_a_link() {
    let shelf = Shelf::with("a").await;
    let link = shelf.root.path().join("link");
    symlink(shelf.root.path(), &link).expect("it can be linked");
    let store = FileStore::new(link.join("tokens"));
    assert!(store.load(&shelf.key).await.expect("it can be read").is_some());
}
