//! The path of an operation, with the parameters in it.

/// A path template, such as `/loans/{loanId}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate {
    raw: String,
    parts: Vec<PathPart>,
}

/// One part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Text that is sent, what is not legal in a path percent-encoded.
    Text(String),
    /// The name of a parameter.
    Param(String),
}

impl PathTemplate {
    /// Takes a template apart. Whatever can be said to a server is a template: a brace without a partner is text, a
    /// missing slash is added, and a fragment, which no request carries, is left out.
    pub fn parse(raw: &str) -> Self {
        let sent = raw.split('#').next().unwrap_or_default();
        let mut parts = Vec::new();
        let mut text = if sent.starts_with('/') { String::new() } else { "/".to_owned() };
        let mut rest = sent;
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else { break };
            let name = &rest[open + 1..open + length];
            if name.is_empty() || name.contains(['{', '/']) {
                text.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
                continue;
            }
            text.push_str(&rest[..open]);
            parts.push(PathPart::Text(std::mem::take(&mut text)));
            parts.push(PathPart::Param(name.to_owned()));
            rest = &rest[open + length + 1..];
        }
        text.push_str(rest);
        parts.push(PathPart::Text(text));
        Self::new(raw, parts)
    }

    /// A template of parts that were settled elsewhere. Texts beside each other become one, empty ones none.
    pub fn new(raw: &str, parts: Vec<PathPart>) -> Self {
        let mut joined: Vec<PathPart> = Vec::new();
        for part in parts {
            match (joined.last_mut(), part) {
                (_, PathPart::Text(text)) if text.is_empty() => {}
                (Some(PathPart::Text(before)), PathPart::Text(text)) => before.push_str(&text),
                (_, part) => joined.push(part),
            }
        }
        Self { raw: raw.to_owned(), parts: joined }
    }

    /// The template as the document writes it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The template as it is sent, parameters in braces: `/a%20b/{id}`.
    pub fn wire(&self) -> String {
        self.filled(|name| format!("{{{name}}}"))
    }

    /// The path as it is sent, with what is sent for each parameter.
    pub fn filled(&self, value: impl Fn(&str) -> String) -> String {
        let mut wire = String::with_capacity(self.raw.len() + 8);
        for part in &self.parts {
            match part {
                PathPart::Text(text) => encode(text, &mut wire),
                PathPart::Param(name) => wire.push_str(&value(name)),
            }
        }
        wire
    }

    /// The parts in order.
    pub fn parts(&self) -> &[PathPart] {
        &self.parts
    }

    /// The names of the parameters in order.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            PathPart::Param(name) => Some(name.as_str()),
            PathPart::Text(_) => None,
        })
    }
}

/// RFC 3986 §3.3 and §3.4: what neither a path nor a query may hold is percent-encoded; what is encoded stays.
fn encode(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let escape = bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let legal = byte.is_ascii_alphanumeric()
            || b"-._~!$&'()*+,;=:@/?".contains(&byte)
            || (byte == b'%' && escape);
        if legal {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PathTemplate;

    #[test]
    fn template_gives_its_parameters_in_order() {
        let path = PathTemplate::parse("/branches/{branchId}/copies/{copy}.{format}");
        assert_eq!(path.params().collect::<Vec<_>>(), ["branchId", "copy", "format"]);
        assert_eq!(path.wire(), path.raw());
    }

    #[test]
    fn whatever_can_be_sent_is_a_template() {
        for (raw, wire, params) in [
            ("", "/", &[][..]),
            ("/", "/", &[]),
            ("loans/{id}", "/loans/{id}", &["id"]),
            ("{id}", "/{id}", &["id"]),
            ("/{a}{b}", "/{a}{b}", &["a", "b"]),
            ("/a//b/", "/a//b/", &[]),
            ("/a b/{x y}", "/a%20b/{x y}", &["x y"]),
            ("/größe/%20/100%", "/gr%C3%B6%C3%9Fe/%20/100%25", &[]),
            ("/a?x=1&y={z}", "/a?x=1&y={z}", &["z"]),
            ("/a#fragment/{b}", "/a", &[]),
            ("/{a", "/%7Ba", &[]),
            ("/a}", "/a%7D", &[]),
            ("/{}/{b}", "/%7B%7D/{b}", &["b"]),
            ("/{a/b}", "/%7Ba/b%7D", &[]),
            ("/{a/{b}", "/%7Ba/{b}", &["b"]),
            ("/a\"<>|\\^`", "/a%22%3C%3E%7C%5C%5E%60", &[]),
        ] {
            let path = PathTemplate::parse(raw);
            assert_eq!((path.wire().as_str(), path.params().collect::<Vec<_>>().as_slice()), (wire, params));
            assert_eq!(path.raw(), raw);
        }
    }
}
