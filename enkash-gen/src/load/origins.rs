//! Where each part of a tree stood in the texts before a step moved it.

use std::collections::{BTreeMap, HashMap};

use crate::report::{Origin, Pointer, SourceId};

/// A place in a text: which text, and the pointer in it.
pub(super) type Place = (SourceId, String);

/// So many places are looked at before an old pointer counts as leading nowhere.
const MOST_PLACES: usize = 64;

/// What has been moved: of each subtree its new pointer and its old place. What is not here stands where it stood.
#[derive(Debug)]
pub(super) struct Origins {
    source: SourceId,
    /// By the new pointer; a map that is sorted, since subtrees are moved with all that has been moved into them.
    forward: BTreeMap<String, Place>,
    backward: HashMap<Place, Vec<String>>,
}

impl Origins {
    /// Nothing has been moved in the tree of this text.
    pub(super) fn new(source: SourceId) -> Self {
        Self { source, forward: BTreeMap::new(), backward: HashMap::new() }
    }

    /// The text of everything that was not moved here from another.
    pub(super) fn source(&self) -> SourceId {
        self.source
    }

    /// Where the node stood that now stands at `pointer`.
    pub(super) fn of(&self, pointer: &str) -> Place {
        if !self.forward.is_empty() {
            for end in ends(pointer) {
                if let Some((source, old)) = self.forward.get(&pointer[..end]) {
                    return (*source, format!("{old}{}", &pointer[end..]));
                }
            }
        }
        (self.source, pointer.to_owned())
    }

    /// The same, for a diagnostic.
    pub(super) fn origin(&self, pointer: &Pointer) -> Origin {
        let (source, old) = self.of(pointer.as_str());
        Origin::pointer(source, Pointer::parse(&old).unwrap_or_default())
    }

    /// What stands at `new` has come from `old`.
    pub(super) fn record(&mut self, new: String, old: Place) {
        self.backward.entry(old.clone()).or_default().push(new.clone());
        self.forward.insert(new, old);
    }

    /// The subtree at `from` is put to `to` as well.
    pub(super) fn copy(&mut self, from: &str, to: &str) {
        let below = format!("{from}/");
        let inner: Vec<_> = self
            .forward
            .range(below.clone()..)
            .take_while(|(new, _)| new.starts_with(&below))
            .map(|(new, old)| (format!("{to}{}", &new[from.len()..]), old.clone()))
            .collect();
        let old = self.of(from);
        self.record(to.to_owned(), old);
        for (new, old) in inner {
            self.record(new, old);
        }
    }

    /// Where a node may stand now that stood at an old place, likeliest first.
    pub(super) fn now<'a>(&'a self, source: SourceId, old: &'a str) -> impl Iterator<Item = String> + 'a {
        let same = (source == self.source).then(|| old.to_owned());
        let moved = ends(old).flat_map(move |end| {
            let places = self.backward.get(&(source, old[..end].to_owned()));
            places.into_iter().flatten().map(move |new| format!("{new}{}", &old[end..]))
        });
        same.into_iter().chain(moved).take(MOST_PLACES)
    }
}

/// Where the pointer itself and each pointer above it end, longest first.
fn ends(pointer: &str) -> impl Iterator<Item = usize> + '_ {
    let above = pointer.rmatch_indices('/').map(|(at, _)| at);
    std::iter::once(pointer.len()).chain(above)
}

#[cfg(test)]
mod tests {
    use super::Origins;
    use crate::report::Sources;

    #[test]
    fn what_was_moved_knows_where_it_stood_and_what_stood_there_is_found() {
        let mut sources = Sources::new();
        let (main, other) = (sources.add("a", ""), sources.add("b", ""));
        let mut origins = Origins::new(main);
        assert_eq!(origins.of("/a/b"), (main, "/a/b".to_owned()));
        origins.record("/new".to_owned(), (main, "/old".to_owned()));
        origins.record("/new/x".to_owned(), (other, "/far".to_owned()));
        for (new, source, old) in [
            ("/new", main, "/old"),
            ("/new/a", main, "/old/a"),
            ("/new/x", other, "/far"),
            ("/new/x/1", other, "/far/1"),
            ("/newer", main, "/newer"),
            ("", main, ""),
        ] {
            assert_eq!(origins.of(new), (source, old.to_owned()), "{new}");
        }
        origins.copy("/new", "/copy");
        assert_eq!(origins.of("/copy/x/1"), (other, "/far/1".to_owned()));
        assert_eq!(origins.of("/copy/y"), (main, "/old/y".to_owned()));
        let now = |source, old| origins.now(source, old).collect::<Vec<_>>();
        assert_eq!(now(main, "/old/a"), ["/old/a", "/new/a", "/copy/a"]);
        assert_eq!(now(other, "/far/1"), ["/new/x/1", "/copy/x/1"]);
        assert_eq!(now(other, "/nowhere"), Vec::<String>::new());
    }
}
