//! Credentials: checked once, when the client is built, and kept in the form in which they are sent.

use super::wire::percent_encode;
use super::{Error, Scheme, SchemeKind, Secret};
use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use zeroize::Zeroizing;

mod basic;
mod chosen;
mod prepared;

pub use self::basic::BasicEncoding;
pub(super) use self::chosen::Chosen;
pub(super) use self::prepared::Prepared;

/// What a security scheme is satisfied with. `Debug` shows only which kind it is.
#[derive(Clone, Debug)]
pub struct Credential(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Basic { id: Secret, secret: Secret, encoding: BasicEncoding },
    Bearer(Secret),
    Http(Secret),
    ApiKey(Secret),
}

impl Credential {
    /// A name and a secret for HTTP Basic (RFC 7617), sent as they are, in UTF-8.
    pub fn basic(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self(Kind::Basic { id: Secret::new(id), secret: secret.into(), encoding: BasicEncoding::Raw })
    }

    /// The same, if it is a name and a secret, written in another way.
    #[must_use]
    pub fn encoded(self, encoding: BasicEncoding) -> Self {
        match &self.0 {
            Kind::Basic { id, secret, .. } => {
                Self(Kind::Basic { id: id.clone(), secret: secret.clone(), encoding })
            }
            Kind::Bearer(_) | Kind::Http(_) | Kind::ApiKey(_) => self,
        }
    }

    /// The name of a name and a secret.
    #[cfg(feature = "store")]
    pub(super) fn id(&self) -> Option<&str> {
        match &self.0 {
            Kind::Basic { id, .. } => Some(id.expose()),
            Kind::Bearer(_) | Kind::Http(_) | Kind::ApiKey(_) => None,
        }
    }

    /// A token for HTTP Bearer (RFC 6750).
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Bearer(token.into()))
    }

    /// What follows the name of any other HTTP authentication scheme in the header `authorization`, as it is
    /// (RFC 9110, section 11.6.2).
    pub fn http(credentials: impl Into<Secret>) -> Self {
        Self(Kind::Http(credentials.into()))
    }

    /// A key that is the value of a header, a query parameter or a cookie.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Kind::ApiKey(key.into()))
    }

    /// What is sent to satisfy a scheme.
    ///
    /// # Errors
    /// If the credential is of another kind than the scheme, or a server could not read it back from the
    /// request.
    pub(super) fn prepare(&self, scheme: &Scheme) -> Result<Prepared, Error> {
        self.write(scheme.kind)
            .map_err(|reason| Error::config(format!("the credential `{}` {reason}", scheme.name)))
    }

    fn write(&self, kind: SchemeKind) -> Result<Prepared, &'static str> {
        match (&self.0, kind) {
            (Kind::Basic { id, secret, encoding }, SchemeKind::Basic) => {
                header(AUTHORIZATION, &encoding.write(id.expose(), secret.expose())?)
            }
            (Kind::Bearer(token), SchemeKind::Bearer) => {
                if !is_token68(token.expose()) {
                    return Err("is empty or holds characters that no bearer token has (RFC 6750)");
                }
                header(AUTHORIZATION, &Zeroizing::new(format!("Bearer {}", token.expose())))
            }
            (Kind::Http(credentials), SchemeKind::Http(scheme)) => {
                let text = trimmed(credentials)?;
                header(AUTHORIZATION, &Zeroizing::new(format!("{scheme} {text}")))
            }
            (Kind::ApiKey(key), SchemeKind::ApiKeyHeader(name)) => {
                let name = HeaderName::try_from(name).map_err(|_| "belongs to a header of no legal name")?;
                header(name, trimmed(key)?)
            }
            (Kind::ApiKey(key), SchemeKind::ApiKeyQuery(name)) => {
                if key.expose().is_empty() || key.expose().contains('\0') {
                    return Err("is empty, or holds a NUL");
                }
                let mut pair = Zeroizing::new(String::new());
                percent_encode(name, &mut pair);
                pair.push('=');
                percent_encode(key.expose(), &mut pair);
                Ok(Prepared::Query(pair))
            }
            (Kind::ApiKey(key), SchemeKind::ApiKeyCookie(name)) => {
                if !is_cookie_value(key.expose()) {
                    return Err("is empty or holds characters that no cookie has (RFC 6265)");
                }
                match header(COOKIE, &Zeroizing::new(format!("{name}={}", key.expose())))? {
                    Prepared::Header { value, .. } => Ok(Prepared::Cookie { name, value }),
                    other => Ok(other),
                }
            }
            (_, SchemeKind::Basic) => Err("takes a name and a secret"),
            (_, SchemeKind::Bearer) => Err("takes a bearer token"),
            (_, SchemeKind::Http(_)) => Err("takes what follows the scheme in the header"),
            (_, SchemeKind::ApiKeyHeader(_) | SchemeKind::ApiKeyQuery(_) | SchemeKind::ApiKeyCookie(_)) => {
                Err("takes an API key")
            }
        }
    }
}

fn header(name: HeaderName, text: &str) -> Result<Prepared, &'static str> {
    let mut value = HeaderValue::from_str(text).map_err(|_| "holds characters that no header has")?;
    value.set_sensitive(true);
    Ok(Prepared::Header { name, value })
}

/// A server could not tell space around a header's value from the value.
fn trimmed(secret: &Secret) -> Result<&str, &'static str> {
    let text = secret.expose();
    if text.is_empty() || text.trim() != text {
        return Err("is empty, or has space around it");
    }
    Ok(text)
}

/// RFC 6265 §4.1.1: `cookie-octet`.
fn is_cookie_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte))
}

/// RFC 6750 §2.1: `b64token`.
pub(super) fn is_token68(token: &str) -> bool {
    let body = token.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

/// The first alternative that sends something and all of whose schemes are configured, as indexes; else the one
/// that sends nothing, if there is one.
pub(super) fn choose(
    security: &'static [&'static [usize]],
    configured: impl Fn(usize) -> bool,
) -> Option<&'static [usize]> {
    if security.is_empty() {
        return Some(&[]);
    }
    let usable = |alternative: &&[usize]| alternative.iter().all(|scheme| configured(*scheme));
    // Whoever configures a credential wants to be known by it; sending none is for those who have none.
    let known = security.iter().copied().find(|alternative| !alternative.is_empty() && usable(alternative));
    known.or_else(|| security.iter().copied().find(|alternative| alternative.is_empty()))
}

#[cfg(test)]
mod tests;
