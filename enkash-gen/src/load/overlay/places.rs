//! Which parts of a tree have come from an overlay, and where the others stood before it was applied.

use std::collections::HashMap;

use crate::report::{Pointer, SourceId};

/// A place in the text of an overlay, or, without one, in that of the document.
type Place = (Option<SourceId>, Pointer);

/// The places of a tree that differ from its pointers; what is not here stands where it stood.
#[derive(Debug, Default)]
pub(in crate::load) struct Places(Spot);

#[derive(Debug, Default)]
struct Spot {
    from: Option<Place>,
    below: HashMap<String, Spot>,
}

impl Places {
    /// Where the node at `pointer` is written.
    pub(in crate::load) fn of(&self, pointer: &Pointer) -> Place {
        let (mut spot, mut known, mut depth) = (&self.0, self.0.from.as_ref().map(|from| (0, from)), 0);
        for token in pointer.tokens() {
            let Some(next) = spot.below.get(token) else { break };
            (spot, depth) = (next, depth + 1);
            known = spot.from.as_ref().map(|from| (depth, from)).or(known);
        }
        match known {
            Some((depth, (source, from))) => {
                (*source, pointer.tokens().skip(depth).fold(from.clone(), |from, token| from.child(token)))
            }
            None => (None, pointer.clone()),
        }
    }

    /// What stands at `pointer` now, with all that is in it, has come from `place`.
    pub(super) fn put(&mut self, pointer: &Pointer, place: Place) {
        *self.spot(pointer) = Spot { from: Some(place), below: HashMap::new() };
    }

    /// Nothing stands at a key any more.
    pub(super) fn take_key(&mut self, holder: &Pointer, key: &str) {
        self.spot(holder).below.remove(key);
    }

    /// An element of a list is gone, and those behind it, up to `length`, have moved up.
    pub(super) fn take_index(&mut self, list: &Pointer, index: usize, length: usize) {
        let from: Vec<Place> = (index + 1..length).map(|old| self.of(&list.index(old))).collect();
        let below = &mut self.spot(list).below;
        below.remove(&index.to_string());
        for (old, from) in (index + 1..).zip(from) {
            let mut spot = below.remove(&old.to_string()).unwrap_or_default();
            spot.from = Some(from);
            below.insert((old - 1).to_string(), spot);
        }
    }

    fn spot(&mut self, pointer: &Pointer) -> &mut Spot {
        let way = pointer.tokens();
        way.fold(&mut self.0, |spot, token| spot.below.entry(token.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::report::{Pointer, Sources};

    #[test]
    fn what_has_moved_up_and_what_was_put_know_where_they_are_written() {
        let at = |text| Pointer::parse(text).unwrap();
        let (main, overlay) = (None, Some(Sources::new().add("a", "")));
        let mut places = Places::default();
        places.put(&at("/list/2/x"), (overlay, at("/actions/0/update/x")));
        places.put(&at("/list/3"), (overlay, at("/actions/1/update")));
        places.take_index(&at("/list"), 1, 4);
        places.take_index(&at("/list"), 0, 3);
        for (now, source, expected) in [
            ("", main, ""),
            ("/list", main, "/list"),
            ("/list/0", main, "/list/2"),
            ("/list/0/y", main, "/list/2/y"),
            ("/list/0/x/z", overlay, "/actions/0/update/x/z"),
            ("/list/1/z", overlay, "/actions/1/update/z"),
            ("/other/1", main, "/other/1"),
        ] {
            assert_eq!(places.of(&at(now)), (source, at(expected)), "{now}");
        }
        places.take_key(&at("/list/0"), "x");
        assert_eq!(places.of(&at("/list/0/x")), (main, at("/list/2/x")));
    }
}
