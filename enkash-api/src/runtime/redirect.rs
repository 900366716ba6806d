//! Answers that send the client elsewhere, which it never follows: a server could send a password after it.

use super::{Error, ErrorKind, Parts};
use http::header::LOCATION;
use http::{HeaderMap, StatusCode, Uri};
use std::fmt::Write as _;

pub(super) fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// What is said of it.
pub(super) fn redirected(parts: &Parts) -> Error {
    let mut message = format!("the server redirects with status {}", parts.status.as_u16());
    if let Some(origin) = location_origin(&parts.headers) {
        _ = write!(message, " to `{origin}`");
    }
    message.push_str(", which is not followed; help: check the base URL");
    Error::new(ErrorKind::Redirect, message)
}

/// Scheme, host and port of the header `location`; the rest of it may hold a secret. `None` if it stays on
/// the same server or is no address.
fn location_origin(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    let uri: Uri = match location.strip_prefix("//") {
        Some(rest) => format!("https://{rest}").parse().ok()?,
        None => location.parse().ok()?,
    };
    let authority = uri.authority()?;
    let port = authority.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{}://{}{port}", uri.scheme_str()?, authority.host()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirect_names_only_the_origin() {
        for (location, expected) in [
            ("https://other.example/p?token=canary#canary", Some("https://other.example")),
            ("https://canary:canary@other.example:8443/canary", Some("https://other.example:8443")),
            ("//other.example/canary", Some("https://other.example")),
            ("/login?canary", None),
            ("canary", None),
            ("", None),
            ("https://", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(LOCATION, location.parse().expect("visible text"));
            assert_eq!(location_origin(&headers).as_deref(), expected, "{location}");
        }
    }
}
