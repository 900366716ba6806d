//! Bytes to text, whatever program has saved them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what had to be assumed to read it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding, if it is not the one that is expected.
    pub(super) assumed: Option<&'static str>,
}

/// Reads bytes by their mark, else as UTF-8, else as UTF-16 if every second byte is zero, else as Windows-1252.
///
/// Fails, with the offset, if the bytes are no text in any of them.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, usize> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..], encoding != UTF_8).map_err(|at| at + mark);
    }
    if let Some(encoding) = sixteen(bytes) {
        return whole(encoding, bytes, true);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text_or(text.to_owned(), None),
        Err(error) => {
            // Some programs cut a file at a length: what is left of one character is no other encoding.
            let valid = error.valid_up_to();
            if error.error_len().is_none() {
                return text_or(String::from_utf8_lossy(&bytes[..valid]).into_owned(), None);
            }
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            text_or(text.into_owned(), Some(WINDOWS_1252.name())).map_err(|_| valid)
        }
    }
}

fn whole(encoding: &'static Encoding, bytes: &[u8], assumed: bool) -> Result<Decoded, usize> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    text_or(text.into_owned(), assumed.then(|| encoding.name()))
}

/// The text, unless it holds what no text does.
fn text_or(text: String, assumed: Option<&'static str>) -> Result<Decoded, usize> {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{80}'..='\u{9f}');
    match text.find(odd) {
        Some(at) => Err(at),
        None => Ok(Decoded { text, assumed }),
    }
}

fn sixteen(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(512)];
    if sample.len() < 4 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 4;
    match (even > many, odd > many) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn marks_and_zeros_tell_the_encoding() {
        let wide =
            |bytes: fn(u16) -> [u8; 2]| "POST\n/büro".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for (bytes, assumed) in [
            ("POST\n/büro".as_bytes().to_vec(), None),
            ([b"\xef\xbb\xbf".as_slice(), "POST\n/büro".as_bytes()].concat(), None),
            (wide(u16::to_le_bytes), Some("UTF-16LE")),
            (wide(u16::to_be_bytes), Some("UTF-16BE")),
            ([b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(), Some("UTF-16LE")),
            (b"POST\n/b\xfcro".to_vec(), Some("windows-1252")),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.assumed), ("POST\n/büro", assumed));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        assert_eq!(decode(b"PK\x03\x04").unwrap_err(), 2);
    }
}
