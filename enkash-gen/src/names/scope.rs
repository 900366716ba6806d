//! One scope: a set of names in which no two are equal.

use std::collections::{HashMap, HashSet};

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct Scope {
    taken: HashSet<String>,
    /// The number that the next twin of a name tries first.
    numbers: HashMap<String, usize>,
}

impl Scope {
    /// A scope in which some names are taken from the start.
    pub(super) fn with(reserved: &[&str]) -> Self {
        Self { taken: reserved.iter().map(|&name| name.to_owned()).collect(), numbers: HashMap::new() }
    }

    /// Takes a name that somebody else has given.
    pub(super) fn reserve(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// Takes the first candidate that is free, else the last one with the first free number.
    pub(super) fn claim(&mut self, candidates: &[String]) -> String {
        for candidate in candidates {
            if self.taken.insert(candidate.clone()) {
                return candidate.clone();
            }
        }
        // The underscore that tells a keyword apart is not needed once a number does.
        let base = candidates.last().map_or("", String::as_str).trim_end_matches('_');
        // A function or field is written with words apart, and so is its number.
        let separator = if base.starts_with(char::is_uppercase) || base.is_empty() { "" } else { "_" };
        let number = self.numbers.entry(base.to_owned()).or_insert(2);
        loop {
            let name = format!("{base}{separator}{number}");
            *number += 1;
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}
