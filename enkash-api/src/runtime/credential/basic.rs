//! HTTP Basic, in the two ways in which servers read it.

use super::super::wire::percent_encode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// How a name and a secret are written into HTTP Basic.
///
/// For a name and a secret of letters, digits, `-`, `.` and `_` the two are one. For others some servers read only the
/// one and some only the other, and a client cannot find out which without wasting an attempt; so it is chosen, and
/// never are both tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BasicEncoding {
    /// As they are, in UTF-8 (RFC 7617).
    #[default]
    Raw,
    /// Percent-encoded first, as RFC 6749, section 2.3.1 wants it of OAuth clients.
    FormUrlEncoded,
}

impl BasicEncoding {
    /// The value of the header `authorization`.
    pub(super) fn write(self, id: &str, secret: &str) -> Result<Zeroizing<String>, &'static str> {
        if id.is_empty() || secret.is_empty() {
            return Err("has an empty name or secret");
        }
        if id.chars().chain(secret.chars()).any(char::is_control) {
            return Err("holds a control character");
        }
        // The pair, and its Base64, in buffers that need not grow: what they grow out of nobody would wipe.
        let mut pair = Zeroizing::new(String::with_capacity(3 * (id.len() + secret.len()) + 1));
        match self {
            Self::Raw if id.contains(':') => {
                return Err("has a colon in its name, where the secret would begin (RFC 7617)");
            }
            Self::Raw => {
                pair.push_str(id);
                pair.push(':');
                pair.push_str(secret);
            }
            Self::FormUrlEncoded => {
                percent_encode(id, &mut pair);
                pair.push(':');
                percent_encode(secret, &mut pair);
            }
        }
        let mut header = Zeroizing::new(String::with_capacity(6 + pair.len().div_ceil(3) * 4));
        header.push_str("Basic ");
        STANDARD.encode_string(pair.as_bytes(), &mut header);
        Ok(header)
    }
}
