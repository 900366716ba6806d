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
    fn forget(&mut self) -> bool {
        *self = Self::Absent;
        true
    }
}

impl<T> Blank for Nullable<T> {
    fn blank() -> Self {
        Self::Absent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_told_apart() {
        for (value, option, absent, null) in [
            (Nullable::Absent, None, true, false),
            (Nullable::Null, None, false, true),
            (Nullable::from(1), Some(1), false, false),
        ] {
            assert_eq!((value.as_option(), value.into_option()), (option.as_ref(), option));
            assert_eq!((value.is_absent(), value.is_null()), (absent, null));
        }
        assert_eq!(Nullable::<i64>::default(), Nullable::Absent);
        assert_eq!(Nullable::<i64>::blank(), Nullable::Absent);
    }

    #[test]
    fn any_value_may_be_left_out_or_null_or_there() {
        use serde_json::{Value, json};

        let mut value = Nullable::<Value>::Absent;
        assert!(matches!(value.view(), View::Absent));
        assert!(value.clear() && matches!(value.view(), View::Null));
        let Place::Any(place) = value.place() else { panic!("any value is taken whole") };
        *place = json!([1]);
        assert_eq!(value, Nullable::Value(json!([1])));
    }

    #[test]
    fn clear_is_null_and_place_is_a_value() {
        let mut value = Nullable::<String>::Absent;
        assert!(value.clear() && value.is_null());
        let Place::Leaf(leaf) = value.place() else { panic!("text is a leaf") };
        assert!(leaf.put(crate::runtime::wire::Scalar::Text("a")));
        assert_eq!(value, Nullable::Value("a".to_owned()));
        assert!(matches!(value.view(), View::Text("a")));
    }
}
