//! Files that somebody named, written whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Change, ChangeKind, Mode,
    apply::{failed, foreign},
    transaction::Transaction,
};
use crate::report::Diagnostic;

/// Makes the file at `path` have this text, or says what that would change. Its folder is made if need be.
///
/// `header` is the first line by which a file of ours is known. Fails with [`Code::ForeignFile`] if the file is there
/// without it, and with [`Code::Io`] if something cannot be read or written; then nothing has changed.
///
/// [`Code::ForeignFile`]: crate::report::Code::ForeignFile
/// [`Code::Io`]: crate::report::Code::Io
pub fn write_file(path: &Path, text: &str, header: &str, mode: Mode) -> Result<ChangeKind, Diagnostic> {
    let kind = match fs::read(path) {
        Ok(bytes) if bytes == text.as_bytes() => ChangeKind::Unchanged,
        Ok(bytes) if bytes.starts_with(header.as_bytes()) => ChangeKind::Changed,
        Ok(_) => return Err(foreign(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => ChangeKind::Created,
        Err(error) => return Err(failed("read", path, &error)),
    };
    if mode == Mode::Write && kind != ChangeKind::Unchanged {
        let mut transaction = Transaction::default();
        transaction.stage(path, text).map_err(|error| failed("write", path, &error))?;
        transaction.commit().map_err(|(path, error)| failed("write", &path, &error))?;
    }
    Ok(kind)
}

/// Makes each of these files have its text, all of them or none; gives what that changed, in their order.
///
/// A link is followed. Fails with [`Code::Io`] if something cannot be read or written; then nothing has changed.
///
/// [`Code::Io`]: crate::report::Code::Io
pub fn write_files(files: &[(PathBuf, String)], mode: Mode) -> Result<Vec<Change>, Diagnostic> {
    let mut transaction = Transaction::default();
    let mut changes = Vec::new();
    for (path, text) in files {
        let kind = match fs::read(path) {
            Ok(bytes) if bytes == text.as_bytes() => ChangeKind::Unchanged,
            Ok(_) => ChangeKind::Changed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => ChangeKind::Created,
            Err(error) => return Err(failed("read", path, &error)),
        };
        if mode == Mode::Write && kind != ChangeKind::Unchanged {
            let target = path.canonicalize().unwrap_or_else(|_| path.clone());
            transaction.stage(&target, text).map_err(|error| failed("write", path, &error))?;
        }
        changes.push(Change { path: path.display().to_string(), kind });
    }
    transaction.commit().map_err(|(path, error)| failed("write", &path, &error))?;
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Code;

    const HEADER: &str = "# ours";

    #[test]
    fn a_file_is_made_changed_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("spec/a.yaml");
        let write = |text: &str, mode| write_file(&path, text, HEADER, mode).unwrap();
        assert_eq!(write("# ours\n1\n", Mode::Check), ChangeKind::Created);
        assert!(!path.exists());
        assert_eq!(write("# ours\n1\n", Mode::Write), ChangeKind::Created);
        assert_eq!(write("# ours\n1\n", Mode::Write), ChangeKind::Unchanged);
        assert_eq!(write("# ours\n2\n", Mode::Write), ChangeKind::Changed);
        assert_eq!(fs::read_to_string(&path).unwrap(), "# ours\n2\n");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_of_somebody_else_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "# theirs\n").unwrap();
        let error = write_file(&path, "# ours\n", HEADER, Mode::Write).unwrap_err();
        assert_eq!(error.code, Code::ForeignFile);
        assert_eq!(fs::read_to_string(&path).unwrap(), "# theirs\n");
    }

    #[test]
    fn several_files_are_written_together_or_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a"), "1").unwrap();
        fs::write(path("b"), "2").unwrap();
        let texts = |last: &str| {
            vec![(path("a"), "3".to_owned()), (path("b"), "2".to_owned()), (path(last), "4".to_owned())]
        };
        // A file cannot be in a file.
        assert_eq!(write_files(&texts("b/c"), Mode::Write).unwrap_err().code, Code::Io);
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "1");
        let kinds = |mode| {
            write_files(&texts("d/c"), mode)
                .unwrap()
                .into_iter()
                .map(|change| change.kind)
                .collect::<Vec<_>>()
        };
        let expected = [ChangeKind::Changed, ChangeKind::Unchanged, ChangeKind::Created];
        assert_eq!(kinds(Mode::Check), expected);
        assert!(!path("d").exists());
        assert_eq!(kinds(Mode::Write), expected);
        assert_eq!(fs::read_to_string(path("d/c")).unwrap(), "4");
        assert_eq!(kinds(Mode::Write), [ChangeKind::Unchanged; 3]);
    }
}
