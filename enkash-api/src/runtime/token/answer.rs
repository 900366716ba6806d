//! What a token endpoint says, read by the members of RFC 6749, sections 5.1 and 5.2.
//!
//! Invariant: no text of an error holds anything that was read. Of members that decide over security none may come
//! twice, in either spelling: two readers could see two different tokens.

use super::super::Secret;
use super::super::credential::is_token68;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::time::Duration;

/// Longer lives are not believed, and could not be added to a point in time.
const LONGEST: Duration = Duration::from_secs(10 * 366 * 24 * 60 * 60);

/// The members that matter, whether the answer is a token or an error.
#[derive(Default)]
pub(super) struct Members {
    access_token: Option<Secret>,
    refresh_token: Option<Secret>,
    token_type: Option<String>,
    scope: Option<String>,
    expires_in: Option<Duration>,
    pub(super) error: Option<String>,
    /// Old servers repeat tokens and user names in it.
    pub(super) error_description: Option<Secret>,
    /// The first security member that came twice.
    repeated: Option<&'static str>,
}

/// A token that can be used.
pub(super) struct Granted {
    pub(super) access: Secret,
    pub(super) refresh: Option<Secret>,
    pub(super) scope: Option<String>,
    /// As the server says; `None` if it does not.
    pub(super) lifetime: Option<Duration>,
}

impl Members {
    /// Reads a body; `None` unless it is one JSON object whose members have the types of the RFC.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let members = Self::deserialize(&mut deserializer).ok()?;
        deserializer.end().ok()?;
        Some(members)
    }

    /// The token.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn granted(self) -> Result<Granted, &'static str> {
        if let Some(member) = self.repeated {
            return Err(member);
        }
        let access = self.access_token.ok_or("has no `access_token`")?;
        // RFC 6749 §7.1: a token of an unknown type must not be used.
        let token_type = self.token_type.ok_or("has no `token_type`")?;
        if !token_type.eq_ignore_ascii_case("bearer") {
            return Err("has a `token_type` other than `bearer`");
        }
        if !is_token(access.expose()) {
            return Err("has an `access_token` that is empty or holds characters that no bearer token has");
        }
        let refresh = self.refresh_token.filter(|token| !token.expose().is_empty());
        Ok(Granted { access, refresh, scope: self.scope, lifetime: self.expires_in })
    }
}

/// A bearer token that is not longer than servers read a header.
pub(super) fn is_token(token: &str) -> bool {
    token.len() <= 16 * 1024 && is_token68(token)
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Members::default();
        while let Some(name) = map.next_key::<Name>()? {
            match name {
                Name::AccessToken => {
                    let value = map.next_value()?;
                    members.set(|members| &mut members.access_token, value, "has two access tokens");
                }
                Name::RefreshToken => {
                    let value = map.next_value()?;
                    members.set(|members| &mut members.refresh_token, value, "has two refresh tokens");
                }
                Name::TokenType => {
                    let value = map.next_value()?;
                    members.set(|members| &mut members.token_type, value, "has two token types");
                }
                Name::ExpiresIn => {
                    let value = map.next_value::<Lifetime>()?.0;
                    members.set(|members| &mut members.expires_in, value, "has two lifetimes");
                }
                Name::Scope => members.scope = map.next_value::<Text>()?.0,
                Name::Error => members.error = map.next_value::<Text>()?.0,
                Name::ErrorDescription => {
                    members.error_description = map.next_value::<Text>()?.0.map(Secret::new);
                }
                Name::Other => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(members)
    }
}

impl Members {
    fn set<T>(
        &mut self,
        member: impl Fn(&mut Self) -> &mut Option<T>,
        value: Option<T>,
        repeated: &'static str,
    ) {
        if member(self).is_some() {
            self.repeated.get_or_insert(repeated);
        }
        *member(self) = value;
    }
}

/// The name of a member, in the spelling of the RFC or as frameworks of Java and JavaScript write it.
enum Name {
    AccessToken,
    RefreshToken,
    TokenType,
    ExpiresIn,
    Scope,
    Error,
    ErrorDescription,
    Other,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(match name {
                    "access_token" | "accessToken" => Name::AccessToken,
                    "refresh_token" | "refreshToken" => Name::RefreshToken,
                    "token_type" | "tokenType" => Name::TokenType,
                    "expires_in" | "expiresIn" => Name::ExpiresIn,
                    "scope" => Name::Scope,
                    "error" => Name::Error,
                    "error_description" | "errorDescription" => Name::ErrorDescription,
                    _ => Name::Other,
                })
            }
        }
        deserializer.deserialize_identifier(Reader)
    }
}

