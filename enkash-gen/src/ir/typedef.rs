//! A named type.

use std::{fmt, hash::Hasher as _};

use super::{Field, Limits, Slot, Status, UnionDef};
use crate::report::{Code, Origin};

/// An index into [`Api::types`](super::Api::types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// A type that will have a name.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDef {
    /// The words that its name is made of.
    pub hint: NameHint,
    /// What it is.
    pub kind: TypeKind,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// In which directions it travels; filled in by [`passes`](crate::passes).
    pub usage: Usage,
    /// The type of what is received of the same schema, where this is the type of what is sent and the two differ;
    /// filled in by [`passes`](crate::passes).
    pub received_as: Option<TypeId>,
    /// Where it stands in the document.
    pub origin: Origin,
}

impl TypeDef {
    /// Visits every slot of the type, for a pass that rewrites shapes.
    pub fn each_slot_mut(&mut self, visit: &mut dyn FnMut(&mut Slot)) {
        match &mut self.kind {
            TypeKind::Struct(def) => {
                for field in &mut def.fields {
                    field.slot.each_mut(visit);
                }
                if let Some(rest) = &mut def.rest {
                    rest.each_mut(visit);
                }
            }
            TypeKind::Cases(cases) => {
                for (_, slot) in cases {
                    if let Some(slot) = slot {
                        slot.each_mut(visit);
                    }
                }
            }
            TypeKind::Union(def) => {
                def.variants.iter_mut().for_each(|variant| variant.slot.each_mut(visit));
            }
            TypeKind::Alias(alias) => alias.of.each_mut(visit),
            TypeKind::Enum(_) | TypeKind::Unsupported(_) => {}
        }
    }

    /// The types that its definition names: not those of members that the generated code fills in.
    pub fn named(&self) -> Vec<TypeId> {
        let mut found = Vec::new();
        let mut add = |slot: &Slot| slot.each_named(&mut |id| found.push(id));
        match &self.kind {
            TypeKind::Struct(inner) => {
                let fields = inner.fields.iter().filter(|field| !field.is_filled_in(self.usage));
                fields.map(|field| &field.slot).chain(&inner.rest).for_each(add);
            }
            _ => self.each_slot(&mut add),
        }
        found
    }

    /// Visits the slots that stand directly in the type.
    pub fn each_slot(&self, visit: &mut dyn FnMut(&Slot)) {
        match &self.kind {
            TypeKind::Struct(def) => {
                def.fields.iter().map(|field| &field.slot).chain(&def.rest).for_each(visit);
            }
            TypeKind::Cases(cases) => cases.iter().filter_map(|(_, slot)| slot.as_ref()).for_each(visit),
            TypeKind::Union(def) => def.variants.iter().map(|variant| &variant.slot).for_each(visit),
            TypeKind::Alias(alias) => visit(&alias.of),
            TypeKind::Enum(_) | TypeKind::Unsupported(_) => {}
        }
    }
}

/// The words that a type's name is made of, outermost first: a component has one, the type of a member has its
/// owner's and the member's. Every type inside of another repeats the other's words, so none is longer than a name
/// can be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NameHint(pub Vec<String>);

impl NameHint {
    /// A hint of one word.
    pub fn new(word: impl AsRef<str>) -> Self {
        Self(vec![cut(word.as_ref())])
    }

    /// The same, with a further word.
    #[must_use]
    pub fn then(&self, word: impl AsRef<str>) -> Self {
        let mut words = self.0.clone();
        words.push(cut(word.as_ref()));
        Self(words)
    }
}

/// The longest word, in bytes; the path of an operation may be one.
const LONGEST_WORD: usize = 1_000;

/// The word, or its beginning and a digest of the whole.
fn cut(word: &str) -> String {
    if word.len() <= LONGEST_WORD {
        return word.to_owned();
    }
    let mut digest = fnv::FnvHasher::default();
    digest.write(word.as_bytes());
    let end = (0..=LONGEST_WORD).rev().find(|end| word.is_char_boundary(*end)).unwrap_or_default();
    format!("{}… {:016x}", &word[..end], digest.finish())
}

/// What a type is.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeKind {
    /// An object with listed members.
    Struct(StructDef),
    /// One of several values.
    Enum(EnumDef),
    /// One of several values.
    Union(UnionDef),
    /// One case per declared answer; made by [`passes`](crate::passes).
    Cases(Vec<(Status, Option<Slot>)>),
    /// A further name of a struct; made by [`passes`](crate::passes).
    Alias(Alias),
    /// A schema that has been diagnosed; gone after [`passes`](crate::passes).
    Unsupported(Code),
}

/// A further name of a struct.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// The struct.
    pub of: Slot,
    /// The members that the document describes in other words here: their names on the wire, and these words.
    pub descriptions: Vec<(String, String)>,
}

/// An object with listed members.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StructDef {
    /// The members in the order of the document.
    pub fields: Vec<Field>,
    /// What members beyond the listed ones hold, where the document gives them a schema.
    pub rest: Option<Slot>,
    /// The limits of each of these.
    pub rest_limits: Limits,
}

/// One of several values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EnumDef {
    /// The values in the order of the document.
    pub choices: Vec<Choice>,
    /// What kind of value they are, and one that is not listed.
    pub base: EnumBase,
}

/// What kind of value an enum lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EnumBase {
    /// Texts.
    #[default]
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction, or scalars of several kinds.
    Mixed,
}

/// One value of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The value.
    pub wire_value: Constant,
}

/// A scalar that a document writes out.
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number.
    Float(f64),
    /// Text.
    Text(String),
}

impl Constant {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
            Self::Text(value) => f.write_str(value),
        }
    }
}

/// In which directions a type travels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// In a request.
    pub sent: bool,
    /// In an answer.
    pub received: bool,
}
