//! The envelope of an answer, beside the value that was read from its body.

mod headers;

use super::retry_after::retry_after;
use super::wire::{Blank, DecodeError, Wire};
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::time::{Duration, SystemTime};

/// A value together with the status and headers it came with.
///
/// There is no `Deref` to the value: `status` is a field of half of all answers, and of this.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// What was read from the body.
    pub value: T,
    /// Status and headers.
    pub parts: Parts,
}

/// Status and headers of an answer. `Debug` names the headers and hides their values.
#[derive(Clone)]
#[non_exhaustive]
pub struct Parts {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
}

/// Where servers and gateways put the number that their support asks for, the most specific first.
const REQUEST_ID: [&str; 4] = ["x-request-id", "request-id", "x-correlation-id", "cf-ray"];

impl Parts {
    pub(super) fn new(status: StatusCode, headers: HeaderMap) -> Self {
        Self { status, headers }
    }

    /// Reads the headers that the description declares into the type that was generated for them.
    ///
    /// # Errors
    /// If a required header is missing, or one is not of its type.
    pub fn headers_as<H: Wire + Blank>(&self) -> Result<H, DecodeError> {
        let mut value = H::blank();
        headers::read(&self.headers, &mut value)?;
        Ok(value)
    }

    /// The number under which the server knows the request, if a usual header names one.
    pub fn request_id(&self) -> Option<&str> {
        REQUEST_ID.iter().find_map(|name| self.headers.get(*name)?.to_str().ok())
    }

    /// How long the server asks to wait (`retry-after`), at most a day.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.headers, SystemTime::now())
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts")
            .field("status", &self.status.as_u16())
            .field("headers", &self.headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn debug_names_headers_and_hides_their_values() {
        let mut headers = HeaderMap::new();
        headers.insert("www-authenticate", HeaderValue::from_static("Bearer canary"));
        let response = Response { value: 1, parts: Parts::new(StatusCode::OK, headers) };
        assert_eq!(
            format!("{response:?}"),
            r#"Response { value: 1, parts: Parts { status: 200, headers: ["www-authenticate"] } }"#
        );
    }

    #[test]
    fn request_id_is_the_most_specific_one() {
        let mut headers = HeaderMap::new();
        headers.insert("cf-ray", HeaderValue::from_static("gateway"));
        assert_eq!(Parts::new(StatusCode::OK, headers.clone()).request_id(), Some("gateway"));
        headers.insert("x-request-id", HeaderValue::from_static("server"));
        assert_eq!(Parts::new(StatusCode::OK, headers).request_id(), Some("server"));
    }
}
