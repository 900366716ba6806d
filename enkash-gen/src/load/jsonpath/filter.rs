//! The tests of a filter, and how values compare (RFC 9535 §2.3.5).

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::Query;

/// What a filter asks of a node.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::load) enum Test {
    Any(Vec<Test>),
    All(Vec<Test>),
    Not(Box<Test>),
    Exists(Probe),
    Compare(Operand, Relation, Operand),
}

/// A query in a filter.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::load) struct Probe {
    /// Whether it starts at the document, not at the node that is tested.
    pub(super) from_root: bool,
    pub(super) query: Query,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::load) enum Operand {
    Literal(Value),
    Query(Probe),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Relation {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Relation {
    /// None is the beginning of one that comes after it.
    pub(super) const ALL: [(&str, Self); 6] = [
        ("==", Self::Equal),
        ("!=", Self::Unequal),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("<", Self::Less),
        (">", Self::Greater),
    ];

    /// Whether it holds; `None` is a node that is not there.
    fn holds(self, left: Option<&Value>, right: Option<&Value>) -> bool {
        let less = |left, right| order(left, right) == Some(Ordering::Less);
        match self {
            Self::Equal => same(left, right),
            Self::Unequal => !same(left, right),
            Self::Less => less(left, right),
            Self::AtMost => less(left, right) || same(left, right),
            Self::Greater => less(right, left),
            Self::AtLeast => less(right, left) || same(left, right),
        }
    }
}

impl Test {
    /// Whether a node passes.
    pub(super) fn passes(&self, root: &Value, node: &Value) -> bool {
        match self {
            Self::Any(tests) => tests.iter().any(|test| test.passes(root, node)),
            Self::All(tests) => tests.iter().all(|test| test.passes(root, node)),
            Self::Not(test) => !test.passes(root, node),
            Self::Exists(probe) => probe.first(root, node).is_some(),
            Self::Compare(left, relation, right) => {
                relation.holds(left.value(root, node), right.value(root, node))
            }
        }
    }
}

impl Probe {
    fn first<'v>(&self, root: &'v Value, node: &'v Value) -> Option<&'v Value> {
        let start = if self.from_root { root } else { node };
        self.query.from(root, start, ()).first().map(|(value, ())| *value)
    }
}

impl Operand {
    fn value<'v>(&'v self, root: &'v Value, node: &'v Value) -> Option<&'v Value> {
        match self {
            Self::Literal(value) => Some(value),
            Self::Query(probe) => probe.first(root, node),
        }
    }
}

fn same(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => equal(left, right),
        (None, None) => true,
        _ => false,
    }
}

/// Numbers are equal by value, however they are written.
fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => compare(left, right) == Some(Ordering::Equal),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let found = |(key, value): (&String, _)| right.get(key).is_some_and(|other| equal(value, other));
            left.len() == right.len() && left.iter().all(found)
        }
        _ => left == right,
    }
}

/// Only numbers and texts have an order.
fn order(left: Option<&Value>, right: Option<&Value>) -> Option<Ordering> {
    match (left?, right?) {
        (Value::Number(left), Value::Number(right)) => compare(left, right),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn compare(left: &Number, right: &Number) -> Option<Ordering> {
    let whole = |number: &Number| number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
    match (whole(left), whole(right)) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}
