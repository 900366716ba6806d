//! The crates that are compared: one module, and beside it the same structs, plain or bound to operations of it.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use crate::document::{self, REQUIRED};

/// A crate: its name, the document it has, and whether its structs are bound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Crate {
    pub(crate) name: &'static str,
    pub(crate) document: &'static str,
    bound: bool,
}

/// The first is the floor. JSON and YAML say the same, so that one floor serves both.
pub(crate) const CRATES: [Crate; 3] = [
    Crate { name: "plain", document: "api.json", bound: false },
    Crate { name: "bound_json", document: "api.json", bound: true },
    Crate { name: "bound_yaml", document: "api.yaml", bound: true },
];

/// Writes a workspace of the crates, with `structs` structs each, into `folder`; gives the sizes of the JSON and the
/// YAML.
///
/// Fails if a file cannot be written.
pub(crate) fn write(folder: &Path, bytes: usize, structs: usize) -> io::Result<[usize; 2]> {
    let value = document::document(bytes);
    let (json, yaml) = (value.to_string(), document::yaml(&value));
    let members = CRATES.map(|krate| format!("{:?}", krate.name)).join(", ");
    fs::create_dir_all(folder)?;
    fs::write(folder.join("Cargo.toml"), format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"))?;
    // The versions that are here already: nothing has to be fetched.
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    for krate in CRATES {
        let folder = folder.join(krate.name);
        fs::create_dir_all(folder.join("src"))?;
        fs::write(folder.join("Cargo.toml"), manifest(krate.name))?;
        fs::write(folder.join("build.rs"), build_script(krate.document))?;
        fs::write(folder.join(krate.document), if krate.document == "api.json" { &json } else { &yaml })?;
        fs::write(folder.join("src").join("lib.rs"), library(krate, structs))?;
    }
    Ok([json.len(), yaml.len()])
}

/// Makes cargo build a crate again, and only that one; the build script has nothing to do anew.
pub(crate) fn touch(folder: &Path, krate: Crate) -> io::Result<()> {
    let root = folder.join(krate.name).join("src").join("lib.rs");
    let text = fs::read(&root)?;
    fs::write(root, text)
}

fn manifest(name: &str) -> String {
    let path = |member| repository().join(member);
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nenkash-api = {{ path = {:?}, default-features = false }}\n\n\
         [build-dependencies]\nenkash-gen = {{ path = {:?}, default-features = false }}\n",
        path("enkash-api"),
        path("enkash-gen"),
    )
}

fn build_script(document: &str) -> String {
    format!("fn main() {{\n    enkash_gen::Builder::new().document({document:?}).generate_or_exit();\n}}\n")
}

fn library(krate: Crate, structs: usize) -> String {
    let mut text = "#![allow(dead_code)]\n\n#[allow(clippy::all)]\npub mod api {\n    \
                    include!(concat!(env!(\"OUT_DIR\"), \"/api/mod.rs\"));\n}\n"
        .to_owned();
    for index in 0..structs {
        let (mut attribute, mut rename) = (String::new(), "");
        if krate.bound {
            let document = krate.document;
            attribute =
                format!("#[enkash_api::enkash_endpoint(crate::api, \"op{index}\", spec = {document:?})]\n");
            rename = "    #[enkash(rename = \"branchId\")]\n";
        }
        let members: String = REQUIRED.iter().map(|name| format!("    pub {name}: String,\n")).collect();
        _ = write!(
            text,
            "\n{attribute}pub struct Place{index} {{\n{rename}    pub branch: String,\n{members}}}\n"
        );
    }
    text
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
