//! Which fault is next.

use super::{Fault, What};
use crate::runtime::path::matches;
use crate::runtime::testing::simulator::record::lock;
use std::sync::Mutex;

/// The faults that are still to come.
#[derive(Default)]
pub(in super::super) struct Script(Mutex<Vec<Entry>>);

struct Entry {
    fault: Fault,
    /// How many requests it could have happened to.
    seen: usize,
    /// How often it still happens; `None` if always.
    left: Option<usize>,
}

impl Script {
    pub(in super::super) fn add(&self, fault: Fault, always: bool) {
        let left = (!always).then_some(fault.times);
        lock(&self.0).push(Entry { fault, seen: 0, left });
    }

    pub(in super::super) fn clear(&self) {
        lock(&self.0).clear();
    }

    /// How often something is still to happen, without what happens always.
    pub(in super::super) fn pending(&self) -> usize {
        lock(&self.0).iter().filter_map(|entry| entry.left).sum()
    }

    /// What happens to a new connection.
    pub(in super::super) fn on_connection(&self) -> Option<Fault> {
        self.next(|fault| matches!(fault.what, What::Refused))
    }

    /// What happens to a request.
    pub(in super::super) fn on_request(&self, path: &str, query: Option<&str>) -> Option<Fault> {
        self.next(|fault| {
            !matches!(fault.what, What::Refused)
                && fault.path.is_none_or(|wanted| matches(wanted, path, query))
        })
    }

    /// The first that is due; one that happens always waits for all others.
    fn next(&self, concerns: impl Fn(&Fault) -> bool) -> Option<Fault> {
        let mut entries = lock(&self.0);
        for entry in entries.iter_mut().filter(|entry| concerns(&entry.fault)) {
            entry.seen += 1;
        }
        let is_due = |entry: &Entry| concerns(&entry.fault) && entry.seen >= entry.fault.nth;
        let due = |lasting| {
            entries
                .iter()
                .position(|entry| is_due(entry) && entry.left.is_none() == lasting && entry.left != Some(0))
        };
        let index = due(false).or_else(|| due(true))?;
        let entry = &mut entries[index];
        if let Some(left) = &mut entry.left {
            *left -= 1;
            if *left == 0 {
                return Some(entries.remove(index).fault);
            }
        }
        Some(entry.fault.clone())
    }
}
