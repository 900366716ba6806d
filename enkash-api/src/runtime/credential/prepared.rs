//! A credential in the form in which it is sent, and how it joins a request.

use http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};
use zeroize::Zeroizing;

/// A credential in the form in which it is sent.
#[derive(Clone)]
pub(in super::super) enum Prepared {
    /// A header of its own.
    Header { name: HeaderName, value: HeaderValue },
    /// A pair of the query, encoded.
    Query(Zeroizing<String>),
    /// A cookie, which shares its header with others; the value is `name=value`.
    Cookie { name: &'static str, value: HeaderValue },
}

impl Prepared {
    /// The header that it is, if it is one.
    pub(in super::super) fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::Header { name, value } => Some((name.clone(), value.clone())),
            Self::Query(_) | Self::Cookie { .. } => None,
        }
    }

    /// Joins the query or the cookies of a request; `query` is what follows the path, with its question mark.
    pub(in super::super) fn join(
        &self,
        headers: &mut Option<Box<HeaderMap>>,
        query: &mut String,
    ) -> Result<(), &'static str> {
        match self {
            Self::Header { .. } => {}
            Self::Query(pair) => {
                query.push(if query.contains('?') { '&' } else { '?' });
                query.push_str(pair);
            }
            Self::Cookie { value, .. } => {
                let headers = headers.get_or_insert_default();
                let joined = match headers.get(COOKIE) {
                    None => value.clone(),
                    Some(others) => {
                        let pairs = Zeroizing::new([others.as_bytes(), b"; ", value.as_bytes()].concat());
                        let mut joined = HeaderValue::from_bytes(&pairs).map_err(|_| "are no header")?;
                        joined.set_sensitive(true);
                        joined
                    }
                };
                headers.insert(COOKIE, joined);
            }
        }
        Ok(())
    }

    /// Whether the two would overwrite each other, or be told apart by no server.
    pub(in super::super) fn conflicts(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Header { name, .. }, Self::Header { name: other, .. }) => name == other,
            (Self::Cookie { name, .. }, Self::Cookie { name: other, .. }) => name == other,
            (Self::Query(pair), Self::Query(other)) => pair.split('=').next() == other.split('=').next(),
            _ => false,
        }
    }
}
