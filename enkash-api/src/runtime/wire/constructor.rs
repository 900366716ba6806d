//! The macro that gives a generated struct its `new`.

/// Gives a struct `new`, which takes what must be given: as the struct that names it, or by itself if it is one value.
/// `..` stands where there is more, which is then absent. The signature is the caller's, so that the compiler shows that
/// one where it has something to say about it.
///
/// ```text
/// constructor!(pub fn new(required: TokenRequired) -> TokenRequest { username, password });
/// constructor!(pub fn new(food: impl Into<String>) -> Meal { food: food.into(), .. });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __constructor {
    ($vis:vis $function:ident $new:ident($required:ident: $from:ty) -> $type:ident { $($field:ident),+ }) => {
        $crate::__constructor!(@ [$vis $function $new($required: $from) -> $type] $type {
            $($field: $required.$field),+
        });
    };
    ($vis:vis $function:ident $new:ident($required:ident: $from:ty) -> $type:ident { $($field:ident),+, .. }) => {
        $crate::__constructor!(@ [$vis $function $new($required: $from) -> $type] $type {
            $($field: $required.$field,)+ ..$crate::runtime::wire::Blank::blank()
        });
    };
    ($vis:vis $function:ident $new:ident($name:ident: $from:ty) -> $type:ident { $field:ident: $value:expr }) => {
        $crate::__constructor!(@ [$vis $function $new($name: $from) -> $type] $type { $field: $value });
    };
    ($vis:vis $function:ident $new:ident($name:ident: $from:ty) -> $type:ident { $field:ident: $value:expr, .. }) => {
        $crate::__constructor!(@ [$vis $function $new($name: $from) -> $type] $type {
            $field: $value, ..$crate::runtime::wire::Blank::blank()
        });
    };
    (@ [$($signature:tt)+] $type:ident $fields:tt) => {
        impl $type {
            /// Makes a value of what must be given; what may be given is absent.
            $($signature)+ {
                Self $fields
            }
        }
    };
}

pub use crate::__constructor as constructor;
