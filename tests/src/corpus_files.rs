//! The documents of a folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The files of a folder, and of the folders in it, that JSON or YAML may be in; the largest first.
///
/// # Errors
/// What to tell the user, if the folder cannot be read or holds none.
pub fn corpus_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    if files.is_empty() {
        return Err(format!("{}: there is no document here", folder.display()));
    }
    files.sort_by(|(size, path), (other_size, other)| other_size.cmp(size).then_with(|| path.cmp(other)));
    Ok(files.into_iter().map(|(_, path)| path).collect())
}

fn collect(folder: &Path, files: &mut Vec<(u64, PathBuf)>) -> Result<(), String> {
    let text = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(text)? {
        let path = entry.map_err(text)?.path();
        let is_document =
            |extension: &std::ffi::OsStr| ["json", "yaml", "yml"].iter().any(|known| extension == *known);
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(is_document) {
            files.push((fs::metadata(&path).map_err(text)?.len(), path));
        }
    }
    Ok(())
}
