//! Copies a tree of files so that what did not change keeps its time, and is not compiled again.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

/// Makes `to` the same as `from`, a file, a symbolic link or a folder; what is only in `to` goes away.
pub(crate) fn mirror(from: &Path, to: &Path) {
    let kind =
        fs::symlink_metadata(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())).file_type();
    if kind.is_symlink() {
        let target = fs::read_link(from).expect("a link");
        if fs::read_link(to).ok().as_ref() != Some(&target) {
            remove(to);
            symlink(target, to).expect("a link can be made");
        }
    } else if kind.is_dir() {
        if !fs::symlink_metadata(to).is_ok_and(|metadata| metadata.is_dir()) {
            remove(to);
            fs::create_dir_all(to).expect("a folder can be made");
        }
        let wanted = names(from);
        for name in names(to).difference(&wanted) {
            remove(&to.join(name));
        }
        for name in wanted {
            mirror(&from.join(&name), &to.join(&name));
        }
    } else {
        write(to, fs::read(from).expect("a file"));
    }
}

/// Writes a file unless it is so already.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    let bytes = bytes.as_ref();
    if fs::read(path).ok().as_deref() != Some(bytes) {
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// Replaces every occurrence of one of the texts in a file; each must be there.
pub(crate) fn edit(path: &Path, replacements: &[(&str, &str)]) {
    let mut text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (old, new) in replacements {
        assert!(text.contains(old), "there is no `{old}` in {}", path.display());
        text = text.replace(old, new);
    }
    write(path, text);
}

fn names(folder: &Path) -> BTreeSet<OsString> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("an entry").file_name()).filter(|name| name != "target").collect()
}

fn remove(path: &Path) {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path).expect("a folder can be removed"),
        Ok(_) => fs::remove_file(path).expect("a file can be removed"),
        Err(_) => {}
    }
}
