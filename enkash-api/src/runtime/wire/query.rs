//! The `application/x-www-form-urlencoded` body.
//!
//! A member is a pair; a list is a pair per item; anything deeper is JSON, as the specification has it for a member
//! whose `encoding` names no style.

use super::parts::{Member, Part, each_member, part};
use super::style::query_view;
use super::text::{holds_nul, percent_encode};
use super::{EncodeError, Field, View, Wire};

/// Writes an object as a form, members in the order of the description.
///
/// # Errors
/// If the value is no object, a number is not finite, or a list holds `null`.
pub fn encode_form(value: &dyn Wire) -> Result<String, EncodeError> {
    form(value, &[]).map(|(form, _)| form)
}

/// The same, some members in a style of their own. A field of `encoding` is about the member of its name; that of
/// [`Field::others`] about all that are not named.
///
/// # Errors
/// As [`encode_form`], and if a value holds a NUL.
pub fn encode_form_as(value: &dyn Wire, encoding: &[Field]) -> Result<String, EncodeError> {
    match form(value, encoding)? {
        (form, false) => Ok(form),
        (_, true) => Err(EncodeError("a value holds a NUL, at which servers cut".to_owned())),
    }
}

/// A form, and whether a NUL is in it.
fn form(value: &dyn Wire, encoding: &[Field]) -> Result<(String, bool), EncodeError> {
    let view = value.view();
    if !matches!(part(view)?, Part::Object) {
        return Err(EncodeError("a form is made of an object".to_owned()));
    }
    // Most forms are shorter, and grow no more.
    let mut out = String::with_capacity(256);
    let mut nul = false;
    each_member(view, &mut |member| {
        nul |= append(&member, encoding, &mut out)?;
        Ok(())
    })?;
    Ok((out, nul))
}

/// Whether what was appended holds a NUL.
fn append(member: &Member<'_>, encoding: &[Field], out: &mut String) -> Result<bool, EncodeError> {
    if let Some(text) = text(member.view).filter(|_| encoding.is_empty()) {
        // What nearly every member is.
        if !out.is_empty() {
            out.push('&');
        }
        // What stays as it is holds none.
        let mut name = false;
        if member.is_plain {
            out.push_str(member.name);
        } else {
            name = percent_encode(member.name, out) && member.name.contains('\0');
        }
        out.push('=');
        let value = percent_encode(text, out) && text.contains('\0');
        return Ok(name || value);
    }
    let start = out.len();
    let plain = Field::required("");
    let field = match Field::of(encoding, member.name) {
        Some(field) => *field,
        None if matches!(part(member.view), Ok(Part::Object)) => plain.json(),
        None => plain,
    };
    // The name of an entry is data, which no error shows.
    query_view(&field, member.name, member.view, out)
        .map_err(|EncodeError(reason)| EncodeError(format!("`{}`: {reason}", member.shown)))?;
    Ok(holds_nul(&out[start..]))
}

fn text(view: View<'_>) -> Option<&str> {
    match view {
        View::Text(text) => Some(text),
        View::Secret(value) => text(value.view()),
        _ => None,
    }
}

impl Field {
    /// The field about a member, in a list of those that have an encoding of their own.
    pub(in super::super) fn of<'e>(encoding: &'e [Self], name: &str) -> Option<&'e Self> {
        let about = |wanted: &str| encoding.iter().find(|field| field.name == wanted);
        about(name).or_else(|| about(Self::OTHERS))
    }
}

#[cfg(test)]
mod tests;
