//! A request while it is being filled: the part of a call that knows no type.
//!
//! The first problem is kept and the rest of the filling goes on, so that generated methods stay straight
//! lines; it comes out when the call is awaited, before anything is sent.

use super::path::Path;
use super::payload::{ILLEGAL_TYPE, MediaType, Payload, covers, media_types};
use super::wire::{
    Field, Limits, Location, Object, Wire, check_body, encode_cookie, encode_header, encode_query, holds_nul,
};
use super::{Body, Error, ErrorKind, Format, Meta, Scheme, SchemeKind};
use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use std::time::Duration;

/// Everything of a call but its types.
pub(super) struct Request {
    pub(super) meta: &'static Meta,
    pub(super) timeout: Option<Duration>,
    /// Where the operation is served, if not where the whole API is.
    pub(super) server: Option<usize>,
    /// Whether what is sent is held against its limits.
    pub(super) checks: bool,
    /// Those of the body as a whole.
    pub(super) limits: Option<&'static Limits>,
    path: Path,
    query: String,
    cookies: String,
    /// On the heap, since they are rare.
    headers: Option<Box<HeaderMap>>,
    body: Option<Payload>,
    problem: Option<String>,
}

/// A request with nothing left to go wrong but the sending.
pub(super) struct Filled {
    /// Path and query; `None` if they are the template of the operation as it is.
    pub(super) target: Option<String>,
    /// Those of the description and of the user; usually none.
    pub(super) headers: Option<Box<HeaderMap>>,
    pub(super) media_type: Option<MediaType>,
    pub(super) body: Body,
}

