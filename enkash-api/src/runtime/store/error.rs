//! Why a store could not do what it was asked.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::io;

/// Why a store could not do what it was asked.
#[derive(Debug)]
pub struct StoreError {
    message: Cow<'static, str>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl StoreError {
    /// An error with a text of its own. It reaches users' logs: the place of a token is fine in it, a token is not.
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), source: None }
    }

    /// The same, with its cause, for which the same holds.
    #[must_use]
    pub fn caused_by(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..self }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        Self::new("the token store cannot be read or written").caused_by(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_says_what_failed_and_keeps_its_cause() {
        let error = StoreError::from(io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(error.to_string(), "the token store cannot be read or written");
        let cause = error.source().and_then(|source| source.downcast_ref::<io::Error>());
        assert_eq!(cause.map(io::Error::kind), Some(io::ErrorKind::StorageFull));
        assert!(StoreError::new("full").source().is_none());
    }
}
