//! A number that changes with the document: a stale half of a build is recognised by it.

use std::hash::Hasher;

use fnv::FnvHasher;
use serde_json::Value;

/// The 64-bit FNV-1a hash of a tree.
///
/// Equal trees have equal digests on every platform. Comments, quoting and white space do not count; the order of
/// keys does, since the order of a form's fields is the order of its bytes. It guards against staleness, not
/// against malice.
pub fn digest(value: &Value) -> u64 {
    let mut hasher = FnvHasher::default();
    walk(value, &mut hasher);
    hasher.finish()
}

/// Each value is a kind, then a length where it has one, then its content, so that no two trees give one stream.
fn walk(value: &Value, hasher: &mut FnvHasher) {
    match value {
        Value::Null => hasher.write(b"n"),
        Value::Bool(false) => hasher.write(b"f"),
        Value::Bool(true) => hasher.write(b"t"),
        Value::Number(number) => text(b"d", &number.to_string(), hasher),
        Value::String(string) => text(b"s", string, hasher),
        Value::Array(items) => {
            hasher.write(b"a");
            length(items.len(), hasher);
            items.iter().for_each(|item| walk(item, hasher));
        }
        Value::Object(map) => {
            hasher.write(b"o");
            length(map.len(), hasher);
            for (key, value) in map {
                text(b"k", key, hasher);
                walk(value, hasher);
            }
        }
    }
}

fn text(kind: &[u8], text: &str, hasher: &mut FnvHasher) {
    hasher.write(kind);
    length(text.len(), hasher);
    hasher.write(text.as_bytes());
}

/// Fixed width and byte order: the build host and the macro's host need not be the same machine.
fn length(length: usize, hasher: &mut FnvHasher) {
    hasher.write(&(length as u64).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::digest;

    #[test]
    fn the_digest_is_the_same_on_every_machine() {
        assert_eq!(digest(&json!({"a": [1, true, null], "b": "ü"})), 0x394c_7ae6_a96a_c02f);
    }

    #[test]
    fn each_change_of_the_tree_changes_the_digest() {
        let trees = [
            json!({"a": 1, "b": 2}),
            json!({"b": 2, "a": 1}),
            json!({"a": 1, "b": "2"}),
            json!({"a": [1], "b": 2}),
            json!(["a", "b"]),
            json!(["ab"]),
            json!([["a"], "b"]),
            json!(""),
            Value::Null,
        ];
        let digests: std::collections::HashSet<u64> = trees.iter().map(digest).collect();
        assert_eq!(digests.len(), trees.len());
    }
}