/// Headers that say where a message ends and whom it is for; set by hand they would be lies.
pub(super) const FRAMING: [HeaderName; 7] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
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
            server: None,
            checks: false,
            limits: None,
            path: Path::new(meta.path),
            query: String::new(),
            cookies: String::new(),
            headers: None,
            body: None,
            problem: None,
        }
    }

    pub(super) fn path_next(&mut self, value: &dyn Wire) {
        let outcome = self.path.fill_next(value);
        self.note(outcome);
    }

    pub(super) fn path_limited(&mut self, field: &Field, value: &dyn Wire) {
        let outcome = field.check_param(value);
        self.note(outcome);
        self.path_next(value);
    }

    pub(super) fn path_named(&mut self, name: &'static str, value: &dyn Wire) {
        let outcome = self.path.fill(&Field::required(name).path(), value);
        self.note(outcome);
    }

    /// Spreads parameters over path, query and headers.
    pub(super) fn params(&mut self, params: &dyn Object) {
        for (index, field) in params.table().fields.iter().enumerate() {
            let fixed = field.fixed.as_ref().map(|value| value as &dyn Wire);
            if let Some(value) = fixed.or_else(|| params.get(index)) {
                let outcome = self.param(field, value);
                self.note(outcome);
            }
        }
    }

    fn param(&mut self, field: &Field, value: &dyn Wire) -> Result<(), String> {
        let name = field.name;
        if self.checks {
            field.check_param(value)?;
        }
        match field.location {
            Location::Path => self.path.fill(field, value),
            Location::Query => encode_query(field, value, &mut self.query)
                .map_err(|error| format!("the query parameter {error}")),
            Location::Header => self.param_header(field, value),
            Location::Cookie => encode_cookie(field, value, &mut self.cookies)
                .map_err(|error| format!("the cookie `{name}`: {error}")),
            Location::Body => Err(format!("the parameter `{name}` has no place outside the body")),
        }
    }

    fn param_header(&mut self, field: &Field, value: &dyn Wire) -> Result<(), String> {
        let illegal =
            || format!("the header `{}` has an illegal name, or characters that no header has", field.name);
        let text =
            encode_header(field, value).map_err(|error| format!("the header `{}`: {error}", field.name))?;
        let Some(text) = text else { return Ok(()) };
        let name = HeaderName::try_from(field.name).map_err(|_| illegal())?;
        let mut value = HeaderValue::try_from(text).map_err(|_| illegal())?;
        value.set_sensitive(field.masked);
        self.headers.get_or_insert_default().insert(name, value);
        Ok(())
    }

    /// Sets the body.
    pub(super) fn body(&mut self, format: Format, value: &dyn Wire) {
        let media_type = format.media_type();
        if self.checks {
            let outcome = check_body(self.limits, value);
            self.note(outcome);
        }
        let outcome = format
            .write(value)
            .map_err(|error| format!("the body cannot be written: {error}"))
            .and_then(|(body, boundary)| {
                let media_type = match boundary {
                    None => MediaType::Fixed(media_type),
                    Some(boundary) => MediaType::Own(
                        HeaderValue::try_from(format!("{media_type}; boundary={boundary}"))
                            .map_err(|_| ILLEGAL_TYPE)?,
                    ),
                };
                self.body = Some(Payload { declared: "", media_type, body });
                Ok(())
            });
        self.note(outcome);
    }

    /// Sets a body of bytes. The first type of the description that is no range is sent, unless the user names another.
    pub(super) fn bytes(&mut self, declared: &'static str, body: Body) {
        let first = media_types(declared).find(|name| !name.contains('*'));
        let media_type = MediaType::Fixed(first.unwrap_or("application/octet-stream"));
        self.body = Some(Payload { declared, media_type, body });
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
            (Some(header::CONTENT_TYPE), Some(value))
                if self.body.as_ref().is_some_and(Payload::has_choice) =>
            {
                self.choose_type(value)
            }
            (Some(name), _) if FRAMING.contains(&name) || name == header::CONTENT_TYPE => {
                Err(format!("the header `{name}` is the client's own and cannot be set"))
            }
            (Some(name), _) if self.is_credential(schemes, &name) => Err(format!(
                "the header `{name}` belongs to the credentials; help: give them to the client builder"
            )),
            (Some(name), Some(value)) => {
                self.headers.get_or_insert_default().insert(name, value);
                Ok(())
            }
        };
        self.note(outcome);
    }

    /// Takes a media type of the user's for a body that may have several.
    fn choose_type(&mut self, value: HeaderValue) -> Result<(), String> {
        let Some(body) = &mut self.body else { return Ok(()) };
        let fits =
            value.to_str().is_ok_and(|name| media_types(body.declared).any(|range| covers(range, name)));
        if !fits {
            return Err(format!("the body is sent as one of `{}`", body.declared));
        }
        body.media_type = MediaType::Own(value);
        Ok(())
    }

    /// Whether the operation takes credentials and they may travel in this header.
    fn is_credential(&self, schemes: &[Scheme], name: &HeaderName) -> bool {
        let is_key = |scheme: &usize| match schemes.get(*scheme).map(|scheme| scheme.kind) {
            Some(SchemeKind::ApiKeyHeader(header)) => name.as_str().eq_ignore_ascii_case(header),
            Some(
                SchemeKind::Basic
                | SchemeKind::Bearer
                | SchemeKind::Http(_)
                | SchemeKind::ApiKeyQuery(_)
                // Others may go with it; it is added to them.
                | SchemeKind::ApiKeyCookie(_),
            )
            | None => false,
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

    /// The type of the body, if there is one.
    pub(super) fn media_type(&self) -> Option<&MediaType> {
        self.body.as_ref().map(|body| &body.media_type)
    }

    /// The body, if it is there and no stream.
    #[cfg(feature = "login")]
    pub(super) fn body_bytes(&self) -> Option<&Bytes> {
        self.body.as_ref()?.body.as_bytes()
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
        let target = if self.path.is_fixed() && self.query.is_empty() {
            None
        } else {
            let mut target = self.path.finish().map_err(refuse)?;
            if !self.query.is_empty() {
                target.push(if target.contains('?') { '&' } else { '?' });
                target.push_str(&self.query);
            }
            Some(target)
        };
        if holds_nul(&self.query) || holds_nul(&self.cookies) {
            return Err(refuse("a value holds a NUL, at which servers cut".to_owned()));
        }
        let mut headers = self.headers;
        if !self.cookies.is_empty() {
            // One header for all of them: RFC 6265 §5.4 knows no second one.
            let headers = headers.get_or_insert_default();
            let own = headers.get(header::COOKIE).and_then(|own| own.to_str().ok());
            let all = own.map_or(self.cookies.clone(), |own| format!("{own}; {}", self.cookies));
            let mut cookies = HeaderValue::try_from(all)
                .map_err(|_| refuse("a cookie has a name that no cookie has".to_owned()))?;
            cookies.set_sensitive(true);
            headers.insert(header::COOKIE, cookies);
        }
        let (media_type, body) = match self.body {
            Some(body) => (Some(body.media_type), body.body),
            None => (None, Body::from(Bytes::new())),
        };
        Ok(Filled { target, headers, media_type, body })
    }
}
