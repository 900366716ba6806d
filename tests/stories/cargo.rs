//! Runs cargo on a copy.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// What came of a command.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// The same, if the command succeeded.
    #[track_caller]
    pub(crate) fn good(self) -> Self {
        assert!(self.success, "cargo failed:\n{}", self.stderr);
        self
    }

    /// The diagnostic that begins with this line, up to the next empty line.
    #[track_caller]
    pub(crate) fn diagnostic(&self, first: &str) -> String {
        assert!(!self.success, "cargo found nothing wrong:\n{}", self.stderr);
        // Cargo indents what a build script says.
        let indent = self.stderr.lines().find_map(|line| line.strip_suffix(first)).unwrap_or_default();
        let lines: Vec<&str> = self
            .stderr
            .lines()
            .map(|line| line.strip_prefix(indent).unwrap_or(line).trim_end())
            .skip_while(|line| *line != first)
            .take_while(|line| !line.is_empty())
            .collect();
        assert!(!lines.is_empty(), "no `{first}` in:\n{}", self.stderr);
        lines.join("\n")
    }
}

/// The workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in a workspace").to_owned()
}

/// Where a copy of this name belongs.
pub(crate) fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("stories").join(name)
}

/// Runs cargo in a folder, without the network: whatever is needed, this test needed as well.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Outcome {
    cargo_with(folder, arguments, &[])
}

/// The same, with variables of our examples in the environment; there are no others.
pub(crate) fn cargo_with(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome {
    // Two at once would only wait for each other's lock, and their output would say so.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("cargo's own folder");
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(folder)
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TERM_COLOR", "never")
        .env("RUST_LOG", "trace")
        .env_remove("CARGO_LOG")
        .env_remove("RUST_BACKTRACE");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ENKASH_")) {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied());
    let output = command.output().expect("cargo runs");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Outcome { success: output.status.success(), stdout: text(output.stdout), stderr: text(output.stderr) }
}
