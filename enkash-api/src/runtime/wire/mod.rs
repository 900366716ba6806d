//! The one view of a value that everything on the wire is made from and read into.
//!
//! A type says how it looks ([`Wire::view`]) and where an incoming value goes ([`Wire::place`]); the
//! encoders and the decoder are written once against these trait objects, so that a generated type costs
//! the compiler three small bodies and no serde derive. Nothing here knows a generated type.

mod base64_text;
mod constructor;
mod date;
mod debug;
mod decimal;
mod decode;
mod encode;
mod foreign;
mod forward;
mod kept_text;
mod kind;
mod limits;
mod nullable;
mod open_enum;
mod open_integers;
mod open_values;
pub(super) mod parts;
mod plain;
mod query;
#[cfg(test)]
mod sample;
mod scalar;
mod standard;
mod style;
mod table;
mod text;
mod union;

pub use self::base64_text::Base64;
pub use self::constructor::constructor;
pub use self::date::{Date, DateTime};
pub use self::debug::debug;
pub use self::decimal::{Decimal, DecimalNumber};
pub(super) use self::decode::decode_into;
pub use self::decode::{DecodeError, decode_json, deserialize};
pub(super) use self::encode::json_text;
pub use self::encode::{EncodeError, encode_json, serialize};
pub use self::foreign::decode_foreign;
pub(super) use self::foreign::{decode_foreign_bytes, decode_foreign_text};
pub use self::kept_text::Malformed;
pub use self::kind::{Kind, Members, OfKind, OneOf, Struct, Word};
pub(super) use self::limits::check_body;
pub use self::limits::{Limits, limits};
pub use self::nullable::Nullable;
pub use self::open_enum::open_enum;
pub use self::open_integers::open_integers;
pub use self::open_values::open_values;
pub use self::plain::decode_plain;
pub(super) use self::plain::{decode_header, encode_plain};
pub use self::query::{encode_form, encode_form_as};
pub use self::scalar::Scalar;
pub use self::style::{Notation, encode_cookie, encode_header, encode_path, encode_query};
pub use self::table::{Field, Location, Presence, Table, object};
pub(super) use self::text::{body_text, holds_nul, percent_encode};
#[doc(hidden)]
pub use self::union::debug as union_debug;
pub use self::union::{Choices, Union, union};

/// A value that can be put on the wire and read from it.
pub trait Wire {
    /// How the value looks now.
    fn view(&self) -> View<'_>;
    /// Where a new value goes. What was there before is forgotten, but for the members of an object: see
    /// [`forget`](Self::forget).
    fn place(&mut self) -> Place<'_>;
    /// Makes the value the one that `null`, or no value at all, stands for; `false` if it has none.
    fn clear(&mut self) -> bool {
        false
    }
    /// Makes the value one for which nothing has been read yet; `false` if that takes its [`place`](Self::place)
    /// or its members. Decoding starts from blank values, and so only needs this for the second of two members
    /// of one name.
    fn forget(&mut self) -> bool {
        false
    }
}

/// How a value looks from outside.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// No value: a member that is left out; `null` where leaving out is impossible.
    Absent,
    /// An explicit `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A whole number that may be above `i64::MAX`.
    Uint(u64),
    /// A number.
    Float(f64),
    /// Text.
    Text(&'a str),
    /// A value that only our own encoders may look into.
    Secret(&'a dyn Wire),
    /// A sequence.
    List(&'a dyn List),
    /// Named values that the description does not list.
    Map(&'a dyn Map),
    /// Named values that the description lists.
    Object(&'a dyn Object),
    /// JSON that the description says nothing about.
    Any(&'a serde_json::Value),
    /// The content of a part; text anywhere else.
    File(&'a super::File),
}

/// Where an incoming value goes.
pub enum Place<'a> {
    /// One scalar.
    Leaf(&'a mut dyn Leaf),
    /// A sequence, now empty.
    List(&'a mut dyn List),
    /// A map, now empty.
    Map(&'a mut dyn Map),
    /// An object with listed members, as they are.
    Object(&'a mut dyn Object),
    /// One of several members.
    Union(&'a mut dyn Union),
    /// Any JSON.
    Any(&'a mut serde_json::Value),
}

/// A place for one scalar.
pub trait Leaf {
    /// Takes the scalar; `false` if it is of another type or out of range.
    fn put(&mut self, scalar: Scalar<'_>) -> bool;
    /// What the place takes, for an error message: `an integer`, `text`.
    fn expects(&self) -> &'static str;
}

/// A sequence of values.
pub trait List {
    /// The value at an index, or `None` past the end.
    fn at(&self, index: usize) -> Option<&dyn Wire>;
    /// Appends a blank value and returns it to be filled.
    fn push(&mut self) -> &mut dyn Wire;
}

/// Values by name, the names being data.
pub trait Map {
    /// Visits every entry in the map's order.
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Wire));
    /// Inserts a blank value under a name and returns it to be filled.
    fn insert(&mut self, name: String) -> &mut dyn Wire;
    /// Removes every entry; a map that is only sent, and so never read twice, has nothing to do.
    fn empty(&mut self) {}
}

/// A value with a table of its members.
pub trait Object {
    /// The type's name and its members in the order of the description.
    fn table(&self) -> &'static Table;
    /// The member at an index of [`Table::fields`]; members with a fixed value have none.
    fn get(&self, index: usize) -> Option<&dyn Wire>;
    /// The member at an index of [`Table::fields`], to be filled.
    fn slot(&mut self, index: usize) -> Option<&mut dyn Wire>;
    /// The members that the description does not list, if the type keeps them.
    fn rest(&self) -> Option<&dyn Map> {
        None
    }
    /// The same, to be filled.
    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        None
    }
    /// The rules that each of these keeps to.
    fn rest_limits(&self) -> Option<&'static Limits> {
        None
    }
}

/// What a struct says of itself, from which [`Object`] follows; written by [`object!`](crate::runtime::object).
pub trait Record: Sized {
    /// As [`Object::table`].
    const TABLE: &'static Table;
    /// As [`Object::rest_limits`].
    const REST_LIMITS: Option<&'static Limits> = None;
    /// As [`Object::get`].
    fn get(&self, index: usize) -> Option<&dyn Wire>;
    /// As [`Object::slot`].
    fn slot(&mut self, index: usize) -> Option<&mut dyn Wire>;
    /// As [`Object::rest`].
    fn rest(&self) -> Option<&dyn Map> {
        None
    }
    /// As [`Object::rest_mut`].
    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        None
    }
    /// As [`Blank::blank`].
    fn blank() -> Self;
}

/// The value that decoding starts from. Not `Default`: a blank received type is no value to hand out.
pub trait Blank {
    /// An empty value, every required part of which is still to be filled.
    fn blank() -> Self;
}

#[cfg(test)]
mod tests;
