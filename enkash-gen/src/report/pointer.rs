//! JSON pointers, which share what they have in common: a child is its parent and one step more.
//!
//! Whatever is found in a document is kept with its pointer, and a step may be as long as the path of an operation,
//! so no pointer holds a copy of another. A step is hashed once, when it is made.

use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    iter,
    sync::Arc,
};

use super::brief;

/// A JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): `""` is the whole document,
/// `/paths/~1books/get` an operation.
///
/// To clone one, to extend it and to go up from it costs the same however long it is.
#[derive(Clone, Default)]
pub struct Pointer(Option<Arc<Step>>);

/// The last step of a pointer, and the way to it.
struct Step {
    parent: Pointer,
    /// As it is in the document, not escaped.
    token: Arc<str>,
    /// Of the whole way.
    hash: u64,
}

impl Pointer {
    /// The whole document.
    pub const fn root() -> Self {
        Self(None)
    }

    /// Reads a pointer; `None` unless it is empty or starts with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::root());
        }
        let steps = text.strip_prefix('/')?.split('/');
        Some(steps.fold(Self::root(), |pointer, token| pointer.child(&unescape(token))))
    }

    /// The entry `token` of this node; `~` and `/` are escaped where the pointer is written.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        self.step(token.into())
    }

    /// The element `index` of this node.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.child(&index.to_string())
    }

    fn step(&self, token: Arc<str>) -> Self {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        token.hash(&mut hasher);
        Self(Some(Arc::new(Step { parent: self.clone(), token, hash: hasher.finish() })))
    }

    /// The node that holds this one; `None` for the whole document.
    pub fn parent(&self) -> Option<Self> {
        self.up().cloned()
    }

    fn up(&self) -> Option<&Self> {
        self.0.as_deref().map(|step| &step.parent)
    }

    /// The node itself, and all that hold it, up to the whole document.
    pub fn ancestors(&self) -> impl Iterator<Item = &Self> {
        iter::successors(Some(self), |pointer| pointer.up())
    }

    /// The steps from the root, unescaped.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.steps().into_iter().rev().map(AsRef::as_ref)
    }

    /// The steps from the last to the first.
    fn steps(&self) -> Vec<&Arc<str>> {
        self.ancestors().filter_map(|pointer| pointer.0.as_deref()).map(|step| &step.token).collect()
    }

    /// The last step, unescaped; `None` for the whole document.
    pub fn last(&self) -> Option<&str> {
        self.0.as_deref().map(|step| step.token.as_ref())
    }

    /// The pointer as a person reads it: of a step that is very long the beginning.
    pub fn brief(&self) -> String {
        self.tokens().map(|token| format!("/{}", escape(&brief(token)))).collect()
    }

    /// Whether this node is `other` or stands in it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.ancestors().any(|pointer| pointer == other)
    }

    /// Where this node stands once the node `from` is at `to`; itself, if it does not stand in `from`.
    #[must_use]
    pub fn moved(&self, from: &Self, to: &Self) -> Self {
        let Some(depth) = self.ancestors().position(|pointer| pointer == from) else { return self.clone() };
        let below = self.steps().into_iter().take(depth).rev();
        below.fold(to.clone(), |pointer, token| pointer.step(token.clone()))
    }
}

impl Drop for Step {
    /// One step after the other: a pointer may have more of them than the stack has room for.
    fn drop(&mut self) {
        let mut next = self.parent.0.take();
        while let Some(mut step) = next.and_then(Arc::into_inner) {
            next = step.parent.0.take();
        }
    }
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        let (mut one, mut two) = (self, other);
        loop {
            match (&one.0, &two.0) {
                (None, None) => return true,
                (Some(a), Some(b)) if Arc::ptr_eq(a, b) => return true,
                (Some(a), Some(b)) if a.hash == b.hash && a.token == b.token => {
                    (one, two) = (&a.parent, &b.parent);
                }
                _ => return false,
            }
        }
    }
}

impl Eq for Pointer {}

impl Hash for Pointer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.as_deref().map_or(0, |step| step.hash));
    }
}

impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tokens().cmp(other.tokens())
    }
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Pointer {
    /// As RFC 6901 writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens().try_for_each(|token| write!(f, "/{}", escape(token)))
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pointer({:?})", self.to_string())
    }
}

fn escape(token: &str) -> Cow<'_, str> {
    if token.contains(['~', '/']) { token.replace('~', "~0").replace('/', "~1").into() } else { token.into() }
}

/// `~1` first, then `~0`, as RFC 6901 §4 demands: `~01` is `~1` and not `/`.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') { token.replace("~1", "/").replace("~0", "~").into() } else { token.into() }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    fn of(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn tokens_are_escaped_and_come_back_as_they_were() {
        for tokens in [&[][..], &[""], &["paths", "/books/{id}", "get"], &["~1", "a~/b", "~01"]] {
            let pointer = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
            assert_eq!(pointer.tokens().collect::<Vec<_>>(), *tokens, "{pointer}");
            assert_eq!(of(&pointer.to_string()), pointer);
        }
    }

    #[test]
    fn child_parent_and_text_agree() {
        let pointer = Pointer::root().child("paths").child("/books").index(3);
        assert_eq!(pointer.to_string(), "/paths/~1books/3");
        assert_eq!(pointer.last(), Some("3"));
        assert_eq!(pointer.parent(), Some(of("/paths/~1books")));
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::parse("paths"), None);
    }

    #[test]
    fn pointers_of_the_same_steps_are_equal_and_sorted_by_their_steps() {
        let texts = ["", "/", "/a", "/a/", "/a/b", "/a/b/c", "/a b", "/a~1b", "/b"];
        let pointers = texts.map(of);
        assert!(pointers.is_sorted());
        for (index, one) in pointers.iter().enumerate() {
            for (other, two) in texts.map(of).iter().enumerate() {
                assert_eq!(one == two, index == other, "{one} {two}");
                assert_eq!(one.cmp(two), index.cmp(&other), "{one} {two}");
            }
        }
    }

    #[test]
    fn a_subtree_moves_with_all_that_is_in_it() {
        for (pointer, from, to, moved) in [
            ("/a/b/c", "/a", "/x/y", "/x/y/b/c"),
            ("/a/b", "/a/b", "", ""),
            ("/a", "", "/x", "/x/a"),
            ("/ab", "/a", "/x", "/ab"),
            ("/a", "/a/b", "/x", "/a"),
        ] {
            assert_eq!(of(pointer).moved(&of(from), &of(to)), of(moved), "{pointer}");
            assert_eq!(of(pointer).is_within(&of(from)), pointer != moved, "{pointer}");
        }
    }

    #[test]
    fn a_pointer_of_any_length_can_be_dropped() {
        let long = of(&"/a".repeat(200_000));
        assert_eq!(long.clone(), long);
        assert_eq!(long.tokens().count(), 200_000);
    }
}
