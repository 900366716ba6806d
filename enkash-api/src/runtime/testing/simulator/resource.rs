//! What an access token opens: paths with answers, some for a scope only, some for nobody.

use super::catalogue::Case;
use super::incoming::Incoming;
use super::record::Recorded;
use crate::runtime::mock::specificity;
use crate::runtime::path::matches;
use bytes::Bytes;
use http::Response;
use std::sync::Arc;

type Answer = dyn Fn(&Recorded) -> Response<Bytes> + Send + Sync;

/// A method and a path template with its answer.
#[derive(Clone)]
pub(super) struct Resource {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) answer: Arc<Answer>,
}

/// Every resource, and which of them a live token alone does not open.
#[derive(Clone, Default)]
pub(super) struct Resources {
    pub(super) known: Vec<Resource>,
    /// Path templates with the scope that a token must have.
    pub(super) scopes: Vec<(&'static str, String)>,
    /// Path templates that are closed to everybody.
    pub(super) denied: Vec<&'static str>,
}

impl Resources {
    pub(super) fn find(&self, request: &Incoming<'_>) -> Option<&Resource> {
        self.known
            .iter()
            .filter(|known| known.method == request.method().as_str() && is_at(known.path, request))
            .max_by_key(|known| specificity(known.path))
    }

    /// Whether a live token of these scopes opens what is asked for.
    pub(super) fn check(&self, request: &Incoming<'_>, scope: &str) -> Result<(), Case> {
        if self.denied.iter().any(|path| is_at(path, request)) {
            return Err(Case::AccessDenied);
        }
        match self.scope(request) {
            Some(needed) if !scope.split(' ').any(|one| one == needed) => Err(Case::TokenLacksScope),
            _ => Ok(()),
        }
    }

    pub(super) fn scope(&self, request: &Incoming<'_>) -> Option<&str> {
        self.scopes.iter().find(|(path, _)| is_at(path, request)).map(|(_, scope)| scope.as_str())
    }
}

fn is_at(path: &'static str, request: &Incoming<'_>) -> bool {
    matches(path, request.path(), request.query())
}
