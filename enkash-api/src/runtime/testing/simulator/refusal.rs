//! The answers of the authorization server: a token, or a row of the catalogue in its shape.

use super::catalogue::{Case, Challenge, Refusal, Shape};
use super::incoming::Incoming;
use super::token::Issued;
use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, PRAGMA, WWW_AUTHENTICATE};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use serde_json::{Map, Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// The media type of every JSON answer, in the server's own spelling.
const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// What tells a gateway's answer from the server's.
const RAY: &str = "8f1e2d3c4b5a6978-BOM";

/// Nobody reads which moment; that it is no number is the point.
const MOMENT: &str = "2026-01-31T12:00:00.000+00:00";

/// How the server words what it says.
#[derive(Clone, Debug, Default)]
pub(super) struct Wording {
    /// As before 2.5.2: with the token, the name and more in the text.
    pub(super) leaky: bool,
    /// XML to whoever does not ask for JSON.
    pub(super) xml: bool,
    /// The container's body as Boot writes it since 2.3.
    pub(super) recent_container: bool,
    /// Members of a token answer: to be set, or to be left out.
    pub(super) fields: Vec<(String, Option<Value>)>,
}

/// What a refusal is about.
pub(super) struct About {
    /// What is wrong: a field's name, a user's, a token.
    pub(super) subject: String,
    /// The scopes in question, separated by blanks.
    pub(super) scope: String,
}

impl Wording {
    pub(super) fn token(&self, issued: Issued) -> Response<Bytes> {
        let mut body = Map::new();
        body.insert("access_token".to_owned(), issued.access.into());
        body.insert("token_type".to_owned(), "bearer".into());
        if let Some(refresh) = issued.refresh {
            body.insert("refresh_token".to_owned(), refresh.into());
        }
        if let Some(lifetime) = issued.lifetime {
            body.insert("expires_in".to_owned(), lifetime.as_secs().into());
        }
        body.insert("scope".to_owned(), issued.scope.into());
        for (name, value) in &self.fields {
            match value {
                Some(value) => body.insert(name.clone(), value.clone()),
                None => body.remove(name),
            };
        }
        respond(StatusCode::OK, JSON, Value::Object(body).to_string())
    }

    pub(super) fn refuse(&self, case: Case, about: &About, request: &Incoming<'_>) -> Response<Bytes> {
        let row = case.refusal();
        let text = if self.leaky && !row.leaky.is_empty() { row.leaky } else { row.description };
        let text = text.replace("{}", &about.subject);
        let (media_type, body) = match row.shape {
            Shape::OAuth | Shape::Scoped if self.writes_xml(request) => {
                (HeaderValue::from_static("application/xml;charset=UTF-8"), xml(row, &text))
            }
            Shape::OAuth => (JSON, json!({ "error": row.error, "error_description": text }).to_string()),
            Shape::Scoped => {
                let body = json!({ "error": row.error, "error_description": text, "scope": about.scope });
                (JSON, body.to_string())
            }
            Shape::Container => (JSON, self.container(row, &text, request.path()).to_string()),
            Shape::Gateway => (HeaderValue::from_static("text/html; charset=UTF-8"), page(row)),
        };
        let mut response = respond(StatusCode::from_u16(row.status).unwrap_or_default(), media_type, body);
        let headers = response.headers_mut();
        if let Some(challenge) = challenge(row, &text, &about.scope) {
            // The text is not escaped; what no header can carry the container drops.
            if let Ok(challenge) = HeaderValue::from_str(&challenge) {
                headers.insert(WWW_AUTHENTICATE, challenge);
            }
        }
        if case == Case::OtherMethod {
            headers.insert(ALLOW, HeaderValue::from_static("POST"));
        }
        if row.shape == Shape::Gateway {
            headers.insert(HeaderName::from_static("cf-ray"), HeaderValue::from_static(RAY));
        }
        response
    }

    /// The server negotiates: its errors are JSON unless XML is all that is wanted, or what it likes better.
    fn writes_xml(&self, request: &Incoming<'_>) -> bool {
        !request.accepts("json") && (self.xml || request.accepts("xml"))
    }

    fn container(&self, row: &Refusal, text: &str, path: &str) -> Value {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = u64::try_from(now.as_millis()).unwrap_or_default();
        let (timestamp, message) =
            if self.recent_container { (MOMENT.into(), "") } else { (Value::from(now), text) };
        json!({
            "timestamp": timestamp,
            "status": row.status,
            "error": row.error,
            "message": message,
            "path": path,
        })
    }
}

fn challenge(row: &Refusal, text: &str, scope: &str) -> Option<String> {
    let mut detail = format!(r#"error="{}", error_description="{text}""#, row.error);
    if row.shape == Shape::Scoped {
        detail = format!(r#"{detail}, scope="{scope}""#);
    }
    match row.challenge {
        Challenge::None => None,
        Challenge::Basic => Some(r#"Basic realm="oauth2/client""#.to_owned()),
        Challenge::Form => Some(format!(r#"Form realm="oauth2/client", {detail}"#)),
        Challenge::Bearer => Some(format!("Bearer {detail}")),
        Challenge::Resource => Some(format!(r#"Bearer realm="oauth2-resource", {detail}"#)),
    }
}

fn xml(row: &Refusal, text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <oauth><error>{}</error><error_description>{text}</error_description></oauth>",
        row.error
    )
}

fn page(row: &Refusal) -> String {
    let Refusal { status, error, description, .. } = row;
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-US\"><head><title>{error} | {status}</title></head>\n\
         <body><h1>Error {status}</h1><p>{description}</p><p>Ray ID: {RAY}</p></body></html>\n"
    )
}

fn respond(status: StatusCode, media_type: HeaderValue, body: String) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media_type);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(PRAGMA, HeaderValue::from_static("no-cache"));
    response
}
