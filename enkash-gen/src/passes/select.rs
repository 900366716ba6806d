//! Keeps the operations that were asked for, by tag, path or name.

use crate::ir::{Api, Operation, Skipped};

/// What is wanted of an API; nothing in particular means all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection(Vec<Selector>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Selector {
    Tag(String),
    Path(String),
    Operation(String),
}

impl Selection {
    /// Reads `tag:pets`, `path:/pets/*` and `op:listPets`; a `*` stands for any text. What matches one of them is kept.
    ///
    /// Fails with the first text that is none of these.
    pub fn parse<'t>(texts: impl IntoIterator<Item = &'t str>) -> Result<Self, String> {
        let selector = |text: &'t str| match text.split_once(':') {
            Some(("tag", pattern)) => Ok(Selector::Tag(pattern.to_owned())),
            Some(("path", pattern)) => Ok(Selector::Path(pattern.to_owned())),
            Some(("op", pattern)) => Ok(Selector::Operation(pattern.to_owned())),
            _ => Err(text.to_owned()),
        };
        texts.into_iter().map(selector).collect::<Result<_, _>>().map(Self)
    }

    /// What either of two wants; all, if neither wants anything in particular.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// Leaves out what nobody asked for, and gives the selectors that match nothing. Of what was skipped before, no
    /// tag is known any more.
    pub fn apply(&self, api: &mut Api) -> Vec<String> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let unmatched = self.0.iter().filter(|selector| {
            !api.operations.iter().any(|operation| selector.wants(operation))
                && !api.skipped.iter().any(|skipped| selector.wanted(skipped))
        });
        let unmatched = unmatched.map(Selector::text).collect();
        api.operations.retain(|operation| self.0.iter().any(|selector| selector.wants(operation)));
        api.skipped.retain(|skipped| self.0.iter().any(|selector| selector.wanted(skipped)));
        unmatched
    }
}

impl Selector {
    fn wants(&self, operation: &Operation) -> bool {
        match self {
            Self::Tag(pattern) => operation.tags.iter().any(|tag| matches(pattern, tag)),
            Self::Path(pattern) => matches(pattern, operation.path.raw()),
            Self::Operation(pattern) => operation.id.as_ref().is_some_and(|id| matches(pattern, id)),
        }
    }

    fn wanted(&self, skipped: &Skipped) -> bool {
        match self {
            Self::Tag(_) => false,
            Self::Path(pattern) => matches(pattern, &skipped.path),
            Self::Operation(pattern) => skipped.id.as_ref().is_some_and(|id| matches(pattern, id)),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Tag(pattern) => format!("tag:{pattern}"),
            Self::Path(pattern) => format!("path:{pattern}"),
            Self::Operation(pattern) => format!("op:{pattern}"),
        }
    }
}

/// Whether a text is as the pattern says. Each `*` takes as little as it can, the last part stands at the end: no
/// pattern takes more than one pass.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        match text.find(part) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn star_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("/pets", "/pets", true),
            ("/pets", "/pets/{id}", false),
            ("/pets*", "/pets/{id}", true),
            ("/pets/*", "/pets", false),
            ("*", "", true),
            ("*/{id}*/x", "/a/{id}/b/x", true),
            ("*/{id}*/x", "/a/{id}/b", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn selector_names_what_it_is_about() {
        assert!(Selection::parse(["tag:pets", "path:/pets/*", "op:listPets"]).is_ok());
        assert_eq!(Selection::parse(["tag:pets", "pets"]), Err("pets".to_owned()));
    }
}
