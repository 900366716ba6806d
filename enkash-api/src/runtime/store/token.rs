//! A token as a store keeps it.

use crate::runtime::Secret;
use std::time::SystemTime;

/// A token as a store keeps it. Its times are those of the wall clock, since they outlive the process.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StoredToken {
    /// What authorizes requests.
    pub access_token: Secret,
    /// What gets the next token, if the server gave one.
    pub refresh_token: Option<Secret>,
    /// What the token is good for, if the server said so.
    pub scope: Option<String>,
    /// When the token was asked for.
    pub issued_at: SystemTime,
    /// When it ends; `None` if the server did not say.
    pub expires_at: Option<SystemTime>,
}

impl StoredToken {
    /// A token without an end; the other fields are set afterwards.
    pub fn new(access_token: impl Into<Secret>, issued_at: SystemTime) -> Self {
        Self {
            access_token: access_token.into(),
            refresh_token: None,
            scope: None,
            issued_at,
            expires_at: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_token() {
        let mut token = StoredToken::new("canary", SystemTime::UNIX_EPOCH);
        token.refresh_token = Some("canary".into());
        let shown = format!("{token:?} {token:#?}");
        assert!(shown.contains("[REDACTED]") && !shown.contains("canary"), "{shown}");
    }
}
