//! Nothing is told, so that there is nothing to leave out where it would be.

use crate::runtime::exchange::Arrival;
use crate::runtime::line::Line;
use crate::runtime::{Body, Error, Meta, Refusal};
use http::StatusCode;
use std::time::Duration;

pub(in super::super) struct Sending;

impl Sending {
    #[inline(always)]
    pub(in super::super) fn new(_: &Line, _: &Meta, _: &http::Request<Body>, _: u32) -> Self {
        Self
    }

    #[inline(always)]
    pub(in super::super) fn around<F: Future>(&self, future: F) -> F {
        future
    }

    #[inline(always)]
    pub(in super::super) fn ended(self, _: Result<StatusCode, &Error>) {}
}

#[inline(always)]
pub(in super::super) fn call<F: Future>(_: &Meta, future: F) -> F {
    future
}

#[inline(always)]
pub(in super::super) fn flight<F: Future>(future: F) -> F {
    future
}

#[inline(always)]
pub(in super::super) fn retrying(_: &Meta, _: Duration, _: Result<&Arrival, &Error>) {}

#[inline(always)]
pub(in super::super) fn replaying(_: &Meta) {}

#[inline(always)]
pub(in super::super) fn fetching(_: &Meta) {}

#[inline(always)]
pub(in super::super) fn refreshing(_: &Meta) {}

#[inline(always)]
pub(in super::super) fn fetched(_: &Meta, _: Option<Duration>) {}

#[inline(always)]
pub(in super::super) fn fetch_failed(_: &Meta, _: &Error) {}

#[inline(always)]
pub(in super::super) fn refused(_: &'static str, _: &Refusal) {}

#[inline(always)]
pub(in super::super) fn invalidated(_: &Meta) {}
