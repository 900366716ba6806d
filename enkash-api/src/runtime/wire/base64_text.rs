//! Bytes as text in base64 (`format: byte`).

use super::kept_text::{Malformed, kept_text};
use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};

/// With or without padding: what is missing of it is no loss.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Bytes that travel as text in base64 (RFC 4648, section 4).
///
/// The text of a server is kept as it came, and is decoded on demand.
///
/// ```text
/// let value = Base64::encode(b"text");
/// assert_eq!(value.as_str(), "dGV4dA==");
/// assert_eq!(value.decode()?, b"text");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64(String);

const EXPECTED: &str = "bytes in base64 such as `dGV4dA==`";

kept_text!(
    Base64,
    is_well_formed = is_base64,
    takes = |_| true,
    expected = "bytes in base64 such as `dGV4dA==`"
);

impl Base64 {
    /// Writes bytes in the standard alphabet, padded.
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self(STANDARD.encode(bytes))
    }

    /// The bytes. Padding may be missing, lines may be broken, and the alphabet for URLs is read as well.
    ///
    /// # Errors
    /// If the text is not base64.
    pub fn decode(&self) -> Result<Vec<u8>, Malformed> {
        decode(&self.0).ok_or(Malformed { expected: EXPECTED })
    }
}

fn is_base64(text: &str) -> bool {
    decode(text).is_some()
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let standard: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        })
        .collect();
    LENIENT.decode(standard).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::wire::{decode_json, encode_json};

    #[test]
    fn bytes_come_back_from_every_usual_spelling() {
        for (text, bytes) in [
            ("", Some(&b""[..])),
            ("dGV4dA==", Some(b"text")),
            ("dGV4dA", Some(b"text")),
            ("dGV4\r\ndA==", Some(b"text")),
            ("+/+/", Some(&[0xfb, 0xff, 0xbf])),
            ("-_-_", Some(&[0xfb, 0xff, 0xbf])),
            ("a", None),
            ("%%%%", None),
        ] {
            let value: Base64 = decode_json(format!("{text:?}").as_bytes()).expect("any text is kept");
            assert_eq!(value.decode().ok().as_deref(), bytes, "{text}");
            assert_eq!(text.parse::<Base64>().is_ok(), bytes.is_some(), "{text}");
            assert_eq!(encode_json(&value).expect("text has a form"), format!("{text:?}").as_bytes());
        }
    }

    #[test]
    fn bytes_are_written_padded_in_the_standard_alphabet() {
        assert_eq!(Base64::encode([0xfb, 0xff, 0xbf, 0x00]).as_str(), "+/+/AA==");
    }
}
