//! Named values: members found in the table, those that are required, those that are left over; and maps.

use super::Fill;
use super::trail::Trail;
use crate::runtime::wire::{Field, Map, Object, Place, Presence, Wire};
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use std::fmt;

pub(super) fn fill_object<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    mut map: A,
    trail: &Trail,
) -> Result<(), A::Error> {
    let fields = object.table().fields;
    let mut search = Search { fields, found: None, next: 0, other: object.rest_mut().map(|_| String::new()) };
    let mut seen = Seen::new(fields.len());
    while map.next_key_seed(&mut search)?.is_some() {
        let into = match (search.found, &mut search.other) {
            (Some(index), _) => {
                let again = !seen.mark(index);
                let slot = object.slot(index);
                match slot {
                    Some(slot) if again => {
                        forget(slot);
                        object.slot(index)
                    }
                    slot => slot,
                }
            }
            (None, Some(name)) => object.rest_mut().map(|rest| rest.insert(std::mem::take(name))),
            (None, None) => None,
        };
        if search.found.is_none() {
            trail.unlisted(1);
        }
        let Some(into) = into else {
            map.next_value::<IgnoredAny>()?;
            continue;
        };
        if let Err(error) = map.next_value_seed(Fill { into, trail }) {
            return Err(match search.found {
                Some(index) => trail.name(fields[index].name)(error),
                None => trail.entry()(error),
            });
        }
    }
    for (index, field) in fields.iter().enumerate() {
        if field.presence != Presence::Optional && field.fixed.is_none() && !seen.has(index) {
            return Err(A::Error::custom(format_args!("the required member `{}` is missing", field.name)));
        }
    }
    Ok(())
}

/// Undoes what a member of the same name has left: of two the last one counts, and nothing of the first.
#[cold]
fn forget(value: &mut dyn Wire) {
    if value.forget() {
        return;
    }
    // A list or a map is emptied by asking for its place, and a scalar overwritten.
    if let Place::Object(object) = value.place() {
        for index in 0..object.table().fields.len() {
            if let Some(slot) = object.slot(index) {
                forget(slot);
            }
        }
        if let Some(rest) = object.rest_mut() {
            rest.empty();
        }
    }
}

pub(super) fn fill_map<'de, A: MapAccess<'de>>(
    into: &mut dyn Map,
    mut map: A,
    trail: &Trail,
) -> Result<(), A::Error> {
    while let Some(name) = map.next_key::<String>()? {
        trail.unlisted(1);
        map.next_value_seed(Fill { into: into.insert(name), trail }).map_err(trail.entry())?;
    }
    Ok(())
}

/// Which members were read; most objects fit one word.
struct Seen {
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    fn new(count: usize) -> Self {
        Self { first: 0, more: if count > 64 { vec![0; count.div_ceil(64)] } else { Vec::new() } }
    }

    /// `true` if the member had not been read yet.
    #[inline]
    fn mark(&mut self, index: usize) -> bool {
        let (word, bit) = (self.word(index), 1 << (index % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    #[inline]
    fn has(&mut self, index: usize) -> bool {
        *self.word(index) & (1 << (index % 64)) != 0
    }

    fn word(&mut self, index: usize) -> &mut u64 {
        if self.more.is_empty() { &mut self.first } else { &mut self.more[index / 64] }
    }
}

/// Finds the names of members without a copy; a search starts after the last member that was found.
struct Search {
    fields: &'static [Field],
    /// The index in the table; `None` if it does not list the name.
    found: Option<usize>,
    next: usize,
    /// Takes a name that the table does not list, if the object keeps such members.
    other: Option<String>,
}

impl<'de> DeserializeSeed<'de> for &mut Search {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for &mut Search {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, name: &str) -> Result<(), E> {
        let (before, after) = self.fields.split_at(self.next);
        self.found = after
            .iter()
            .position(|field| field.name == name)
            .map(|index| index + self.next)
            .or_else(|| before.iter().position(|field| field.name == name));
        match (self.found, &mut self.other) {
            (Some(index), _) => self.next = index + 1,
            (None, Some(other)) => name.clone_into(other),
            (None, None) => {}
        }
        Ok(())
    }
}
