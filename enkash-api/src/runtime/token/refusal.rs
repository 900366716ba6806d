//! Why a token endpoint refuses: the server's answer, put into one of few words.
//!
//! Invariant: nothing of the server's own text is kept but codes that are known here.

#[cfg(feature = "login")]
mod read;

#[cfg(feature = "login")]
pub(super) use self::read::{code, refusal};
use http::StatusCode;
use std::fmt;

/// Why a server refused to give a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    kind: RefusalKind,
    code: Option<&'static str>,
    status: StatusCode,
}

/// What a server refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RefusalKind {
    /// The client: its id or secret is wrong.
    Client,
    /// The user: the name or the password is wrong.
    User,
    /// The account is locked. Some servers lock it after three wrong passwords.
    Locked,
    /// The account, or its password, is disabled or has expired.
    Disabled,
    /// The kind of grant is not allowed to this client.
    Grant,
    /// The scope that was asked for.
    Scope,
    /// Something else.
    Unknown,
}

impl Refusal {
    /// What was refused.
    pub fn kind(&self) -> RefusalKind {
        self.kind
    }

    /// The error code of RFC 6749, section 5.2 or RFC 6750, section 3.1, if the server gave one of those.
    pub fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            RefusalKind::Client => "the client's id or secret is wrong",
            RefusalKind::User => "the user name or the password is wrong",
            RefusalKind::Locked => "the account is locked",
            RefusalKind::Disabled => "the account or its password is disabled or has expired",
            RefusalKind::Grant => "the client may not use this kind of grant",
            RefusalKind::Scope => "the scope is not allowed",
            RefusalKind::Unknown => "the server does not say why in a known way",
        };
        write!(f, "status {}", self.status.as_u16())?;
        if let Some(code) = self.code {
            write!(f, ", `{code}`")?;
        }
        write!(f, ": {what}")
    }
}
