//! Our crate of a document.

use std::{
    ffi::{OsStr, OsString},
    io,
    path::{Path, PathBuf},
};

use enkash_gen::cli::{self, Exit};

/// Writes a stand-alone crate.
///
/// Fails, with what to tell the user, if it is not generated; the reasons are on standard error.
pub(crate) fn generate(document: &Path, krate: &Path) -> Result<PathBuf, String> {
    let arguments: [&OsStr; 5] =
        ["enkash-gen".as_ref(), "generate".as_ref(), document.as_ref(), "--out".as_ref(), krate.as_ref()];
    match cli::run(arguments.map(OsString::from), io::stderr(), io::stderr()) {
        Exit::Fine => Ok(krate.to_owned()),
        _ => Err(format!("{}: our program fails", document.display())),
    }
}
