//! The exit codes, which scripts rely on.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: everything is fine.
    Fine,
    /// 1: a document or the project has errors, or under `--strict` something was left out.
    Document,
    /// 2: the command was called wrongly.
    Usage,
    /// 3: `--check` found files that differ, `diff` the changes that `--fail-on` names, or an update was not confirmed.
    Differs,
    /// 4: a file cannot be read or written.
    Io,
    /// 5: one of the sides of `diff` cannot be loaded.
    Unloaded,
}

impl Exit {
    /// The number that the process ends with.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Document => 1,
            Self::Usage => 2,
            Self::Differs => 3,
            Self::Io => 4,
            Self::Unloaded => 5,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}
