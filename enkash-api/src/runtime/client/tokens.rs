//! The tokens of a client that gets them by itself.

use super::super::{Format, Operation, Tokens};
use super::Core;
use http::HeaderValue;
use std::sync::Arc;

impl Core {
    /// The tokens of the client, if it gets them by itself.
    #[doc(hidden)]
    pub fn tokens<O: Operation, R>(&self, format: Format) -> Option<Tokens<R>> {
        self.tokens.as_ref().map(|source| Tokens::new::<O>(Arc::clone(source), format))
    }

    /// The present token as it is sent, if nothing has to be done about it; for measuring.
    #[doc(hidden)]
    pub fn token_hit(&self) -> Option<HeaderValue> {
        self.tokens.as_ref()?.hit().map(|lease| lease.header)
    }
}
