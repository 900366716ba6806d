//! The body of a request beside its media type, which the description may leave to the caller.

use super::Body;
use http::HeaderValue;

/// A body and its type.
pub(super) struct Payload {
    /// The types of the description, with commas between them.
    pub(super) declared: &'static str,
    pub(super) media_type: MediaType,
    pub(super) body: Body,
}

/// The type of a body.
pub(super) enum MediaType {
    /// As the description has it.
    Fixed(&'static str),
    Own(HeaderValue),
}

impl MediaType {
    pub(super) fn fixed(&self) -> Option<&'static str> {
        match self {
            Self::Fixed(name) => Some(name),
            Self::Own(_) => None,
        }
    }
}

/// What is said of a media type that is no header.
pub(super) const ILLEGAL_TYPE: &str = "the body has no legal media type";

impl Payload {
    /// Whether the description leaves it to the caller what the bytes are.
    pub(super) fn has_choice(&self) -> bool {
        self.declared.contains(['*', ','])
    }
}

/// The types of a list with commas.
pub(super) fn media_types(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim)
}

/// Whether a media type is one of a range, parameters aside.
pub(super) fn covers(range: &str, name: &str) -> bool {
    let essence = |text: &str| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (range, name) = (essence(range), essence(name));
    match range.strip_suffix('*') {
        Some("*/") => name.contains('/'),
        Some(start) => name.strip_prefix(start).is_some_and(|rest| !rest.is_empty()),
        None => range == name,
    }
}
