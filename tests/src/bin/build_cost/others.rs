//! The other generators: how each is called, and what it takes to make a crate of what it writes.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::cargo::{self, Cost};

/// Another generator.
pub(crate) struct Other {
    kind: Kind,
    path: PathBuf,
}

#[derive(Clone, Copy)]
enum Kind {
    OpenapiToRust,
    Oas3Gen,
    Ploidy,
}

const KINDS: [(&str, Kind); 3] =
    [("openapi-to-rust", Kind::OpenapiToRust), ("oas3-gen", Kind::Oas3Gen), ("ploidy", Kind::Ploidy)];

/// What generated code of oas3-gen names; it writes no manifest.
const OAS3_GEN: &str = r#"anyhow = "1"
better_default = "1"
chrono = { version = "0.4", features = ["serde"] }
http = "1"
oas3-gen-support = "*"
percent-encoding = "2"
regex = "1"
reqwest = { version = "0.13", features = ["json", "query", "form", "multipart", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_plain = "1"
serde_with = { version = "3", features = ["json"] }
url = { version = "2", features = ["serde"] }
uuid = { version = "1", features = ["serde"] }
validator = { version = "0.20", features = ["derive"] }
"#;

impl Other {
    /// Reads `name=path`.
    ///
    /// Fails, with what to tell the user, if the name is unknown or there is no such program.
    pub(crate) fn parse(argument: &str) -> Result<Self, String> {
        let (name, path) = argument.split_once('=').ok_or("another generator is named `name=path`")?;
        let (_, kind) = KINDS.into_iter().find(|(known, _)| *known == name).ok_or_else(|| {
            format!("`{name}` is not known; help: {}", KINDS.map(|(name, _)| name).join(", "))
        })?;
        let path = PathBuf::from(path);
        if path.is_file() {
            Ok(Self { kind, path })
        } else {
            Err(format!("{}: no such program", path.display()))
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::OpenapiToRust => "openapi-to-rust",
            Kind::Oas3Gen => "oas3-gen",
            Kind::Ploidy => "ploidy",
        }
    }

    /// Generates a crate and checks it. The inner error is how far it got.
    ///
    /// Fails, with what to tell the user, if a program cannot be run or a file cannot be written.
    pub(crate) fn check(
        &self,
        document: &Path,
        krate: &Path,
        target: &Path,
    ) -> Result<Result<Cost, String>, String> {
        let text = |error: io::Error| format!("{}: {error}", krate.display());
        if krate.exists() {
            fs::remove_dir_all(krate).map_err(text)?;
        }
        fs::create_dir_all(krate.join("src")).map_err(text)?;
        if !self.generate(document, krate)? {
            return Ok(Err("does not generate".to_owned()));
        }
        cargo::check(krate, &target.join(self.name()))
    }

    fn generate(&self, document: &Path, krate: &Path) -> Result<bool, String> {
        let document =
            std::path::absolute(document).map_err(|error| format!("{}: {error}", document.display()))?;
        let mut command = Command::new(&self.path);
        command
            .arg("generate")
            .current_dir(krate)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match self.kind {
            Kind::OpenapiToRust => command.arg(&document),
            Kind::Oas3Gen => command.arg("client-mod").arg("-i").arg(&document).args(["-o", "src/generated"]),
            Kind::Ploidy => command.arg("rust").arg(&document).args(["-o", "."]),
        };
        let status = command.status().map_err(|error| format!("{}: {error}", self.path.display()))?;
        if !status.success() {
            return Ok(false);
        }
        let dependencies = match self.kind {
            Kind::OpenapiToRust => {
                let path = krate.join("src/generated/REQUIRED_DEPS.toml");
                fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?
            }
            Kind::Oas3Gen => format!("[dependencies]\n{OAS3_GEN}"),
            // It writes a whole crate.
            Kind::Ploidy => return Ok(true),
        };
        let manifest =
            format!("[package]\nname = \"client\"\nedition = \"2024\"\n\n{dependencies}\n[workspace]\n");
        let write = |path: &str, text: &str| {
            fs::write(krate.join(path), text).map_err(|error| format!("{path}: {error}"))
        };
        write("Cargo.toml", &manifest)?;
        write("src/lib.rs", "#![allow(warnings)]\npub mod generated;\n")?;
        Ok(true)
    }
}
