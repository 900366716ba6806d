//! From what the walk has found to changes: each at the operation that it is found at first, with the others named.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{
    api,
    change::{Call, Change, Note, Wire},
    matching::{Matched, matching},
    operation,
    rule::{Direction, Event},
    rules::Rule,
    walk::{Finding, Side, Spot, Walk},
};
use crate::ir::{Operation, Skipped};

/// Compares two descriptions.
pub(super) fn collect<'a>(old: Side<'a>, new: Side<'a>) -> Wire {
    let mut walk = Walk::new(old, new);
    let whole = api::apis(&mut walk);
    let matched = matching(old.api, new.api);
    let spots: Vec<Spot<'a>> = matched
        .both
        .iter()
        .map(|(was, is)| {
            operation::operations(&mut walk, &old.api.operations[*was], &new.api.operations[*is])
        })
        .collect();
    walk.finish();
    let mut out = Out::new(&walk);
    out.spot(&whole, None);
    for ((was, is), spot) in matched.both.iter().zip(&spots) {
        out.spot(spot, Some((&old.api.operations[*was], &new.api.operations[*is])));
    }
    out.come_and_gone(&matched);
    out.wire
}

struct Out<'w, 'a> {
    walk: &'w Walk<'a>,
    /// Whether something was found at a pair of types, or at one that it leads to.
    differs: Vec<bool>,
    /// The change that a finding of a pair has become.
    known: HashMap<(usize, usize), usize>,
    /// The places of findings that are told once whichever way they travel.
    told: HashSet<(Rule, usize, usize, String)>,
    wire: Wire,
}

impl<'w, 'a> Out<'w, 'a> {
    fn new(walk: &'w Walk<'a>) -> Self {
        let differs = differing(&walk.pairs);
        Self { walk, differs, known: HashMap::new(), told: HashSet::new(), wire: Wire::default() }
    }

    /// Everything that is found at an operation, and at the types that it leads to.
    fn spot(&mut self, spot: &Spot<'a>, operations: Option<(&Operation, &Operation)>) {
        let mut hidden = BTreeMap::new();
        for finding in &spot.findings {
            self.finding(finding, None, operations, &mut hidden, String::new);
        }
        // The trail leads back to the operation, so that a path is written only where something is told.
        let mut trail: Vec<(Option<usize>, &str)> = Vec::new();
        let mut seen = HashSet::new();
        let mut todo: Vec<(Option<usize>, &(String, usize))> =
            spot.edges.iter().rev().map(|edge| (None, edge)).collect();
        let walk = self.walk;
        while let Some((from, (step, pair))) = todo.pop() {
            if !self.differs[*pair] || !seen.insert(*pair) {
                continue;
            }
            trail.push((from, step));
            let here = trail.len() - 1;
            let path = || {
                let mut steps = Vec::new();
                let mut at = Some(here);
                while let Some((before, step)) = at.and_then(|at| trail.get(at)) {
                    steps.push(*step);
                    at = *before;
                }
                steps.into_iter().rev().collect::<String>()
            };
            for (index, finding) in walk.pairs[*pair].findings.iter().enumerate() {
                self.finding(finding, Some((*pair, index)), operations, &mut hidden, path);
            }
            todo.extend(walk.pairs[*pair].edges.iter().rev().map(|edge| (Some(here), edge)));
        }
        for (reason, nouns) in hidden {
            let Some((_, operation)) = operations else { continue };
            let nouns: Vec<&str> = nouns.into_iter().collect();
            let text = format!("not compared: {} ({reason})", nouns.join(", "));
            self.wire.notes.push(Note { operation: call(operation).label(), text });
        }
    }

