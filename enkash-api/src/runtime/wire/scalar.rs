//! One scalar on its way in, or written out by the description.

use super::{Leaf, Place, View, Wire};

/// A scalar as a document holds it, before a type has taken it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A whole number above `i64::MAX`.
    Uint(u64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// Text.
    Text(&'a str),
}

impl<'a> Scalar<'a> {
    /// How the scalar looks.
    pub fn view(self) -> View<'a> {
        match self {
            Self::Bool(value) => View::Bool(value),
            Self::Int(value) => View::Int(value),
            Self::Uint(value) => View::Uint(value),
            Self::Float(value) => View::Float(value),
            Self::Text(value) => View::Text(value),
        }
    }

    /// A value of an enum of whole numbers, also where a server writes it as text.
    #[doc(hidden)]
    pub fn listed_integer(self) -> Option<i64> {
        match self {
            Self::Text(text) => text.parse().ok(),
            number => number.integer().and_then(|wide| i64::try_from(wide).ok()),
        }
    }

    /// What the scalar is, for an error message; never its value.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Int(_) | Self::Uint(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Text(_) => "text",
        }
    }

    /// A whole number that is not negative.
    pub(super) fn whole(value: u64) -> Self {
        i64::try_from(value).map_or(Self::Uint(value), Self::Int)
    }

    /// The scalar as a whole number. JSON Schema counts `300.0` as an integer, so it is one here, up to 2^53:
    /// above it neighbouring integers share a double, and which one was meant is not known.
    pub(super) fn integer(self) -> Option<i128> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Int(value) => Some(value.into()),
            Self::Uint(value) => Some(value.into()),
            #[allow(clippy::cast_possible_truncation)] // whole and below 2^53, as just checked
            Self::Float(value) if value.fract() == 0.0 && value.abs() <= EXACT => Some(value as i128),
            Self::Float(_) | Self::Bool(_) | Self::Text(_) => None,
        }
    }
}

impl From<Scalar<'_>> for serde_json::Value {
    fn from(scalar: Scalar<'_>) -> Self {
        match scalar {
            Scalar::Bool(value) => value.into(),
            Scalar::Int(value) => value.into(),
            Scalar::Uint(value) => value.into(),
            Scalar::Float(value) => value.into(),
            Scalar::Text(value) => value.into(),
        }
    }
}

/// So that a value of the description can be sent like any other.
impl Wire for Scalar<'_> {
    fn view(&self) -> View<'_> {
        (*self).view()
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for Scalar<'_> {
    fn put(&mut self, _: Scalar<'_>) -> bool {
        false
    }
    fn expects(&self) -> &'static str {
        "nothing: the value is that of the description"
    }
}
