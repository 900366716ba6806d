//! One declared answer, and what all the answers of an operation come to.

use super::{Slot, TypeId};
use crate::report::Origin;

/// An answer that the document declares.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// For which statuses.
    pub status: Status,
    /// What its body holds; `None` if it has none.
    pub body: Option<Slot>,
    /// How its body is read.
    pub reading: Reading,
    /// The media type that is asked for; empty if it has no body.
    pub media: String,
    /// The media types that are declared beside it, as the document writes them.
    pub others: Vec<String>,
    /// What the data of its events holds, where it may be a stream of such instead.
    pub events: Option<Slot>,
    /// The struct of its declared headers, if there are any.
    pub headers: Option<Slot>,
    /// What it means, in CommonMark.
    pub description: String,
    /// Where it stands in the document.
    pub origin: Origin,
}

impl Reply {
    /// What it carries beside its body: its headers, and the events that it may consist of instead.
    pub fn beside_the_body(&self) -> impl Iterator<Item = &Slot> {
        self.events.iter().chain(&self.headers)
    }
}

/// How the body of an answer is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reading {
    /// As JSON.
    #[default]
    Json,
    /// As text.
    Text,
    /// As JSON if the answer calls itself that, else as text.
    Labelled,
    /// As it is.
    Bytes,
    /// As a stream of server-sent events.
    Events,
    /// As a stream of JSON values, one per line.
    Lines,
}

/// Which statuses an answer is declared for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred of them: 4 stands for `4XX`.
    Range(u8),
    /// Whatever else is not declared.
    Default,
}

impl Status {
    /// Whether it is a 2xx.
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// Whether it sends the caller elsewhere. 304 does not: it says that there is nothing new.
    pub const fn is_redirect(self) -> bool {
        matches!(self, Self::Code(300..=303 | 305..=399) | Self::Range(3))
    }

    /// Whether it is declared as something else than a 2xx.
    pub const fn is_failure(self) -> bool {
        matches!(self, Self::Code(_) | Self::Range(_)) && !self.is_success()
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(hundreds) => write!(f, "{hundreds}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// What a set of answers carries.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Outcome {
    /// The set is empty: nothing is declared.
    #[default]
    Undeclared,
    /// No answer has a body.
    Empty,
    /// Every answer has the same body.
    Value(Slot),
    /// The answers differ: a type with one case per answer.
    Cases(TypeId),
}

impl Outcome {
    /// The types that it names.
    pub fn named(&self) -> Vec<TypeId> {
        let mut found = Vec::new();
        match self {
            Self::Value(slot) => slot.each_named(&mut |id| found.push(id)),
            Self::Cases(id) => found.push(*id),
            Self::Empty | Self::Undeclared => {}
        }
        found
    }
}
