//! One scope: a set of names in which no two are equal.

use std::collections::HashSet;

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct Scope(HashSet<String>);

impl Scope {
    /// A scope in which some names are taken from the start.
    pub(super) fn with(reserved: &[&str]) -> Self {
        Self(reserved.iter().map(|&name| name.to_owned()).collect())
    }

    /// Takes the first candidate that is free, else the last one with the first free number.
    pub(super) fn claim(&mut self, candidates: &[String]) -> String {
        for candidate in candidates {
            if self.0.insert(candidate.clone()) {
                return candidate.clone();
            }
        }
        // The underscore that tells a keyword apart is not needed once a number does.
        let base = candidates.last().map_or("", String::as_str).trim_end_matches('_');
        // A function or field is written with words apart, and so is its number.
        let separator = if base.starts_with(char::is_uppercase) || base.is_empty() { "" } else { "_" };
        let mut number = 2_usize;
        loop {
            let name = format!("{base}{separator}{number}");
            if self.0.insert(name.clone()) {
                return name;
            }
            number += 1;
        }
    }
}
