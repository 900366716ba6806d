//! What is sent: method, address, headers and body.

use super::{
    credential::{Credential, Sent},
    server::Chosen,
    style::{Writing, percent_encoded},
    wire::{Wire, members},
};
use crate::{
    ir::{Body, Location, Media, Method, Notation, Operation, Style},
    render::{
        Input,
        example::CONTENT,
        made_up::{MadeUp, text},
    },
};

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    pub(super) url: String,
    /// User name and password of HTTP Basic authentication.
    pub(super) basic: Option<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<String>,
}

/// The request; `None` if it is no sequence of bytes that is known beforehand.
pub(super) fn request(
    input: Input<'_>,
    operation: &Operation,
    server: &Chosen,
    credentials: &[Credential],
) -> Option<Request> {
    let mut path: Vec<(String, String)> = Vec::new();
    for param in &operation.params {
        let value = match &param.slot.shape {
            crate::ir::Shape::Text | crate::ir::Shape::Binary if !param.slot.nullable => {
                MadeUp::Text(text(param.example.as_deref()))
            }
            _ => MadeUp::slot(input, &param.slot, None, 0)?,
        };
        let writing = plain(&param.wire_name, Location::Path);
        path.push((param.wire_name.clone(), writing.write(&Wire::of(input, &value))?));
    }
    let (mut query, mut cookies, mut headers) = (Vec::new(), Vec::new(), Vec::new());
    headers.push(("Accept".to_owned(), operation.accept()));
    let params = operation.params_type.and_then(|id| MadeUp::named(input, id, 0));
    for (field, value) in params.iter().flat_map(|params| members(input, params)) {
        let value = match value {
            Wire::Null if field.style.empty || field.slot.nullable => Wire::Text(String::new()),
            value => value,
        };
        let Some(written) = Writing::of(field).write(&value) else { continue };
        match field.location {
            Location::Path => path.push((field.wire_name.clone(), written)),
            Location::Query => query.push(written),
            Location::Cookie => cookies.push(written),
            Location::Header => headers.push((field.wire_name.clone(), written)),
            Location::Body => {}
        }
    }
    let mut basic = None;
    for credential in credentials {
        match &credential.sent {
            Sent::Basic(name, password) => basic = Some((name.clone(), password.clone())),
            Sent::Header(name, value) => headers.push((name.clone(), value.clone())),
            Sent::Query(name, value) => {
                query.push(format!("{}={}", percent_encoded(name, ""), percent_encoded(value, "")));
            }
            Sent::Cookie(name, value) => cookies.push(format!("{name}={value}")),
        }
    }
    if !cookies.is_empty() {
        headers.push(("Cookie".to_owned(), cookies.join("; ")));
    }
    let body = match operation.body.as_ref().filter(|body| body.required) {
        Some(body) => {
            let (media_type, text) = body_of(input, body)?;
            headers.push(("Content-Type".to_owned(), media_type));
            Some(text)
        }
        None => {
            if matches!(operation.method, Method::Post | Method::Put | Method::Patch) {
                headers.push(("Content-Length".to_owned(), "0".to_owned()));
            }
            None
        }
    };
    let target = operation.path.filled(|name| {
        path.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    });
    let mut url = format!("{}{target}", server.url.trim_end_matches('/'));
    if !query.is_empty() {
        url.push(if target.contains('?') { '&' } else { '?' });
        url.push_str(&query.join("&"));
    }
    Some(Request { method: operation.method, url, basic, headers, body })
}

fn plain(name: &str, location: Location) -> Writing<'_> {
    Writing { name, location, style: Style::default(), explode: false }
}

/// The media type of a body, and its text.
fn body_of(input: Input<'_>, body: &Body) -> Option<(String, String)> {
    let declared = body.media_types.iter().map(String::as_str);
    if body.media == Media::Bytes {
        let media_type = declared.into_iter().find(|name| !name.contains('*'));
        return Some((media_type.unwrap_or(Media::Bytes.usual()).to_owned(), CONTENT.to_owned()));
    }
    let value = MadeUp::slot(input, &body.slot, None, 0)?;
    let wire = Wire::of(input, &value);
    let text = match body.media {
        Media::Json => wire.json(),
        Media::Form => form(body, &wire),
        Media::Text => wire.text(),
        Media::Multipart | Media::Bytes => return None,
    };
    Some((body.media_types.first().map_or(body.media.usual(), String::as_str).to_owned(), text))
}

/// Pairs of names and values, each in its style.
fn form(body: &Body, value: &Wire) -> String {
    let Wire::Object(members) = value else { return String::new() };
    let pairs = members.iter().filter_map(|member| {
        let about = |wanted: Option<&str>| {
            body.encoding.iter().find(|encoding| encoding.wire_name.as_deref() == wanted)
        };
        let named = about(Some(&member.name)).or_else(|| about(None));
        let plain = Writing { explode: true, ..plain(&member.name, Location::Body) };
        let writing = match (named, &member.value) {
            (Some(encoding), _) => Writing { style: encoding.style, explode: encoding.explode, ..plain },
            (None, Wire::Object(_)) => Writing { style: Style::of(Notation::Json), ..plain },
            (None, _) => plain,
        };
        match &member.value {
            Wire::Null if member.empty => writing.write(&Wire::Text(String::new())),
            value => writing.write(value),
        }
    });
    pairs.collect::<Vec<_>>().join("&")
}
