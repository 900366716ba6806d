//! What the endpoint answers: a function of the request, in the order in which the real server checks.

use super::catalogue::{Case, Shape, refusal};
use crate::runtime::Secret;
use crate::runtime::mock::pair;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::header::{ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, PRAGMA, WWW_AUTHENTICATE};
use http::{HeaderValue, Method, Response, StatusCode, request};
use serde_json::json;
use std::hash::{BuildHasher as _, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

/// The media type of every answer, in the server's own spelling.
const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// The lifetime that is told, in seconds.
const EXPIRES_IN: u32 = 86_399;

/// Who may log in, and how.
#[derive(Clone, Debug)]
pub(super) struct Endpoint {
    pub(super) path: String,
    pub(super) anonymous: bool,
    pub(super) clients: Vec<(String, Secret)>,
    pub(super) users: Vec<(String, Secret)>,
    pub(super) required: Vec<(String, String)>,
}

impl Default for Endpoint {
    fn default() -> Self {
        Self {
            path: "/oauth/token".to_owned(),
            anonymous: false,
            clients: Vec::new(),
            users: Vec::new(),
            required: Vec::new(),
        }
    }
}

/// A case, and the field it is about.
type Wrong<'a> = (Case, &'a str);

impl Endpoint {
    /// The whole answer.
    pub(super) fn answer(&self, head: &request::Parts, body: &[u8]) -> Response<Bytes> {
        match self.check(head, body) {
            Ok(()) => token(),
            Err((case, field)) => refuse(case, field, head.uri.path()),
        }
    }

    fn check(&self, head: &request::Parts, body: &[u8]) -> Result<(), Wrong<'_>> {
        let wrong = |case| Err((case, ""));
        if head.uri.path() != self.path {
            return wrong(Case::OtherPath);
        }
        let client = self.client(head)?;
        if head.method != Method::POST {
            return wrong(Case::OtherMethod);
        }
        let is_form = head.headers.get(CONTENT_TYPE).is_some_and(|media_type| {
            let media_type = media_type.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
            media_type.trim_ascii().eq_ignore_ascii_case(b"application/x-www-form-urlencoded")
        });
        // Of another media type the server reads no fields, and so misses the first one.
        let form = if is_form { String::from_utf8_lossy(body) } else { "".into() };
        if client.is_some_and(|client| pair(&form, "client_id").is_some_and(|named| named != client)) {
            return wrong(Case::OtherClient);
        }
        match pair(&form, "grant_type").as_deref() {
            None | Some("") => return wrong(Case::NoGrant),
            Some("password") => {}
            Some(_) => return wrong(Case::OtherGrant),
        }
        for (field, value) in &self.required {
            if pair(&form, field).as_ref() != Some(value) {
                return Err((Case::WrongField, field));
            }
        }
        let Some(name) = pair(&form, "username").filter(|name| !name.is_empty()) else {
            return wrong(Case::WrongPassword);
        };
        let Some((_, password)) = self.users.iter().find(|(known, _)| *known == name) else {
            return wrong(Case::UnknownUser);
        };
        if pair(&form, "password").as_ref() != Some(password.expose()) {
            return wrong(Case::WrongPassword);
        }
        Ok(())
    }

    /// The client that the request brings, once it has been checked.
    fn client(&self, head: &request::Parts) -> Result<Option<&str>, Wrong<'_>> {
        let Some(header) = head.headers.get(AUTHORIZATION) else {
            return if self.anonymous { Ok(None) } else { Err((Case::NoClient, "")) };
        };
        let brought = basic(header);
        self.clients
            .iter()
            .find(|(id, secret)| {
                brought.as_ref().is_some_and(|(name, word)| name == id && word == secret.expose())
            })
            .map(|(id, _)| Some(id.as_str()))
            .ok_or((Case::WrongClient, ""))
    }
}

/// Name and secret of HTTP Basic, taken as they are.
fn basic(header: &HeaderValue) -> Option<(String, String)> {
    let (scheme, encoded) = header.to_str().ok()?.split_once(' ')?;
    let pair = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    scheme.eq_ignore_ascii_case("basic").then(|| (id.to_owned(), secret.to_owned()))
}

fn token() -> Response<Bytes> {
    let body = json!({
        "access_token": random_token(),
        "token_type": "bearer",
        "refresh_token": random_token(),
        "expires_in": EXPIRES_IN,
        "scope": "read write trust",
    });
    respond(StatusCode::OK, &body)
}

/// 27 URL-safe characters that are 20 bytes. Unpredictable enough for a test, and not for anything else.
fn random_token() -> String {
    let bytes: Vec<u8> = (0..3).flat_map(|_| RandomState::new().hash_one("token").to_be_bytes()).collect();
    URL_SAFE_NO_PAD.encode(&bytes[..20])
}

fn refuse(case: Case, field: &str, path: &str) -> Response<Bytes> {
    let row = refusal(case);
    let description = row.description.replace("{}", field);
    let body = match row.shape {
        Shape::OAuth => json!({ "error": row.error, "error_description": description }),
        Shape::Container => {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            json!({
                "timestamp": u64::try_from(now.as_millis()).unwrap_or_default(),
                "status": row.status,
                "error": row.error,
                "message": description,
                "path": path,
            })
        }
    };
    let mut response = respond(StatusCode::from_u16(row.status).unwrap_or_default(), &body);
    if let Some(challenge) = row.challenge {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    if case == Case::OtherMethod {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
    }
    response
}

fn respond(status: StatusCode, body: &serde_json::Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, JSON);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(PRAGMA, HeaderValue::from_static("no-cache"));
    response
}
