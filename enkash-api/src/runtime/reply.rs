//! From the body of a declared answer to a value.

use super::reading::{ContentType, Reading};
use super::response::Parts;
use super::stream::ByteStream;
use super::wire::{
    Blank, DecodeError, Wire, decode_foreign, decode_foreign_bytes, decode_foreign_text, decode_into,
    decode_plain, encode_json, encode_plain,
};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// A declared answer on its way into a value.
pub struct Incoming {
    pub(super) index: usize,
    pub(super) format: Reading,
    /// What it came with.
    pub(super) parts: Parts,
    /// The whole body; empty if it is a stream.
    pub(super) body: Bytes,
    /// What is still to come, for an answer that is handed out before it has arrived.
    pub(super) stream: Option<ByteStream>,
}

impl Incoming {
    /// A body in JSON; for tests.
    #[cfg(test)]
    pub(super) fn json(index: usize, body: &'static [u8]) -> Self {
        let parts = Parts::new(http::StatusCode::OK, http::HeaderMap::new());
        Self { index, format: Reading::Json, parts, body: Bytes::from_static(body), stream: None }
    }

    /// The entry of [`Meta::success`](super::Meta::success) or [`Meta::failure`](super::Meta::failure) that
    /// the status matched.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The format that the body has, `Labelled` being decided.
    pub fn format(&self) -> Reading {
        match self.format {
            Reading::Labelled if self.content_type().is_json() => Reading::Json,
            Reading::Labelled => Reading::Text,
            format => format,
        }
    }

    /// What the answer calls itself; looked at only where that decides something.
    pub(super) fn content_type(&self) -> ContentType {
        ContentType::of(&self.parts.headers)
    }

    /// The body as text.
    ///
    /// # Errors
    /// If it is not UTF-8, and the answer does not say that it is ISO 8859-1.
    pub fn text(&self) -> Result<Cow<'_, str>, DecodeError> {
        if self.content_type().is_latin1() {
            return Ok(self.body.iter().map(|&byte| char::from(byte)).collect());
        }
        let text = std::str::from_utf8(&self.body)
            .map_err(|error| DecodeError::no_text(&self.body, error.valid_up_to()))?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text).into())
    }

    /// Reads the body into a value, as JSON or as text.
    fn fill(&self, into: &mut dyn Wire) -> Result<(), DecodeError> {
        match self.format() {
            Reading::Json if self.body.is_empty() => Err(DecodeError::new("the body is empty")),
            Reading::Json => decode_into(&self.body, into),
            Reading::Text | Reading::Labelled => decode_plain(&self.text()?, into),
            Reading::Bytes | Reading::Events | Reading::Lines => Err(DecodeError::undeclared()),
        }
    }

    /// Reads the body into a type of the user's, which serde knows: from JSON, or from the text or the bytes that
    /// the body is.
    ///
    /// # Errors
    /// If the body is not of the type's shape, or is a stream.
    pub fn read_foreign<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        match self.format() {
            Reading::Json => decode_foreign(&self.body),
            Reading::Text | Reading::Labelled => decode_foreign_text(&self.text()?),
            Reading::Bytes => decode_foreign_bytes(&self.body),
            Reading::Events | Reading::Lines => {
                Err(DecodeError::new("the answer is a stream, which only the generated type reads"))
            }
        }
    }

    /// The stream that an answer is handed out as; a body that has arrived is one as well.
    pub(super) fn take_stream(&mut self) -> ByteStream {
        self.stream.take().unwrap_or_else(|| ByteStream::whole(self.body.clone()))
    }
}

/// A type that an answer's body is read into.
pub trait Reply: Sized {
    /// Reads the body.
    ///
    /// # Errors
    /// If the body is not of the described shape.
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError>;

    /// The entry of its list of statuses that the value belongs to. Mocks answer with it.
    fn index(&self) -> usize {
        0
    }

    /// The value as a body again, which mocks answer with. `None` if it has no form on the wire.
    fn write(&self, format: Reading) -> Option<Vec<u8>> {
        _ = format;
        None
    }
}

/// An answer without a body; if there is one, it is ignored.
impl Reply for () {
    fn read(_: &mut Incoming) -> Result<Self, DecodeError> {
        Ok(())
    }
    fn write(&self, _: Reading) -> Option<Vec<u8>> {
        Some(Vec::new())
    }
}

/// A body in JSON, or in plain text.
impl<T: Wire + Blank> Reply for T {
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError> {
        let mut value = T::blank();
        answer.fill(&mut value)?;
        Ok(value)
    }
    fn write(&self, format: Reading) -> Option<Vec<u8>> {
        write(self, format)
    }
}

fn write(value: &dyn Wire, format: Reading) -> Option<Vec<u8>> {
    match format {
        Reading::Json | Reading::Labelled => encode_json(value).ok(),
        Reading::Text => encode_plain(value).map(String::into_bytes),
        Reading::Bytes | Reading::Events | Reading::Lines => None,
    }
}

/// A body as it is.
impl Reply for Bytes {
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError> {
        Ok(answer.body.clone())
    }
    fn write(&self, _: Reading) -> Option<Vec<u8>> {
        Some(self.to_vec())
    }
}

/// The failure of an operation that declares none; there is no value of it.
#[derive(Clone, Copy, Debug)]
pub enum Undeclared {}

impl Reply for Undeclared {
    fn read(_: &mut Incoming) -> Result<Self, DecodeError> {
        Err(DecodeError::undeclared())
    }
}

impl Reply for std::convert::Infallible {
    fn read(_: &mut Incoming) -> Result<Self, DecodeError> {
        Err(DecodeError::undeclared())
    }
}

#[cfg(test)]
mod tests;
