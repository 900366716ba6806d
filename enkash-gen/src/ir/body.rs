//! A request body.

use super::{Limits, Slot, Style};
use crate::report::Origin;

/// What an operation is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// How it is written.
    pub media: Media,
    /// The media types that it is sent as. There is at least one; only bytes have more, or ranges such as `image/*`.
    pub media_types: Vec<String>,
    /// The members of a form or of parts that are written in a way of their own.
    pub encoding: Vec<Encoding>,
    /// What it holds.
    pub slot: Slot,
    /// What its schema says beyond the shape.
    pub limits: Limits,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// Where it stands in the document.
    pub origin: Origin,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Media {
    /// As JSON.
    Json,
    /// As `name=value` pairs.
    Form,
    /// As parts.
    Multipart,
    /// As text, which the caller writes where it is more than a scalar.
    Text,
    /// As bytes or a stream of the caller's.
    Bytes,
}

impl Media {
    /// The media type of bodies that need not say which.
    pub const fn usual(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
            Self::Text => "text/plain",
            Self::Bytes => "application/octet-stream",
        }
    }
}

/// How one member of a form or of parts is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoding {
    /// The member; `None` for all that have none of their own.
    pub wire_name: Option<String>,
    /// Its style, in a form.
    pub style: Style,
    /// Whether a list or an object is several pairs, in a form.
    pub explode: bool,
    /// Its media type, as a part.
    pub media_type: Option<String>,
}
