//! The macro that makes an enum with a case per declared answer readable.

/// Makes an enum a [`Reply`](super::Reply). A line is the index of the declared status and the case;
/// `value` marks a case that carries the body.
///
/// ```text
/// cases!(AddBookSuccess { 0 Created value, 1 NoContent });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __cases {
    ($type:ident { $($index:literal $case:ident $($value:ident)?),* $(,)? }) => {
        impl $crate::runtime::Reply for $type {
            fn read(index: usize, body: &[u8]) -> ::core::result::Result<Self, $crate::runtime::wire::DecodeError> {
                match index {
                    $($index => $crate::__cases!(@read body $case $($value)?),)*
                    _ => ::core::result::Result::Err($crate::runtime::wire::DecodeError::undeclared()),
                }
            }
            fn write(&self) -> ::core::option::Option<(usize, ::std::vec::Vec<u8>)> {
                match self {
                    $($crate::__cases!(@pattern value $case $($value)?) => {
                        $crate::__cases!(@write $index value $($value)?)
                    })*
                }
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $($crate::__cases!(@pattern value $case $($value)?) => {
                        $crate::__cases!(@debug f $case value $($value)?)
                    })*
                }
            }
        }
    };
    (@read $body:ident $case:ident value) => {
        $crate::runtime::Reply::read(0, $body).map(Self::$case)
    };
    (@read $body:ident $case:ident) => {
        ::core::result::Result::Ok(Self::$case)
    };
    (@pattern $name:ident $case:ident value) => { Self::$case($name) };
    (@pattern $name:ident $case:ident) => { Self::$case };
    (@write $index:literal $name:ident value) => {
        $crate::runtime::Reply::write($name).map(|(_, body)| ($index, body))
    };
    (@write $index:literal $name:ident) => {
        ::core::option::Option::Some(($index, ::std::vec::Vec::new()))
    };
    (@debug $f:ident $case:ident $name:ident value) => {
        $f.debug_tuple(::core::stringify!($case)).field($name).finish()
    };
    (@debug $f:ident $case:ident $name:ident) => {
        $f.write_str(::core::stringify!($case))
    };
}

pub use crate::__cases as cases;
