//! Nothing is told, so that there is nothing to leave out where it would be.

#[cfg(feature = "login")]
mod token;

#[cfg(feature = "login")]
pub(in crate::runtime) use self::token::*;
use crate::runtime::exchange::Arrival;
use crate::runtime::line::Line;
use crate::runtime::{Body, Error, Meta};
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
    pub(in super::super) fn inside<T>(&self, work: impl FnOnce() -> T) -> T {
        work()
    }

    #[inline(always)]
    pub(in super::super) fn ended(&mut self, _: Result<StatusCode, &Error>) {}
}

#[inline(always)]
pub(in super::super) fn call<F: Future>(_: &Meta, future: F) -> F {
    future
}

#[inline(always)]
pub(in super::super) fn retrying(_: &Meta, _: Duration, _: Result<&Arrival, &Error>) {}

#[inline(always)]
pub(in super::super) fn replaying(_: &Meta) {}
