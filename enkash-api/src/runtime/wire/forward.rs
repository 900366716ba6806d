//! `serde` for generated types: forwarded to our own encoder and decoder, for users who put them into documents of
//! their own. Nothing here needs it, and two bodies per type are a fifth of what a large crate takes to compile: so it
//! is a feature.

/// Makes a type `Serialize` and `Deserialize`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident) => {
        impl $crate::runtime::serde::Serialize for $type {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::wire::serialize(self, serializer)
            }
        }
        impl<'de> $crate::runtime::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::wire::deserialize(deserializer)
            }
        }
    };
}

/// Without the feature `serde` there is nothing to do.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident) => {};
}
