//! A path with parameters in it.

/// A path template, such as `/loans/{loanId}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate {
    raw: String,
    parts: Vec<PathPart>,
}

/// One part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Text that is sent as it stands.
    Text(String),
    /// The name of a parameter.
    Param(String),
}

impl PathTemplate {
    /// Takes a template apart.
    ///
    /// # Errors
    /// What is wrong with it: no leading slash, braces that do not match, an empty name, a query or a fragment.
    pub fn parse(raw: &str) -> Result<Self, String> {
        if !raw.starts_with('/') {
            return Err(format!("the path `{raw}` does not start with `/`"));
        }
        if raw.contains(['?', '#']) {
            return Err(format!("the path `{raw}` holds a query or a fragment"));
        }
        let mut parts = Vec::new();
        let mut rest = raw;
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else {
                return Err(format!("the path `{raw}` has a `{{` without a `}}`"));
            };
            let name = &rest[open + 1..open + length];
            if name.is_empty() || name.contains(['{', '/']) {
                return Err(format!("the path `{raw}` has a parameter without a proper name"));
            }
            if open > 0 {
                parts.push(PathPart::Text(rest[..open].to_owned()));
            }
            parts.push(PathPart::Param(name.to_owned()));
            rest = &rest[open + length + 1..];
        }
        if rest.contains('}') {
            return Err(format!("the path `{raw}` has a `}}` without a `{{`"));
        }
        if !rest.is_empty() {
            parts.push(PathPart::Text(rest.to_owned()));
        }
        Ok(Self { raw: raw.to_owned(), parts })
    }

    /// The template as the document writes it.
    pub fn raw(&self) -> &str {
        &self.raw
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

#[cfg(test)]
mod tests {
    use super::PathTemplate;

    #[test]
    fn template_gives_its_parameters_in_order() {
        let path = PathTemplate::parse("/branches/{branchId}/copies/{copy}.{format}").unwrap();
        assert_eq!(path.params().collect::<Vec<_>>(), ["branchId", "copy", "format"]);
    }

    #[test]
    fn broken_template_is_refused_with_its_reason() {
        for (raw, reason) in [
            ("loans", "does not start with `/`"),
            ("/a?b=c", "holds a query or a fragment"),
            ("/{a", "has a `{` without a `}`"),
            ("/a}", "has a `}` without a `{`"),
            ("/{}", "has a parameter without a proper name"),
            ("/{a/b}", "has a parameter without a proper name"),
        ] {
            let message = PathTemplate::parse(raw).unwrap_err();
            assert!(message.ends_with(reason), "{raw}: {message}");
        }
    }
}
