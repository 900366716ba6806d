//! Bytes from disk to text.

use std::{fs::File, io::Read, path::Path};

use crate::report::{Code, Diagnostic};

/// The largest document that is read: 64 MiB, some fifteen times the largest that is known.
pub const MAX_BYTES: u64 = 64 << 20;

/// Reads a file as UTF-8, without its byte order mark.
///
/// Fails if it cannot be read, is larger than [`MAX_BYTES`], or is not UTF-8 (naming the offset).
pub fn read(path: &Path) -> Result<String, Diagnostic> {
    let shown = path.display();
    let io = |error: std::io::Error| Diagnostic::new(Code::Io, format!("cannot read `{shown}`: {error}"));
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits, without trusting a length
    // that some files do not have.
    File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(io)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Diagnostic::new(
            Code::TooLarge,
            format!("`{shown}` is larger than {} MiB", MAX_BYTES >> 20),
        ));
    }
    text(bytes).map_err(|offset| {
        Diagnostic::new(
            Code::Encoding,
            format!("`{shown}` is not UTF-8: the byte at offset {offset} is invalid"),
        )
        .help("save the file as UTF-8")
    })
}

/// The text of the bytes, or the offset of the first byte that is not UTF-8.
fn text(bytes: Vec<u8>) -> Result<String, usize> {
    let mut text = String::from_utf8(bytes).map_err(|error| error.utf8_error().valid_up_to())?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(text(b"\xef\xbb\xbf{}".to_vec()).as_deref(), Ok("{}"));
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_is_named() {
        assert_eq!(text(b"title: B\xfccherei".to_vec()), Err(8));
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let diagnostic = read(Path::new("no/such/file.yaml")).unwrap_err();
        assert_eq!(diagnostic.code, Code::Io);
        assert!(
            diagnostic.message.starts_with("cannot read `no/such/file.yaml`: "),
            "{}",
            diagnostic.message
        );
    }

    #[test]
    fn a_file_beyond_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge.yaml");
        File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(read(&path).unwrap_err().code, Code::TooLarge);
    }
}
