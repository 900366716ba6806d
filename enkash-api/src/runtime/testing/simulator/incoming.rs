//! What the simulator reads of a request: its path, its form and who brought it.

use super::record::Recorded;
use crate::runtime::mock::pair;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderName, Method, request};
use std::borrow::Cow;

/// A request that has arrived.
pub(super) struct Incoming<'a> {
    head: &'a request::Parts,
    form: Cow<'a, str>,
    pub(super) recorded: &'a Recorded,
}

impl<'a> Incoming<'a> {
    pub(super) fn new(head: &'a request::Parts, recorded: &'a Recorded) -> Self {
        let is_form = head.headers.get(CONTENT_TYPE).is_some_and(|media_type| {
            let media_type = media_type.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
            media_type.trim_ascii().eq_ignore_ascii_case(b"application/x-www-form-urlencoded")
        });
        // Of another media type the server reads no fields, and so misses the first one.
        let form = if is_form { String::from_utf8_lossy(recorded.body()) } else { "".into() };
        Self { head, form, recorded }
    }

    pub(super) fn method(&self) -> &Method {
        &self.head.method
    }

    pub(super) fn path(&self) -> &str {
        self.head.uri.path()
    }

    pub(super) fn query(&self) -> Option<&str> {
        self.head.uri.query()
    }

    /// A field of the form, decoded.
    pub(super) fn field(&self, name: &str) -> Option<String> {
        pair(&self.form, name)
    }

    /// A field of the form that is there and holds something.
    pub(super) fn filled(&self, name: &str) -> Option<String> {
        self.field(name).filter(|value| !value.is_empty())
    }

    /// Whether anything at all says who sent this.
    pub(super) fn is_signed(&self) -> bool {
        self.head.headers.contains_key(AUTHORIZATION)
    }

    /// Name and secret of HTTP Basic, taken as they are.
    pub(super) fn basic(&self) -> Option<(String, String)> {
        let (scheme, encoded) = self.text(&AUTHORIZATION)?.split_once(' ')?;
        let pair = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
        let (id, secret) = pair.split_once(':')?;
        scheme.eq_ignore_ascii_case("basic").then(|| (id.to_owned(), secret.to_owned()))
    }

    /// The token of RFC 6750 §2.1. Those of §2.2 and §2.3, in form and query, are not read.
    pub(super) fn bearer(&self) -> Option<&str> {
        let (scheme, token) = self.text(&AUTHORIZATION)?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
    }

    /// Whether JSON, or XML, is named as what may come back.
    pub(super) fn accepts(&self, format: &str) -> bool {
        self.text(&ACCEPT).is_some_and(|accepted| accepted.to_ascii_lowercase().contains(format))
    }

    fn text(&self, name: &HeaderName) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }
}
