//! What was found.

use std::process::ExitCode;

/// Lines, and whether each holds what it promises.
#[derive(Default)]
pub(crate) struct Verdict(bool);

impl Verdict {
    /// Prints a line.
    pub(crate) fn check(&mut self, line: &str, holds: bool) {
        println!("{} {line}", if holds { "ok    " } else { "FAILED" });
        self.0 |= !holds;
    }

    pub(crate) fn print(self) -> ExitCode {
        if self.0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
