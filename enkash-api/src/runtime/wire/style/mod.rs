//! The styles of OpenAPI: how a value becomes text in a path, a query, a header, a cookie or a form.
//!
//! The rules are those of RFC 6570 as OpenAPI 3.0.4 and 3.1.1 spell them out in their table of style examples; a test
//! holds that table. Where the specification leaves a case open, this is what is sent: a list or an object inside
//! one is compact JSON; lists inside of `deepObject` are numbered (`a[0]=x`); `explode` with `spaceDelimited` or
//! `pipeDelimited` is a pair per item; several cookies of one parameter stand apart by `; `.

use super::parts::{Part, each_item, each_member, inner_text, part, present};
use super::text::{Escape, percent_encode};
use super::{EncodeError, Field, View, Wire};
use std::fmt::Write as _;

/// How a parameter or a member of a form is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// Style `simple` in a path or header, `form` elsewhere.
    #[default]
    Plain,
    /// Style `label`, in a path.
    Label,
    /// Style `matrix`, in a path.
    Matrix,
    /// Style `spaceDelimited`.
    Spaces,
    /// Style `pipeDelimited`.
    Pipes,
    /// Style `deepObject`.
    Deep,
    /// JSON as text.
    Json,
}

/// One row of RFC 6570 §3.2.1, as far as OpenAPI uses it.
struct Expansion<'a> {
    name: &'a str,
    explode: bool,
    /// In front of everything.
    first: &'static str,
    /// Between what stands apart.
    separator: &'static str,
    /// Between what stands together.
    joiner: &'static str,
    named: bool,
    /// Behind a name whose value is empty.
    empty: &'static str,
    escape: Escape,
}

/// Appends one parameter to a query that is empty or ends with a pair; `null`, what is absent, and an empty list are
/// not sent.
///
/// # Errors
/// If a number is not finite, or a list holds `null`.
pub fn encode_query(field: &Field, value: &dyn Wire, out: &mut String) -> Result<(), EncodeError> {
    query_view(field, field.name, value.view(), out)
        .map_err(|EncodeError(reason)| EncodeError(format!("`{}`: {reason}", field.name)))
}

pub(super) fn query_view(
    field: &Field,
    name: &str,
    view: View<'_>,
    out: &mut String,
) -> Result<(), EncodeError> {
    let Some(view) = present(field, view) else { return Ok(()) };
    let escape = if field.reserved { Escape::Reserved } else { Escape::All };
    match field.notation {
        Notation::Deep => {
            let mut path = name.to_owned();
            deep(&mut path, view, escape, out)
        }
        notation => Expansion {
            name,
            explode: field.explode,
            first: if out.is_empty() { "" } else { "&" },
            separator: "&",
            joiner: match notation {
                Notation::Spaces => "%20",
                Notation::Pipes => "%7C",
                _ => ",",
            },
            named: true,
            empty: "=",
            escape,
        }
        .append(notation, view, out),
    }
}

/// Appends one parameter to the header `cookie`. Values are percent-encoded, as style `form` is, so that none can
/// end its cookie.
///
/// # Errors
/// As [`encode_query`].
pub fn encode_cookie(field: &Field, value: &dyn Wire, out: &mut String) -> Result<(), EncodeError> {
    let Some(view) = present(field, value.view()) else { return Ok(()) };
    let first = if out.is_empty() { "" } else { "; " };
    Expansion {
        name: field.name,
        explode: field.explode,
        first,
        separator: "; ",
        joiner: ",",
        named: true,
        empty: "=",
        escape: Escape::All,
    }
    .append(field.notation, view, out)
}

/// Appends a path parameter, percent-encoded so that it stays inside its segment.
///
/// # Errors
/// If the value is empty where that would leave nothing of it, and as [`encode_query`]. The segments `.` and `..` are
/// for the caller to refuse, who knows what stands around the value.
pub fn encode_path(field: &Field, value: &dyn Wire, out: &mut String) -> Result<(), EncodeError> {
    let start = out.len();
    let row = |first, separator, named| Expansion {
        name: field.name,
        explode: field.explode,
        first,
        separator,
        joiner: ",",
        named,
        empty: "",
        escape: Escape::All,
    };
    let row = match field.notation {
        Notation::Label => row(".", ".", false),
        Notation::Matrix => row(";", ";", true),
        _ => row("", ",", false),
    };
    row.append(field.notation, value.view(), out)?;
    if out.len() == start { Err(EncodeError("the value is empty".to_owned())) } else { Ok(()) }
}

