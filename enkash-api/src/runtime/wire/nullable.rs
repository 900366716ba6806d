//! A value that may be left out, or be `null`, the two meaning different things.

use super::{Blank, Place, View, Wire};

/// An optional value that the description also allows to be `null`.
///
/// [`Nullable::Absent`] sends nothing, and so keeps what the server has; [`Nullable::Null`] sends `null`, and
/// so erases it; `Nullable::from(value)` sends the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// Left out.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the member is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is an explicit `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Wire + Blank> Wire for Nullable<T> {
    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::Absent,
            Self::Null => View::Null,
            Self::Value(value) => value.view(),
        }
    }
    fn place(&mut self) -> Place<'_> {
        *self = Self::Value(T::blank());
        match self {
            Self::Value(value) => value.place(),
            Self::Absent | Self::Null => unreachable!("a value was stored on the line above"),
        }
    }
    fn clear(&mut self) -> bool {
        *self = Self::Null;
        true
    }
}

impl<T> Blank for Nullable<T> {
    fn blank() -> Self {
        Self::Absent
    }
}
