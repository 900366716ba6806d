//! Scalars as text, and how text is escaped.

use super::parts::inner_text;
use super::{EncodeError, View, Wire};
use crate::runtime::File;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;
use std::fmt::Write as _;

/// Everything but RFC 3986's unreserved characters: what any server decodes to the same text, in a path, a
/// query and a form alike.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Appends text, percent-encoded. `false` if nothing of it had to be.
pub(in super::super) fn percent_encode(text: &str, out: &mut String) -> bool {
    // Few values have anything to encode, and only from there on is each byte worth a longer look.
    let Some(at) = text.bytes().position(|byte| !UNRESERVED[usize::from(byte)]) else {
        out.push_str(text);
        return false;
    };
    // What is plain is ASCII, so that a character begins behind it.
    let (plain, rest) = text.split_at(at);
    out.push_str(plain);
    out.extend(utf8_percent_encode(rest, RESERVED));
    true
}

/// Whether nothing of a text would be percent-encoded.
pub(super) const fn is_unreserved(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !UNRESERVED[bytes[at] as usize] {
            return false;
        }
        at += 1;
    }
    true
}

/// Which bytes are what [`RESERVED`] leaves out.
const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

/// Whether text that is percent-encoded holds a NUL. Every encoder writes it like that, and a `%` of the value itself as
/// `%25`.
pub(in super::super) fn holds_nul(encoded: &str) -> bool {
    if encoded.is_empty() {
        return false;
    }
    encoded.split('%').skip(1).any(|rest| rest.starts_with("00"))
}

/// What happens to the characters of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    /// All but the unreserved ones are percent-encoded.
    All,
    /// Reserved expansion (RFC 6570 §3.2.3): reserved characters and what is percent-encoded already stay. `#`, `&`
    /// and `+` do not: in a query the first two would end the value, and the last one is read as a space.
    Reserved,
    /// They stay.
    Nothing,
    /// They stay; beyond ASCII they are JSON's escapes.
    Ascii,
}

/// What stays under [`Escape::Reserved`].
const KEPT: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'?')
    .remove(b'@')
    .remove(b'[')
    .remove(b']');

impl Escape {
    pub(super) fn append(self, text: &str, out: &mut String) {
        match self {
            Self::All => _ = percent_encode(text, out),
            Self::Nothing => out.push_str(text),
            Self::Reserved => {
                let mut rest = text;
                while let Some(at) = rest.find('%') {
                    let (before, after) = rest.split_at(at);
                    out.extend(utf8_percent_encode(before, KEPT));
                    let is_triplet = after.as_bytes().get(1..3).is_some_and(is_hex);
                    out.push_str(if is_triplet { "%" } else { "%25" });
                    rest = &after[1..];
                }
                out.extend(utf8_percent_encode(rest, KEPT));
            }
            Self::Ascii => {
                for unit in text.chars() {
                    if unit.is_ascii() {
                        out.push(unit);
                    } else {
                        for half in unit.encode_utf16(&mut [0; 2]) {
                            _ = write!(out, "\\u{half:04x}");
                        }
                    }
                }
            }
        }
    }
}

fn is_hex(digits: &[u8]) -> bool {
    digits.iter().all(u8::is_ascii_hexdigit)
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
        View::File(file) => Cow::Borrowed(file_text(file)?),
        View::Float(_) | View::Absent | View::Null | View::List(_) | View::Map(_) | View::Object(_) => {
            return None;
        }
    })
}

/// The content of a file as text, which it is outside of a body of parts; `None` if it is none.
pub(super) fn file_text(file: &File) -> Option<&str> {
    std::str::from_utf8(file.bytes()?).ok()
}

pub(super) fn kind(view: View<'_>) -> &'static str {
    match view {
        View::Absent => "a missing value",
        View::Null => "null",
        View::Float(_) => "a number that is not finite",
        View::List(_) => "a list inside a list",
        View::Map(_) | View::Object(_) | View::Any(_) => "a nested value",
        View::File(_) => "a file of anything but text",
        View::Bool(_) | View::Int(_) | View::Uint(_) | View::Text(_) | View::Secret(_) => "a scalar",
    }
}

/// A body of text: a scalar as it is, anything deeper as JSON.
///
/// # Errors
/// If there is no value, or a number that is not finite.
pub(in super::super) fn body_text(value: &dyn Wire) -> Result<String, EncodeError> {
    inner_text(value.view()).map(Cow::into_owned)
}
