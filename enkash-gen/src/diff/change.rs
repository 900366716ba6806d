//! What a comparison finds: changes, each under a rule, and notes about what could not be compared.

use super::{rule::Impact, rules::Rule};
use crate::report::Origin;

/// One change on the wire.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Which kind of change it is.
    pub rule: Rule,
    /// The operation it was found at first; `None` if it is about the whole API.
    pub operation: Option<Call>,
    /// The way to it from there: `request.body.amount.value`, `200.body.items[].id`, `query.limit`. Empty for the
    /// operation itself.
    pub path: String,
    /// What it was, in a few words.
    pub before: Option<String>,
    /// What it is now.
    pub after: Option<String>,
    /// The other operations that it is found at, because they share the type.
    pub also: Vec<Call>,
    /// Where the old one stands, if there was one.
    pub old: Option<Origin>,
    /// Where the new one stands, if there is one.
    pub new: Option<Origin>,
}

impl Change {
    /// How much it weighs.
    pub const fn impact(&self) -> Impact {
        self.rule.impact()
    }
}

/// An operation, as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// The HTTP method of the new description; of a removed operation, of the old one.
    pub method: String,
    /// The path template, likewise.
    pub path: String,
    /// `operationId`, likewise.
    pub id: Option<String>,
}

impl Call {
    /// What a person calls it: `POST /loans`.
    pub fn label(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// Something that looks like a change and is none, because one side could not show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The operation, as a report names it.
    pub operation: String,
    /// What is not shown, and by what.
    pub text: String,
}

/// Everything that differs on the wire between two descriptions of one API.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wire {
    /// The changes: those of the whole API, then those of each operation, in the order of the new description.
    pub changes: Vec<Change>,
    /// What could not be compared.
    pub notes: Vec<Note>,
}

impl Wire {
    /// How many changes weigh that much.
    pub fn count(&self, impact: Impact) -> usize {
        self.changes.iter().filter(|change| change.impact() == impact).count()
    }
}
