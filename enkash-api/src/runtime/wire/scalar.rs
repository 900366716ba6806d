//! One scalar on its way in.

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

impl Scalar<'_> {
    /// What the scalar is, for an error message; never its value.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Int(_) | Self::Uint(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Text(_) => "text",
        }
    }

    /// The scalar as a whole number. JSON Schema counts `300.0` as an integer, so it is one here.
    pub(super) fn integer(self) -> Option<i128> {
        match self {
            Self::Int(value) => Some(value.into()),
            Self::Uint(value) => Some(value.into()),
            // Above 2^64 a float names no integer type of ours; the cast is exact below it.
            #[allow(clippy::cast_possible_truncation)]
            Self::Float(value) if value.fract() == 0.0 && value.abs() < 1.9e19 => Some(value as i128),
            Self::Float(_) | Self::Bool(_) | Self::Text(_) => None,
        }
    }
}
