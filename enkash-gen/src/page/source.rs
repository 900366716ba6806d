//! Where a fact comes from, and how far it can be trusted.

use std::{fmt, sync::Arc};

use super::Rendering;

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Concluded from a sample, which may show less than there is.
    Low,
    /// Concluded from several lines, each of which is clear.
    Medium,
    /// Written on the page.
    High,
}

impl Confidence {
    /// `low`, `medium`, `high`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The place of a fact: a line of a page, and how that page was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What the page is called: its title, or the name of its file if the title is lost.
    pub page: Arc<str>,
    /// The line, counted from 1, in the file as it was saved.
    pub line: usize,
    /// How the page was saved.
    pub rendering: Rendering,
    /// How sure the fact is.
    pub confidence: Confidence,
}

/// Something that a page says, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What it says.
    pub value: T,
    /// Where.
    pub source: Source,
}

impl<T> Fact<T> {
    /// A fact at its place.
    pub fn new(value: T, source: Source) -> Self {
        Self { value, source }
    }
}
