//! Why a token endpoint refuses: the server's answer, put into one of few words.
//!
//! Invariant: nothing of the server's own text is kept but codes that are known here.

use super::answer::Members;
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

/// The codes that may be shown.
const CODES: [&str; 10] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
    "invalid_token",
    "insufficient_scope",
    "unauthorized",
    "access_denied",
];

/// The code of an answer, if it is known.
pub(super) fn code(members: Option<&Members>) -> Option<&'static str> {
    let error = members?.error.as_deref()?;
    CODES.into_iter().find(|code| *code == error)
}

/// The refusal that an answer is; `None` if it says nothing about the credentials.
pub(super) fn refusal(status: StatusCode, members: Option<&Members>) -> Option<Refusal> {
    let code = code(members);
    let description = members.and_then(|members| members.error_description.as_ref());
    let says = |word: &str| description.is_some_and(|text| text.expose().to_ascii_lowercase().contains(word));
    let kind = match (status.as_u16(), code) {
        (_, Some("invalid_client" | "unauthorized_client")) if says("grant type") => RefusalKind::Grant,
        (_, Some("invalid_client")) => RefusalKind::Client,
        (_, Some("unauthorized_client" | "unsupported_grant_type")) => RefusalKind::Grant,
        (_, Some("invalid_scope" | "insufficient_scope")) => RefusalKind::Scope,
        (_, Some("invalid_grant")) if says("locked") => RefusalKind::Locked,
        (_, Some("invalid_grant")) if says("disabled") || says("expired") => RefusalKind::Disabled,
        (_, Some("invalid_grant")) => RefusalKind::User,
        // A server that does not know the client answers so before it looks at the user.
        (401, _) => RefusalKind::Client,
        (400, _) | (403, Some(_)) => RefusalKind::Unknown,
        // RFC 6749 knows no error with a success, servers do.
        (200..=299, Some(_)) => RefusalKind::Unknown,
        _ => return None,
    };
    Some(Refusal { kind, code, status })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_known_servers_are_told_apart() {
        use RefusalKind::{Client, Disabled, Grant, Locked, Scope, Unknown, User};
        for (status, body, expected) in [
            (
                401,
                r#"{"timestamp":1,"status":401,"error":"Unauthorized","message":"Bad credentials"}"#,
                Some(Client),
            ),
            (401, r#"{"error":"invalid_client","error_description":"Bad client credentials"}"#, Some(Client)),
            (401, r#"{"error":"unauthorized"}"#, Some(Client)),
            (401, "", Some(Client)),
            (400, r#"{"error":"invalid_client"}"#, Some(Client)),
            (
                401,
                r#"{"error":"invalid_client","error_description":"Unauthorized grant type: password"}"#,
                Some(Grant),
            ),
            (400, r#"{"error":"unsupported_grant_type"}"#, Some(Grant)),
            (400, r#"{"error":"unauthorized_client"}"#, Some(Grant)),
            (400, r#"{"error":"invalid_scope","scope":"a"}"#, Some(Scope)),
            (400, r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#, Some(User)),
            (400, r#"{"error":"invalid_grant"}"#, Some(User)),
            (400, r#"{"error":"invalid_grant","error_description":"User account is locked"}"#, Some(Locked)),
            (400, r#"{"error":"invalid_grant","error_description":"User is disabled"}"#, Some(Disabled)),
            (
                400,
                r#"{"error":"invalid_grant","error_description":"User credentials have expired"}"#,
                Some(Disabled),
            ),
            (400, r#"{"error":"canary"}"#, Some(Unknown)),
            (400, "<html>", Some(Unknown)),
            (200, r#"{"error":"invalid_grant"}"#, Some(User)),
            (403, r#"{"error":"access_denied"}"#, Some(Unknown)),
            (403, "<html>", None),
            (404, "", None),
            (405, "", None),
            (429, "", None),
            (500, r#"{"error":"server_error"}"#, None),
            (200, "{}", None),
        ] {
            let members = Members::read(body.as_bytes());
            let status = StatusCode::from_u16(status).expect("a status");
            let found = refusal(status, members.as_ref());
            assert_eq!(found.map(|refusal| refusal.kind()), expected, "{status} {body}");
            assert!(found.is_none_or(|refusal| !format!("{refusal} {refusal:?}").contains("canary")));
        }
    }
}