/// A header's value in style `simple`. `None` if there is nothing to send.
///
/// # Errors
/// As [`encode_query`]. Whether the characters may stand in a header is for the HTTP library to say.
pub fn encode_header(field: &Field, value: &dyn Wire) -> Result<Option<String>, EncodeError> {
    let Some(view) = present(field, value.view()) else { return Ok(None) };
    if matches!(part(view)?, Part::Nothing) {
        return Ok(None);
    }
    let mut out = String::new();
    let row = Expansion {
        name: field.name,
        explode: field.explode,
        first: "",
        separator: ",",
        joiner: ",",
        named: false,
        empty: "",
        escape: if field.notation == Notation::Json { Escape::Ascii } else { Escape::Nothing },
    };
    row.append(field.notation, view, &mut out)?;
    // A list without items is no header; a text without characters is an empty one.
    Ok((!out.is_empty() || matches!(part(view)?, Part::Text(_))).then_some(out))
}

impl Expansion<'_> {
    fn append(&self, notation: Notation, view: View<'_>, out: &mut String) -> Result<(), EncodeError> {
        if notation == Notation::Json {
            out.push_str(self.first);
            self.pair(self.name, self.named, &super::encode::json_text(view)?, out);
            return Ok(());
        }
        let mut started = false;
        let mut start = |out: &mut String, between: &str| {
            let first = !std::mem::replace(&mut started, true);
            out.push_str(if first { self.first } else { between });
            first
        };
        match part(view)? {
            Part::Nothing => Ok(()),
            Part::Text(text) => {
                out.push_str(self.first);
                self.pair(self.name, self.named, &text, out);
                Ok(())
            }
            Part::List => each_item(view, &mut |item| {
                let text = inner_text(item)?;
                if self.explode {
                    start(out, self.separator);
                    self.pair(self.name, self.named, &text, out);
                } else {
                    if start(out, self.joiner) {
                        self.opening(out);
                    }
                    self.escape.append(&text, out);
                }
                Ok(())
            }),
            Part::Object => each_member(view, &mut |member| {
                let text = inner_text(member.view)?;
                if self.explode {
                    start(out, self.separator);
                    self.escape_name(member.name, out);
                    out.push('=');
                } else {
                    if start(out, self.joiner) {
                        self.opening(out);
                    }
                    self.escape_name(member.name, out);
                    out.push_str(self.joiner);
                }
                self.escape.append(&text, out);
                Ok(())
            }),
        }
    }

    fn pair(&self, name: &str, named: bool, text: &str, out: &mut String) {
        if named {
            self.escape_name(name, out);
            out.push_str(if text.is_empty() { self.empty } else { "=" });
        }
        self.escape.append(text, out);
    }

    fn opening(&self, out: &mut String) {
        if self.named {
            self.escape_name(self.name, out);
            out.push('=');
        }
    }

    /// A name is never read as a delimiter, whatever its value may hold.
    fn escape_name(&self, name: &str, out: &mut String) {
        match self.escape {
            Escape::Reserved => _ = percent_encode(name, out),
            escape => escape.append(name, out),
        }
    }
}

/// Style `deepObject`: a pair per scalar, its name the way to it.
fn deep(path: &mut String, view: View<'_>, escape: Escape, out: &mut String) -> Result<(), EncodeError> {
    let length = path.len();
    match part(view)? {
        Part::Nothing => {}
        Part::Text(text) => {
            if !out.is_empty() {
                out.push('&');
            }
            percent_encode(path, out);
            out.push('=');
            escape.append(&text, out);
        }
        Part::List => {
            let mut index = 0_usize;
            each_item(view, &mut |item| {
                _ = write!(path, "[{index}]");
                index += 1;
                let outcome = deep(path, item, escape, out);
                path.truncate(length);
                outcome
            })?;
        }
        Part::Object => each_member(view, &mut |member| {
            _ = write!(path, "[{}]", member.name);
            let outcome = deep(path, member.view, escape, out);
            path.truncate(length);
            outcome
        })?,
    }
    Ok(())
}

#[cfg(test)]
mod tests;
