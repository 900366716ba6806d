//! Where nodes stand in a YAML text, any number of them in one pass.
//!
//! The parser keeps no positions, but an error that is raised while it stands at a scalar carries one, and the scalar
//! has been passed when it comes: so the error is caught where the next entry is asked for, and the pass goes on. A
//! mapping or a sequence would be left in the middle; they stand at their keys, or where their first key does.

use std::{cell::Cell, fmt};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

/// Line and column, both counted from 1.
pub(in crate::load) type Mark = (usize, usize);

/// What is known of where a node stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::load) struct Spot {
    /// Where its key stands, if it has one.
    pub(in crate::load) key: Option<Mark>,
    /// Where it begins: a scalar itself, a mapping that has no key at its first one.
    pub(in crate::load) start: Option<Mark>,
    /// Whether it is a scalar with text, whose own place is the best one to show. Of anything else its key says more
    /// than its first line.
    pub(in crate::load) scalar: bool,
}

/// The nodes that are wanted, as a tree from the root.
#[derive(Debug)]
pub(in crate::load) struct Spots {
    nodes: Vec<Node>,
    /// The entry whose key has just been raised as an error.
    raised: Cell<Option<Raised>>,
}

#[derive(Debug, Default)]
struct Node {
    below: Vec<(String, usize)>,
    spot: Cell<Spot>,
}

#[derive(Debug, Clone, Copy)]
struct Raised(Option<usize>);

impl Spots {
    /// Nothing is wanted yet.
    pub(in crate::load) fn new() -> Self {
        Self { nodes: vec![Node::default()], raised: Cell::new(None) }
    }

    /// Wants the node that `tokens` lead to, and those on the way.
    pub(in crate::load) fn want(&mut self, tokens: &[&str]) {
        let mut at = 0;
        for token in tokens {
            at = match self.below(at, token) {
                Some(below) => below,
                None => {
                    let new = self.nodes.len();
                    self.nodes.push(Node::default());
                    self.nodes[at].below.push(((*token).to_owned(), new));
                    new
                }
            };
        }
    }

    /// What has been found of a node that was wanted.
    pub(in crate::load) fn get(&self, tokens: &[&str]) -> Option<Spot> {
        let at = tokens.iter().try_fold(0, |at, token| self.below(at, token))?;
        Some(self.nodes[at].spot.get())
    }

    /// Finds what is wanted.
    ///
    /// Fails where the parser does; what stands before that has been found.
    pub(super) fn seek<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<(), D::Error> {
        Seek { spots: self, at: 0 }.deserialize(deserializer)
    }

    fn below(&self, at: usize, token: &str) -> Option<usize> {
        self.nodes[at].below.iter().find(|(name, _)| name == token).map(|(_, below)| *below)
    }

    fn update(&self, at: usize, change: impl FnOnce(&mut Spot)) {
        let cell = &self.nodes[at].spot;
        let mut spot = cell.get();
        change(&mut spot);
        cell.set(spot);
    }
}

/// Reads the node `at` of the tree of those that are wanted.
#[derive(Clone, Copy)]
struct Seek<'s> {
    spots: &'s Spots,
    at: usize,
}

impl Seek<'_> {
    /// Takes the outcome of reading a value: an error from a scalar says where it stands.
    fn note<T, E: Error>(self, outcome: Result<T, E>) {
        if let Err(error) = outcome {
            let mark = mark(&error);
            self.spots.update(self.at, |spot| spot.start = spot.start.or(mark));
        }
    }
}

/// The place that an error has, which it only says in words.
fn mark(error: &impl fmt::Display) -> Option<Mark> {
    let words = error.to_string();
    let Some((_, place)) = words.rsplit_once(" at line ") else {
        // The parser says nothing of the very beginning.
        return Some((1, 1));
    };
    let (line, column) = place.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.spots.update(self.at, |spot| spot.scalar = true);
        deserializer.deserialize_any(self)
    }
}

/// Every method that is not written out refuses what comes, which is how a scalar is found.
impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping or a sequence")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.spots.update(self.at, |spot| spot.scalar = false);
        Err(E::custom("nothing"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        self.spots.update(self.at, |spot| spot.scalar = false);
        let mut first = self.spots.nodes[self.at].spot.get().key.is_none();
        loop {
            let below = match access.next_key_seed(SeekKey { seek: self, first }) {
                Ok(None) => return Ok(()),
                Ok(Some(())) => None,
                Err(error) => {
                    let Some(Raised(below)) = self.spots.raised.take() else { return Err(error) };
                    let mark = mark(&error);
                    if first {
                        self.spots.update(self.at, |spot| spot.start = mark);
                    }
                    if let Some(below) = below {
                        self.spots.update(below, |spot| spot.key = mark);
                    }
                    below
                }
            };
            first = false;
            match below {
                None => _ = access.next_value::<IgnoredAny>()?,
                Some(at) => {
                    let seek = Self { at, ..self };
                    seek.note(access.next_value_seed(seek));
                }
            }
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        self.spots.update(self.at, |spot| spot.scalar = false);
        let wanted = !self.spots.nodes[self.at].below.is_empty();
        for index in 0_usize.. {
            let below = wanted.then(|| self.spots.below(self.at, &index.to_string())).flatten();
            match below {
                None => {
                    if access.next_element::<IgnoredAny>()?.is_none() {
                        break;
                    }
                }
                Some(at) => {
                    let seek = Self { at, ..self };
                    match access.next_element_seed(seek) {
                        Ok(None) => break,
                        outcome => seek.note(outcome),
                    }
                }
            }
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }
}

/// Reads a key, and raises it as an error if its place is wanted.
struct SeekKey<'s> {
    seek: Seek<'s>,
    first: bool,
}

impl<'de> DeserializeSeed<'de> for SeekKey<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for SeekKey<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        let Seek { spots, at } = self.seek;
        let below = spots.below(at, key);
        if below.is_none() && !self.first {
            return Ok(());
        }
        spots.raised.set(Some(Raised(below)));
        Err(E::custom("found"))
    }
}
