//! Requests that the server makes: their bodies are read as those of answers are.

use super::wire::{Blank, Wire, decode_json};
use super::{Error, ErrorKind};

/// Reads the body of a webhook.
///
/// # Errors
/// [`Decode`](ErrorKind::Decode) if it is not of the described shape.
pub fn webhook<T: Wire + Blank>(body: &[u8]) -> Result<T, Error> {
    decode_json(body).map_err(|error| {
        Error::new(ErrorKind::Decode, "the webhook is not of the described shape").caused_by(error)
    })
}

/// What is said to a name that the description does not know.
pub fn unknown_webhook() -> Error {
    Error::new(ErrorKind::InvalidInput, "the description has no webhook of this name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body_is_read_or_refused_without_being_shown() {
        assert_eq!(webhook::<Vec<i64>>(b"[1, 2]").ok(), Some(vec![1, 2]));
        let error = webhook::<Vec<i64>>(b"{\"canary\": 1}").expect_err("it is no list");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}
