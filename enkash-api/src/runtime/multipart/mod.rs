//! A body of parts (RFC 7578): a part per member of an object, in the order of the description.
//!
//! A scalar is a part of text, without a type of its own: that is what a part without one is. An object is a part of
//! JSON, a list a part per item, a file a part of bytes. Where the description gives a member another media type,
//! that one is named, and a JSON type makes one part of the whole member.
//!
//! Invariant: no value can end its part or add a header: names are escaped as browsers do it, header values are
//! checked, and the boundary cannot be guessed and stands in no part whose bytes are at hand.

mod body;
mod boundary;

use self::body::Pieces;
use super::file::File;
use super::transport::Body;
use super::wire::parts::{Member, Part, each_item, each_member, inner_text, part};
use super::wire::{EncodeError, Field, View, Wire, json_text};
use http::{HeaderName, HeaderValue};

/// Writes an object as parts; gives the boundary as well.
///
/// # Errors
/// If the value is no object, a number is not finite, a list holds `null`, a header of a part is none, or a stream
/// has been sent before.
pub(super) fn multipart(value: &dyn Wire, encoding: &[Field]) -> Result<(Body, String), EncodeError> {
    let view = value.view();
    if !matches!(part(view)?, Part::Object) {
        return Err(EncodeError::new("a body of parts is made of an object"));
    }
    let mut parts = Vec::new();
    each_member(view, &mut |member| {
        let field = Field::of(encoding, member.name).copied().unwrap_or(Field::required(""));
        write_member(&member, &field, &mut parts)
            .map_err(|error| EncodeError::new(format!("`{}`: {error}", member.shown)))
    })?;
    let boundary = boundary::choose(|boundary| parts.iter().any(|part| part.holds(boundary)));
    let mut pieces = Pieces::default();
    for part in parts {
        pieces.text(format_args!("--{boundary}\r\n{}\r\n", part.head));
        pieces.body(part.content);
        pieces.text(format_args!("\r\n"));
    }
    pieces.text(format_args!("--{boundary}--\r\n"));
    Ok((pieces.into_body(), boundary))
}

/// One part, without the boundary in front.
struct Written {
    head: String,
    content: Body,
}

impl Written {
    fn holds(&self, boundary: &str) -> bool {
        let inside = |bytes: &[u8]| bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes());
        inside(self.head.as_bytes()) || self.content.as_bytes().is_some_and(|bytes| inside(bytes))
    }
}

fn write_member(member: &Member<'_>, field: &Field, parts: &mut Vec<Written>) -> Result<(), EncodeError> {
    let whole = is_json(field.media_type);
    match part_of(member.view)? {
        Part::List if !whole => {
            each_item(member.view, &mut |item| write_part(member.name, item, field, parts))
        }
        Part::Nothing => Ok(()),
        _ => write_part(member.name, member.view, field, parts),
    }
}

/// A file is a part of its own kind, whatever it holds.
fn part_of(view: View<'_>) -> Result<Part<'_>, EncodeError> {
    if let View::File(_) = view { Ok(Part::Text("".into())) } else { part(view) }
}

fn write_part(
    name: &str,
    view: View<'_>,
    field: &Field,
    parts: &mut Vec<Written>,
) -> Result<(), EncodeError> {
    if let View::File(file) = view {
        return write_file(name, file, field, parts);
    }
    let mut head = disposition(name, None);
    let declared = concrete(field.media_type);
    let text = match part(view)? {
        _ if declared.is_some_and(is_json) => json_text(view)?,
        Part::Object | Part::List => {
            media_type(declared.unwrap_or("application/json"), &mut head)?;
            json_text(view)?
        }
        Part::Nothing | Part::Text(_) => inner_text(view)?.into_owned(),
    };
    if let Some(declared) = declared.filter(|_| !head.contains("\r\ncontent-type: ")) {
        media_type(declared, &mut head)?;
    }
    parts.push(Written { head, content: text.into() });
    Ok(())
}

fn write_file(name: &str, file: &File, field: &Field, parts: &mut Vec<Written>) -> Result<(), EncodeError> {
    let mut head = disposition(name, Some(file.name().unwrap_or(name)));
    let declared = concrete(field.media_type).unwrap_or("application/octet-stream");
    media_type(file.media_type().unwrap_or(declared), &mut head)?;
    for (name, value) in file.headers() {
        let illegal = || EncodeError::new("a header of the part is none");
        let name = HeaderName::try_from(name).map_err(|_| illegal())?;
        header(name.as_str(), value, &mut head).map_err(|_| illegal())?;
    }
    let content = file.take().ok_or_else(|| EncodeError::new("the stream has been sent before"))?;
    parts.push(Written { head, content });
    Ok(())
}

/// The type, unless it is a range or a list: those are for the file to choose from.
fn concrete(media_type: &'static str) -> Option<&'static str> {
    (!media_type.is_empty() && !media_type.contains(['*', ','])).then_some(media_type)
}

pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

fn disposition(name: &str, file_name: Option<&str>) -> String {
    let mut head = format!("content-disposition: form-data; name=\"{}\"", escape(name));
    if let Some(file_name) = file_name {
        head.push_str(&format!("; filename=\"{}\"", escape(file_name)));
    }
    head.push_str("\r\n");
    head
}

/// As the HTML standard has it for a name in `content-disposition`.
fn escape(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}

fn media_type(media_type: &str, head: &mut String) -> Result<(), EncodeError> {
    header("content-type", media_type, head)
        .map_err(|_| EncodeError::new("the media type has characters that no header has"))
}

fn header(name: &str, value: &str, head: &mut String) -> Result<(), http::header::InvalidHeaderValue> {
    HeaderValue::try_from(value)?;
    head.push_str(&format!("{name}: {value}\r\n"));
    Ok(())
}

#[cfg(all(test, feature = "testing"))]
mod tests;
