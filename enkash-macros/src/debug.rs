//! `ENKASH_MACRO_DEBUG=1`: expansions as files, so that the compiler's errors in them point at lines that can be read,
//! and a line on standard error for each document that is worked out.

use std::{
    collections::HashMap,
    env, fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::File;

const VARIABLE: &str = "ENKASH_MACRO_DEBUG";

/// The impls of a struct, by way of a file if that was asked for.
///
/// The file holds one block: a struct may stand inside of a function, where only an expression can be included.
pub(crate) fn through_file(ident: &Ident, code: TokenStream) -> TokenStream {
    written(ident, &code, |text| format!("{{\n{text}}}\n")).map_or(code, |path| {
        quote!(
            const _: () = ::core::include!(#path);
        )
    })
}

/// The items of a module, by way of a file if that was asked for.
pub(crate) fn through_include(ident: &Ident, items: TokenStream) -> TokenStream {
    written(ident, &items, str::to_owned).map_or(items, |path| quote!(::core::include!(#path);))
}

/// Says, if that was asked for, that a document is worked out: expansions of one crate share the result, and whoever
/// looks for the time of a build sees whether they do.
pub(crate) fn worked_out(document: &str) {
    if is_asked_for() {
        eprintln!("{VARIABLE}: worked out `{document}`");
    }
}

fn is_asked_for() -> bool {
    env::var_os(VARIABLE).is_some_and(|value| !value.is_empty() && value != "0")
}

/// The path of the file; `None` if it was not asked for or cannot be written, which debugging is no reason to fail for.
fn written(ident: &Ident, code: &TokenStream, frame: impl FnOnce(&str) -> String) -> Option<String> {
    if !is_asked_for() {
        return None;
    }
    let file: File = syn::parse2(code.clone()).ok()?;
    let text = frame(&prettyplease::unparse(&file));
    let krate = env::var("CARGO_CRATE_NAME").unwrap_or_else(|_| "crate".to_owned());
    let folder = env::temp_dir().join("enkash-macros").join(krate);
    let path = free_path(&folder, &ident.to_string(), &text);
    match write(&path, &text) {
        Ok(()) => path.to_str().map(str::to_owned),
        Err(error) => {
            eprintln!("{VARIABLE}: cannot write `{}`: {error}", path.display());
            None
        }
    }
}

/// `Type.rs`, or with a number if this process has written another text there: two modules may each have a `Type`.
fn free_path(folder: &Path, name: &str, text: &str) -> PathBuf {
    static WRITTEN: Mutex<Option<HashMap<PathBuf, String>>> = Mutex::new(None);
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    let written = written.get_or_insert_default();
    let mut path = folder.join(format!("{name}.rs"));
    let mut number = 2_usize;
    while written.get(&path).is_some_and(|before| before != text) {
        path = folder.join(format!("{name}-{number}.rs"));
        number += 1;
    }
    written.insert(path.clone(), text.to_owned());
    path
}

/// Beside its place first: another process may be reading the old text.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let staged = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&staged, text)?;
    fs::rename(&staged, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_of_the_same_name_gets_a_number() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = |text| free_path(folder.path(), "Login", text).file_name().map(ToOwned::to_owned);
        assert_eq!(name("a"), Some("Login.rs".into()));
        assert_eq!(name("b"), Some("Login-2.rs".into()));
        assert_eq!(name("a"), Some("Login.rs".into()));
        assert_eq!(name("b"), Some("Login-2.rs".into()));
    }

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("Login.rs");
        write(&path, "first").expect("written");
        write(&path, "second").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("read"), "second");
        let left = fs::read_dir(folder.path().join("deep")).expect("listed").count();
        assert_eq!(left, 1);
    }
}
