//! The pieces that an expansion of `#[enkash_endpoint]` is made of.

use super::{Carried, Carries};
use crate::runtime::Nullable;
use crate::runtime::wire::{Object, Place, Table, View, Wire};
use std::borrow::Cow;
use std::fmt::Display;

/// Values of a user's struct under the table of an operation's inputs, so that the encoder sees what it would see
/// of the generated type.
#[doc(hidden)]
pub struct Bound<'a> {
    table: &'static Table,
    /// One per field of the table; absent for what the table itself fills in.
    values: &'a [Carried<'a>],
}

impl<'a> Bound<'a> {
    pub fn new(table: &'static Table, values: &'a [Carried<'a>]) -> Self {
        Self { table, values }
    }
}

impl Object for Bound<'_> {
    fn table(&self) -> &'static Table {
        self.table
    }
    fn get(&self, index: usize) -> Option<&dyn Wire> {
        self.values.get(index).map(|value| value as &dyn Wire)
    }
    fn slot(&mut self, _: usize) -> Option<&mut dyn Wire> {
        None
    }
}

impl Wire for Bound<'_> {
    fn view(&self) -> View<'_> {
        View::Object(self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Object(self)
    }
}

/// A value that must be there.
#[doc(hidden)]
pub fn carry<W, T: Carries<W> + ?Sized>(value: &T) -> Carried<'_> {
    value.carry()
}

/// A value that may be left out.
#[doc(hidden)]
pub fn carry_optional<W, T: Carries<W>>(value: &Option<T>) -> Carried<'_> {
    value.as_ref().map_or(Carried::Absent, T::carry)
}

/// A value that must be there and may be `null`.
#[doc(hidden)]
pub fn carry_nullable<W, T: Carries<W>>(value: &Option<T>) -> Carried<'_> {
    value.as_ref().map_or(Carried::Null, T::carry)
}

/// A value that may be left out or be `null`.
#[doc(hidden)]
pub fn carry_tri<W, T: Carries<W>>(value: &Nullable<T>) -> Carried<'_> {
    match value {
        Nullable::Absent => Carried::Absent,
        Nullable::Null => Carried::Null,
        Nullable::Value(value) => value.carry(),
    }
}

/// The text of a value that must be there.
#[doc(hidden)]
pub fn display<T: Display + ?Sized>(value: &T) -> Carried<'_> {
    Carried::Text(Cow::Owned(value.to_string()))
}

/// The text of a value that may be left out.
#[doc(hidden)]
pub fn display_optional<T: Display>(value: &Option<T>) -> Carried<'_> {
    value.as_ref().map_or(Carried::Absent, display)
}

/// The text of a value that must be there and may be `null`.
#[doc(hidden)]
pub fn display_nullable<T: Display>(value: &Option<T>) -> Carried<'_> {
    value.as_ref().map_or(Carried::Null, display)
}

/// The text of a value that may be left out or be `null`.
#[doc(hidden)]
pub fn display_tri<T: Display>(value: &Nullable<T>) -> Carried<'_> {
    match value {
        Nullable::Absent => Carried::Absent,
        Nullable::Null => Carried::Null,
        Nullable::Value(value) => display(value),
    }
}

/// Whether the description that a macro has read is the one that a module was generated from.
#[doc(hidden)]
pub const fn same_digest(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Gives a generated client the method `send`, and makes the generated types that are sent carry themselves.
///
/// ```text
/// bind!(Client, Api, [TokenRequest, GrantType]);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __bind {
    ($client:ident, $api:ident, [$($type:ident),* $(,)?]) => {
        impl $client {
            /// Calls an operation with a struct of your own, bound to it by `#[enkash_endpoint]`.
            pub fn send<E>(&self, request: &E) -> $crate::endpoint::EndpointCall<'_, E>
            where
                E: $crate::endpoint::RequestOf<$api>,
            {
                request.fill($crate::runtime::Call::reading::<E::Operation>(self.core(), E::read))
            }
        }
        $(
            impl $crate::endpoint::Carries<$type> for $type {
                fn carry(&self) -> $crate::endpoint::Carried<'_> {
                    $crate::endpoint::Carried::Wire(self)
                }
            }
        )*
    };
}

pub use crate::__bind as bind;
