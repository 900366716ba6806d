//! Where something stands in a document: a JSON pointer, or a line and a column where no tree exists yet.

use std::{borrow::Cow, fmt};

use super::SourceId;

/// A place in one of the texts that were read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The text.
    pub source: SourceId,
    /// The place in it.
    pub place: Place,
}

impl Origin {
    /// The node that a pointer names.
    pub fn pointer(source: SourceId, pointer: Pointer) -> Self {
        Self { source, place: Place::Pointer(pointer) }
    }

    /// The key at which a node stands: for what is wrong with the key and not with its value.
    pub fn key(source: SourceId, pointer: Pointer) -> Self {
        Self { source, place: Place::Key(pointer) }
    }

    /// A line and a column, both counted from 1, the column in characters.
    pub fn line_column(source: SourceId, line: usize, column: usize) -> Self {
        Self { source, place: Place::LineColumn(line, column) }
    }
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A node of the document. Line and column are looked up only when the diagnostic is printed.
    Pointer(Pointer),
    /// The key of a node of the document, looked up likewise.
    Key(Pointer),
    /// Line and column, both counted from 1, the column in characters: for a text that has no tree.
    LineColumn(usize, usize),
}

/// A JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): `""` is the whole document,
/// `/paths/~1books/get` an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Reads a pointer; `None` unless it is empty or starts with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        (text.is_empty() || text.starts_with('/')).then(|| Self(text.to_owned()))
    }

    /// The entry `token` of this node; `~` and `/` in the token are escaped.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + token.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for c in token.chars() {
            match c {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                c => text.push(c),
            }
        }
        Self(text)
    }

    /// The element `index` of this node.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The node that holds this one; `None` for the whole document.
    pub fn parent(&self) -> Option<Self> {
        self.0.rfind('/').map(|end| Self(self.0[..end].to_owned()))
    }

    /// The steps from the root, unescaped.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        self.0.strip_prefix('/').into_iter().flat_map(|steps| steps.split('/')).map(unescape)
    }

    /// The last step, unescaped; `None` for the whole document.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.tokens().next_back()
    }

    /// The pointer as RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `~1` first, then `~0`, as RFC 6901 §4 demands: `~01` is `~1` and not `/`.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') { token.replace("~1", "/").replace("~0", "~").into() } else { token.into() }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn tokens_are_escaped_and_come_back_as_they_were() {
        for tokens in [&[][..], &[""], &["paths", "/books/{id}", "get"], &["~1", "a~/b", "~01"]] {
            let pointer = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
            assert_eq!(pointer.tokens().collect::<Vec<_>>(), *tokens, "{pointer}");
        }
    }

    #[test]
    fn child_parent_and_text_agree() {
        let pointer = Pointer::root().child("paths").child("/books").index(3);
        assert_eq!(pointer.as_str(), "/paths/~1books/3");
        assert_eq!(pointer.last().as_deref(), Some("3"));
        assert_eq!(pointer.parent().map(|p| p.to_string()).as_deref(), Some("/paths/~1books"));
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::parse("paths"), None);
    }
}
