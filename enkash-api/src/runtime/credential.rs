//! Credentials: checked once, when the client is built, and kept as the headers they become.

use super::{Error, Scheme, SchemeKind, Secret};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

/// What a security scheme is satisfied with. `Debug` shows only which kind it is.
#[derive(Clone, Debug)]
pub struct Credential(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Basic { id: Secret, secret: Secret },
    Bearer(Secret),
    ApiKey(Secret),
}

impl Credential {
    /// A name and a secret for HTTP Basic (RFC 7617), sent as they are, in UTF-8.
    pub fn basic(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self(Kind::Basic { id: Secret::new(id), secret: secret.into() })
    }

    /// A token for HTTP Bearer (RFC 6750).
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Bearer(token.into()))
    }

    /// A key that is the value of a header.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Kind::ApiKey(key.into()))
    }

    /// The header that satisfies a scheme.
    ///
    /// # Errors
    /// If the credential is of another kind than the scheme, or a server could not read it back from the
    /// header.
    pub(super) fn prepare(&self, scheme: &Scheme) -> Result<Prepared, Error> {
        let refuse = |reason: &str| Error::config(format!("the credential `{}` {reason}", scheme.name));
        let (name, text) = match (&self.0, scheme.kind) {
            (Kind::Basic { id, secret }, SchemeKind::Basic) => {
                (AUTHORIZATION, basic(id.expose(), secret.expose()).map_err(refuse)?)
            }
            (Kind::Bearer(token), SchemeKind::Bearer) => {
                if !is_token68(token.expose()) {
                    return Err(refuse("is empty or holds characters that no bearer token has (RFC 6750)"));
                }
                (AUTHORIZATION, Zeroizing::new(format!("Bearer {}", token.expose())))
            }
            (Kind::ApiKey(key), SchemeKind::ApiKeyHeader(header)) => {
                let name = HeaderName::try_from(header)
                    .map_err(|_| refuse("belongs to a header of no legal name"))?;
                if key.expose().is_empty() || key.expose().trim() != key.expose() {
                    return Err(refuse("is empty, or has space around it"));
                }
                (name, Zeroizing::new(key.expose().clone()))
            }
            (_, SchemeKind::Basic) => return Err(refuse("takes a name and a secret")),
            (_, SchemeKind::Bearer) => return Err(refuse("takes a bearer token")),
            (_, SchemeKind::ApiKeyHeader(_)) => return Err(refuse("takes an API key")),
        };
        let mut value =
            HeaderValue::from_str(&text).map_err(|_| refuse("holds characters that no header has"))?;
        value.set_sensitive(true);
        Ok(Prepared { name, value })
    }
}

/// A credential as the header it is sent in.
#[derive(Clone)]
pub(super) struct Prepared {
    pub(super) name: HeaderName,
    pub(super) value: HeaderValue,
}

fn basic(id: &str, secret: &str) -> Result<Zeroizing<String>, &'static str> {
    if id.is_empty() || secret.is_empty() {
        return Err("has an empty name or secret");
    }
    if id.contains(':') {
        return Err("has a colon in its name, where the secret would begin (RFC 7617)");
    }
    if id.chars().chain(secret.chars()).any(char::is_control) {
        return Err("holds a control character");
    }
    let pair = Zeroizing::new(format!("{id}:{secret}"));
    let encoded = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
    Ok(Zeroizing::new(format!("Basic {}", *encoded)))
}

/// RFC 6750 §2.1: `b64token`.
fn is_token68(token: &str) -> bool {
    let body = token.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

/// The first alternative all of whose schemes are configured, as indexes; `None` if there is none.
pub(super) fn choose(
    security: &'static [&'static [usize]],
    configured: impl Fn(usize) -> bool,
) -> Option<&'static [usize]> {
    if security.is_empty() {
        return Some(&[]);
    }
    security.iter().copied().find(|alternative| alternative.iter().all(|scheme| configured(*scheme)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::ErrorKind;

    const BASIC: Scheme = Scheme { name: "basic", kind: SchemeKind::Basic };
    const BEARER: Scheme = Scheme { name: "bearer", kind: SchemeKind::Bearer };
    const KEY: Scheme = Scheme { name: "key", kind: SchemeKind::ApiKeyHeader("X-Api-Key") };

    #[test]
    fn credential_becomes_its_header() {
        for (credential, scheme, header, expected) in [
            // RFC 7617 §2
            (
                Credential::basic("Aladdin", "open sesame"),
                BASIC,
                "authorization",
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            ),
            (Credential::basic("a", "b:c+%é"), BASIC, "authorization", "Basic YTpiOmMrJcOp"),
            // RFC 6750 §2.1
            (Credential::bearer("mF_9.B5f-4.1JqM"), BEARER, "authorization", "Bearer mF_9.B5f-4.1JqM"),
            (Credential::bearer("YQ=="), BEARER, "authorization", "Bearer YQ=="),
            (Credential::api_key("k 1"), KEY, "x-api-key", "k 1"),
        ] {
            let prepared = credential.prepare(&scheme).expect(expected);
            assert_eq!((prepared.name.as_str(), prepared.value.to_str().ok()), (header, Some(expected)));
            assert!(prepared.value.is_sensitive());
        }
    }

    #[test]
    fn unusable_credential_is_a_config_error_that_hides_it() {
        for (credential, scheme) in [
            (Credential::basic("", "canary"), BASIC),
            (Credential::basic("canary", ""), BASIC),
            (Credential::basic("canary:x", "y"), BASIC),
            (Credential::basic("canary\n", "y"), BASIC),
            (Credential::basic("x", "canary\u{7f}"), BASIC),
            (Credential::basic("x", "canary\u{85}"), BASIC),
            (Credential::bearer(""), BEARER),
            (Credential::bearer("="), BEARER),
            (Credential::bearer("can ary"), BEARER),
            (Credential::bearer("canary\r\nx: y"), BEARER),
            (Credential::bearer("cañary"), BEARER),
            (Credential::bearer("a=canary"), BEARER),
            (Credential::api_key(""), KEY),
            (Credential::api_key(" canary"), KEY),
            (Credential::api_key("canary\n"), KEY),
            (Credential::api_key("can\0ary"), KEY),
            (Credential::api_key("canary"), Scheme { kind: SchemeKind::ApiKeyHeader("a b"), ..KEY }),
            (Credential::api_key("canary"), BASIC),
            (Credential::basic("x", "canary"), BEARER),
            (Credential::bearer("canary"), KEY),
        ] {
            let error = credential.prepare(&scheme).err().expect("the credential is unusable");
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(!format!("{error} {error:?} {credential:?}").contains("canary"), "{error}");
        }
    }

    #[test]
    fn first_configured_alternative_is_taken() {
        type Row = (&'static [&'static [usize]], &'static [usize], Option<&'static [usize]>);
        const TABLE: &[Row] = &[
            (&[], &[0, 1], Some(&[])),
            (&[&[0]], &[0], Some(&[0])),
            (&[&[0]], &[], None),
            (&[&[0], &[]], &[], Some(&[])),
            (&[&[0], &[]], &[0], Some(&[0])),
            (&[&[], &[0]], &[0], Some(&[])),
            (&[&[0, 1], &[1]], &[1], Some(&[1])),
            (&[&[0, 1], &[1]], &[0, 1], Some(&[0, 1])),
            (&[&[0, 1]], &[0], None),
            (&[&[9]], &[0], None),
        ];
        for &(security, configured, expected) in TABLE {
            assert_eq!(
                choose(security, |scheme| configured.contains(&scheme)),
                expected,
                "{security:?} {configured:?}"
            );
        }
    }
}
