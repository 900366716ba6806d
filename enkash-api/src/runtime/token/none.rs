//! What stands in place of the tokens of a client that gets none by itself: a source that never is.

use super::super::Error;
use http::{HeaderMap, HeaderValue};

/// Where tokens come from.
pub(in super::super) enum Source {}

/// A token that was lent.
pub(in super::super) struct Lease {
    pub(in super::super) header: HeaderValue,
}

impl Source {
    pub(in super::super) fn hit(&self) -> Option<Lease> {
        match *self {}
    }

    pub(in super::super) async fn get(&self) -> Result<Lease, Error> {
        match *self {}
    }

    pub(in super::super) fn accept(&self, _: &Lease) {
        match *self {}
    }

    pub(in super::super) fn invalidate(&self, _: &Lease) {
        match *self {}
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

/// What a 401 says of a token; nothing, since none was sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Rejection {
    Other,
    Likely,
    Proven,
}

pub(in super::super) fn rejection(_: &HeaderMap, _: &[u8]) -> Rejection {
    Rejection::Other
}
