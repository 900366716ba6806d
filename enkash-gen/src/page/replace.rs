//! A new import over an older one: its operations take the place of the same ones, the others stay.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::normalised;

/// Puts the operations of `new` into `old`, both of them imported descriptions.
///
/// Where `old` has no other operations, `new` is the result as it is.
pub fn replace(old: &Value, new: Value) -> Value {
    let replaced: BTreeSet<(String, String)> = operations(&new).collect();
    let others = operations(old).any(|key| !replaced.contains(&key));
    let (Value::Object(mut out), Value::Object(new)) = (old.clone(), new.clone()) else { return new };
    if !others {
        return Value::Object(new);
    }
    if let Some(Value::Object(paths)) = out.get_mut("paths") {
        for (path, item) in paths.iter_mut() {
            if let Value::Object(item) = item {
                item.retain(|method, _| !replaced.contains(&(normalised(path), method.clone())));
            }
        }
        paths.retain(|_, item| item.as_object().is_none_or(|item| !item.is_empty()));
    }
    for part in ["paths", "components"] {
        if let Some(with) = new.get(part) {
            overlay(out.entry(part).or_insert_with(|| Value::Object(Map::new())), with, 2);
        }
    }
    if let Some(servers) = new.get("servers").filter(|servers| old.get("servers") != Some(*servers)) {
        // Of other servers than the description has, each operation names its own.
        for (path, method) in new_keys(&new) {
            let operation = out.get_mut("paths").and_then(|paths| paths.get_mut(&path)?.get_mut(&method));
            if let Some(Value::Object(operation)) = operation {
                operation.insert("servers".to_owned(), servers.clone());
            }
        }
    }
    let mut out = Value::Object(out);
    sweep(&mut out);
    out
}

fn new_keys(document: &Map<String, Value>) -> Vec<(String, String)> {
    let paths = document.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flatten().filter_map(|(path, item)| Some((path, item.as_object()?)));
    items.flat_map(|(path, item)| item.keys().map(|method| (path.clone(), method.clone()))).collect()
}

fn operations(document: &Value) -> impl Iterator<Item = (String, String)> {
    let keys = document.as_object().map(new_keys).unwrap_or_default();
    keys.into_iter().map(|(path, method)| (normalised(&path), method))
}

/// Puts the members of one object over those of another, so many levels deep.
fn overlay(base: &mut Value, with: &Value, depth: usize) {
    match (base, with) {
        (Value::Object(base), Value::Object(with)) if depth > 0 => {
            for (key, value) in with {
                match base.get_mut(key) {
                    Some(known) => overlay(known, value, depth - 1),
                    None => {
                        base.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (base, with) => *base = with.clone(),
    }
}

/// Removes the schemas that nothing refers to any more.
fn sweep(document: &mut Value) {
    loop {
        let mut used = BTreeSet::new();
        references(document, &mut used);
        let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else { return };
        let before = schemas.len();
        schemas.retain(|name, _| used.contains(name));
        if schemas.len() == before {
            return;
        }
    }
}

fn references(value: &Value, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(name) = members
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|reference| reference.strip_prefix("#/components/schemas/"))
            {
                used.insert(name.to_owned());
            }
            members.values().for_each(|value| references(value, used));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, used)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::replace;

    #[test]
    fn the_same_operation_is_replaced_and_others_stay() {
        let schema = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let old = json!({
            "paths": { "/a/{id}": { "get": schema("A") }, "/b": { "post": schema("B") } },
            "components": { "schemas": { "A": {}, "B": {} } },
        });
        let new = json!({
            "paths": { "/a/{other}": { "get": schema("New") } },
            "components": { "schemas": { "New": {} } },
        });
        assert_eq!(
            replace(&old, new.clone()),
            json!({
                "paths": { "/b": { "post": schema("B") }, "/a/{other}": { "get": schema("New") } },
                "components": { "schemas": { "B": {}, "New": {} } },
            })
        );
        assert_eq!(replace(&new, new.clone()), new);
    }
}
