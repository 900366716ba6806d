//! Parameters and headers of 2.0, whose type stands on themselves.

use serde_json::{Value, json};

use crate::{
    load::{
        mend::{Mender, Object},
        typed::SCHEMA,
        version::Version,
    },
    report::Code,
};

/// Keys of a parameter that schemas know too, and that stay where they are.
const OF_THE_PARAMETER: [&str; 4] = ["description", "required", "deprecated", "example"];

impl Mender<'_> {
    /// Puts the type that a parameter or a header has itself into a schema.
    pub(in crate::load::mend) fn typed_outside(&mut self, map: &mut Object, what: &str) {
        if map.contains_key("schema") || map.contains_key("content") {
            return;
        }
        let belongs = |key: &String| {
            SCHEMA.field(key).is_some() && !OF_THE_PARAMETER.contains(&key.as_str()) || key == "x-nullable"
        };
        if !["type", "items", "enum", "format"].iter().any(|key| map.contains_key(*key)) {
            return;
        }
        if self.version != Version::V2 {
            self.repair(Code::SwaggerWords, format!("{what} has a type instead of a `schema`"));
        }
        let here = self.place(&[]);
        let keys: Vec<String> = map.keys().filter(|key| belongs(key)).cloned().collect();
        let mut schema = Object::new();
        for key in keys {
            if let Some(value) = map.shift_remove(&key) {
                schema.insert(key, value);
            }
        }
        let format = map.shift_remove("collectionFormat");
        if schema.get("type").is_some_and(|typ| typ == "array") {
            let place = map.get("in").and_then(Value::as_str).unwrap_or("header");
            let default = if place == "query" || place == "cookie" { "form" } else { "simple" };
            if let Some(style) = self.collection(format.as_ref(), default) {
                map.extend(style);
            }
        }
        self.moved(&["schema"], here);
        map.insert("schema".to_owned(), Value::Object(schema));
    }

    /// `style` and `explode` of a list; `None` if they are the defaults.
    pub(super) fn collection(&mut self, format: Option<&Value>, default: &str) -> Option<Object> {
        let format = format.and_then(Value::as_str).unwrap_or("csv").trim().to_ascii_lowercase();
        let style = match (format.as_str(), default) {
            ("multi", "form") => json!({"style": "form", "explode": true}),
            ("csv", "form") => json!({"style": "form", "explode": false}),
            ("csv", _) => return None,
            ("ssv", "form") => json!({"style": "spaceDelimited", "explode": false}),
            ("pipes", "form") => json!({"style": "pipeDelimited", "explode": false}),
            (other, _) => {
                self.repair(Code::CollectionFormat, format!("a list is separated by `{other}`"));
                match default {
                    "form" => json!({"style": "form", "explode": false, "x-collection-format": other}),
                    _ => json!({"x-collection-format": other}),
                }
            }
        };
        match style {
            Value::Object(style) => Some(style),
            _ => None,
        }
    }
}