/// A text; anything else, which errors of gateways have here, is none.
struct Text(Option<String>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Ok(Self(match value {
            serde_json::Value::String(text) => Some(text),
            _ => None,
        }))
    }
}

/// A lifetime in seconds: a number, or a text that is one. What is none of these says nothing.
struct Lifetime(Option<Duration>);

impl<'de> Deserialize<'de> for Lifetime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::Number(number) => number.as_f64(),
            serde_json::Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        Ok(Self(seconds.filter(|seconds: &f64| !seconds.is_nan()).map(|seconds| {
            let seconds = seconds.clamp(0.0, LONGEST.as_secs_f64());
            Duration::try_from_secs_f64(seconds).unwrap_or(LONGEST)
        })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(body: &str) -> Result<Granted, &'static str> {
        Members::read(body.as_bytes()).ok_or("is no object of the known kind")?.granted()
    }

    #[test]
    fn lifetime_has_many_forms_and_no_bad_end() {
        for (form, seconds) in [
            (r#","expires_in":0"#, Some(0.0)),
            (r#","expires_in":-5"#, Some(0.0)),
            (r#","expires_in":300"#, Some(300.0)),
            (r#","expires_in":"300""#, Some(300.0)),
            (r#","expires_in":3e2"#, Some(300.0)),
            (r#","expires_in":0.5"#, Some(0.5)),
            (r#","expires_in":1e30"#, Some(LONGEST.as_secs_f64())),
            (r#","expires_in":-1e300"#, Some(0.0)),
            (r#","expires_in":18446744073709551616"#, Some(LONGEST.as_secs_f64())),
            (r#","expires_in":"inf""#, Some(LONGEST.as_secs_f64())),
            (r#","expires_in":"NaN""#, None),
            (r#","expires_in":"soon""#, None),
            (r#","expires_in":null"#, None),
            (r#","expires_in":[1]"#, None),
            (r#","expiresIn":7"#, Some(7.0)),
            ("", None),
        ] {
            let body = format!(r#"{{"access_token":"a","token_type":"bearer"{form}}}"#);
            let found = granted(&body).unwrap_or_else(|error| panic!("{form}: {error}"));
            assert_eq!(found.lifetime.map(|life| life.as_secs_f64()), seconds, "{form}");
        }
    }

    #[test]
    fn token_that_could_not_be_sent_or_told_apart_is_refused() {
        let long = format!(r#"{{"access_token":"{}","token_type":"bearer"}}"#, "a".repeat(1 << 20));
        for (body, expected) in [
            (r#"{"token_type":"bearer"}"#, "has no `access_token`"),
            (r#"{"access_token":null,"token_type":"bearer"}"#, "has no `access_token`"),
            (r#"{"access_token":"a"}"#, "has no `token_type`"),
            (r#"{"access_token":"a","token_type":"mac"}"#, "has a `token_type` other than `bearer`"),
            (r#"{"access_token":"a","accessToken":"b","token_type":"bearer"}"#, "has two access tokens"),
            (r#"{"access_token":"a","token_type":"mac","token_type":"bearer"}"#, "has two token types"),
            (r#"{"access_token":7,"token_type":"bearer"}"#, "is no object of the known kind"),
            (r#"[]"#, "is no object of the known kind"),
            (r#"{"access_token":"a","token_type":"bearer"} x"#, "is no object of the known kind"),
            ("\u{feff}{}", "is no object of the known kind"),
            ("{}", "has no `access_token`"),
        ] {
            assert_eq!(granted(body).err(), Some(expected), "{body}");
        }
        let illegal = "has an `access_token` that is empty or holds characters that no bearer token has";
        for token in ["", "a b", "a\\r\\nx", "é", "=", "a=b"] {
            let body = format!(r#"{{"access_token":"{token}","token_type":"bearer"}}"#);
            assert_eq!(granted(&body).err(), Some(illegal), "{token:?}");
        }
        assert_eq!(granted(&long).err(), Some(illegal));
    }

    #[test]
    fn both_spellings_are_read() {
        for body in [
            r#"{"access_token":"a","token_type":"BEARER","refresh_token":"r","scope":"s","x":{"y":[1]}}"#,
            r#"{"accessToken":"a","tokenType":"Bearer","refreshToken":"r","scope":"s"}"#,
        ] {
            let found = granted(body).unwrap_or_else(|error| panic!("{body}: {error}"));
            assert_eq!(found.access.expose(), "a");
            assert_eq!(found.refresh.as_ref().map(|token| token.expose().as_str()), Some("r"));
            assert_eq!(found.scope.as_deref(), Some("s"));
        }
    }
}
