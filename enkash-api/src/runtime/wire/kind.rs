//! What follows for a generated type from the little that it says of itself.
//!
//! A body of a function costs the compiler about as much however small it is, and a large description has thousands of
//! types: so a type says which kind it is and what only it knows, and the rest is written here, once for each kind.
//!
//! The trait is also what lets `Box` be a value: `impl Wire for Box<T>` beside the one for every generated type would
//! overlap with it, since a crate may implement [`OfKind`] for boxes of its own types.

use super::{Blank, Leaf, Limits, Map, Object, Place, Record, Scalar, Table, Union, View, Wire, union};

/// A type that is one of the kinds; written by the macros of the tables.
pub trait OfKind: Sized {
    /// The kind.
    type Kind: Kind<Self>;
}

/// How a value of a kind looks, and where an incoming one goes: [`Wire`] and [`Blank`] for every type of the kind.
pub trait Kind<T> {
    /// As [`Wire::view`].
    fn view(value: &T) -> View<'_>;
    /// As [`Wire::place`].
    fn place(value: &mut T) -> Place<'_>;
    /// As [`Wire::clear`].
    fn clear(_: &mut T) -> bool {
        false
    }
    /// As [`Wire::forget`].
    fn forget(_: &mut T) -> bool {
        false
    }
    /// As [`Blank::blank`].
    fn blank() -> T;
}

/// A kind whose values have listed members: [`Object`] for every type of it.
pub trait Members<T>: Kind<T> {
    /// As [`Object::table`].
    fn table(value: &T) -> &'static Table;
    /// As [`Object::get`].
    fn get(value: &T, index: usize) -> Option<&dyn Wire>;
    /// As [`Object::slot`].
    fn slot(value: &mut T, index: usize) -> Option<&mut dyn Wire>;
    /// As [`Object::rest`].
    fn rest(value: &T) -> Option<&dyn Map>;
    /// As [`Object::rest_mut`].
    fn rest_mut(value: &mut T) -> Option<&mut dyn Map>;
    /// As [`Object::rest_limits`].
    fn rest_limits(value: &T) -> Option<&'static Limits>;
}

/// A struct: a [`Record`].
#[derive(Debug)]
pub struct Struct;

/// One of several values: a [`Union`].
#[derive(Debug)]
pub struct OneOf;

/// A text, whether it is listed or not.
#[derive(Debug)]
pub struct Word;

/// A value behind a pointer.
#[derive(Debug)]
pub struct Boxed;

impl<T: OfKind> Wire for T {
    fn view(&self) -> View<'_> {
        T::Kind::view(self)
    }
    fn place(&mut self) -> Place<'_> {
        T::Kind::place(self)
    }
    fn clear(&mut self) -> bool {
        T::Kind::clear(self)
    }
    fn forget(&mut self) -> bool {
        T::Kind::forget(self)
    }
}

impl<T: OfKind> Blank for T {
    fn blank() -> Self {
        T::Kind::blank()
    }
}

impl<T: OfKind<Kind: Members<T>>> Object for T {
    fn table(&self) -> &'static Table {
        T::Kind::table(self)
    }
    fn get(&self, index: usize) -> Option<&dyn Wire> {
        T::Kind::get(self, index)
    }
    fn slot(&mut self, index: usize) -> Option<&mut dyn Wire> {
        T::Kind::slot(self, index)
    }
    fn rest(&self) -> Option<&dyn Map> {
        T::Kind::rest(self)
    }
    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        T::Kind::rest_mut(self)
    }
    fn rest_limits(&self) -> Option<&'static Limits> {
        T::Kind::rest_limits(self)
    }
}

impl<T: Record + OfKind<Kind = Self>> Kind<T> for Struct {
    fn view(value: &T) -> View<'_> {
        View::Object(value)
    }
    fn place(value: &mut T) -> Place<'_> {
        Place::Object(value)
    }
    fn blank() -> T {
        T::blank()
    }
}

impl<T: Record + OfKind<Kind = Self>> Members<T> for Struct {
    fn table(_: &T) -> &'static Table {
        T::TABLE
    }
    fn get(value: &T, index: usize) -> Option<&dyn Wire> {
        value.get(index)
    }
    fn slot(value: &mut T, index: usize) -> Option<&mut dyn Wire> {
        value.slot(index)
    }
    fn rest(value: &T) -> Option<&dyn Map> {
        value.rest()
    }
    fn rest_mut(value: &mut T) -> Option<&mut dyn Map> {
        value.rest_mut()
    }
    fn rest_limits(_: &T) -> Option<&'static Limits> {
        T::REST_LIMITS
    }
}

impl<T: Union + OfKind<Kind = Self>> Kind<T> for OneOf {
    fn view(value: &T) -> View<'_> {
        union::view(value)
    }
    fn place(value: &mut T) -> Place<'_> {
        Place::Union(value)
    }
    fn blank() -> T {
        T::unknown()
    }
}

impl<T: AsRef<str> + for<'a> From<&'a str> + OfKind<Kind = Self>> Kind<T> for Word {
    fn view(value: &T) -> View<'_> {
        View::Text(value.as_ref())
    }
    fn place(value: &mut T) -> Place<'_> {
        Place::Leaf(value)
    }
    fn blank() -> T {
        T::from("")
    }
}

impl<T: AsRef<str> + for<'a> From<&'a str> + OfKind<Kind = Word>> Leaf for T {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let Scalar::Text(value) = scalar else { return false };
        *self = Self::from(value);
        true
    }
    fn expects(&self) -> &'static str {
        "text"
    }
}

impl<T: Wire + Blank> OfKind for Box<T> {
    type Kind = Boxed;
}

impl<T: Wire + Blank> Kind<Box<T>> for Boxed {
    fn view(value: &Box<T>) -> View<'_> {
        T::view(value)
    }
    fn place(value: &mut Box<T>) -> Place<'_> {
        T::place(value)
    }
    fn clear(value: &mut Box<T>) -> bool {
        T::clear(value)
    }
    fn forget(value: &mut Box<T>) -> bool {
        T::forget(value)
    }
    fn blank() -> Box<T> {
        Box::new(T::blank())
    }
}
