//! The table that stands beside a generated struct, and the macro that turns it into a view.

use super::text::is_unreserved;
use super::{Limits, Notation, Scalar};

/// A type's name and members.
#[derive(Debug)]
pub struct Table {
    /// The Rust name, for `Debug`.
    pub name: &'static str,
    /// The members in the order of the description, which is the order on the wire.
    pub fields: &'static [Field],
}

/// One member of an object, or one parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether it is written alike wherever it stands: nothing in it would ever be percent-encoded.
    pub(super) is_plain: bool,
    /// Whether it may be missing.
    pub presence: Presence,
    /// Where in a request it goes.
    pub location: Location,
    /// Whether the items of a list, and the members of an object, stand apart rather than joined by commas.
    pub explode: bool,
    /// In which style it is written.
    pub notation: Notation,
    /// Whether reserved characters are sent as they are.
    pub reserved: bool,
    /// Whether `null` is sent as an empty value.
    pub empty: bool,
    /// The media type of a part; empty for the one that follows from its value.
    pub media_type: &'static str,
    /// Whether `Debug` hides the value.
    pub masked: bool,
    /// The only value there is; then the struct has no such field.
    pub fixed: Option<Scalar<'static>>,
    /// What is refused before it is sent; nothing where there are none.
    pub limits: Option<&'static Limits>,
}

/// Whether a member may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It must be there, and may be `null`.
    Nullable,
    /// It may be left out.
    Optional,
}

/// Where in a request a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// Into the body.
    Body,
    /// Into a segment of the path.
    Path,
    /// Into the query.
    Query,
    /// Into a header.
    Header,
    /// Into the header `cookie`.
    Cookie,
}

impl Field {
    const fn new(name: &'static str, presence: Presence) -> Self {
        Self {
            name,
            is_plain: is_unreserved(name),
            presence,
            location: Location::Body,
            explode: true,
            notation: Notation::Plain,
            reserved: false,
            empty: false,
            media_type: "",
            masked: false,
            fixed: None,
            limits: None,
        }
    }

    /// A member that must be there.
    pub const fn required(name: &'static str) -> Self {
        Self::new(name, Presence::Required)
    }

    /// A member that must be there and may be `null`.
    pub const fn nullable(name: &'static str) -> Self {
        Self::new(name, Presence::Nullable)
    }

    /// A member that may be left out.
    pub const fn optional(name: &'static str) -> Self {
        Self::new(name, Presence::Optional)
    }

    /// The name that [`others`](Self::others) has; no member of a form is called that.
    pub(super) const OTHERS: &'static str = "\0";

    /// All members that have no encoding of their own.
    pub const fn others() -> Self {
        Self::new(Self::OTHERS, Presence::Optional)
    }

    /// A member that can only be one text, which is filled in.
    pub const fn fixed(name: &'static str, value: &'static str) -> Self {
        Self { fixed: Some(Scalar::Text(value)), ..Self::new(name, Presence::Required) }
    }

    /// A member that can only be one whole number, which is filled in.
    pub const fn fixed_int(name: &'static str, value: i64) -> Self {
        Self { fixed: Some(Scalar::Int(value)), ..Self::new(name, Presence::Required) }
    }

    /// A member that can only be one number, which is filled in.
    pub const fn fixed_float(name: &'static str, value: f64) -> Self {
        Self { fixed: Some(Scalar::Float(value)), ..Self::new(name, Presence::Required) }
    }

    /// A member that can only be `true`, or only `false`, which is filled in.
    pub const fn fixed_bool(name: &'static str, value: bool) -> Self {
        Self { fixed: Some(Scalar::Bool(value)), ..Self::new(name, Presence::Required) }
    }

