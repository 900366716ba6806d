//! How much may be copied, and how deep it may come to stand: references can make a document grow without end.

use serde_json::Value;

use crate::report::Pointer;

/// Path items stand within path items, through callbacks: what they are copied to does not become deeper than this.
const MOST_DEEP: usize = 160;

/// So many nodes are copied for references, which is many times what any document has.
const MOST_COPIED: usize = 4_000_000;

/// How many nodes have been copied for references.
#[derive(Debug, Default)]
pub(super) struct Copied(usize);

impl Copied {
    /// Adds a subtree, and says whether it may be copied.
    pub(super) fn may_add(&mut self, value: &Value) -> bool {
        self.0 += count(value);
        self.0 <= MOST_COPIED
    }
}

/// How many nodes a subtree has.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// Whether a subtree may be put at a pointer.
pub(super) fn is_shallow(at: &Pointer, value: &Value) -> bool {
    at.tokens().count() + depth(value) <= MOST_DEEP
}

fn depth(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(depth).max().unwrap_or_default(),
        Value::Object(map) => map.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}
