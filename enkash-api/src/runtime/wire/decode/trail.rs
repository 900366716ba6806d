//! The error of the decoder, and the way from the document to the place that failed.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Write as _};

/// Why a body could not be read, and where in it.
#[derive(Debug)]
pub struct DecodeError {
    path: String,
    line: usize,
    column: usize,
    message: String,
}

impl DecodeError {
    /// An answer that the description has no type for.
    #[doc(hidden)]
    pub fn undeclared() -> Self {
        Self::at("the description declares no such answer", 0, 0)
    }

    /// An error without a place.
    pub(in super::super::super) fn new(message: &str) -> Self {
        Self::at(message, 0, 0)
    }

    /// The same, in a member.
    pub(in super::super::super) fn inside(mut self, name: &str) -> Self {
        self.path = if self.path.is_empty() { name.to_owned() } else { format!("{name}.{}", self.path) };
        self
    }

    /// An error at a line and a column; 0 and 0 if it has none.
    pub(in super::super) fn at(message: &str, line: usize, column: usize) -> Self {
        Self { path: String::new(), line, column, message: message.to_owned() }
    }

    /// Bytes that stop being UTF-8 at an offset.
    pub(in super::super::super) fn no_text(bytes: &[u8], offset: usize) -> Self {
        let before = &bytes[..offset];
        let line = before.split(|&byte| byte == b'\n').count();
        let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
        Self::at("the text is no UTF-8", line, column)
    }

    /// The place in the document, such as `items[3].amount`; empty for the document itself. A member whose name is
    /// data, such as the entry of a map, is shown as `*`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The line, counted from 1; 0 if there is none.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, counted from 1; 0 if there is none.
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        if self.line > 0 {
            write!(f, ", line {} column {}", self.line, self.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for DecodeError {}

/// The way from the document to the place that failed, gathered from the inside out while the error rises; and what
/// the choice between the members of unions is made by.
pub(super) struct Trail {
    steps: RefCell<Vec<Step>>,
    /// How much has been read that the description does not list.
    unlisted: Cell<usize>,
    /// How many values may still be read to find out which member of a union they fit.
    trials: Cell<usize>,
}

/// Unions inside unions could take time without bound; real documents stay far below this.
const TRIALS: usize = 4_000_000;

impl Default for Trail {
    fn default() -> Self {
        Self { steps: RefCell::default(), unlisted: Cell::new(0), trials: Cell::new(TRIALS) }
    }
}

enum Step {
    Name(&'static str),
    /// A member that the description does not name: its name is data, and so not shown.
    Entry,
    Index(usize),
}

impl Trail {
    pub(super) fn name<E>(&self, name: &'static str) -> impl FnOnce(E) -> E {
        self.step(Step::Name(name))
    }

    pub(super) fn entry<E>(&self) -> impl FnOnce(E) -> E {
        self.step(Step::Entry)
    }

    pub(super) fn index<E>(&self, index: usize) -> impl FnOnce(E) -> E {
        self.step(Step::Index(index))
    }

    fn step<E>(&self, step: Step) -> impl FnOnce(E) -> E {
        move |error| {
            self.steps.borrow_mut().push(step);
            error
        }
    }

    /// Counts what the description does not list.
    pub(super) fn unlisted(&self, count: usize) {
        self.unlisted.set(self.unlisted.get().saturating_add(count));
    }

    /// Reads a value to see whether it fits: how much in it is not listed, or why it does not fit. Either way the
    /// trail is as it was.
    pub(super) fn attempt<E>(&self, read: impl FnOnce() -> Result<(), E>) -> Result<usize, E> {
        let (unlisted, steps) = (self.unlisted.replace(0), self.steps.borrow().len());
        let outcome = read();
        self.steps.borrow_mut().truncate(steps);
        let found = self.unlisted.replace(unlisted);
        outcome.map(|()| found)
    }

    /// Whether so many values may be read once more.
    pub(super) fn spend(&self, values: usize) -> bool {
        let left = self.trials.get().checked_sub(values);
        self.trials.set(left.unwrap_or(0));
        left.is_some()
    }

    pub(super) fn locate(&self, error: &serde_json::Error) -> DecodeError {
        let mut path = String::new();
        for step in self.steps.borrow().iter().rev() {
            let separator = if path.is_empty() { "" } else { "." };
            _ = match step {
                Step::Name(name) => write!(path, "{separator}{name}"),
                Step::Entry => write!(path, "{separator}*"),
                Step::Index(index) => write!(path, "[{index}]"),
            };
        }
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        // The place is ours to print; a reason that names a member may itself end in anything.
        let message =
            text.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&text).to_owned();
        DecodeError { path, line, column, message }
    }
}