    /// The same, under this name.
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, is_plain: is_unreserved(name), ..self }
    }

    /// The same, hidden by `Debug`.
    pub const fn masked(self) -> Self {
        Self { masked: true, ..self }
    }

    /// The same, as a path parameter.
    pub const fn path(self) -> Self {
        Self { location: Location::Path, explode: false, ..self }
    }

    /// The same, as a query parameter.
    pub const fn query(self) -> Self {
        Self { location: Location::Query, ..self }
    }

    /// The same, as a header.
    pub const fn header(self) -> Self {
        Self { location: Location::Header, explode: false, ..self }
    }

    /// The same, as a cookie.
    pub const fn cookie(self) -> Self {
        Self { location: Location::Cookie, ..self }
    }

    /// The same, what a list or an object holds standing apart, where that is not the default.
    pub const fn exploded(self) -> Self {
        Self { explode: true, ..self }
    }

    /// The same, in style `label`.
    pub const fn label(self) -> Self {
        Self { notation: Notation::Label, ..self }
    }

    /// The same, in style `matrix`.
    pub const fn matrix(self) -> Self {
        Self { notation: Notation::Matrix, ..self }
    }

    /// The same, in style `spaceDelimited`, without `explode`.
    pub const fn spaces(self) -> Self {
        Self { notation: Notation::Spaces, explode: false, ..self }
    }

    /// The same, in style `pipeDelimited`, without `explode`.
    pub const fn pipes(self) -> Self {
        Self { notation: Notation::Pipes, explode: false, ..self }
    }

    /// The same, in style `deepObject`.
    pub const fn deep(self) -> Self {
        Self { notation: Notation::Deep, ..self }
    }

    /// The same, as JSON.
    pub const fn json(self) -> Self {
        Self { notation: Notation::Json, ..self }
    }

    /// The same, reserved characters being sent as they are.
    pub const fn reserved(self) -> Self {
        Self { reserved: true, ..self }
    }

    /// The same, `null` being sent as an empty value.
    pub const fn empty(self) -> Self {
        Self { empty: true, ..self }
    }

    /// The same, as a part of a media type of its own.
    pub const fn part(self, media_type: &'static str) -> Self {
        Self { media_type, ..self }
    }

    /// The same, a list being joined by commas.
    pub const fn joined(self) -> Self {
        Self { explode: false, ..self }
    }

    /// The same, a value keeping to these rules.
    pub const fn limits(self, limits: &'static Limits) -> Self {
        Self { limits: Some(limits), ..self }
    }
}

/// Makes a struct an [`Object`](super::Object) from the table of its members.
///
/// A line of the table is `index field: constructor`, the constructor being one of [`Field`]'s with its modifiers, with
/// `as "wireName"` before it where that is another name than the field's, and `[at_most(64)]` after it the limits of
/// [`limits!`](crate::runtime::limits); `const: fixed("name", "value")` is a member without a Rust field, and `..rest`
/// names the map that keeps what the description does not list, with the limits of each of its values.
///
/// ```text
/// object!(TokenRequest {
///     0 username: required.masked() [at_least(1)],
///     1 password: required,
///     const: fixed("grant_type", "password"),
/// });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($type:ident { $($($index:literal $field:ident $(as $wire_name:literal)?)? $(const)? : $kind:ident $(($($args:tt)*))? $(. $modifier:ident $setting:tt)* $([$($limits:tt)+])?),* $(,)? $(.. $rest:ident $([$($rest_limits:tt)+])?)? }) => {
        impl $crate::runtime::wire::OfKind for $type {
            type Kind = $crate::runtime::wire::Struct;
        }
        impl $crate::runtime::wire::Record for $type {
            const TABLE: &'static $crate::runtime::wire::Table = &$crate::runtime::wire::Table {
                name: ::core::stringify!($type),
                fields: &[$(
                    $crate::runtime::wire::Field::$kind($(::core::stringify!($field))? $($($args)*)?)
                        $($(.named($wire_name))?)?
                        $(.$modifier $setting)*
                        $(.limits($crate::runtime::limits!($($limits)+)))?
                ),*],
            };
            $($(
                const REST_LIMITS: ::core::option::Option<&'static $crate::runtime::wire::Limits> =
                    ::core::option::Option::Some($crate::runtime::limits!($($rest_limits)+));
            )?)?
            // The compiler has a tenth less to do than with `Some(&self.field)` in each arm.
            #[allow(unreachable_code, unused_variables)] // of what has no members
            fn get(&self, index: usize) -> ::core::option::Option<&dyn $crate::runtime::wire::Wire> {
                let member: &dyn $crate::runtime::wire::Wire = match index {
                    $($($index => &self.$field,)?)*
                    _ => return ::core::option::Option::None,
                };
                ::core::option::Option::Some(member)
            }
            #[allow(unreachable_code, unused_variables)] // of what has no members
            fn slot(&mut self, index: usize) -> ::core::option::Option<&mut dyn $crate::runtime::wire::Wire> {
                let member: &mut dyn $crate::runtime::wire::Wire = match index {
                    $($($index => &mut self.$field,)?)*
                    _ => return ::core::option::Option::None,
                };
                ::core::option::Option::Some(member)
            }
            $(
                fn rest(&self) -> ::core::option::Option<&dyn $crate::runtime::wire::Map> {
                    ::core::option::Option::Some(&self.$rest)
                }
                fn rest_mut(&mut self) -> ::core::option::Option<&mut dyn $crate::runtime::wire::Map> {
                    ::core::option::Option::Some(&mut self.$rest)
                }
            )?
            fn blank() -> Self {
                Self {
                    $($($field: $crate::runtime::wire::Blank::blank(),)?)*
                    $($rest: $crate::runtime::wire::Blank::blank(),)?
                }
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::wire::debug(self, f)
            }
        }
        $crate::__serde!($type);
    };
}

pub use crate::__object as object;

#[cfg(test)]
mod tests;
