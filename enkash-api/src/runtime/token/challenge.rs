//! What a 401 proves: that the server has turned the request away before it did anything.

use super::answer::Members;
use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;

/// How sure it is that a 401 is about the token, and so that the request was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Rejection {
    /// It is about something else: a business answer, or a request that no other token would mend.
    Other,
    /// It looks so: a bare 401, a gateway's, one of another scheme.
    Likely,
    /// A challenge of RFC 6750 or an OAuth error says so.
    Proven,
}

/// Reads a 401.
pub(in super::super) fn rejection(headers: &HeaderMap, body: &[u8]) -> Rejection {
    let mut challenged = false;
    for value in headers.get_all(WWW_AUTHENTICATE) {
        challenged = true;
        match bearer(value.as_bytes()) {
            // RFC 6750 §3.1: without authentication information there is no error code.
            Some(None | Some(b"invalid_token")) => return Rejection::Proven,
            Some(Some(_)) => return Rejection::Other,
            None => {}
        }
    }
    match Members::read(body) {
        Some(members) => match members.error.as_deref() {
            Some("invalid_token" | "unauthorized") => Rejection::Proven,
            Some("invalid_request" | "insufficient_scope") => Rejection::Other,
            Some(_) => Rejection::Likely,
            None if challenged => Rejection::Likely,
            None => Rejection::Other,
        },
        None => Rejection::Likely,
    }
}

/// The value of `error` in a Bearer challenge (RFC 9110 §11.6.1); `None` without such a challenge.
///
/// Real servers do not escape what they quote, so this looks for the beginnings of parameters and takes what it can
/// get; it goes over the text once.
fn bearer(text: &[u8]) -> Option<Option<&[u8]>> {
    let mut rest = text;
    let mut inside = false;
    // A challenge begins the text, or follows a comma.
    let mut may_begin = true;
    loop {
        let next = skip(rest, |byte| byte == b',' || byte.is_ascii_whitespace());
        may_begin |= rest[..rest.len() - next.len()].contains(&b',');
        rest = next;
        if rest.is_empty() {
            return inside.then_some(None);
        }
        let end = rest.iter().position(|byte| !is_token_byte(*byte)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let after_space = skip(after, |byte| byte.is_ascii_whitespace());
        if word.is_empty() {
            // No beginning of anything; what stands in quotes is passed over as a whole.
            rest = if rest[0] == b'"' { quoted(rest).1 } else { &rest[1..] };
        } else if let Some(value) = after_space.strip_prefix(b"=").filter(|_| !after_space.starts_with(b"=="))
        {
            let value = skip(value, |byte| byte.is_ascii_whitespace());
            let (value, next) = if value.starts_with(b"\"") { quoted(value) } else { plain(value) };
            if inside && word.eq_ignore_ascii_case(b"error") {
                return Some(Some(value));
            }
            rest = next;
        } else if may_begin && inside {
            return Some(None);
        } else {
            inside |= may_begin && word.eq_ignore_ascii_case(b"bearer");
            rest = after;
        }
        may_begin = false;
    }
}

fn skip(text: &[u8], unwanted: impl Fn(u8) -> bool) -> &[u8] {
    let start = text.iter().position(|byte| !unwanted(*byte)).unwrap_or(text.len());
    &text[start..]
}

/// What stands between the quotes at the beginning, and what follows.
fn quoted(text: &[u8]) -> (&[u8], &[u8]) {
    let inner = &text[1..];
    let mut escaped = false;
    let end = inner.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    match end {
        Some(end) => (&inner[..end], &inner[end + 1..]),
        None => (inner, b""),
    }
}

fn plain(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| *byte == b',' || byte.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at(end)
}

/// RFC 9110 §5.6.2
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn error_of_a_bearer_challenge_is_found_among_others() {
        for (challenge, expected) in [
            ("Bearer", Some(None)),
            ("bearer realm=\"x\"", Some(None)),
            ("Bearer error=\"invalid_token\"", Some(Some("invalid_token"))),
            ("Bearer realm=\"a, b\", error=invalid_token", Some(Some("invalid_token"))),
            ("Bearer realm=\"a \\\" error=\\\"no\", error = \"yes\"", Some(Some("yes"))),
            ("Basic realm=\"x\", Bearer error=\"invalid_token\"", Some(Some("invalid_token"))),
            ("Bearer, Basic error=\"invalid_token\"", Some(None)),
            ("Basic realm=\"x\"", None),
            ("Basic realm=\"Bearer error=\\\"invalid_token\\\"\"", None),
            ("Negotiate YII=, Bearer", Some(None)),
            ("Negotiate abc==", None),
            ("Bearer error=\"invalid_token", Some(Some("invalid_token"))),
            ("Bearer error_description=\"a \"quoted\" token\", error=\"x\"", Some(Some("x"))),
            ("", None),
            ("=,\"", None),
            ("Bearerx", None),
        ] {
            let found = bearer(challenge.as_bytes()).map(|error| error.map(String::from_utf8_lossy));
            assert_eq!(
                found.map(|error| error.map(std::borrow::Cow::into_owned)),
                expected.map(|error| error.map(str::to_owned)),
                "{challenge}"
            );
        }
    }

    #[test]
    fn only_a_challenge_or_an_oauth_error_proves_that_nothing_was_done() {
        use Rejection::{Likely, Other, Proven};
        for (challenge, body, expected) in [
            (Some("Bearer realm=\"x\", error=\"invalid_token\""), "", Proven),
            (Some("Bearer"), "", Proven),
            (Some("Bearer error=\"insufficient_scope\""), "", Other),
            (Some("Bearer error=\"invalid_request\""), r#"{"error":"invalid_token"}"#, Other),
            (Some("Basic realm=\"x\""), "", Likely),
            (None, r#"{"error":"invalid_token","error_description":"x"}"#, Proven),
            (None, r#"{"error":"unauthorized"}"#, Proven),
            (None, r#"{"timestamp":1,"status":401,"error":"Unauthorized","path":"/"}"#, Likely),
            (None, r#"{"response":1,"message":"no such card"}"#, Other),
            (None, "", Likely),
            (None, "<html>", Likely),
            (None, "[]", Likely),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(challenge) = challenge {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
            }
            assert_eq!(rejection(&headers, body.as_bytes()), expected, "{challenge:?} {body}");
        }
    }

    #[test]
    fn long_challenge_takes_no_long_time() {
        for piece in ["\"", "a=", "a,", "Bearer ", "=", "\\\"", "a=\"b\","] {
            let text = piece.repeat((1 << 20) / piece.len());
            _ = bearer(text.as_bytes());
        }
    }
}
