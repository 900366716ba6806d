//! Scalars as text, and the two places of a request that hold bare text: a path segment and a header.

use super::{EncodeError, View, Wire};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;

/// Everything but RFC 3986's unreserved characters: what any server decodes to the same text, in a path, a
/// query and a form alike.
pub(super) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn percent_encode(text: &str, out: &mut String) {
    out.extend(utf8_percent_encode(text, RESERVED));
}

/// A scalar as text; `None` for what is no scalar.
pub(super) fn scalar_text<'a>(view: View<'a>) -> Option<Cow<'a, str>> {
    Some(match view {
        View::Bool(value) => Cow::Borrowed(if value { "true" } else { "false" }),
        View::Int(value) => Cow::Owned(value.to_string()),
        View::Uint(value) => Cow::Owned(value.to_string()),
        View::Float(value) if value.is_finite() => Cow::Owned(value.to_string()),
        View::Text(value) => Cow::Borrowed(value),
        View::Secret(value) => scalar_text(value.view())?,
        View::Any(value) => Cow::Owned(match value {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Bool(_) | serde_json::Value::Number(_) => value.to_string(),
            serde_json::Value::Null | serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
                return None;
            }
        }),
        View::Float(_) | View::Absent | View::Null | View::List(_) | View::Map(_) | View::Object(_) => {
            return None;
        }
    })
}

/// Visits a scalar, or each scalar of a list, as text.
///
/// # Errors
/// If there is anything else, named by what it is.
pub(super) fn each_text(view: View<'_>, visit: &mut dyn FnMut(&str)) -> Result<(), EncodeError> {
    let one = |view: View<'_>, visit: &mut dyn FnMut(&str)| {
        let text =
            scalar_text(view).ok_or_else(|| EncodeError(format!("{} is no plain text", kind(view))))?;
        visit(&text);
        Ok(())
    };
    match view {
        View::List(list) => {
            (0..).map_while(|index| list.at(index)).try_for_each(|item| one(item.view(), visit))
        }
        view => one(view, visit),
    }
}

fn kind(view: View<'_>) -> &'static str {
    match view {
        View::Absent => "a missing value",
        View::Null => "null",
        View::Float(_) => "a number that is not finite",
        View::List(_) => "a list inside a list",
        View::Map(_) | View::Object(_) | View::Any(_) => "a nested value",
        View::Bool(_) | View::Int(_) | View::Uint(_) | View::Text(_) | View::Secret(_) => "a scalar",
    }
}

/// Appends a path parameter, percent-encoded so that it stays inside its segment; a list is joined by commas
/// (OpenAPI style `simple`).
///
/// # Errors
/// If the value is empty or no scalar or list of scalars. The segments `.` and `..` are for the caller to
/// refuse, who knows what stands around the value.
pub fn encode_path_segment(value: &dyn Wire, out: &mut String) -> Result<(), EncodeError> {
    let start = out.len();
    let mut first = true;
    each_text(value.view(), &mut |text| {
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        percent_encode(text, out);
    })?;
    if out.len() == start { Err(EncodeError("the value is empty".to_owned())) } else { Ok(()) }
}

/// A header's value; a list is joined by commas (OpenAPI style `simple`). `None` if there is nothing to send.
///
/// # Errors
/// If the value is no scalar or list of scalars. Whether its characters may stand in a header is for the
/// HTTP library to say.
pub fn encode_header(value: &dyn Wire) -> Result<Option<String>, EncodeError> {
    let view = value.view();
    if matches!(view, View::Absent | View::Null) {
        return Ok(None);
    }
    let mut out: Option<String> = None;
    each_text(view, &mut |text| match &mut out {
        Some(out) => {
            out.push(',');
            out.push_str(text);
        }
        None => out = Some(text.to_owned()),
    })?;
    Ok(out)
}

#[cfg(test)]
mod tests;
