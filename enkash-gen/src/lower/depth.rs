//! How deep a value is: what a style can say of it depends on that.

use crate::ir::{Api, Shape, Slot, TypeKind};

/// How deep a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// One text.
    Scalar,
    /// Several texts, with or without names.
    Flat,
    /// Deeper.
    Nested,
    /// The document does not say.
    Unknown,
}

impl Depth {
    pub(super) fn of(api: &Api, slot: &Slot) -> Self {
        match &slot.shape {
            Shape::List(item) | Shape::Map(item) => Self::around([Self::outside(api, item)]),
            shape => match kind(api, shape) {
                Some(TypeKind::Struct(def)) => {
                    let slots = def.fields.iter().map(|field| &field.slot).chain(&def.rest);
                    Self::around(slots.map(|slot| Self::outside(api, slot)))
                }
                Some(TypeKind::Enum(_)) => Self::Scalar,
                Some(_) => Self::Unknown,
                None if shape.is_scalar() => Self::Scalar,
                None => Self::Unknown,
            },
        }
    }

    /// The same without a look inside, which a recursive type would never end.
    fn outside(api: &Api, slot: &Slot) -> Self {
        match &slot.shape {
            Shape::List(_) | Shape::Map(_) => Self::Nested,
            shape => match kind(api, shape) {
                Some(TypeKind::Struct(_)) => Self::Nested,
                Some(TypeKind::Enum(_)) => Self::Scalar,
                Some(_) => Self::Unknown,
                None if shape.is_scalar() => Self::Scalar,
                None => Self::Unknown,
            },
        }
    }

    fn around(inner: impl IntoIterator<Item = Self>) -> Self {
        let mut depth = Self::Flat;
        for inner in inner {
            match inner {
                Self::Nested => return Self::Nested,
                Self::Unknown => depth = Self::Unknown,
                Self::Scalar | Self::Flat => {}
            }
        }
        depth
    }
}

fn kind<'a>(api: &'a Api, shape: &'a Shape) -> Option<&'a TypeKind> {
    match shape {
        Shape::Inline(def) => Some(&def.kind),
        Shape::Named { id, .. } => Some(&api.ty(*id).kind),
        _ => None,
    }
}
