//! The macro that says what the run time knows of an operation.

/// Makes the marker of an [`Operation`](super::Operation): its identifier, its request, and after each type of answers
/// the statuses that it is read from.
///
/// ```text
/// operation!(CreateToken of super::Api: "createToken" POST "/oauth/token" {
///     success: Token [Code(200)], failure: OAuthError [Code(400), Range(5), Default], security: [[0]]
/// });
/// ```
///
/// `accept: "image/png"` at the start says what is asked for, if that is not JSON; `class: Safe` says what it means to
/// send the operation twice, if that is not what the method says; `business: ["code"] unless ["0"]` where a success says
/// that it is none; `readings: [Text]` how answers are read that are not JSON, `server: 0` where the operation is served
/// if it has a server of its own, `checks: true` that what is sent is held against its limits first.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    ($name:ident of $api:ty : $id:literal $method:ident $path:literal {
        $(accept: $accept:literal,)?
        success: $output:ty [$($success:ident $(($success_code:literal))?),*],
        failure: $failure:ty [$($refused:ident $(($refused_code:literal))?),*],
        security: [$([$($scheme:literal),*]),*]
        $(, class: $class:ident)?
        $(, business: [$($step:literal),*] unless [$($fine:literal),*])?
        $(, readings: [$($reading:ident),*])?
        $(, server: $server:literal)?
        $(, checks: $checks:literal)?
    }) => {
        #[doc = ::core::concat!("`", ::core::stringify!($method), " ", $path, "`")]
        pub struct $name;
        impl $crate::runtime::Operation for $name {
            type Api = $api;
            type Output = $output;
            type Failure = $failure;
            const META: $crate::runtime::Meta = $crate::runtime::Meta {
                id: $id,
                method: ::core::stringify!($method),
                path: $path,
                accept: $crate::runtime::operation_accept!($($accept)?),
                success: &[$($crate::runtime::Status::$success $(($success_code))?),*],
                failure: &[$($crate::runtime::Status::$refused $(($refused_code))?),*],
                security: &[$(&[$($scheme),*]),*],
                class: $crate::runtime::operation_class!($method $($class)?),
                business: $crate::runtime::operation_business!($([$($step),*] [$($fine),*])?),
            };
            $(const READINGS: &'static [$crate::runtime::Reading] = &[$($crate::runtime::Reading::$reading),*];)?
            $(const SERVER: ::core::option::Option<usize> = ::core::option::Option::Some($server);)?
            $(const CHECKS: bool = $checks;)?
        }
    };
}

/// What is named, or else JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_accept {
    () => {
        "application/json"
    };
    ($accept:literal) => {
        $accept
    };
}

/// The class that is named, or else that of the method.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_class {
    ($method:ident) => {
        $crate::runtime::Class::of(::core::stringify!($method))
    };
    ($method:ident $class:ident) => {
        $crate::runtime::Class::$class
    };
}

/// What says that a success is none, if anything does.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_business {
    () => {
        ::core::option::Option::None
    };
    ([$($step:literal),*] [$($fine:literal),*]) => {
        ::core::option::Option::Some($crate::runtime::Business { code: &[$($step),*], success: &[$($fine),*] })
    };
}

pub use crate::__operation as operation;
pub use crate::__operation_accept as operation_accept;
pub use crate::__operation_business as operation_business;
pub use crate::__operation_class as operation_class;
