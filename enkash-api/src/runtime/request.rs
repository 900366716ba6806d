//! A request while it is being filled: the part of a call that knows no type.
//!
//! The first problem is kept and the rest of the filling goes on, so that generated methods stay straight
//! lines; it comes out when the call is awaited, before anything is sent.

use super::path::{NUL, Path};
use super::wire::{
    EncodeError, Field, Location, Object, Wire, encode_form, encode_header, encode_json, encode_query,
};
use super::{Body, Error, ErrorKind, Meta, Scheme, SchemeKind};
use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use std::time::Duration;

/// Everything of a call but its types.
pub(super) struct Request {
    pub(super) meta: &'static Meta,
    pub(super) timeout: Option<Duration>,
    path: Path,
    query: String,
    headers: HeaderMap,
    body: Option<Payload>,
    problem: Option<String>,
}

/// A body and its type.
struct Payload {
    media_type: &'static str,
    bytes: Bytes,
}

/// A request with nothing left to go wrong but the sending.
pub(super) struct Filled {
    /// Path and query.
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

/// Headers that say where a message ends and whom it is for; set by hand they would be lies.
const FRAMING: [HeaderName; 8] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::EXPECT,
    header::HOST,
    header::TE,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

impl Request {
    pub(super) fn new(meta: &'static Meta) -> Self {
        Self {
            meta,
            timeout: None,
            path: Path::new(meta.path),
            query: String::new(),
            headers: HeaderMap::new(),
            body: None,
            problem: None,
        }
    }

    pub(super) fn path_next(&mut self, value: &dyn Wire) {
        let outcome = self.path.fill_next(value);
        self.note(outcome);
    }

    pub(super) fn path_named(&mut self, name: &str, value: &dyn Wire) {
        let outcome = self.path.fill_named(name, value);
        self.note(outcome);
    }

    /// Spreads parameters over path, query and headers.
    pub(super) fn params(&mut self, params: &dyn Object) {
        for (index, field) in params.table().fields.iter().enumerate() {
            let fixed = field.fixed.map(str::to_owned);
            let fixed = fixed.as_ref().map(|text| text as &dyn Wire);
            if let Some(value) = fixed.or_else(|| params.get(index)) {
                let outcome = self.param(field, value);
                self.note(outcome);
            }
        }
    }

    fn param(&mut self, field: &Field, value: &dyn Wire) -> Result<(), String> {
        let name = field.name;
        match field.location {
            Location::Path => self.path.fill_named(name, value),
            Location::Query => encode_query(field, value, &mut self.query)
                .map_err(|error| format!("the query parameter {error}")),
            Location::Header => self.param_header(field, value),
            Location::Body => Err(format!("the parameter `{name}` has no place outside the body")),
        }
    }

    fn param_header(&mut self, field: &Field, value: &dyn Wire) -> Result<(), String> {
        let illegal =
            || format!("the header `{}` has an illegal name, or characters that no header has", field.name);
        let text = encode_header(value).map_err(|error| format!("the header `{}`: {error}", field.name))?;
        let Some(text) = text else { return Ok(()) };
        let name = HeaderName::try_from(field.name).map_err(|_| illegal())?;
        let mut value = HeaderValue::try_from(text).map_err(|_| illegal())?;
        value.set_sensitive(field.masked);
        self.headers.insert(name, value);
        Ok(())
    }

    pub(super) fn form(&mut self, value: &dyn Wire) {
        let bytes = encode_form(value).map(String::into_bytes);
        self.payload("application/x-www-form-urlencoded", bytes);
    }

    pub(super) fn json(&mut self, value: &dyn Wire) {
        let bytes = encode_json(value);
        self.payload("application/json", bytes);
    }

    fn payload(&mut self, media_type: &'static str, bytes: Result<Vec<u8>, EncodeError>) {
        match bytes {
            Ok(bytes) => self.body = Some(Payload { media_type, bytes: bytes.into() }),
            Err(error) => self.note(Err(format!("the body cannot be written: {error}"))),
        }
    }

    /// Takes a header of the user's; the conversions have been tried.
    pub(super) fn header(
        &mut self,
        schemes: &[Scheme],
        name: Option<HeaderName>,
        value: Option<HeaderValue>,
    ) {
        let outcome = match (name, value) {
            (None, _) => Err("a header has an illegal name".to_owned()),
            (Some(name), None) => Err(format!("the header `{name}` has characters that no header has")),
            (Some(name), _) if FRAMING.contains(&name) => {
                Err(format!("the header `{name}` is the client's own and cannot be set"))
            }
            (Some(name), _) if self.is_credential(schemes, &name) => Err(format!(
                "the header `{name}` belongs to the credentials; help: give them to the client builder"
            )),
            (Some(name), Some(value)) => {
                self.headers.insert(name, value);
                Ok(())
            }
        };
        self.note(outcome);
    }

    /// Whether the operation takes credentials and they may travel in this header.
    fn is_credential(&self, schemes: &[Scheme], name: &HeaderName) -> bool {
        let is_key = |scheme: &usize| match schemes.get(*scheme).map(|scheme| scheme.kind) {
            Some(SchemeKind::ApiKeyHeader(header)) => name.as_str().eq_ignore_ascii_case(header),
            Some(SchemeKind::Basic | SchemeKind::Bearer) | None => false,
        };
        let security = self.meta.security;
        (name == header::AUTHORIZATION && !security.is_empty())
            || security.iter().copied().flatten().any(is_key)
    }

    fn note(&mut self, outcome: Result<(), String>) {
        if let Err(problem) = outcome {
            self.problem.get_or_insert(problem);
        }
    }

    /// The request as it goes out, but for the address in front and the credentials.
    ///
    /// # Errors
    /// The first problem of the filling, as [`ErrorKind::InvalidInput`].
    pub(super) fn finish(self) -> Result<Filled, Error> {
        let refuse = |problem: String| Error::new(ErrorKind::InvalidInput, problem).operation(self.meta.id);
        if let Some(problem) = self.problem {
            return Err(refuse(problem));
        }
        let mut target = self.path.finish().map_err(refuse)?;
        if !self.query.is_empty() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&self.query);
        }
        let mut headers = self.headers;
        headers.entry(header::ACCEPT).or_insert(HeaderValue::from_static(self.meta.accept));
        let is_form = |media_type: &str| media_type == "application/x-www-form-urlencoded";
        let form = self.body.as_ref().filter(|body| is_form(body.media_type));
        let nul = |bytes: &[u8]| bytes.windows(NUL.len()).any(|window| window == NUL.as_bytes());
        if nul(self.query.as_bytes()) || form.is_some_and(|form| nul(&form.bytes)) {
            return Err(refuse("a value holds a NUL, at which servers cut".to_owned()));
        }
        let body = match self.body {
            Some(body) => {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(body.media_type));
                Body::from(body.bytes)
            }
            None => Body::from(Bytes::new()),
        };
        if body.is_empty() && ["POST", "PUT", "PATCH"].contains(&self.meta.method) {
            // RFC 9110 §8.6: the method expects a body; some servers answer 411 to silence about it.
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        Ok(Filled { target, headers, body })
    }
}
