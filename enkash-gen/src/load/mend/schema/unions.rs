//! `allOf`, `anyOf` and `oneOf`: that they are lists, and hold no `null`.

use serde_json::Value;

use crate::{
    load::mend::{Mender, Object},
    report::Code,
};

const LISTS: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Whether nothing is to be done about the members.
pub(super) fn is_plain(members: &Value) -> bool {
    match members {
        Value::Array(members) => !members.is_empty() && members.iter().all(|member| !is_null(member)),
        _ => false,
    }
}

/// Whether a member stands for `null` alone.
fn is_null(member: &Value) -> bool {
    let Value::Object(map) = member else { return member.is_null() };
    let only_null = |list: &Value| list.as_array().is_some_and(|list| list.iter().all(Value::is_null));
    match map.get("type") {
        Some(Value::String(word)) => word == "null",
        Some(Value::Array(words)) => !words.is_empty() && words.iter().all(|word| word == "null"),
        Some(_) => false,
        None => {
            map.get("const").is_some_and(Value::is_null)
                || map.get("enum").is_some_and(|list| only_null(list) && list != &Value::Array(Vec::new()))
        }
    }
}

impl Mender<'_> {
    pub(super) fn unions(&mut self, map: &mut Object) {
        for key in LISTS {
            match map.get(key) {
                None => continue,
                Some(Value::Object(_)) => {
                    self.within(key, |this| this.repair(Code::ReadAsList, format!("`{key}` is one schema")));
                    let old = self.place(&[key]);
                    if let Some(member) = map.get_mut(key) {
                        *member = Value::Array(vec![member.take()]);
                    }
                    self.moved(&[key, "0"], old);
                }
                Some(Value::Array(members)) if !members.is_empty() => {}
                Some(other) => {
                    if !other.is_null() {
                        let message = format!("`{key}` of a schema holds nothing");
                        self.within(key, |this| this.repair(Code::WrongKind, message));
                    }
                    map.shift_remove(key);
                    continue;
                }
            }
            if map.get(key).is_some_and(|members| !is_plain(members)) {
                self.without_null(map, key);
            }
        }
    }

    /// Takes the members out that stand for `null`; a last one that is left takes the place of the list.
    fn without_null(&mut self, map: &mut Object, key: &str) {
        let Some(Value::Array(members)) = map.get_mut(key) else { return };
        let old: Vec<_> = (0..members.len()).map(|index| self.place(&[key, &index.to_string()])).collect();
        let (mut kept, mut places, mut null) = (Vec::new(), Vec::new(), false);
        for (member, old) in std::mem::take(members).into_iter().zip(old) {
            // Nothing at all is left of a member that was to be written; it says nothing about `null`.
            null |= member.is_object() && is_null(&member);
            if !is_null(&member) {
                kept.push(member);
                places.push(old);
            }
        }
        if null && key != "allOf" {
            self.within(key, |this| this.repair(Code::NullType, format!("a member of `{key}` is `null`")));
        }
        if null {
            map.insert("nullable".to_owned(), Value::Bool(true));
        }
        if kept.is_empty() {
            map.shift_remove(key);
            return;
        }
        if let [Value::Object(member)] = kept.as_mut_slice() {
            let only = std::mem::take(member);
            self.unwrap(map, key, only, &places);
            return;
        }
        for (index, old) in places.into_iter().enumerate() {
            self.moved(&[key, &index.to_string()], old);
        }
        map.insert(key.to_owned(), Value::Array(kept));
    }

    /// The only member: its keywords join those around it, unless both have one of them.
    fn unwrap(
        &mut self,
        map: &mut Object,
        key: &str,
        member: Object,
        places: &[crate::load::origins::Place],
    ) {
        map.shift_remove(key);
        let twice = |name: &String| {
            map.contains_key(name) && !matches!(name.as_str(), "description" | "title" | "nullable")
        };
        let list = if member.contains_key("$ref") || member.keys().any(twice) { "allOf" } else { "" };
        let Some((source, old)) = places.first().cloned() else { return };
        if list.is_empty() {
            for (name, value) in member {
                self.moved(&[&name], (source, old.child(&name)));
                map.entry(name).or_insert(value);
            }
        } else if let Some(Value::Array(members)) = map.get_mut(list) {
            let index = members.len().to_string();
            members.push(Value::Object(member));
            self.moved(&[list, &index], (source, old));
        } else {
            self.moved(&[list, "0"], (source, old));
            map.insert(list.to_owned(), Value::Array(vec![Value::Object(member)]));
        }
    }
}
