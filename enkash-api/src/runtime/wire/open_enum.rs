//! The macro that gives a generated enum of texts its wire form. Such an enum is open: a value that the
//! description does not list is kept as it came, and can be sent back.

/// Makes an enum of texts open: its last argument names the variant that keeps an unlisted value.
///
/// ```text
/// open_enum!(TokenType, Unknown { Bearer "bearer", Mac "mac" });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($type:ident, $unknown:ident { $($variant:ident $value:literal),* $(,)? }) => {
        impl $type {
            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => value,
                }
            }
        }
        impl ::core::convert::AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl ::core::convert::From<&str> for $type {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown(::std::borrow::ToOwned::to_owned(value)),
                }
            }
        }
        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;
            // Not `Self::Err`, which a variant of that name would hide.
            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.as_str(), f)
            }
        }
        impl ::core::cmp::PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }
        impl ::core::cmp::Eq for $type {}
        impl ::core::hash::Hash for $type {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state)
            }
        }
        impl $crate::runtime::wire::OfKind for $type {
            type Kind = $crate::runtime::wire::Word;
        }
        $crate::__serde!($type);
    };
}

pub use crate::__open_enum as open_enum;

#[cfg(test)]
mod tests;
