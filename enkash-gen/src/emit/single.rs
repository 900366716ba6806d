//! One file that somebody named, written whole or not at all.

use std::{fs, io, path::Path};

use super::{
    ChangeKind, Mode,
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
}
