//! Reading JSON into a type that serde knows and we do not.

use super::DecodeError;
use serde::de::value::{self, BytesDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::error::Category;

/// Reads one JSON document into a type of the user's.
///
/// # Errors
/// If the bytes are no JSON, or not of the type's shape. The error says where; what serde says of the value is left
/// out, since it repeats it.
pub fn decode_foreign<T: DeserializeOwned>(json: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(json).map_err(|error| {
        let message = match error.classify() {
            Category::Data => "the value is not of the type's shape",
            Category::Eof => "the document ends too early",
            Category::Syntax | Category::Io => "the document is no JSON",
        };
        DecodeError::at(message, error.line(), error.column())
    })
}

/// Reads bare text into a type of the user's.
///
/// # Errors
/// If the type takes no text.
pub(in super::super) fn decode_foreign_text<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    let text: StrDeserializer<'_, value::Error> = text.into_deserializer();
    T::deserialize(text).map_err(|_| DecodeError::new("the text is not of the type's shape"))
}

/// Reads bytes into a type of the user's.
///
/// # Errors
/// If the type takes no bytes.
pub(in super::super) fn decode_foreign_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    let bytes: BytesDeserializer<'_, value::Error> = bytes.into_deserializer();
    T::deserialize(bytes).map_err(|_| DecodeError::new("the bytes are not of the type's shape"))
}

#[cfg(test)]
mod tests {
    use super::decode_foreign;

    #[test]
    fn error_says_where_and_not_what() {
        for (json, expected) in [
            (&br#"{"a":"canary"}"#[..], "the value is not of the type's shape, line 1 column 13"),
            (br#"{"a":"#, "the document ends too early, line 1 column 5"),
            (b"<html>", "the document is no JSON, line 1 column 1"),
        ] {
            let error =
                decode_foreign::<std::collections::BTreeMap<String, u8>>(json).expect_err("a bad document");
            assert_eq!(error.to_string(), expected);
        }
    }
}
