//! The macro that gives a generated struct its `new`.

/// Gives a struct `new`, which takes what must be given: as the struct that names it, or by itself if it is one value.
/// `..` stands where there is more, which is then absent.
///
/// ```text
/// constructor!(TokenRequest from TokenRequired { username, password });
/// constructor!(Meal { food: impl Into<String>, .. });
/// constructor!(Order { amount: i64, .. });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __constructor {
    ($type:ident from $required:ident { $($field:ident),+ }) => {
        $crate::__constructor!(@ $type (required: $required) { $($field: required.$field),+ });
    };
    ($type:ident from $required:ident { $($field:ident),+, .. }) => {
        $crate::__constructor!(@ $type (required: $required) {
            $($field: required.$field,)+ ..$crate::runtime::wire::Blank::blank()
        });
    };
    ($type:ident { $field:ident: impl Into<$value:ty> }) => {
        $crate::__constructor!(@ $type ($field: impl ::core::convert::Into<$value>) { $field: $field.into() });
    };
    ($type:ident { $field:ident: impl Into<$value:ty>, .. }) => {
        $crate::__constructor!(@ $type ($field: impl ::core::convert::Into<$value>) {
            $field: $field.into(), ..$crate::runtime::wire::Blank::blank()
        });
    };
    ($type:ident { $field:ident: $value:ty }) => {
        $crate::__constructor!(@ $type ($field: $value) { $field });
    };
    ($type:ident { $field:ident: $value:ty, .. }) => {
        $crate::__constructor!(@ $type ($field: $value) { $field, ..$crate::runtime::wire::Blank::blank() });
    };
    (@ $type:ident ($($argument:tt)+) $fields:tt) => {
        impl $type {
            /// Makes a value of what must be given; what may be given is absent.
            pub fn new($($argument)+) -> Self {
                Self $fields
            }
        }
    };
}

pub use crate::__constructor as constructor;
