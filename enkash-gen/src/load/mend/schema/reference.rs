//! `$ref` in a schema, and what stands beside it.

use serde_json::{Value, json};

use crate::{
    load::{
        mend::{Mender, Object, link::Kind},
        typed::{SCHEMA, kind_of},
    },
    report::Code,
};

/// Beside a reference these change no value, only what is known about it.
const ANNOTATIONS: [&str; 11] = [
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "nullable",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "xml",
];

impl Mender<'_> {
    /// Whether the schema is nothing but a reference. With keywords that mean something beside it, the reference
    /// becomes a member of `allOf`.
    pub(super) fn reference(&mut self, map: &mut Object) -> bool {
        if !map.get("$ref").is_some_and(Value::is_string) {
            if let Some(value) = map.shift_remove("$ref") {
                let message = format!("`$ref` of a schema is {}", kind_of(&value));
                self.within("$ref", |this| this.repair(Code::WrongKind, message));
            }
            return false;
        }
        if map.len() > 1 {
            self.siblings(map);
        }
        if map.len() == 1 {
            self.link(map, Kind::Schema);
            return true;
        }
        false
    }

    /// Leaves a lone reference, or none.
    fn siblings(&mut self, map: &mut Object) {
        // What is referred to has its type; only that `null` is one more is news.
        if let Some(types) = map.shift_remove("type") {
            let null = types.as_array().is_some_and(|types| types.iter().any(|word| word == "null"));
            if null {
                map.insert("nullable".to_owned(), Value::Bool(true));
            }
        }
        if let Some(nullable) = map.shift_remove("x-nullable") {
            map.insert("nullable".to_owned(), nullable);
        }
        let restricts = |key: &String| {
            let known = SCHEMA.field(key).is_some() || ["const", "prefixItems"].contains(&key.as_str());
            known && !ANNOTATIONS.contains(&key.as_str())
        };
        let restricting = map.keys().any(restricts);
        let annotating = map.keys().any(|key| ANNOTATIONS.contains(&key.as_str()) || key.starts_with("x-"));
        if !restricting && !annotating {
            super::super::retain(map, |key| key == "$ref");
            return;
        }
        if restricting {
            self.repair(Code::RefSiblings, "keywords stand beside `$ref`");
        }
        let here = self.place(&[]);
        let Some(reference) = map.shift_remove("$ref") else { return };
        let mut members = vec![json!({"$ref": reference})];
        if let Some(Value::Array(others)) = map.shift_remove("allOf") {
            let old: Vec<_> =
                (0..others.len()).map(|index| self.place(&["allOf", &index.to_string()])).collect();
            for (index, old) in old.into_iter().enumerate() {
                self.moved(&["allOf", &(index + 1).to_string()], old);
            }
            members.extend(others);
        }
        self.moved(&["allOf", "0"], here);
        map.insert("allOf".to_owned(), Value::Array(members));
    }

    /// The values of a discriminator's mapping are references too, or names of schemas.
    pub(super) fn mapping(&mut self, discriminator: &mut Object) {
        self.entries(discriminator, "mapping", Self::mapped);
    }
}
