//! The address below which an API lies, checked so that nothing secret leaves over a plain connection.

use super::Error;
use http::Uri;
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// The address below which the operations of an API lie, such as `https://api.example.com/v1`.
///
/// It is `https`, or `http` to this machine (`localhost`, `127.0.0.0/8`, `[::1]`). A path is kept; a user
/// name, a query and a fragment are refused.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(Repr);

#[derive(Clone, PartialEq, Eq)]
enum Repr {
    Checked(Uri),
    /// As a document names it; whether it is usable shows when a client is built.
    Declared(&'static str),
    /// As a document names it, with the caller's values in it; or why it is unusable.
    Filled(Result<Uri, String>),
}

impl BaseUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// [`Config`](super::ErrorKind::Config) if it is no absolute URL, is `http` to another machine, or has a user name, a
    /// query, a fragment, or `.`, `..` or an empty segment in its path.
    pub fn parse(text: impl AsRef<str>) -> Result<Self, Error> {
        check(text.as_ref())
            .map(|uri| Self(Repr::Checked(uri)))
            .map_err(|reason| Error::config(format!("the base URL {reason}")))
    }

    /// An address that a description names; an unusable one is an error when the client is built.
    #[doc(hidden)]
    pub const fn declared(text: &'static str) -> Self {
        Self(Repr::Declared(text))
    }

    /// An address that a description names, with values for its variables, each with what it may be (anything if
    /// that is empty). An unusable one is an error when the client is built.
    #[doc(hidden)]
    pub fn filled(template: &'static str, variables: &[(&str, &str, &[&str])]) -> Self {
        let uri = fill(template, variables)
            .and_then(|text| check(&text).map_err(|reason| format!("the base URL {reason}")));
        Self(Repr::Filled(uri))
    }

    /// The checked address without a slash at its end, and whether it is this machine's.
    pub(super) fn resolve(&self) -> Result<Origin, Error> {
        let uri = match &self.0 {
            Repr::Checked(uri) => Ok(uri.clone()),
            Repr::Declared(text) => check(text).map_err(|reason| format!("the base URL {reason}")),
            Repr::Filled(outcome) => outcome.clone(),
        };
        let uri = uri.map_err(Error::config)?;
        Ok(Origin {
            prefix: uri.to_string().trim_end_matches('/').to_owned(),
            plain: uri.scheme_str() == Some("http"),
            declared: !matches!(self.0, Repr::Checked(_)),
        })
    }
}

/// Puts values in the place of their variables. A value can neither leave the host it is a part of nor add a path
/// to it.
fn fill(template: &str, variables: &[(&str, &str, &[&str])]) -> Result<String, String> {
    let host = template.find("://").map(|at| at + 3);
    let path = host.map(|host| template[host..].find('/').map_or(template.len(), |at| host + at));
    let mut text = template.to_owned();
    for (name, value, choices) in variables {
        if !choices.is_empty() && !choices.contains(value) {
            return Err(format!("the server's variable `{name}` is none of `{}`", choices.join("`, `")));
        }
        let variable = format!("{{{name}}}");
        let is_host = |at: usize| host.is_some_and(|host| at >= host) && path.is_some_and(|path| at < path);
        let in_host = template.match_indices(&variable).any(|(at, _)| is_host(at));
        if value.is_empty()
            || value.contains(['{', '}'])
            || (in_host && value.contains(['/', '\\', '@', '?', '#']))
        {
            return Err(format!("the server's variable `{name}` is empty, or more than a part of a host"));
        }
        text = text.replace(&variable, value.trim_end_matches('/'));
    }
    Ok(text)
}

/// What a request's address starts with.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) prefix: String,
    /// `http`, and so this machine.
    pub(super) plain: bool,
    /// Whether the description names it, rather than the caller.
    pub(super) declared: bool,
}

/// The reasons never repeat the text: it may hold a password.
fn check(text: &str) -> Result<Uri, &'static str> {
    if text.contains('#') {
        // `http::Uri` would drop it in silence.
        return Err("has a fragment; help: leave out `#` and what follows");
    }
    let uri: Uri = text
        .parse()
        .map_err(|_| "is no absolute URL; help: write it as `https://host/path`, percent-encoded")?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("is not absolute; help: write it as `https://host/path`");
    };
    // Behind a slash in a password the rest of it, and `@host`, are a path.
    if text.contains('@') {
        return Err("has a user name, or an `@`; help: give credentials to the client builder");
    }
    if !text.is_ascii() {
        return Err("is not plain ASCII; help: write it percent-encoded");
    }
    if uri.query().is_some() {
        return Err("has a query; help: leave out `?` and what follows");
    }
    let host = authority.host();
    if host.is_empty() {
        return Err("has no host");
    }
    if authority.as_str().len() > host.len() && authority.port_u16().is_none() {
        return Err("has a port that is no number up to 65535");
    }
    match scheme {
        "https" => {}
        "http" if is_loopback(host) => {}
        "http" => return Err("is `http` to another machine; help: use `https`"),
        _ => return Err("is neither `https` nor, to this machine, `http`"),
    }
    let path = uri.path().trim_start_matches('/').trim_end_matches('/');
    let path_is_plain =
        path.is_empty() || path.split('/').all(|segment| !is_dots(segment) && !segment.is_empty());
    if !path_is_plain || uri.path().contains('\\') {
        return Err("has `.`, `..`, `\\` or an empty segment in its path");
    }
    Ok(uri)
}