    fn finding(
        &mut self,
        finding: &Finding<'a>,
        of_type: Option<(usize, usize)>,
        operations: Option<(&Operation, &Operation)>,
        hidden: &mut BTreeMap<String, BTreeSet<&'static str>>,
        prefix: impl Fn() -> String,
    ) {
        if let Some(reason) = finding.hidden {
            hidden.entry(reason.to_owned()).or_default().insert(finding.rule.noun().as_str());
            return;
        }
        if let Some((old, new)) = operations
            && let Some(reason) = self.hides(finding, &prefix, old, new)
        {
            hidden.entry(reason).or_default().insert(finding.rule.noun().as_str());
            return;
        }
        let call = operations.map(|(_, new)| call(new));
        if let Some(known) = of_type.and_then(|key| self.known.get(&key)) {
            self.wire.changes[*known].also.extend(call);
            return;
        }
        let place = |origin: Option<&crate::report::Origin>| {
            origin.map_or(0, |origin| std::ptr::from_ref(origin) as usize)
        };
        let is_told_once = of_type.is_some() && finding.rule.direction() == Direction::Either;
        let place = (finding.rule, place(finding.old), place(finding.new), finding.path.clone());
        if is_told_once && !self.told.insert(place) {
            return;
        }
        if let Some(key) = of_type {
            self.known.insert(key, self.wire.changes.len());
        }
        self.wire.changes.push(Change {
            rule: finding.rule,
            operation: call,
            path: format!("{}{}", prefix(), finding.path),
            before: finding.before.clone(),
            after: finding.after.clone(),
            also: Vec::new(),
            old: finding.old.cloned(),
            new: finding.new.cloned(),
        });
    }

    /// Why a difference is none: what is absent on one side could not be shown there.
    fn hides(
        &self,
        finding: &Finding<'a>,
        prefix: &impl Fn() -> String,
        old: &Operation,
        new: &Operation,
    ) -> Option<String> {
        let (was, is) = (self.walk.old.facts.of(old), self.walk.new.facts.of(new));
        if was.shows_all() && is.shows_all() || finding.rule.noun().is_in_samples() {
            return None;
        }
        let path = format!("{}{}", prefix(), finding.path);
        let by_new =
            || is.hides(finding.rule, &path).map(|why| format!("the new side does not show it: {why}"));
        let by_old =
            || was.hides(finding.rule, &path).map(|why| format!("the old side did not show it: {why}"));
        match finding.rule.event() {
            Event::Added => by_old(),
            Event::Removed => by_new(),
            Event::Changed | Event::Narrowed | Event::Widened => by_new().or_else(by_old),
        }
    }

    /// Operations of one side only.
    fn come_and_gone(&mut self, matched: &Matched) {
        let (old, new) = (self.walk.old.api, self.walk.new.api);
        for index in &matched.removed {
            let operation = &old.operations[*index];
            let rule =
                if is_among(operation, &new.skipped) { Rule::Unreadable } else { Rule::OperationRemoved };
            let change = self.whole(rule, operation);
            let change = Change {
                old: Some(operation.origin.clone()),
                before: Some(call(operation).label()),
                ..change
            };
            self.wire.changes.push(change);
        }
        for index in &matched.added {
            let operation = &new.operations[*index];
            let rule =
                if is_among(operation, &old.skipped) { Rule::Unreadable } else { Rule::OperationAdded };
            let change = self.whole(rule, operation);
            let change = Change {
                new: Some(operation.origin.clone()),
                after: Some(call(operation).label()),
                ..change
            };
            self.wire.changes.push(change);
        }
    }

    fn whole(&self, rule: Rule, operation: &Operation) -> Change {
        Change {
            rule,
            operation: Some(call(operation)),
            path: String::new(),
            before: None,
            after: None,
            also: Vec::new(),
            old: None,
            new: None,
        }
    }
}

/// Whether an operation is one that the other side has left out.
fn is_among(operation: &Operation, skipped: &[Skipped]) -> bool {
    skipped.iter().any(|skipped| skipped.method == operation.method && skipped.path == operation.path.raw())
}

fn call(operation: &Operation) -> Call {
    Call {
        method: operation.method.to_string(),
        path: operation.path.raw().to_owned(),
        id: operation.id.clone(),
    }
}

/// Which pairs have a finding, or lead to one that has.
fn differing(pairs: &[Spot<'_>]) -> Vec<bool> {
    let mut leads: Vec<Vec<usize>> = vec![Vec::new(); pairs.len()];
    for (from, spot) in pairs.iter().enumerate() {
        for (_, to) in &spot.edges {
            leads[*to].push(from);
        }
    }
    let mut differs: Vec<bool> = pairs.iter().map(|spot| !spot.findings.is_empty()).collect();
    let mut todo: Vec<usize> = (0..pairs.len()).filter(|pair| differs[*pair]).collect();
    while let Some(pair) = todo.pop() {
        for from in &leads[pair] {
            if !std::mem::replace(&mut differs[*from], true) {
                todo.push(*from);
            }
        }
    }
    differs
}
