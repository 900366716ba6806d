//! The section that says in prose which credentials a request carries.

use super::{Became, Confidence, Fact, line::Line, reader::Reader, skeleton};

/// The schemes that a page can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// User name and password, RFC 7617.
    Basic,
    /// A token, RFC 6750.
    Bearer,
}

impl Scheme {
    /// The scheme of a value of the header, such as `Basic ****`.
    pub(super) fn of_value(value: &str) -> Option<Self> {
        let (word, _) = value.split_once(' ').unwrap_or((value, ""));
        match word.to_ascii_lowercase().as_str() {
            "basic" => Some(Self::Basic),
            "bearer" => Some(Self::Bearer),
            _ => None,
        }
    }

    /// `basic` or `bearer`: the scheme as a description spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Bearer => "bearer",
        }
    }
}

const OPENINGS: [&str; 3] =
    ["Send your HTTP requests with an", "Provide your bearer token in the", "Provide your bearer token"];

/// Whether the section begins here, and not a header of the same name.
pub(super) fn starts(lines: &[Line], at: usize) -> bool {
    let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    text(at) == "Authorization" && OPENINGS.iter().any(|opening| text(at + 1).starts_with(opening))
}

/// Reads the section; gives what it asks for and the index behind it.
pub(super) fn read(reader: &mut Reader, start: usize, end: usize) -> (Option<Fact<Scheme>>, usize) {
    let is_other = |text: &str| skeleton::is_list_label(text) || skeleton::is_samples_label(text);
    reader.mark(start, Became::Label);
    let mut scheme = None;
    let mut at = start + 1;
    while at < end && !is_other(reader.text(at)) {
        let text = reader.text(at);
        let (became, found) = if let Some(value) = text.strip_prefix("Authorization: ") {
            (Became::Fact, Scheme::of_value(value.trim()))
        } else if text == "Example:" {
            (Became::Label, None)
        } else if text == "Authorization" || OPENINGS.contains(&text) {
            (Became::Description, None)
        } else if text.contains("word Basic") {
            (Became::Fact, Some(Scheme::Basic))
        } else if text.contains("bearer token") || text.starts_with("header when making requests") {
            (Became::Fact, Some(Scheme::Bearer))
        } else {
            break;
        };
        reader.mark(at, became);
        if scheme.is_none() {
            scheme = found.map(|scheme| Fact::new(scheme, reader.source(at, Confidence::High)));
        }
        at += 1;
    }
    if scheme.is_none() && reader.text(start + 1).starts_with("Provide your bearer token") {
        scheme = Some(Fact::new(Scheme::Bearer, reader.source(start + 1, Confidence::High)));
    }
    (scheme, at)
}
