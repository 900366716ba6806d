//! How much a diagnostic weighs.

use std::fmt;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The document or the project is wrong. What needs the wrong part is left out, and a strict run fails; if it
    /// [cannot be read](super::Code::is_fatal) at all, every run does.
    Error,
    /// The document is legal, but something in it cannot be expressed yet: one operation or one type is left out,
    /// and a strict run fails.
    Unsupported,
    /// Something was assumed or ignored; the output is complete.
    Warning,
}

impl Severity {
    /// The word in front of the code: `error`, `unsupported`, `warning`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Unsupported => "unsupported",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
