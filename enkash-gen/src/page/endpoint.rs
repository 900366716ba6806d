//! Method and path as a page writes them, alone on their lines or glued to what stands around them.

/// Words that say how far an operation is.
const STATUSES: [&str; 9] = [
    "Developing",
    "Designing",
    "Testing",
    "Released",
    "Integrating",
    "Pending",
    "Deprecated",
    "Obsolete",
    "Exception",
];

const METHODS: [&str; 8] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"];

/// A path, and what is glued to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path<'t> {
    pub(super) path: &'t str,
    pub(super) glued: &'t str,
}

pub(super) fn is_status(text: &str) -> bool {
    STATUSES.contains(&text)
}

/// Reads `POST` or `DevelopingPOST`: the status, if there is one, and the method.
pub(super) fn method(text: &str) -> Option<(Option<&str>, &'static str)> {
    METHODS.iter().find_map(|method| {
        let status = text.strip_suffix(method)?;
        match status {
            "" => Some((None, *method)),
            _ if is_status(status) => Some((Some(status), *method)),
            _ => None,
        }
    })
}

/// Reads a line that follows a method; `None` if it is no path. `is_request_apart` says whether the heading `Request`
/// stands on a line of its own; else it may be glued to the path.
pub(super) fn path(text: &str, is_request_apart: bool) -> Option<Path<'_>> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    let is_rooted = run.starts_with('/') || run.starts_with("http://") || run.starts_with("https://");
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.{}:~%?=&,$+*@".contains(c);
    if !is_rooted {
        let first = run.chars().next()?;
        let is_word =
            rest.is_empty() && run.chars().all(plain) && (first.is_ascii_alphabetic() || first == '{');
        return is_word.then_some(Path { path: run, glued: "" });
    }
    if !is_request_apart
        && rest.is_empty()
        && let Some(path) = run.strip_suffix("Request")
        && path.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '}')
    {
        return Some(Path { path, glued: "Request" });
    }
    let path = if rest.is_empty() { run } else { cut(run) };
    let path = path.trim_end_matches(['-', '.', ',', ':']);
    Some(Path { path, glued: text[path.len()..].trim() })
}

/// The part of a run of characters in front of the capitalised word that it ends in.
fn cut(run: &str) -> &str {
    let start = run.rfind('/').map_or(0, |at| at + 1);
    let mut before = ' ';
    let mut end = run.len();
    for (at, c) in run[start..].char_indices() {
        if c.is_uppercase() && (before.is_lowercase() || before.is_ascii_digit() || before == '}') {
            end = start + at;
        }
        before = c;
    }
    &run[..end]
}

/// A path without its host, and the host.
pub(super) fn split_host(path: &str) -> (Option<&str>, &str) {
    let Some(start) = path.strip_prefix("https://").or_else(|| path.strip_prefix("http://")) else {
        return (None, path);
    };
    let scheme = path.len() - start.len();
    match start.find('/') {
        Some(at) => (Some(&path[..scheme + at]), &path[scheme + at..]),
        None => (Some(path), "/"),
    }
}

/// The path by which two pages of one operation are known: names of parameters and slashes around it do not matter.
pub fn normalised(path: &str) -> String {
    let mut out = String::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        out.push('/');
        let mut rest = segment;
        while let Some((before, (_, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            out.push_str(before);
            out.push_str("{}");
            rest = after;
        }
        out.push_str(rest);
    }
    if out.is_empty() { "/".to_owned() } else { out }
}

/// The names in braces.
pub(super) fn template_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

/// The method as the rest of the generator knows it, in small letters.
pub(super) fn key(method: &str) -> String {
    method.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Path, cut, method, normalised, path, split_host};

    #[test]
    fn a_status_may_be_glued_to_the_method() {
        assert_eq!(method("POST"), Some((None, "POST")));
        assert_eq!(method("DevelopingPOST"), Some((Some("Developing"), "POST")));
        assert_eq!(method("Create InvoicePOST"), None);
    }

    #[test]
    fn a_path_ends_where_the_description_begins() {
        for (text, apart, expected) in [
            ("/oauth/token", true, ("/oauth/token", "")),
            ("/oauth/tokenTo generate a token", true, ("/oauth/token", "To generate a token")),
            ("/v0/card/setPinThis call sets", true, ("/v0/card/setPin", "This call sets")),
            ("/oauth/token- Get a name", true, ("/oauth/token", "- Get a name")),
            ("/v0/req-confirm-invoiceRequest", false, ("/v0/req-confirm-invoice", "Request")),
            ("/v0/makeRequest", true, ("/v0/makeRequest", "")),
            ("merchant_url", true, ("merchant_url", "")),
            ("api/v0/payment/resp-pay", true, ("api/v0/payment/resp-pay", "")),
        ] {
            assert_eq!(path(text, apart), Some(Path { path: expected.0, glued: expected.1 }), "{text}");
        }
        assert_eq!(path("Create a card", true), None);
        assert_eq!(path("", true), None);
    }

    #[test]
    fn the_last_capital_begins_the_word() {
        assert_eq!(cut("/partner/enCard/setPinThis"), "/partner/enCard/setPin");
        assert_eq!(cut("/orders/{id}The"), "/orders/{id}");
    }

    #[test]
    fn hosts_and_names_of_parameters_do_not_tell_operations_apart() {
        assert_eq!(split_host("https://a.example/x/y"), (Some("https://a.example"), "/x/y"));
        assert_eq!(split_host("https://a.example"), (Some("https://a.example"), "/"));
        assert_eq!(normalised("orders/{orderId}/"), normalised("/orders/{id}"));
    }
}
