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
            fn read(answer: &mut $crate::runtime::Incoming) -> ::core::result::Result<Self, $crate::runtime::wire::DecodeError> {
                match answer.index() {
                    $($index => $crate::__cases!(@read answer $case $($value)?),)*
                    _ => ::core::result::Result::Err($crate::runtime::wire::DecodeError::undeclared()),
                }
            }
            fn index(&self) -> usize {
                match self {
                    $(Self::$case { .. } => $index,)*
                }
            }
            fn write(&self, format: $crate::runtime::Reading) -> ::core::option::Option<::std::vec::Vec<u8>> {
                match self {
                    $($crate::__cases!(@pattern value $case $($value)?) => {
                        $crate::__cases!(@write format value $($value)?)
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
    (@read $answer:ident $case:ident value) => {
        $crate::runtime::Reply::read($answer).map(Self::$case)
    };
    (@read $answer:ident $case:ident) => {
        ::core::result::Result::Ok(Self::$case)
    };
    (@pattern $name:ident $case:ident value) => { Self::$case($name) };
    (@pattern $name:ident $case:ident) => { Self::$case };
    (@write $format:ident $name:ident value) => {
        $crate::runtime::Reply::write($name, $format)
    };
    (@write $format:ident $name:ident) => {{
        _ = $format;
        ::core::option::Option::Some(::std::vec::Vec::new())
    }};
    (@debug $f:ident $case:ident $name:ident value) => {
        $f.debug_tuple(::core::stringify!($case)).field($name).finish()
    };
    (@debug $f:ident $case:ident $name:ident) => {
        $f.write_str(::core::stringify!($case))
    };
}

pub use crate::__cases as cases;
