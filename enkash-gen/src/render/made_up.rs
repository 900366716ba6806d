//! Made-up values of everything that a call must be given, for examples: the same in Rust and on the wire.
//!
//! What may be left out is left out. A value stands once, here; [`example`](super::example) writes it in Rust and
//! [`sample`](super::sample) as it is sent.

use super::Input;
use crate::{
    ir::{Field, Format, Shape, Slot, TypeId, TypeKind},
    names::TypeNames,
};

/// Deeper values than this are left to `Default`, or not made at all.
const MAX_DEPTH: usize = 8;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MadeUp {
    /// Nothing, where that is a value.
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    Formatted(Format),
    List(Vec<MadeUp>),
    /// A map without entries.
    Map,
    /// JSON that nothing is known about.
    Any,
    /// Each member that must be given, by its index.
    Struct(TypeId, Vec<(usize, MadeUp)>),
    /// The first value of an enum.
    Choice(TypeId),
    /// The first variant of a union, or nothing that is known.
    Variant(TypeId, Option<Box<MadeUp>>),
    Boxed(Box<MadeUp>),
}

/// A text of a document's own, or one that says that it is one.
pub(super) fn text(example: Option<&str>) -> String {
    example.unwrap_or("text").to_owned()
}

/// A text that the type of a format takes. An example of the document may be anything, and so is not used.
pub(super) const fn format_sample(format: Format) -> &'static str {
    match format {
        Format::Date => "2026-01-31",
        Format::DateTime => "2026-01-31T12:00:00Z",
        Format::Base64 => "dGV4dA==",
        Format::Decimal | Format::DecimalNumber => "12.50",
    }
}

impl MadeUp {
    /// A value that must be given; `None` if there is none.
    pub(super) fn slot(input: Input<'_>, slot: &Slot, example: Option<&str>, depth: usize) -> Option<Self> {
        if slot.nullable && slot.shape != Shape::Any {
            return Some(Self::Null);
        }
        Some(match &slot.shape {
            Shape::Bool => Self::Bool(true),
            Shape::Int(_) => Self::Int(1),
            Shape::Float => Self::Float(1.0),
            Shape::Format(format) => Self::Formatted(*format),
            Shape::Text | Shape::Secret | Shape::Binary | Shape::File => Self::Text(text(example)),
            Shape::List(item) => Self::List(Self::slot(input, item, None, depth + 1).into_iter().collect()),
            Shape::Map(_) => Self::Map,
            Shape::Any => Self::Any,
            Shape::Named { id, boxed } => {
                let value = Self::named(input, *id, depth + 1)?;
                if *boxed { Self::Boxed(Box::new(value)) } else { value }
            }
            Shape::Bytes | Shape::Events(_) | Shape::Lines(_) => return None,
            Shape::Inline(_) | Shape::Unsupported(_) => return None,
        })
    }

    /// A value of a named type; `None` if there is none, as of a type that the user has put in its place.
    pub(super) fn named(input: Input<'_>, id: TypeId, depth: usize) -> Option<Self> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (def, names): (_, &TypeNames) = (input.api.ty(id), input.names.ty(id));
        if names.replaced.is_some() {
            return None;
        }
        Some(match &def.kind {
            TypeKind::Enum(_) => {
                names.members.first()?;
                Self::Choice(id)
            }
            TypeKind::Struct(inner) => {
                let demanded = |(_, field): &(usize, &Field)| field.is_demanded(def.usage);
                let members = inner.fields.iter().enumerate().filter(demanded).map(|(index, field)| {
                    Some((index, Self::slot(input, &field.slot, field.example.as_deref(), depth)?))
                });
                Self::Struct(id, members.collect::<Option<_>>()?)
            }
            TypeKind::Union(inner) => {
                let first = inner.variants.first();
                let first = first.and_then(|variant| Self::slot(input, &variant.slot, None, depth + 1));
                Self::Variant(id, first.filter(|_| !names.members.is_empty()).map(Box::new))
            }
            TypeKind::Alias(_) | TypeKind::Cases(_) | TypeKind::Unsupported(_) => return None,
        })
    }
}
