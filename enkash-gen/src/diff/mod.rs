//! Two descriptions of one API: what changed on the wire, and what that does to the generated Rust API.
//!
//! The wire is compared on the [`ir`](crate::ir) of both, so that every version of OpenAPI is, with references resolved
//! and the direction of every value known. The Rust API is compared on the listings of what the generator makes of both,
//! never guessed from the document. Deliberately absent: the terminal, and any stage's decision.

mod api;
mod body;
mod change;
mod collect;
mod facts;
mod git;
mod limits;
mod matching;
mod object;
mod operation;
mod param;
pub mod rendering;
mod reply;
mod rule;
mod rules;
mod security;
mod semver;
mod side;
mod surface;
mod union;
mod value;
mod walk;
mod words;

pub use self::{
    change::{Call, Change, Note, Wire},
    rule::{Direction, Event, Impact, Noun},
    rules::Rule,
    semver::{Bump, ItemChange, RustApi, Surface, rust_api},
    side::{Described, Version},
};
use crate::{
    ir::Api,
    load::Document,
    lower,
    report::{Report, Sources},
};

/// What differs between two sides.
#[derive(Debug)]
pub struct Diff {
    /// The product that both have, or that one has.
    pub products: Vec<ProductDiff>,
}

/// What differs in one product.
#[derive(Debug)]
pub struct ProductDiff {
    /// The name of the product.
    pub name: String,
    /// Whether both sides have it.
    pub presence: Presence,
    /// What changed on the wire.
    pub wire: Wire,
    /// What changed in the Rust API.
    pub rust: RustApi,
}

/// Which sides have a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Both.
    Both,
    /// Only the old one.
    Removed,
    /// Only the new one.
    Added,
}

impl Diff {
    /// Compares two files, folders or revisions: see [`Version::open`].
    ///
    /// Gives `None`, with the reasons in `report`, if one of them cannot be loaded.
    pub fn between(old: &str, new: &str, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        // Both are opened whatever becomes of the first, so that one run reports all that is wrong.
        let (old, new) = (Version::open(old, sources, report), Version::open(new, sources, report));
        Self::of(&old?, &new?, report)
    }

    /// Compares what was opened.
    ///
    /// Gives `None`, with the reasons in `report`, if the generator is defective.
    pub fn of(old: &Version, new: &Version, report: &mut Report) -> Option<Self> {
        let pairs = Version::pairs(old, new).into_iter();
        let products = pairs.map(|pair| match pair {
            (Some(old), Some(new)) => Some(ProductDiff {
                name: new.name.clone(),
                presence: Presence::Both,
                wire: wire_of((&old.document, old.lowered()), (&new.document, new.lowered())),
                rust: if old.document.digest() == new.document.digest() && old.is_decided_like(new) {
                    RustApi::default()
                } else {
                    rust_api(&old.surface(report)?, &new.surface(report)?)
                },
            }),
            (old, new) => {
                let presence = if new.is_some() { Presence::Added } else { Presence::Removed };
                let bump = if new.is_some() { Bump::Minor } else { Bump::Major };
                let name = new.or(old).map(|side| side.name.clone()).unwrap_or_default();
                let rust = RustApi { changes: Vec::new(), bump };
                Some(ProductDiff { name, presence, wire: Wire::default(), rust })
            }
        });
        Some(Self { products: products.collect::<Option<_>>()? })
    }

    /// What the changes ask of the version of the whole crate.
    pub fn bump(&self) -> Bump {
        self.products.iter().map(|product| product.rust.bump).max().unwrap_or_default()
    }

    /// The heaviest change on the wire; `None` if there is none.
    pub fn impact(&self) -> Option<Impact> {
        self.products.iter().filter_map(ProductDiff::impact).max()
    }

    /// How many changes on the wire weigh that much.
    pub fn count(&self, impact: Impact) -> usize {
        self.products.iter().map(|product| product.wire.count(impact)).sum()
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.impact().is_none() && self.bump() == Bump::None
    }
}

impl ProductDiff {
    /// The heaviest change on the wire; `None` if there is none. A product that is gone is broken.
    pub fn impact(&self) -> Option<Impact> {
        match self.presence {
            Presence::Both => self.wire.changes.iter().map(Change::impact).max(),
            Presence::Removed => Some(Impact::Breaking),
            Presence::Added => Some(Impact::Compatible),
        }
    }
}

/// Compares two documents on the wire.
pub fn wire(old: &Document, new: &Document) -> Wire {
    wire_of((old, lowered(old)), (new, lowered(new)))
}

// What the documents do wrong is told where they are generated from.
fn lowered(document: &Document) -> Api {
    lower::lower(document, &mut Report::new())
}

fn wire_of((old, old_api): (&Document, Api), (new, new_api): (&Document, Api)) -> Wire {
    let (old_facts, new_facts) = (facts::Facts::read(old), facts::Facts::read(new));
    collect::collect(
        walk::Side { api: &old_api, facts: &old_facts },
        walk::Side { api: &new_api, facts: &new_facts },
    )
}

#[cfg(test)]
mod tests;
