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
    /// What it means, in CommonMark.
    pub description: String,
    /// Where it stands in the document.
    pub origin: Origin,
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
