//! How a body is written, where that is not plain JSON or a plain form.

use super::multipart::multipart;
use super::transport::Body;
use super::wire::{EncodeError, Field, Wire, body_text, encode_form_as, encode_json};

/// How a body is written, and the media type that it is sent as.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// JSON.
    Json(&'static str),
    /// `name=value` pairs; the fields say which members are written in a way of their own.
    Form(&'static str, &'static [Field]),
    /// A part per member; the fields say which parts have a media type of their own.
    Multipart(&'static str, &'static [Field]),
    /// Text.
    Text(&'static str),
}

impl Format {
    /// The media type of the description; that of multipart still lacks its boundary.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Json(name) | Self::Form(name, _) | Self::Multipart(name, _) | Self::Text(name) => name,
        }
    }

    /// Writes a value: the body, and the boundary of its parts if it has some.
    pub(super) fn write(self, value: &dyn Wire) -> Result<(Body, Option<String>), EncodeError> {
        let bytes = match self {
            Self::Json(_) => encode_json(value)?,
            Self::Form(_, encoding) => encode_form_as(value, encoding)?.into_bytes(),
            Self::Text(_) => body_text(value)?.into_bytes(),
            Self::Multipart(_, encoding) => {
                return multipart(value, encoding).map(|(body, boundary)| (body, Some(boundary)));
            }
        };
        Ok((Body::from(bytes), None))
    }
}
