//! The tokens of a client, waited for.

use super::super::wire::Wire;
use super::super::{AccessToken, Error, Tokens};
use super::block_on;

impl<R: Wire + Clone + Send + Sync + 'static> Tokens<R> {
    /// Blocks the thread until there is a token.
    ///
    /// # Errors
    /// As [`get`](Self::get) and [`Call::wait`](super::super::Call::wait).
    pub fn wait_get(&self) -> Result<AccessToken, Error> {
        block_on(self.get())?
    }
}
