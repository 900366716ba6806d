//! Nothing is told of tokens either.

use crate::runtime::{Error, Meta, Refusal};
use std::time::Duration;

#[inline(always)]
pub(in crate::runtime) fn flight<F: Future>(future: F) -> F {
    future
}

#[inline(always)]
pub(in crate::runtime) fn fetching(_: &Meta) {}

#[inline(always)]
pub(in crate::runtime) fn refreshing(_: &Meta) {}

#[inline(always)]
pub(in crate::runtime) fn fetched(_: &Meta, _: Option<Duration>) {}

#[inline(always)]
pub(in crate::runtime) fn fetch_failed(_: &Meta, _: &Error) {}

#[inline(always)]
pub(in crate::runtime) fn refused(_: &'static str, _: &Refusal) {}

#[inline(always)]
pub(in crate::runtime) fn invalidated(_: &Meta) {}
