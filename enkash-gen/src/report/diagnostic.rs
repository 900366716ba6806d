//! One thing to say: what, where, and what to do about it.

use std::sync::Arc;

use super::{Code, Origin, Severity};

/// One finding, written so that it can be read without knowing the generator.
///
/// ```
/// use enkash_gen::report::{Code, Diagnostic, Severity};
///
/// let diagnostic = Diagnostic::new(Code::UnresolvedRef, "`#/components/schemas/Bok` does not exist")
///     .operation("getBook")
///     .help("did you mean `Book`?");
/// assert_eq!(diagnostic.severity, Severity::Error);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Diagnostic {
    /// How much it weighs; the code's own severity, unless changed.
    pub severity: Severity,
    /// What it is about.
    pub code: Code,
    /// Where it was found; `None` for what stands in no text, such as a file that is not there.
    pub origin: Option<Origin>,
    /// The operation it costs or belongs to: its `operationId`, or method and path.
    pub operation: Option<Arc<str>>,
    /// What is wrong: lower case, no full stop, identifiers in backticks.
    pub message: String,
    /// What to do about it, if there is more to say than the [`advice`](Code::advice) of the code.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without a place, with the severity of its code.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            origin: None,
            operation: None,
            message: message.into(),
            help: None,
        }
    }

    /// Says where.
    pub fn at(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Says which operation it belongs to.
    pub fn operation(mut self, operation: impl Into<Arc<str>>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Says what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What to do about it: the help of this diagnostic, or else the general advice of its code.
    pub fn advice(&self) -> &str {
        self.help.as_deref().unwrap_or(self.code.advice())
    }

    /// Weighs it otherwise than its code does.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
