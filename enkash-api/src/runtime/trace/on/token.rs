//! What is told of tokens.

use crate::runtime::{Error, Meta, Refusal};
use std::time::Duration;
use tracing::{Instrument as _, Span, debug, debug_span, info, warn};

/// One fetch of a token. It may outlive the call that began it, so that it only follows from it.
pub(in crate::runtime) fn flight<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    let span = debug_span!(parent: None, "token", "otel.name" = "token", "otel.kind" = "internal");
    span.follows_from(Span::current());
    future.instrument(span)
}

/// A token is asked for.
pub(in crate::runtime) fn fetching(meta: &Meta) {
    debug!(operation = meta.id, "a token is fetched");
}

/// It is asked for with a refresh token.
pub(in crate::runtime) fn refreshing(meta: &Meta) {
    debug!(operation = meta.id, "the token is refreshed");
}

/// It has come.
pub(in crate::runtime) fn fetched(meta: &Meta, lifetime: Option<Duration>) {
    match lifetime.map(|lifetime| lifetime.as_secs()) {
        Some(seconds) => debug!(operation = meta.id, lifetime_s = seconds, "a token has come"),
        None => debug!(operation = meta.id, "a token has come"),
    }
}

/// It has not come, for a reason that says nothing about the credentials.
pub(in crate::runtime) fn fetch_failed(meta: &Meta, error: &Error) {
    warn!(operation = meta.id, "error.type" = ?error.kind(), "no token has come");
}

/// The credentials that a token was asked for with were refused.
pub(in crate::runtime) fn refused(operation: &'static str, refusal: &Refusal) {
    warn!(operation, %refusal, "the credentials were refused, and are not sent again");
}

/// A server has refused the token.
pub(in crate::runtime) fn invalidated(meta: &Meta) {
    info!(operation = meta.id, "the token was refused, and is forgotten");
}
