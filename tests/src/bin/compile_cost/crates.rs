//! The crates that are compared: the same types, bare, with our tables, and with serde derives.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use enkash_gen::{
    emit::Mode,
    load,
    pipeline::{self, Options},
    report::{Report, Sources, render},
};
use enkash_tests::twin::Twin;

/// The names of the crates; the first is the floor.
pub(crate) const NAMES: [&str; 3] = ["bare", "tables", "derives"];

/// The crates, written.
pub(crate) struct Crates {
    pub(crate) types: usize,
    folder: PathBuf,
}

impl Crates {
    /// Writes a workspace of the crates into `folder`.
    ///
    /// Fails, with what to tell the user, if the document is not generated as a whole or a file cannot be written.
    pub(crate) fn write(document: &str, folder: &Path) -> Result<Self, String> {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let options = Options { module: None, ..Options::default() };
        let written =
            load::load_text("many.json", document, &mut sources, &mut report).and_then(|document| {
                let (api, names) = pipeline::analyse(&document, &mut report);
                let generated = pipeline::generate_api(&api, &names, &options, &mut report)?;
                Some((api, names, generated))
            });
        let Some((api, names, generated)) = written.filter(|_| !report.failed(true)) else {
            return Err(render(&report, &sources, false));
        };
        let crates = Self { types: generated.types, folder: folder.to_owned() };
        let text = |error: io::Error| format!("{}: {error}", folder.display());
        crates.workspace().map_err(text)?;
        for (name, twin) in [("bare", Twin::Bare), ("derives", Twin::Derived)] {
            crates.library(name, "#![allow(dead_code, missing_docs)]\npub mod types;\n").map_err(text)?;
            fs::write(crates.source(name).join("types.rs"), twin.print(&api, &names)).map_err(text)?;
        }
        crates.library("tables", "pub mod api;\n").map_err(text)?;
        let api = crates.source("tables").join("api");
        fs::create_dir_all(&api).map_err(text)?;
        generated.files.apply(&api, Mode::Write).map_err(|diagnostic| diagnostic.message)?;
        Ok(crates)
    }

    /// The folder of the workspace.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many lines a crate has.
    pub(crate) fn lines(&self, name: &str) -> io::Result<usize> {
        fn count(folder: &Path) -> io::Result<usize> {
            let mut lines = 0;
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                lines += if path.is_dir() {
                    count(&path)?
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    fs::read_to_string(&path)?.lines().count()
                } else {
                    0
                };
            }
            Ok(lines)
        }
        count(&self.source(name))
    }

    /// Makes cargo check a crate again, and only that one.
    pub(crate) fn touch(&self, name: &str) -> io::Result<()> {
        let root = self.source(name).join("lib.rs");
        let text = fs::read(&root)?;
        fs::write(root, text)
    }

    fn source(&self, name: &str) -> PathBuf {
        self.folder.join(name).join("src")
    }

    fn workspace(&self) -> io::Result<()> {
        let members = NAMES.map(|name| format!("{name:?}")).join(", ");
        fs::create_dir_all(&self.folder)?;
        fs::write(
            self.folder.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"),
        )?;
        // The versions that are here already: nothing has to be fetched.
        fs::copy(repository().join("Cargo.lock"), self.folder.join("Cargo.lock")).map(|_| ())
    }

    fn library(&self, name: &str, root: &str) -> io::Result<()> {
        let dependencies = match name {
            "tables" => format!(
                "enkash-api = {{ path = {:?}, default-features = false }}\n",
                repository().join("enkash-api")
            ),
            _ => "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned(),
        };
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::create_dir_all(self.source(name))?;
        fs::write(self.folder.join(name).join("Cargo.toml"), manifest)?;
        fs::write(self.source(name).join("lib.rs"), root)
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
