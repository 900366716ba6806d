//! What a value looks like.

use super::{TypeDef, TypeId};
use crate::report::Code;

/// A value's shape and whether `null` may stand in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The shape.
    pub shape: Shape,
    /// Whether `null` is allowed.
    pub nullable: bool,
}

impl Slot {
    /// A slot that is never `null`.
    pub const fn of(shape: Shape) -> Self {
        Self { shape, nullable: false }
    }

    /// Visits this slot and those inside it.
    pub fn each_mut(&mut self, visit: &mut dyn FnMut(&mut Self)) {
        visit(self);
        match &mut self.shape {
            Shape::List(item) | Shape::Map(item) | Shape::Events(item) | Shape::Lines(item) => {
                item.each_mut(visit);
            }
            Shape::Inline(def) => def.each_slot_mut(visit),
            Shape::Bool
            | Shape::Int(_)
            | Shape::Float
            | Shape::Text
            | Shape::Secret
            | Shape::Format(_)
            | Shape::Binary
            | Shape::File
            | Shape::Any
            | Shape::Bytes
            | Shape::Named { .. }
            | Shape::Unsupported(_) => {}
        }
    }

    /// The named types in this slot, those behind a list or a map included.
    pub fn each_named(&self, visit: &mut dyn FnMut(TypeId)) {
        match &self.shape {
            Shape::Named { id, .. } => visit(*id),
            Shape::List(item) | Shape::Map(item) | Shape::Events(item) | Shape::Lines(item) => {
                item.each_named(visit);
            }
            Shape::Inline(def) => def.each_slot(&mut |slot| slot.each_named(visit)),
            Shape::Bool
            | Shape::Int(_)
            | Shape::Float
            | Shape::Text
            | Shape::Secret
            | Shape::Format(_)
            | Shape::Binary
            | Shape::File
            | Shape::Any
            | Shape::Bytes
            | Shape::Unsupported(_) => {}
        }
    }

    /// Why this slot itself, named types aside, could not be expressed; `None` if it could.
    pub fn unsupported(&self) -> Option<Code> {
        match &self.shape {
            Shape::Unsupported(code) => Some(*code),
            Shape::List(item) | Shape::Map(item) | Shape::Events(item) | Shape::Lines(item) => {
                item.unsupported()
            }
            Shape::Inline(def) => {
                let mut found = None;
                def.each_slot(&mut |slot| found = found.or(slot.unsupported()));
                found
            }
            Shape::Bool
            | Shape::Int(_)
            | Shape::Float
            | Shape::Text
            | Shape::Secret
            | Shape::Format(_)
            | Shape::Binary
            | Shape::File
            | Shape::Any
            | Shape::Bytes
            | Shape::Named { .. } => None,
        }
    }
}

/// What a value looks like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int(IntWidth),
    /// A number.
    Float,
    /// Text, whatever its format.
    Text,
    /// Text that must not be shown.
    Secret,
    /// Text or a number of a form that has a type of its own.
    Format(Format),
    /// Bytes as they are (`format: binary`): a whole body or a part of one. In JSON, which has no bytes, it is text.
    Binary,
    /// The content of a part: what the passes make of [`Shape::Binary`] in a body of parts.
    File,
    /// A sequence.
    List(Box<Slot>),
    /// Values by name.
    Map(Box<Slot>),
    /// JSON that the document says nothing about.
    Any,
    /// A whole body as it is; only as the body of an answer.
    Bytes,
    /// A stream of server-sent events with such data; only as the body of an answer.
    Events(Box<Slot>),
    /// A stream of such values, one per line; only as the body of an answer.
    Lines(Box<Slot>),
    /// A type of [`Api::types`](super::Api::types).
    Named {
        /// Which.
        id: TypeId,
        /// Whether it must stand behind a pointer, being part of itself.
        boxed: bool,
    },
    /// A type without a name yet; gone after [`passes`](crate::passes).
    Inline(Box<TypeDef>),
    /// A schema that has been diagnosed; whatever needs it is left out, and so it is gone after
    /// [`passes`](crate::passes).
    Unsupported(Code),
}

impl Shape {
    /// A named type, not behind a pointer.
    pub const fn named(id: TypeId) -> Self {
        Self::Named { id, boxed: false }
    }

    /// Whether the value is one scalar on the wire, enums of text aside.
    pub const fn is_scalar(&self) -> bool {
        matches!(
            self,
            Self::Bool
                | Self::Int(_)
                | Self::Float
                | Self::Text
                | Self::Secret
                | Self::Format(_)
                | Self::Binary
        )
    }
}

/// A form of text or number that has a type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `format: date`: a day, as in RFC 3339.
    Date,
    /// `format: date-time`: a moment, as in RFC 3339.
    DateTime,
    /// `format: byte`: bytes in base64.
    Base64,
    /// `format: decimal`: an exact number, its digits as text.
    Decimal,
    /// `type: number, format: decimal`: an exact number that is a number on the wire.
    DecimalNumber,
}

/// How large a whole number may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntWidth {
    /// `format: int32`
    I32,
    /// `format: int64`, or no format that says otherwise.
    I64,
    /// `format: uint32`
    U32,
    /// `format: uint64`
    U64,
}
