//! What an answer refuses.

use super::super::answer::Members;
use super::{Refusal, RefusalKind};
use http::StatusCode;

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
pub(in super::super) fn code(members: Option<&Members>) -> Option<&'static str> {
    let error = members?.error.as_deref()?;
    CODES.into_iter().find(|code| *code == error)
}

/// The refusal that an answer is; `None` if it says nothing about the credentials.
pub(in super::super) fn refusal(status: StatusCode, members: Option<&Members>) -> Option<Refusal> {
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
