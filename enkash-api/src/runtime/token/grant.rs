//! The password grant where a description says no more than where it is asked for.

use super::super::{Format, Secret, object};
use std::collections::BTreeMap;

/// The body of a token request of the password grant (RFC 6749, section 4.3.2).
///
/// RFC 9700, section 2.4 forbids this grant wherever there is another: the client sees the user's password. It is here
/// because there are APIs that know no other.
#[derive(Clone)]
pub struct PasswordGrant {
    /// The user's name.
    pub username: String,
    /// The user's password.
    pub password: Secret,
    /// The scopes to ask for, separated by spaces.
    pub scope: Option<String>,
    /// What this server wants beside.
    pub extra: BTreeMap<String, Secret>,
}

impl PasswordGrant {
    /// How it is sent.
    #[doc(hidden)]
    pub const FORMAT: Format = Format::Form("application/x-www-form-urlencoded", &[]);

    /// The grant of a user.
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self { username: username.into(), password: password.into(), scope: None, extra: BTreeMap::new() }
    }
}

object!(PasswordGrant {
    const: fixed("grant_type", "password"),
    1 username: required.masked(),
    2 password: required,
    3 scope: optional,
    ..extra
});
