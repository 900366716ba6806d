//! Schemas: each is looked at once, and only what deviates is worked on, one file per concern.

mod reference;
mod types;
mod unions;
mod words;

use serde_json::{Value, json};

use super::{Mender, Object};
use crate::{load::typed::kind_of, report::Code};

/// What has been seen at the keys of a schema that needs work.
#[derive(Default)]
struct Seen {
    types: bool,
    words: bool,
    array: bool,
    unions: bool,
    bounds: bool,
    of_json_schema: bool,
    of_swagger: bool,
    required: bool,
    required_inside: bool,
}

/// Restrictions that nothing is made of.
const IGNORED: [&str; 13] = [
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$dynamicRef",
];

impl Mender<'_> {
    /// The schema at a key, which may be missing.
    pub(super) fn schema_at(&mut self, map: &mut Object, key: &str) {
        if let Some(schema) = map.get_mut(key) {
            self.within(key, |this| this.schema(schema));
        }
    }

    pub(super) fn schema(&mut self, schema: &mut Value) {
        if !schema.is_object() {
            self.no_object(schema);
        }
        let Value::Object(map) = schema else { return };
        if map.contains_key("$ref") && self.reference(map) {
            return;
        }
        let mut seen = self.look(map);
        if seen.types {
            self.types(map);
            seen = self.look(map);
        }
        self.mend_schema(map, &seen);
        self.children(map);
    }

    fn no_object(&mut self, schema: &mut Value) {
        let mended = match schema {
            Value::Bool(true) => json!({}),
            Value::Bool(false) => json!({"not": {}}),
            Value::String(text) if text.starts_with("#/") => json!({"$ref": text}),
            Value::String(text) if types::TYPES.contains(&text.as_str()) => json!({"type": text}),
            _ => json!({}),
        };
        match schema {
            Value::Bool(flag) => {
                let message = format!("a schema is `{flag}`");
                self.repair(Code::BooleanSchema, message);
            }
            // Nothing at all is what is left where a schema was to be written.
            ref other => self.repair(Code::InvalidSchema, format!("a schema is {}", kind_of(other))),
        }
        *schema = mended;
    }

    /// One look at each key.
    fn look(&mut self, map: &Object) -> Seen {
        let mut seen = Seen::default();
        for (key, value) in map {
            match key.as_str() {
                "type" => match value.as_str() {
                    Some("null") | None => seen.types = true,
                    Some("array") => seen.array = true,
                    Some("file") => seen.of_swagger = true,
                    Some(word) => seen.words |= !types::TYPES.contains(&word),
                },
                "title" | "description" | "format" | "pattern" => seen.words |= !value.is_string(),
                "nullable" | "readOnly" | "writeOnly" | "deprecated" | "uniqueItems" => {
                    seen.words |= !value.is_boolean();
                }
                "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
                    seen.words |= !value.is_u64();
                }
                "minimum" | "maximum" | "multipleOf" => seen.words |= !value.is_number(),
                "exclusiveMinimum" | "exclusiveMaximum" => seen.bounds |= !value.is_boolean(),
                "enum" => seen.words |= !value.is_array(),
                "required" => {
                    let fits = value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
                    seen.required |= !fits;
                }
                "properties" => match value {
                    Value::Object(properties) => {
                        seen.required_inside |= properties.values().any(words::is_required);
                    }
                    _ => seen.words = true,
                },
                "additionalProperties" => seen.words |= !(value.is_object() || value.is_boolean()),
                "items" => seen.of_json_schema |= value.is_array(),
                "allOf" | "anyOf" | "oneOf" => {
                    seen.unions |= !unions::is_plain(value);
                }
                "discriminator" => {
                    seen.of_swagger |= value.is_string();
                    seen.words |= !value.is_string();
                }
                "x-nullable" => seen.of_swagger = true,
                "const" | "examples" | "prefixItems" | "contentEncoding" | "contentMediaType"
                | "patternProperties" => seen.of_json_schema = true,
                "$anchor" | "$dynamicAnchor" => {
                    if let Some(anchor) = value.as_str() {
                        self.anchors.insert((self.source, anchor.to_owned()), self.trail.pointer());
                    }
                }
                key if IGNORED.contains(&key) => {
                    let message = format!("`{key}` is ignored");
                    self.within(key, |this| this.repair(Code::IgnoredKeyword, message));
                }
                _ => {}
            }
        }
        seen
    }

    fn mend_schema(&mut self, map: &mut Object, seen: &Seen) {
        if seen.of_swagger {
            self.swagger_schema(map);
        }
        if seen.required {
            self.required(map);
        }
        if seen.required_inside {
            self.required_inside(map);
        }
        if seen.bounds {
            self.bounds(map);
        }
        if seen.of_json_schema {
            self.of_json_schema(map);
        }
        if seen.unions {
            self.unions(map);
        }
        if seen.words || seen.bounds || seen.required {
            self.fit(map, &crate::load::typed::SCHEMA);
        }
        if map.get("discriminator").is_some_and(|value| value.get("propertyName").is_none()) {
            self.within("discriminator", |this| {
                this.repair(Code::WrongKind, "a discriminator without `propertyName` is ignored");
            });
            map.shift_remove("discriminator");
        }
        // Values that are no lists are those of the items, which the lowering knows.
        let lists =
            |values: &Value| values.as_array().is_none_or(|values| values.iter().any(Value::is_array));
        if seen.array && !map.contains_key("items") && map.get("enum").is_none_or(lists) {
            if !map.contains_key("x-prefix-items") {
                self.repair(Code::NoItems, "an array without `items`");
            }
            map.insert("items".to_owned(), json!({}));
        }
    }

    fn children(&mut self, map: &mut Object) {
        for (key, value) in map.iter_mut() {
            match (key.as_str(), value) {
                ("properties" | "$defs" | "definitions", Value::Object(entries)) => {
                    self.within(key, |this| {
                        for (name, schema) in entries {
                            this.within(name, |this| this.schema(schema));
                        }
                    });
                }
                ("additionalProperties", Value::Bool(_)) => {}
                ("items" | "additionalProperties" | "not", schema) => {
                    self.within(key, |this| this.schema(schema));
                }
                ("allOf" | "anyOf" | "oneOf" | "x-prefix-items", Value::Array(members)) => {
                    self.within(key, |this| {
                        for (index, member) in members.iter_mut().enumerate() {
                            this.within(&index.to_string(), |this| this.schema(member));
                        }
                    });
                }
                ("discriminator", Value::Object(discriminator)) => {
                    self.within(key, |this| this.mapping(discriminator));
                }
                _ => {}
            }
        }
    }
}
