//! What a token belongs to, told to nobody.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What a token belongs to, as a digest: 64 lower-case hexadecimal digits, fit for the name of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StoreKey(String);

impl StoreKey {
    /// The SHA-256 of the parts, each after its length; so `["ab", "c"]` and `["a", "bc"]` are different keys.
    ///
    /// The parts are the base URL, the client's name and whatever else decides which token a login gives. Secrets are
    /// no parts: a digest of a short one can be guessed.
    pub fn digest(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        let mut text = String::with_capacity(64);
        for byte in digest.finalize() {
            // Writing to a `String` cannot fail.
            _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_is_the_sha_256_of_the_parts_after_their_lengths() {
        // printf '\0\0\0\0\0\0\0\001a\0\0\0\0\0\0\0\002bc' | sha256sum
        let expected = "3fafa1cf2f19a7c1129beb20cf0983f73a489a221fc0dd2f16d1be292d089205";
        assert_eq!(StoreKey::digest(["a", "bc"]).as_str(), expected);
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(StoreKey::digest([""; 0]).as_str(), nothing);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let keys = [&["ab", "c"][..], &["a", "bc"], &["abc"], &["abc", ""], &["", "abc"]];
        let keys: std::collections::HashSet<_> = keys.into_iter().map(StoreKey::digest).collect();
        assert_eq!(keys.len(), 5);
    }
}
