//! The credentials of one request, out of those of the client.

use super::Prepared;
use http::header::AUTHORIZATION;

/// The credentials that satisfy one alternative of an operation's requirement.
#[derive(Clone, Copy)]
pub(in super::super) struct Chosen<'c> {
    /// Indexes of schemes.
    schemes: &'static [usize],
    /// One per scheme of the API.
    credentials: &'c [Option<Prepared>],
}

impl<'c> Chosen<'c> {
    pub(in super::super) fn new(schemes: &'static [usize], credentials: &'c [Option<Prepared>]) -> Self {
        Self { schemes, credentials }
    }

    pub(in super::super) fn iter(self) -> impl Iterator<Item = &'c Prepared> {
        self.schemes.iter().filter_map(move |scheme| self.credentials.get(*scheme)?.as_ref())
    }

    pub(in super::super) fn is_empty(self) -> bool {
        self.schemes.is_empty()
    }

    /// The indexes of their schemes.
    pub(in super::super) fn schemes(self) -> &'static [usize] {
        self.schemes
    }

    /// Whether one of them is a part of the address.
    pub(in super::super) fn is_in_query(self) -> bool {
        self.iter().any(|one| matches!(one, Prepared::Query(_)))
    }

    /// Whether one of them is sent where a token would be.
    pub(in super::super) fn takes_authorization(self) -> bool {
        self.iter().any(|one| matches!(one, Prepared::Header { name, .. } if *name == AUTHORIZATION))
    }

    /// Whether two of them would overwrite each other.
    pub(in super::super) fn conflict(self) -> bool {
        self.iter().enumerate().any(|(index, one)| self.iter().take(index).any(|other| one.conflicts(other)))
    }
}
