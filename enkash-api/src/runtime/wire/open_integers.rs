//! The macro that gives a generated enum of whole numbers its wire form. Like an enum of texts it is open.

/// Makes an enum of whole numbers open: its last argument names the variant that keeps an unlisted value.
///
/// ```text
/// open_integers!(Level, Unknown { Low 1, High 2 });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __open_integers {
    ($type:ident, $unknown:ident { $($variant:ident $value:literal),* $(,)? }) => {
        impl $type {
            /// The value as it stands on the wire.
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => *value,
                }
            }
        }
        impl ::core::convert::From<i64> for $type {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown(value),
                }
            }
        }
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.value(), f)
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.value(), f)
            }
        }
        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.value() == other.value()
            }
        }
        impl ::core::cmp::Eq for $type {}
        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.value(), state)
            }
        }
        impl $crate::runtime::wire::Wire for $type {
            fn view(&self) -> $crate::runtime::wire::View<'_> {
                $crate::runtime::wire::View::Int(self.value())
            }
            fn place(&mut self) -> $crate::runtime::wire::Place<'_> {
                $crate::runtime::wire::Place::Leaf(self)
            }
        }
        impl $crate::runtime::wire::Leaf for $type {
            fn put(&mut self, scalar: $crate::runtime::wire::Scalar<'_>) -> bool {
                let ::core::option::Option::Some(value) = scalar.listed_integer() else { return false };
                *self = Self::from(value);
                true
            }
            fn expects(&self) -> &'static str {
                "an integer that fits `i64`"
            }
        }
        impl $crate::runtime::wire::Blank for $type {
            fn blank() -> Self {
                Self::$unknown(0)
            }
        }
        $crate::__serde!($type);
    };
}

pub use crate::__open_integers as open_integers;

#[cfg(test)]
mod tests {
    #![allow(unreachable_pub)] // the macro writes for public types

    use super::open_integers;
    use crate::runtime::wire::text::scalar_text;
    use crate::runtime::wire::{Wire, decode_json, encode_json};

    #[derive(Clone)]
    enum Level {
        Low,
        High,
        Unknown(i64),
    }
    open_integers!(Level, Unknown {
        Low -1,
        High 300,
    });

    #[test]
    fn every_whole_number_goes_in_and_comes_out() {
        for (json, expected, out) in [
            ("-1", Level::Low, "-1"),
            ("300", Level::High, "300"),
            ("300.0", Level::High, "300"),
            // Documents that list whole numbers as texts are common, and so are the servers behind them.
            (r#""300""#, Level::High, "300"),
            ("7", Level::Unknown(7), "7"),
        ] {
            let level: Level = decode_json(json.as_bytes()).expect("a whole number");
            assert_eq!(level, expected, "{json}");
            assert_eq!(encode_json(&level).expect("it has a form"), out.as_bytes());
        }
        for json in ["0.5", "true", r#""high""#, "9223372036854775808", "null"] {
            assert!(decode_json::<Level>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn text_is_the_number() {
        assert_eq!(scalar_text(Level::Low.view()).as_deref(), Some("-1"));
        assert_eq!(Level::High.to_string(), "300");
        assert_eq!(format!("{:?} {:?}", Level::from(300), Level::from(8)), "300 8");
    }
}
