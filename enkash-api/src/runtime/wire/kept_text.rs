//! Texts of a known form as types that keep the text as it came.
//!
//! Invariant: what was read can be sent back unchanged. A value that a program makes is checked; one that a server
//! sent is not, because one odd date must not cost the whole answer.

use std::fmt;

/// A text that is not of the form that its type asks for. It does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed {
    pub(super) expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for Malformed {}

/// What every newtype around a text has. `is_well_formed` is asked of the values that a program makes; `takes` of
/// those that are read.
macro_rules! kept_text {
    ($type:ident, is_well_formed = $is_well_formed:path, takes = $takes:expr, expected = $expected:literal) => {
        impl $type {
            /// The text as it stands on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::convert::TryFrom<String> for $type {
            type Error = Malformed;
            fn try_from(text: String) -> Result<Self, Malformed> {
                if $is_well_formed(&text) { Ok(Self(text)) } else { Err(Malformed { expected: $expected }) }
            }
        }

        impl ::std::convert::TryFrom<&str> for $type {
            type Error = Malformed;
            fn try_from(text: &str) -> Result<Self, Malformed> {
                text.to_owned().try_into()
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = Malformed;
            fn from_str(text: &str) -> Result<Self, Malformed> {
                text.try_into()
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl $crate::runtime::wire::Wire for $type {
            fn view(&self) -> $crate::runtime::wire::View<'_> {
                $crate::runtime::wire::View::Text(&self.0)
            }
            fn place(&mut self) -> $crate::runtime::wire::Place<'_> {
                $crate::runtime::wire::Place::Leaf(self)
            }
        }

        impl $crate::runtime::wire::Leaf for $type {
            fn put(&mut self, scalar: $crate::runtime::wire::Scalar<'_>) -> bool {
                let $crate::runtime::wire::Scalar::Text(text) = scalar else { return false };
                let takes: fn(&str) -> bool = $takes;
                let taken = takes(text);
                if taken {
                    self.0 = text.to_owned();
                }
                taken
            }
            fn expects(&self) -> &'static str {
                $expected
            }
        }

        impl $crate::runtime::wire::Blank for $type {
            fn blank() -> Self {
                Self(String::new())
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::wire::deserialize(deserializer)
            }
        }
    };
}

pub(super) use kept_text;
