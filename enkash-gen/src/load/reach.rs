//! The node of a tree that a pointer names.

use serde_json::Value;

use crate::report::Pointer;

/// The node at a pointer; `None` if it leads nowhere.
pub(super) fn reach<'v>(root: &'v Value, pointer: &Pointer) -> Option<&'v Value> {
    pointer.tokens().try_fold(root, |value, token| match value {
        Value::Object(map) => map.get(token),
        Value::Array(items) => items.get(index(token)?),
        _ => None,
    })
}

/// The same, to change it.
pub(super) fn reach_mut<'v>(root: &'v mut Value, pointer: &Pointer) -> Option<&'v mut Value> {
    pointer.tokens().try_fold(root, |value, token| match value {
        Value::Object(map) => map.get_mut(token),
        Value::Array(items) => items.get_mut(index(token)?),
        _ => None,
    })
}

/// RFC 6901 §4: digits without leading zeros.
fn index(token: &str) -> Option<usize> {
    let odd = token.starts_with('+') || (token.starts_with('0') && token.len() > 1);
    if odd { None } else { token.parse().ok() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{reach, reach_mut};
    use crate::report::Pointer;

    #[test]
    fn a_node_is_reached_as_serde_json_reaches_it() {
        let mut tree = json!({"a": [1, {"b/c": {"": 2}}], "1": 3});
        for text in ["", "/a", "/a/0", "/a/00", "/a/+1", "/a/1/b~1c/", "/a/2", "/a/x", "/1", "/1/2", "/b"] {
            let pointer = Pointer::parse(text).unwrap();
            let mut expected = tree.pointer(text).cloned();
            assert_eq!(reach(&tree, &pointer), expected.as_ref(), "{text}");
            assert_eq!(reach_mut(&mut tree, &pointer), expected.as_mut(), "{text}");
        }
    }
}
