//! What an input of an operation expects, as types: the `W` in [`Carries<W>`](super::Carries).
//!
//! None of them has a value. A type that is generated from the description stands for itself.

use std::marker::PhantomData;

/// Text.
#[derive(Debug)]
pub enum Text {}

/// Text that must not be shown: a password, a token.
#[derive(Debug)]
pub enum SecretText {}

/// A day; carried by `Date`, or by way of `#[enkash(display)]`.
#[derive(Debug)]
pub enum Date {}

/// A moment; carried by `DateTime`, or by way of `#[enkash(display)]`.
#[derive(Debug)]
pub enum DateTime {}

/// Bytes in base64.
#[derive(Debug)]
pub enum Base64 {}

/// An exact number that travels as text.
#[derive(Debug)]
pub enum Decimal {}

/// An exact number that travels as a number.
#[derive(Debug)]
pub enum DecimalNumber {}

/// `true` or `false`.
#[derive(Debug)]
pub enum Boolean {}

/// A whole number of 32 bits.
#[derive(Debug)]
pub enum Int32 {}

/// A whole number of 64 bits.
#[derive(Debug)]
pub enum Int64 {}

/// A whole number of 32 bits that is not negative.
#[derive(Debug)]
pub enum Uint32 {}

/// A whole number of 64 bits that is not negative.
#[derive(Debug)]
pub enum Uint64 {}

/// A number.
#[derive(Debug)]
pub enum Number {}

/// Any JSON.
#[derive(Debug)]
pub enum Json {}

/// A sequence of `W`.
#[derive(Debug)]
pub struct List<W>(PhantomData<W>);

/// Values of `W` by name.
#[derive(Debug)]
pub struct Map<W>(PhantomData<W>);

/// `W` or `null`, inside of a list or a map; carried by an `Option`.
#[derive(Debug)]
pub struct Nullable<W>(PhantomData<W>);
