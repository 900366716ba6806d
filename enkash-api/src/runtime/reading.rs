//! How the body of an answer is read, and what its header `content-type` says about it.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// How the body of an answer is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As JSON, whatever the answer calls itself: servers that mislabel JSON are common, and a body that is
    /// not JSON is found out.
    #[default]
    Json,
    /// As text.
    Text,
    /// As JSON if the answer calls itself that, else as text.
    Labelled,
    /// As it is.
    Bytes,
    /// As a stream of server-sent events.
    Events,
    /// As a stream of JSON values, one per line.
    Lines,
}

impl Reading {
    /// Whether the body is handed out before it has arrived.
    pub(super) fn is_stream(self) -> bool {
        matches!(self, Self::Events | Self::Lines)
    }

    /// What a mock calls a body of this format.
    #[cfg(feature = "testing")]
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::Labelled => "application/json",
            Self::Text => "text/plain; charset=utf-8",
            Self::Bytes => "application/octet-stream",
            Self::Events => "text/event-stream",
            Self::Lines => "application/x-ndjson",
        }
    }
}

/// What the header `content-type` of an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ContentType {
    /// `type/subtype` in small letters; empty if there is no such header.
    essence: String,
    /// The parameter `charset` in small letters.
    charset: Option<String>,
}

impl ContentType {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let Some(text) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
            return Self::default();
        };
        let mut parts = text.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().trim_matches('"').to_ascii_lowercase();
            name.trim().eq_ignore_ascii_case("charset").then_some(value)
        });
        Self { essence, charset }
    }

    /// Whether it is JSON: `application/json`, `text/json`, or a structured suffix (RFC 6839).
    pub(super) fn is_json(&self) -> bool {
        self.essence.ends_with("/json") || self.essence.ends_with("+json")
    }

    /// Whether it contradicts a stream of events.
    pub(super) fn is_other_than_events(&self) -> bool {
        !self.essence.is_empty() && self.essence != "text/event-stream"
    }

    /// Whether each byte is one character of the first 256 (ISO 8859-1); everything else is read as UTF-8.
    pub(super) fn is_latin1(&self) -> bool {
        matches!(self.charset.as_deref(), Some("iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "l1"))
    }

    /// What it is, in words of ours: the header's own are the server's. `None` for JSON and what is unknown.
    pub(super) fn word(&self) -> Option<&'static str> {
        match self.essence.as_str() {
            "text/html" | "application/xhtml+xml" => Some("HTML"),
            "text/plain" => Some("plain text"),
            "text/xml" | "application/xml" => Some("XML"),
            "application/octet-stream" => Some("bytes"),
            "text/event-stream" => Some("a stream of events"),
            essence if essence.ends_with("+xml") => Some("XML"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn content_type_is_taken_apart() {
        for (value, json, events, latin1, word) in [
            ("application/json", true, false, false, None),
            ("Application/JSON; charset=UTF-8", true, false, false, None),
            ("text/json", true, false, false, None),
            ("application/problem+json", true, false, false, None),
            ("application/jsonp", false, false, false, None),
            ("text/html; charset=\"ISO-8859-1\"", false, false, true, Some("HTML")),
            ("text/plain;a=b; Charset = latin1", false, false, true, Some("plain text")),
            ("image/svg+xml", false, false, false, Some("XML")),
            ("text/event-stream", false, true, false, Some("a stream of events")),
            ("", false, true, false, None),
            (";;=;charset", false, true, false, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(value));
            let found = ContentType::of(&headers);
            let facts = (found.is_json(), !found.is_other_than_events(), found.is_latin1(), found.word());
            assert_eq!(facts, (json, events, latin1, word), "{value:?}");
        }
        assert_eq!(ContentType::of(&HeaderMap::new()), ContentType::default());
    }
}
