//! The macro that gives a generated enum of scalars of several types its wire form. Like an enum of texts it is open.

use super::Scalar;
use serde_json::Value;

/// Makes an enum of scalars open: its last argument names the variant that keeps an unlisted value.
///
/// ```text
/// open_values!(Size, Unknown { Auto Text("auto"), Full Float(1.0), Off Bool(false) });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __open_values {
    ($type:ident, $unknown:ident { $($variant:ident $kind:ident($value:literal)),* $(,)? }) => {
        impl $type {
            /// The value as it stands in JSON.
            pub fn to_value(&self) -> $crate::runtime::Value {
                match self {
                    $(Self::$variant => $crate::runtime::Value::from($crate::runtime::wire::Scalar::$kind($value)),)*
                    Self::$unknown(value) => ::core::clone::Clone::clone(value),
                }
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.to_value(), f)
            }
        }
        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.to_value() == other.to_value()
            }
        }
        impl ::core::cmp::Eq for $type {}
        impl $crate::runtime::wire::Wire for $type {
            fn view(&self) -> $crate::runtime::wire::View<'_> {
                match self {
                    $(Self::$variant => $crate::runtime::wire::Scalar::$kind($value).view(),)*
                    Self::$unknown(value) => $crate::runtime::wire::View::Any(value),
                }
            }
            fn place(&mut self) -> $crate::runtime::wire::Place<'_> {
                $crate::runtime::wire::Place::Leaf(self)
            }
        }
        impl $crate::runtime::wire::Leaf for $type {
            fn put(&mut self, scalar: $crate::runtime::wire::Scalar<'_>) -> bool {
                let listed = scalar.nearest(&[$($crate::runtime::wire::Scalar::$kind($value)),*]);
                $(if listed == ::core::option::Option::Some($crate::runtime::wire::Scalar::$kind($value)) {
                    *self = Self::$variant;
                    return true;
                })*
                *self = Self::$unknown($crate::runtime::Value::from(scalar));
                true
            }
            fn expects(&self) -> &'static str {
                "a scalar"
            }
        }
        impl $crate::runtime::wire::Blank for $type {
            fn blank() -> Self {
                Self::$unknown($crate::runtime::Value::Null)
            }
        }
        $crate::__serde!($type);
    };
}

pub use crate::__open_values as open_values;

impl<'a> Scalar<'a> {
    /// The listed scalar that this one is: the same, else the one that reads the same as text. Documents that list
    /// `"1"` where their servers say `1` are common.
    #[doc(hidden)]
    pub fn nearest(self, listed: &[Scalar<'static>]) -> Option<Scalar<'static>> {
        let same = |other: &&Scalar<'static>| match (self, **other) {
            (Scalar::Int(one), Scalar::Float(other)) | (Scalar::Float(other), Scalar::Int(one)) => {
                Scalar::Float(other).integer() == Some(i128::from(one))
            }
            (one, other) => one == other,
        };
        let text = |scalar: Scalar<'a>| match scalar {
            Scalar::Text(text) => text.to_owned(),
            other => Value::from(other).to_string(),
        };
        let alike = || {
            let own = text(self);
            listed.iter().find(|other| match **other {
                Scalar::Text(other) => other == own,
                other => own == Value::from(other).to_string().as_str(),
            })
        };
        listed.iter().find(same).or_else(alike).copied()
    }
}

#[cfg(test)]
mod tests {
    #![allow(unreachable_pub)] // the macro writes for public types

    use super::open_values;
    use crate::runtime::wire::{decode_json, encode_json};
    use serde_json::json;

    #[derive(Clone)]
    enum Size {
        Auto,
        One,
        Half,
        Off,
        Two,
        Unknown(crate::runtime::Value),
    }
    open_values!(Size, Unknown {
        Auto Text("auto"),
        One Int(1),
        Half Float(0.5),
        Off Bool(false),
        Two Text("2"),
    });

    #[test]
    fn every_scalar_goes_in_and_comes_out() {
        for (json, expected, out) in [
            (r#""auto""#, Size::Auto, r#""auto""#),
            ("1", Size::One, "1"),
            ("1.0", Size::One, "1"),
            (r#""1""#, Size::One, "1"),
            ("0.5", Size::Half, "0.5"),
            ("false", Size::Off, "false"),
            ("2", Size::Two, r#""2""#),
            ("true", Size::Unknown(json!(true)), "true"),
            (r#""x""#, Size::Unknown(json!("x")), r#""x""#),
            ("-7", Size::Unknown(json!(-7)), "-7"),
        ] {
            let size: Size = decode_json(json.as_bytes()).expect("a scalar");
            assert_eq!(size, expected, "{json}");
            assert_eq!(encode_json(&size).expect("it has a form"), out.as_bytes());
            assert_eq!(format!("{size:?}"), out);
        }
        for json in ["null", "[]", "{}"] {
            assert!(decode_json::<Size>(json.as_bytes()).is_err(), "{json}");
        }
    }
}
