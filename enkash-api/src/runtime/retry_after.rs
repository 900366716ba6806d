//! The header `retry-after` (RFC 9110 §10.2.3): seconds, or a date.

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use std::time::{Duration, SystemTime};

/// The longest wait that is believed; a server that says more is asked again after this.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The wait that the server asks for, at most a day; `None` if it asks for none, or not in a known form.
///
/// A date is measured from the server's own `date`, so that a wrong clock on our side does not matter; one
/// that has passed is no wait.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Only too many digits can fail here.
        return Some(text.parse().map_or(LONGEST, Duration::from_secs).min(LONGEST));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let from = headers.get(DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok());
    Some(until.duration_since(from.unwrap_or(now)).unwrap_or_default().min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn every_form_is_a_bounded_wait_or_none() {
        let now = httpdate::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT").expect("a date");
        for (value, seconds) in [
            ("2", Some(2)),
            ("0", Some(0)),
            (" 7 ", Some(7)),
            ("86400", Some(86_400)),
            ("86401", Some(86_400)),
            ("99999999999999999999", Some(86_400)),
            ("-1", None),
            ("+1", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
            ("Sun, 06 Nov 1994 08:49:47 GMT", Some(10)),
            ("Sun, 06 Nov 1994 08:49:27 GMT", Some(0)),
            ("Sat, 06 Nov 2004 08:49:37 GMT", Some(86_400)),
            ("Sun, 99 Nov 1994 08:49:37 GMT", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_str(value).expect("visible text"));
            assert_eq!(retry_after(&headers, now), seconds.map(Duration::from_secs), "{value:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn date_is_measured_from_the_servers_clock() {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static("Sun, 06 Nov 1994 08:49:47 GMT"));
        headers.insert(DATE, HeaderValue::from_static("Sun, 06 Nov 1994 08:49:40 GMT"));
        assert_eq!(retry_after(&headers, SystemTime::now()), Some(Duration::from_secs(7)));
    }

    #[test]
    fn bytes_that_are_no_text_are_no_wait() {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_bytes(b"\xff").expect("opaque bytes"));
        assert_eq!(retry_after(&headers, SystemTime::now()), None);
    }
}
