//! The walk over both descriptions at once: each pair of types is compared once, however many ways lead to it.
//!
//! A pair is a node of a graph. Its findings have paths from the type on, and its edges lead to the pairs of the types
//! inside of it, so that recursion ends and shared types cost once. [`collect`](super::collect) makes changes of it.

use std::collections::{HashMap, VecDeque};

use super::{facts::Facts, object, rule::Direction, rules::Rule};
use crate::{
    ir::{Api, TypeDef},
    report::Origin,
};

/// One of the two descriptions.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) api: &'a Api,
    pub(super) facts: &'a Facts<'a>,
}

/// A difference, from the node on that it was found at.
#[derive(Debug)]
pub(super) struct Finding<'a> {
    pub(super) rule: Rule,
    pub(super) path: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) old: Option<&'a Origin>,
    pub(super) new: Option<&'a Origin>,
    /// Why it is none.
    pub(super) hidden: Option<&'static str>,
}

/// What was found at an operation, or at a pair of types.
#[derive(Debug, Default)]
pub(super) struct Spot<'a> {
    pub(super) findings: Vec<Finding<'a>>,
    /// The way to each pair of types that is reached from here.
    pub(super) edges: Vec<(String, usize)>,
}

/// Where a comparison stands: what it adds to, the way to there, and which way things travel.
pub(super) struct At<'s, 'a> {
    pub(super) spot: &'s mut Spot<'a>,
    pub(super) path: String,
    pub(super) direction: Direction,
    pub(super) old: Option<&'a Origin>,
    pub(super) new: Option<&'a Origin>,
    /// Why what is found here is no difference, if it is none.
    pub(super) hidden: Option<&'static str>,
}

/// Why something is no difference: one side says that it does not know.
const OLD_UNKNOWN: &str = "the old side did not know it: `x-unknown`";
const NEW_UNKNOWN: &str = "the new side does not know it: `x-unknown`";

impl<'s, 'a> At<'s, 'a> {
    pub(super) fn new(spot: &'s mut Spot<'a>, path: impl Into<String>, direction: Direction) -> Self {
        Self { spot, path: path.into(), direction, old: None, new: None, hidden: None }
    }

    /// The same with where both sides stand in their documents.
    pub(super) fn from(self, old: &'a Origin, new: &'a Origin) -> Self {
        Self { old: Some(old), new: Some(new), ..self }
    }

    /// A place below this one.
    pub(super) fn below(&mut self, step: &str) -> At<'_, 'a> {
        At {
            path: format!("{}{step}", self.path),
            direction: self.direction,
            old: self.old,
            new: self.new,
            hidden: self.hidden,
            spot: &mut *self.spot,
        }
    }

    /// The rule of the direction at hand.
    pub(super) fn pick(&self, sent: Rule, received: Rule) -> Rule {
        if self.direction == Direction::Sent { sent } else { received }
    }

    pub(super) fn add(&mut self, rule: Rule, before: Option<String>, after: Option<String>) {
        let (path, old, new, hidden) = (self.path.clone(), self.old, self.new, self.hidden);
        self.spot.findings.push(Finding { rule, path, before, after, old, new, hidden });
    }

    /// Has what is found from here on count for nothing, if a side does not know it: the old one what has come, or the
    /// new one what is gone.
    pub(super) fn unless_unknown(&mut self, walk: &Walk<'a>, what: &str, has_come: bool) {
        if has_come && walk.old.facts.is_unknown(self.old, what) {
            self.hidden = Some(OLD_UNKNOWN);
        } else if !has_come && walk.new.facts.is_unknown(self.new, what) {
            self.hidden = Some(NEW_UNKNOWN);
        }
    }

    /// A thing that is of one side only.
    pub(super) fn gone(&mut self, rule: Rule, before: impl Into<String>) {
        self.add(rule, Some(before.into()), None);
    }

    pub(super) fn come(&mut self, rule: Rule, after: impl Into<String>) {
        self.add(rule, None, Some(after.into()));
    }

    pub(super) fn turn(&mut self, rule: Rule, before: impl Into<String>, after: impl Into<String>) {
        self.add(rule, Some(before.into()), Some(after.into()));
    }

    /// Two texts that need not be there.
    pub(super) fn texts(&mut self, rule: Rule, old: Option<&str>, new: Option<&str>) {
        let [old, new] = [old, new].map(|text| text.map(str::trim).filter(|text| !text.is_empty()));
        if old != new {
            let (before, after) = super::words::quotes(old, new);
            self.add(rule, before, after);
        }
    }

    /// A flag that has its own rules for being set and cleared.
    pub(super) fn flag(&mut self, old: bool, new: bool, set: Rule, cleared: Rule) {
        if old != new {
            self.add(if new { set } else { cleared }, None, None);
        }
    }
}

type Key = (usize, usize, Direction);

/// The walk.
pub(super) struct Walk<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    known: HashMap<Key, usize>,
    pub(super) pairs: Vec<Spot<'a>>,
    todo: VecDeque<(usize, &'a TypeDef, &'a TypeDef, Direction)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(old: Side<'a>, new: Side<'a>) -> Self {
        Self { old, new, known: HashMap::new(), pairs: Vec::new(), todo: VecDeque::new() }
    }

    /// Leads from a place to a pair of types, which is compared later if it has not been.
    pub(super) fn pair(&mut self, at: &mut At<'_, 'a>, old: &'a TypeDef, new: &'a TypeDef) {
        // A type is known by its place in memory: neither description changes while they are compared.
        let key = (std::ptr::from_ref(old) as usize, std::ptr::from_ref(new) as usize, at.direction);
        let index = *self.known.entry(key).or_insert_with(|| {
            self.pairs.push(Spot::default());
            self.todo.push_back((self.pairs.len() - 1, old, new, at.direction));
            self.pairs.len() - 1
        });
        at.spot.edges.push((at.path.clone(), index));
    }

    /// Compares the types that were led to, until none is left.
    pub(super) fn finish(&mut self) {
        while let Some((index, old, new, direction)) = self.todo.pop_front() {
            let mut spot = Spot::default();
            let at = At::new(&mut spot, "", direction).from(&old.origin, &new.origin);
            object::types(self, at, old, new);
            self.pairs[index] = spot;
        }
    }
}
