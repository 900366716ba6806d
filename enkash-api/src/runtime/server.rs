//! The servers that some operations have to themselves.
//!
//! Invariant: credentials never reach another server than the client's unless the caller has named that server,
//! and a client whose address the caller chose – a test's, a proxy's – sends nothing past it unasked.

use super::base_url::Origin;

/// A server of some operations only.
#[derive(Clone, Copy, Debug)]
pub struct Server {
    /// The name of the builder method that says where it is.
    pub name: &'static str,
    /// The addresses that the description gives: complete, or a path on the server of the client.
    pub urls: &'static [&'static str],
    /// Whether one of them is also an address of the whole API.
    pub shared: bool,
}

impl Server {
    /// The address to send to for a client at `base`: what the caller has set, else what needs no asking. `None`
    /// if the caller has to be asked.
    pub(super) fn address(&self, set: Option<&str>, base: &Origin, credentials: bool) -> Option<String> {
        if let Some(set) = set {
            return Some(set.to_owned());
        }
        let complete = |url: &&str| {
            let url = url.trim_end_matches('/');
            if url.contains("://") { url.to_owned() } else { format!("{}{url}", origin(&base.prefix)) }
        };
        if self.urls.iter().any(|url| complete(url) == base.prefix) {
            return Some(base.prefix.clone());
        }
        let first = self.urls.first().map(complete);
        let unasked = |url: &String| origin(url) == origin(&base.prefix) || (base.declared && !credentials);
        first.filter(unasked).or_else(|| (self.shared && !base.declared).then(|| base.prefix.clone()))
    }
}

/// Scheme, host and port.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    &url[..url[host..].find('/').map_or(url.len(), |at| host + at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Server = Server { name: "own", urls: &["https://up.zoo.example/v2/"], shared: false };

    fn address(server: &Server, base: &str, declared: bool, credentials: bool) -> Option<String> {
        let base = Origin { prefix: base.to_owned(), plain: false, declared };
        server.address(None, &base, credentials)
    }

    #[test]
    fn credentials_stay_where_the_caller_has_sent_them() {
        for (base, declared, credentials, expected) in [
            // another server
            ("https://zoo.example", true, true, None),
            ("https://zoo.example", true, false, Some("https://up.zoo.example/v2")),
            ("https://up.zoo.example.evil", true, true, None),
            ("http://up.zoo.example", true, true, None),
            ("https://up.zoo.example:8443/v1", true, true, None),
            // a caller's own address
            ("http://localhost:80", false, false, None),
            ("http://localhost:80", false, true, None),
            // the same server
            ("https://up.zoo.example/v1", true, true, Some("https://up.zoo.example/v2")),
            ("https://up.zoo.example/v1", false, true, Some("https://up.zoo.example/v2")),
            ("https://up.zoo.example/v2", false, true, Some("https://up.zoo.example/v2")),
        ] {
            let found = address(&OWN, base, declared, credentials);
            assert_eq!(found.as_deref(), expected, "{base} {declared} {credentials}");
        }
        let base = Origin { prefix: "https://zoo.example".to_owned(), plain: false, declared: true };
        assert_eq!(OWN.address(Some("https://a.example"), &base, true).as_deref(), Some("https://a.example"));
    }

    #[test]
    fn callers_address_stands_for_the_one_that_it_shares() {
        let server = Server { shared: true, ..OWN };
        let found = address(&server, "http://localhost:80", false, true);
        assert_eq!(found.as_deref(), Some("http://localhost:80"));
        assert_eq!(address(&server, "https://zoo.example", true, true), None);
    }

    #[test]
    fn path_is_one_on_the_clients_server() {
        let server = Server { urls: &["/v2"], ..OWN };
        let found = address(&server, "https://zoo.example/v1", false, true);
        assert_eq!(found.as_deref(), Some("https://zoo.example/v2"));
        assert_eq!(address(&Server { urls: &[], ..OWN }, "https://zoo.example", true, false), None);
    }
}
