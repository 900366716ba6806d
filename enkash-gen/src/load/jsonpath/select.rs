//! The nodes that a query leads to, in the order of RFC 9535.

use serde_json::Value;

use super::{Query, Segment, Selector};
use crate::report::Pointer;

/// How a node was reached, for those who want to know.
pub(super) trait Way: Clone {
    fn key(&self, key: &str) -> Self;
    fn index(&self, index: usize) -> Self;
}

impl Way for Pointer {
    fn key(&self, key: &str) -> Self {
        self.child(key)
    }

    fn index(&self, index: usize) -> Self {
        Pointer::index(self, index)
    }
}

impl Way for () {
    fn key(&self, _: &str) -> Self {}

    fn index(&self, _: usize) -> Self {}
}

impl Query {
    /// The nodes of a document, each with its place; one that is reached in two ways is there twice.
    pub(in crate::load) fn select<'v>(&self, root: &'v Value) -> Vec<(&'v Value, Pointer)> {
        self.select_by(self.segments.len(), root)
    }

    /// What the first steps alone lead to.
    pub(in crate::load) fn select_by<'v>(&self, steps: usize, root: &'v Value) -> Vec<(&'v Value, Pointer)> {
        follow(&self.segments[..steps.min(self.segments.len())], root, root, Pointer::root())
    }

    pub(super) fn from<'v, W: Way>(&self, root: &'v Value, start: &'v Value, way: W) -> Vec<(&'v Value, W)> {
        follow(&self.segments, root, start, way)
    }
}

fn follow<'v, W: Way>(
    segments: &[Segment],
    root: &'v Value,
    start: &'v Value,
    way: W,
) -> Vec<(&'v Value, W)> {
    let mut nodes = vec![(start, way)];
    for segment in segments {
        let mut found = Vec::new();
        for (node, way) in nodes {
            segment.apply(root, node, &way, &mut found);
        }
        nodes = found;
    }
    nodes
}

impl Segment {
    fn apply<'v, W: Way>(&self, root: &'v Value, node: &'v Value, way: &W, found: &mut Vec<(&'v Value, W)>) {
        for selector in &self.selectors {
            selector.apply(root, node, way, found);
        }
        if self.is_descendant {
            // No deeper than the document, of which the parser has seen to it.
            for (child, way) in children(node, way) {
                self.apply(root, child, &way, found);
            }
        }
    }
}

impl Selector {
    fn apply<'v, W: Way>(&self, root: &'v Value, node: &'v Value, way: &W, found: &mut Vec<(&'v Value, W)>) {
        match (self, node) {
            (Self::Name(name), Value::Object(map)) => {
                found.extend(map.get(name).map(|child| (child, way.key(name))));
            }
            (Self::Index(index), Value::Array(items)) => {
                found.extend(element(items, at(*index, items.len()), way));
            }
            (Self::Slice { start, end, step }, Value::Array(items)) => {
                for index in slice(*start, *end, *step, items.len()) {
                    found.extend(element(items, index, way));
                }
            }
            (Self::Wildcard, node) => found.extend(children(node, way)),
            (Self::Filter(test), node) => {
                found.extend(children(node, way).into_iter().filter(|(child, _)| test.passes(root, child)));
            }
            _ => {}
        }
    }
}

fn children<'v, W: Way>(node: &'v Value, way: &W) -> Vec<(&'v Value, W)> {
    match node {
        Value::Object(map) => map.iter().map(|(key, child)| (child, way.key(key))).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, child)| (child, way.index(index))).collect()
        }
        _ => Vec::new(),
    }
}

fn element<'v, W: Way>(items: &'v [Value], index: i64, way: &W) -> Option<(&'v Value, W)> {
    let index = usize::try_from(index).ok()?;
    items.get(index).map(|item| (item, way.index(index)))
}

/// A negative index counts from the end.
fn at(index: i64, length: usize) -> i64 {
    if index < 0 { index.saturating_add(i64::try_from(length).unwrap_or(i64::MAX)) } else { index }
}

/// RFC 9535 §2.3.4.2.2
fn slice(start: Option<i64>, end: Option<i64>, step: i64, length: usize) -> Vec<i64> {
    let whole = i64::try_from(length).unwrap_or(i64::MAX);
    let (lowest, highest) = if step < 0 { (-1, whole - 1) } else { (0, whole) };
    let bound = |given: Option<i64>, otherwise: i64| {
        given.map_or(otherwise, |given| at(given, length).clamp(lowest, highest))
    };
    let mut indexes = Vec::new();
    if step == 0 {
        return indexes;
    }
    let (mut index, end) = if step > 0 {
        (bound(start, 0), bound(end, whole))
    } else {
        (bound(start, whole - 1), bound(end, -1))
    };
    while if step > 0 { index < end } else { index > end } {
        indexes.push(index);
        index = index.saturating_add(step);
    }
    indexes
}
