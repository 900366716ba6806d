//! The styles of OpenAPI, as far as made-up values need them: what the run time makes of a value in a path, a query, a
//! header, a cookie or a form.

use super::wire::{Member, Wire};
use crate::ir::{Field, Location, Notation, Style};

/// What happens to the characters of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escape {
    /// All but unreserved ones are percent-encoded.
    All,
    /// Reserved ones stay, but for those that would end the value.
    Reserved,
    Nothing,
}

/// How one parameter, or one member of a form, is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writing<'a> {
    pub(super) name: &'a str,
    pub(super) location: Location,
    pub(super) style: Style,
    pub(super) explode: bool,
}

impl<'a> Writing<'a> {
    pub(super) fn of(field: &'a Field) -> Self {
        Self { name: &field.wire_name, location: field.location, style: field.style, explode: field.explode }
    }

    /// What is sent; what stands apart in a query or a form has `&` in between. `None` if nothing is.
    pub(super) fn write(self, value: &Wire) -> Option<String> {
        match (self.style.notation, value) {
            (_, Wire::Null) => None,
            (Notation::Json, value) => Some(self.pair(&value.json())),
            (Notation::Deep, value) => {
                let mut pairs = Vec::new();
                self.deep(self.name, value, &mut pairs);
                (!pairs.is_empty()).then(|| pairs.join("&"))
            }
            (_, Wire::List(items)) => {
                let items = items.iter().map(Wire::text);
                self.several(
                    items.map(|item| if self.explode { self.pair(&item) } else { self.escape(&item) }),
                )
            }
            (_, Wire::Object(members)) => {
                let joiner = if self.explode { "=" } else { self.joiner() };
                let members = members.iter().filter_map(|member| Some((&member.name, present(member)?)));
                self.several(members.map(|(name, value)| {
                    format!("{}{joiner}{}", self.escape_name(name), self.escape(&value))
                }))
            }
            (_, value) => Some(format!("{}{}", self.first(), self.pair(&value.text()))),
        }
    }

    /// What stands apart, or together behind one name.
    fn several(self, parts: impl Iterator<Item = String>) -> Option<String> {
        let parts: Vec<_> = parts.collect();
        if parts.is_empty() {
            return None;
        }
        let named = if self.is_named() && !self.explode {
            format!("{}=", self.escape_name(self.name))
        } else {
            String::new()
        };
        let between = if self.explode { self.separator() } else { self.joiner() };
        Some(format!("{}{named}{}", self.first(), parts.join(between)))
    }

    fn pair(self, text: &str) -> String {
        match (self.is_named(), text.is_empty() && self.location == Location::Path) {
            (false, _) => self.escape(text),
            (true, true) => self.escape_name(self.name),
            (true, false) => format!("{}={}", self.escape_name(self.name), self.escape(text)),
        }
    }

    fn first(self) -> &'static str {
        match self.style.notation {
            Notation::Label => ".",
            Notation::Matrix => ";",
            _ => "",
        }
    }

    fn separator(self) -> &'static str {
        match (self.location, self.style.notation) {
            (_, Notation::Label) => ".",
            (_, Notation::Matrix) => ";",
            (Location::Path | Location::Header, _) => ",",
            (Location::Cookie, _) => "; ",
            (Location::Body | Location::Query, _) => "&",
        }
    }

    fn joiner(self) -> &'static str {
        match self.style.notation {
            Notation::Spaces => "%20",
            Notation::Pipes => "%7C",
            _ => ",",
        }
    }

    fn is_named(self) -> bool {
        match self.location {
            Location::Path => self.style.notation == Notation::Matrix,
            Location::Header => false,
            Location::Body | Location::Query | Location::Cookie => true,
        }
    }

    fn escape(self, text: &str) -> String {
        let escape = match self.location {
            Location::Header => Escape::Nothing,
            Location::Body | Location::Query if self.style.reserved => Escape::Reserved,
            _ => Escape::All,
        };
        match escape {
            Escape::Nothing if self.style.notation == Notation::Json => beyond_ascii(text),
            Escape::Nothing => text.to_owned(),
            Escape::All => percent_encoded(text, ""),
            Escape::Reserved => reserved(text),
        }
    }

    fn escape_name(self, name: &str) -> String {
        if self.location == Location::Header { name.to_owned() } else { percent_encoded(name, "") }
    }

    fn deep(self, path: &str, value: &Wire, pairs: &mut Vec<String>) {
        match value {
            Wire::Null => {}
            Wire::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.deep(&format!("{path}[{index}]"), item, pairs);
                }
            }
            Wire::Object(members) => {
                for member in members {
                    let empty = Wire::Text(String::new());
                    let value =
                        if member.value == Wire::Null && member.empty { &empty } else { &member.value };
                    self.deep(&format!("{path}[{}]", member.name), value, pairs);
                }
            }
            value => pairs.push(format!("{}={}", percent_encoded(path, ""), self.escape(&value.text()))),
        }
    }
}

/// The text of a member that has a value.
fn present(member: &Member) -> Option<String> {
    match &member.value {
        Wire::Null => member.empty.then(String::new),
        value => Some(value.text()),
    }
}

/// RFC 3986's unreserved characters stay, and those of `kept`.
pub(super) fn percent_encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-._~".contains(c) || (byte.is_ascii() && kept.contains(c)) {
            out.push(c);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Reserved expansion (RFC 6570 §3.2.3), but for `#`, `&` and `+`.
fn reserved(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('%').enumerate() {
        if index > 0 {
            let triplet = part.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
            out.push_str(if triplet { "%" } else { "%25" });
        }
        out.push_str(&percent_encoded(part, "!$'()*,/:;=?@[]"));
    }
    out
}

/// JSON in a header, which has no other characters.
fn beyond_ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|half| out.push_str(&format!("\\u{half:04x}")));
        }
    }
    out
}