/// Whether a segment means "here" or "one up", also percent-encoded: URL parsers resolve both.
fn is_dots(segment: &str) -> bool {
    let plain = segment.replace("%2e", ".").replace("%2E", ".");
    plain == "." || plain == ".."
}

/// Whether a host, as it stands in an address, is this machine.
pub(super) fn is_loopback(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || inner.is_some_and(|host| host.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback()))
}

impl FromStr for BaseUrl {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Checked(uri) => uri.fmt(f),
            Repr::Declared(text) => f.write_str(text),
            Repr::Filled(Ok(uri)) => uri.fmt(f),
            Repr::Filled(Err(_)) => f.write_str("unusable"),
        }
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::ErrorKind;

    #[test]
    fn usable_addresses_lose_only_the_slash_at_the_end() {
        for (text, prefix, plain) in [
            ("https://api.example.com", "https://api.example.com", false),
            ("https://api.example.com/", "https://api.example.com", false),
            ("https://api.example.com:8443/v1/", "https://api.example.com:8443/v1", false),
            ("https://api.example.com/a%20b/v1", "https://api.example.com/a%20b/v1", false),
            ("http://localhost:80", "http://localhost:80", true),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", true),
            ("http://127.9.9.9", "http://127.9.9.9", true),
            ("http://[::1]:9", "http://[::1]:9", true),
            ("https://127.0.0.1", "https://127.0.0.1", false),
        ] {
            let origin = BaseUrl::parse(text).and_then(|url| url.resolve()).expect(text);
            assert_eq!((origin.prefix.as_str(), origin.plain), (prefix, plain), "{text}");
        }
    }

    #[test]
    fn unusable_addresses_are_refused_without_repeating_them() {
        for text in [
            "",
            " https://api.example.com",
            "api.example.com",
            "/v1",
            "https://",
            "https://:443",
            "https:///v1",
            "ftp://api.example.com",
            "http://api.example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://0x7f000001",
            "http://[::2]",
            "https://user:canary@api.example.com",
            "http://localhost@api.example.com",
            "https://user/canary@api.example.com",
            "https://api.example.com/ä",
            "https://api.example.com?key=canary",
            "https://api.example.com/#canary",
            "https://api.example.com:99999",
            "https://api.example.com:",
            "https://api.example.com/a/../b",
            "https://api.example.com/%2e%2E/b",
            "https://api.example.com/./b",
            "https://api.example.com/a//b",
            "https://api.example.com/a\\b",
            "https://ex\nample.com",
            "https://bücher.example",
        ] {
            let error = BaseUrl::parse(text).expect_err(text);
            assert_eq!(error.kind(), ErrorKind::Config, "{text}");
            assert!(!format!("{error} {error:?}").contains("canary"), "{text}");
        }
    }

    #[test]
    fn declared_address_is_checked_when_it_is_used() {
        assert!(BaseUrl::declared("https://api.example.com").resolve().is_ok());
        assert!(BaseUrl::declared("http://api.example.com").resolve().is_err());
    }

    #[test]
    fn variable_stays_in_its_place() {
        type Case<'a> = (&'static str, &'a [(&'a str, &'a str, &'a [&'a str])], Option<&'a str>);
        let cases: [Case<'_>; 10] = [
            ("https://{a}.zoo.example/v1", &[("a", "eu", &[])], Some("https://eu.zoo.example/v1")),
            ("https://{a}.zoo.example", &[("a", "eu", &["eu", "us"])], Some("https://eu.zoo.example")),
            ("https://{a}.zoo.example", &[("a", "uk", &["eu", "us"])], None),
            ("https://{a}.zoo.example", &[("a", "evil.example/", &[])], None),
            ("https://{a}.zoo.example", &[("a", "u@evil.example", &[])], None),
            ("https://{a}.zoo.example", &[("a", "evil.example#", &[])], None),
            ("https://{a}.zoo.example", &[("a", "", &[])], None),
            ("https://zoo.example/{a}/b", &[("a", "v1/x", &[])], Some("https://zoo.example/v1/x/b")),
            ("{origin}/v1", &[("origin", "https://zoo.example/", &[])], Some("https://zoo.example/v1")),
            ("{a}://{b}/v1", &[("a", "http", &[]), ("b", "zoo.example", &[])], None),
        ];
        for (template, variables, expected) in cases {
            let origin = BaseUrl::filled(template, variables).resolve().ok();
            assert_eq!(origin.map(|origin| origin.prefix).as_deref(), expected, "{template} {variables:?}");
        }
    }
}
