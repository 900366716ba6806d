//! A request body.

use super::Slot;
use crate::report::Origin;

/// What an operation is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// How it is written.
    pub media: Media,
    /// What it holds.
    pub slot: Slot,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// Where it stands in the document.
    pub origin: Origin,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
}
