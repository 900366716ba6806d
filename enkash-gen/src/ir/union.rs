//! A value that is one of several.

use super::Slot;

/// A value that is one of several variants.
///
/// A union of one variant is nothing but another name for it; [`passes`](crate::passes) put the variant in its place,
/// unless it is part of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnionDef {
    /// The variants in the order of the document.
    pub variants: Vec<Variant>,
    /// What tells objects apart; what the document does not say, [`passes`](crate::passes) work out.
    pub tag: Option<Tag>,
}

/// One of the values that a union may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What it is; never `null`, which is the business of the union's slot.
    pub slot: Slot,
    /// What the document calls it, where that is not the name of its type.
    pub word: Option<String>,
    /// The values of the tag that stand for it.
    pub tags: Vec<String>,
    /// The value of the tag that stands for it if nothing else is said: the name of the schema.
    pub implied: Option<String>,
}

impl Variant {
    /// A variant about which nothing is said.
    pub const fn of(slot: Slot) -> Self {
        Self { slot, word: None, tags: Vec::new(), implied: None }
    }
}

/// The member of an object that says which variant it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name on the wire.
    pub wire_name: String,
    /// Whether it is in every object, so that one without it, or with a value that is not listed, is of no variant.
    pub strict: bool,
}
