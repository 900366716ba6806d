//! Where each part of a tree stood in the texts before a step moved it.

use std::collections::HashMap;

use super::overlay::Places;
use crate::report::{Origin, Pointer, SourceId};

/// A place in a text: which text, and the pointer in it.
pub(super) type Place = (SourceId, Pointer);

/// So many places are looked at before an old pointer counts as leading nowhere.
const MOST_PLACES: usize = 64;

/// What has been moved: of each subtree its new pointer and its old place. What is not here stands where it stood.
#[derive(Debug)]
pub(super) struct Origins {
    source: SourceId,
    /// What overlays have done to the tree before.
    overlaid: Places,
    /// By the new pointer.
    forward: HashMap<Pointer, Moved>,
    backward: HashMap<Place, Vec<Pointer>>,
}

/// What is known of a place in the tree: something has been moved there, or below it.
#[derive(Debug, Default)]
struct Moved {
    from: Option<Place>,
    /// The children of which something is known, since subtrees are moved with all that has been moved into them.
    below: Vec<Pointer>,
}

impl Origins {
    /// Nothing has been moved in the tree of this text.
    pub(super) fn new(source: SourceId) -> Self {
        Self::overlaid(source, Places::default())
    }

    /// Nothing has been moved since overlays were applied to the tree of this text.
    pub(super) fn overlaid(source: SourceId, overlaid: Places) -> Self {
        Self { source, overlaid, forward: HashMap::new(), backward: HashMap::new() }
    }

    /// The text of everything that was not moved here from another.
    pub(super) fn source(&self) -> SourceId {
        self.source
    }

    /// Where the node stood that now stands at `pointer`; to what overlays had done, the document is what they have
    /// made of it.
    pub(super) fn of(&self, pointer: &Pointer) -> Place {
        if !self.forward.is_empty() {
            for new in pointer.ancestors() {
                if let Some((source, old)) = self.forward.get(new).and_then(|moved| moved.from.as_ref()) {
                    return (*source, pointer.moved(new, old));
                }
            }
        }
        (self.source, pointer.clone())
    }

    /// Where the text is that the node has come from, be it that of an overlay.
    pub(super) fn written(&self, pointer: &Pointer) -> Place {
        let (source, old) = self.of(pointer);
        if source != self.source {
            return (source, old);
        }
        let (overlay, place) = self.overlaid.of(&old);
        (overlay.unwrap_or(source), place)
    }

    /// The same, for a diagnostic.
    pub(super) fn origin(&self, pointer: &Pointer) -> Origin {
        let (source, place) = self.written(pointer);
        Origin::pointer(source, place)
    }

    /// What stands at `new` has come from `old`.
    pub(super) fn record(&mut self, new: Pointer, old: Place) {
        self.backward.entry(old.clone()).or_default().push(new.clone());
        let mut known = self.forward.contains_key(&new);
        self.forward.entry(new.clone()).or_default().from = Some(old);
        let mut child = new;
        while !known && let Some(parent) = child.parent() {
            known = self.forward.contains_key(&parent);
            self.forward.entry(parent.clone()).or_default().below.push(child);
            child = parent;
        }
    }

    /// The subtree at `from` is put to `to` as well.
    pub(super) fn copy(&mut self, from: &Pointer, to: &Pointer) {
        let mut inner = Vec::new();
        self.collect(from, &mut inner);
        let old = self.of(from);
        self.record(to.clone(), old);
        for (new, old) in inner {
            self.record(new.moved(from, to), old);
        }
    }

    /// What has been moved into a subtree. It is no deeper than the tree is.
    fn collect(&self, pointer: &Pointer, found: &mut Vec<(Pointer, Place)>) {
        for child in self.forward.get(pointer).into_iter().flat_map(|moved| &moved.below) {
            let from = self.forward.get(child).and_then(|moved| moved.from.clone());
            found.extend(from.map(|from| (child.clone(), from)));
            self.collect(child, found);
        }
    }

    /// Where a node may stand now that stood at an old place, likeliest first.
    pub(super) fn now<'a>(
        &'a self,
        source: SourceId,
        old: &'a Pointer,
    ) -> impl Iterator<Item = Pointer> + 'a {
        let same = (source == self.source).then(|| old.clone());
        let moved = old.ancestors().flat_map(move |above| {
            let places = self.backward.get(&(source, above.clone()));
            places.into_iter().flatten().map(move |new| old.moved(above, new))
        });
        same.into_iter().chain(moved).take(MOST_PLACES)
    }
}

#[cfg(test)]
mod tests {
    use super::Origins;
    use crate::report::{Pointer, Sources};

    #[test]
    fn what_was_moved_knows_where_it_stood_and_what_stood_there_is_found() {
        let at = |text| Pointer::parse(text).unwrap();
        let mut sources = Sources::new();
        let (main, other) = (sources.add("a", ""), sources.add("b", ""));
        let mut origins = Origins::new(main);
        assert_eq!(origins.of(&at("/a/b")), (main, at("/a/b")));
        origins.record(at("/new"), (main, at("/old")));
        origins.record(at("/new/x"), (other, at("/far")));
        origins.record(at("/new/y/z/0"), (other, at("/far/y")));
        for (new, source, old) in [
            ("/new", main, "/old"),
            ("/new/a", main, "/old/a"),
            ("/new/x", other, "/far"),
            ("/new/x/1", other, "/far/1"),
            ("/new/y/z", main, "/old/y/z"),
            ("/newer", main, "/newer"),
            ("", main, ""),
        ] {
            assert_eq!(origins.of(&at(new)), (source, at(old)), "{new}");
        }
        origins.copy(&at("/new"), &at("/copy"));
        assert_eq!(origins.of(&at("/copy/x/1")), (other, at("/far/1")));
        assert_eq!(origins.of(&at("/copy/y/z/0")), (other, at("/far/y")));
        assert_eq!(origins.of(&at("/copy/y")), (main, at("/old/y")));
        let now = |source, old| origins.now(source, &at(old)).map(|new| new.to_string()).collect::<Vec<_>>();
        assert_eq!(now(main, "/old/a"), ["/old/a", "/new/a", "/copy/a"]);
        assert_eq!(now(other, "/far/1"), ["/new/x/1", "/copy/x/1"]);
        assert_eq!(now(other, "/nowhere"), Vec::<String>::new());
    }
}
