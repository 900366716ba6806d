//! Keywords of one schema that need more than their table: those of JSON Schema, bounds, `required`.

use serde_json::{Value, json};

use crate::{
    load::mend::{Mender, Object},
    report::Code,
};

/// Whether a property says of itself that it is required, as Swagger 2.0 has it for parameters.
pub(super) fn is_required(property: &Value) -> bool {
    match property.get("required") {
        Some(Value::Bool(_)) => true,
        Some(Value::String(text)) => flag(text).is_some(),
        _ => false,
    }
}

fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

impl Mender<'_> {
    /// A `required` that is no list of names, and belongs to no property: those have been dealt with above.
    pub(super) fn required(&mut self, map: &mut Object) {
        let flag = match map.get("required") {
            Some(Value::Bool(flag)) => Some(*flag),
            Some(Value::String(text)) => flag(text),
            _ => None,
        };
        if let Some(flag) = flag {
            if flag {
                let message = "`required` stands on a schema that is no property";
                self.within("required", |this| this.repair(Code::WrongKind, message));
            }
            map.shift_remove("required");
        }
    }

    /// The names of the properties that say themselves that they are required.
    pub(super) fn required_inside(&mut self, map: &mut Object) {
        let mut names = Vec::new();
        if let Some(Value::Object(properties)) = map.get_mut("properties") {
            for (name, property) in properties.iter_mut().filter(|(_, property)| is_required(property)) {
                let Value::Object(property) = property else { continue };
                let required = match property.shift_remove("required") {
                    Some(Value::Bool(required)) => required,
                    Some(Value::String(text)) => flag(&text).unwrap_or_default(),
                    _ => false,
                };
                if required {
                    names.push(name.clone());
                    let message = format!("the property `{name}` says itself that it is required");
                    self.within("properties", |this| {
                        this.within(name, |this| this.repair(Code::RequiredFlag, message));
                    });
                }
            }
        }
        if names.is_empty() {
            return;
        }
        let list = map.entry("required").or_insert_with(|| json!([]));
        if !list.is_array() {
            *list = json!([]);
        }
        if let Value::Array(list) = list {
            let known: std::collections::HashSet<String> =
                list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            list.extend(names.into_iter().filter(|name| !known.contains(name)).map(Value::String));
        }
    }

    /// An exclusive bound that is a number takes the place of the bound, unless that is tighter.
    pub(super) fn bounds(&mut self, map: &mut Object) {
        for (flag, bound, lower) in
            [("exclusiveMinimum", "minimum", true), ("exclusiveMaximum", "maximum", false)]
        {
            let number = |key: &str| match map.get(key) {
                Some(Value::String(text)) => text.trim().parse().ok(),
                Some(value) => value.as_f64(),
                None => None,
            };
            let Some(exclusive) = number(flag) else { continue };
            let tighter =
                number(bound).is_some_and(|bound| if lower { bound > exclusive } else { bound < exclusive });
            self.within(flag, |this| this.repair(Code::NumericBound, format!("`{flag}` is a number")));
            let Some(value) = map.shift_remove(flag) else { continue };
            if !tighter {
                let old = self.place(&[flag]);
                self.moved(&[bound], old);
                map.insert(bound.to_owned(), value);
                map.insert(flag.to_owned(), Value::Bool(true));
            }
        }
    }

    pub(super) fn of_json_schema(&mut self, map: &mut Object) {
        if let Some(value) = map.shift_remove("const") {
            self.within("const", |this| this.repair(Code::ConstKeyword, "a schema has `const`"));
            self.constant(map, value);
        }
        if let Some(examples) = map.shift_remove("examples")
            && let Value::Array(examples) = examples
            && !map.contains_key("example")
            && let Some(first) = examples.into_iter().next()
        {
            map.insert("example".to_owned(), first);
        }
        self.tuple(map);
        self.content_words(map);
        self.patterns(map);
    }

    fn constant(&mut self, map: &mut Object, value: Value) {
        let typ = match &value {
            Value::String(_) => Some("string"),
            Value::Bool(_) => Some("boolean"),
            Value::Number(number) if number.is_f64() => Some("number"),
            Value::Number(_) => Some("integer"),
            _ => None,
        };
        if value.is_null() {
            map.insert("nullable".to_owned(), Value::Bool(true));
        }
        if let Some(typ) = typ {
            map.entry("type").or_insert_with(|| typ.into());
        }
        map.insert("enum".to_owned(), Value::Array(vec![value]));
    }

    /// Elements one by one: in 3.1 `prefixItems`, before it a list at `items`.
    fn tuple(&mut self, map: &mut Object) {
        let key = if map.contains_key("prefixItems") { "prefixItems" } else { "items" };
        if !map.get(key).is_some_and(Value::is_array) {
            return;
        }
        self.within(key, |this| this.repair(Code::TupleItems, "an array describes its elements one by one"));
        let old = self.place(&[key]);
        let Some(members) = map.shift_remove(key) else { return };
        if members.as_array().is_some_and(|members| !members.is_empty()) {
            self.moved(&["x-prefix-items"], old);
            map.insert("x-prefix-items".to_owned(), members);
        }
        let rest = map.shift_remove("additionalItems").filter(|_| key == "items");
        match rest.or_else(|| map.shift_remove("items")) {
            Some(items @ Value::Object(_)) => map.insert("items".to_owned(), items),
            _ => map.insert("items".to_owned(), json!({})),
        };
        map.entry("type").or_insert_with(|| "array".into());
    }

    /// Bytes within JSON are base64; bytes alone are themselves.
    fn content_words(&mut self, map: &mut Object) {
        let encoding = map.get("contentEncoding").and_then(Value::as_str).map(str::to_ascii_lowercase);
        let media = map.get("contentMediaType").and_then(Value::as_str).map(str::to_ascii_lowercase);
        let format = match (encoding.as_deref(), media.as_deref()) {
            (Some("base64"), _) => "byte",
            (None | Some("binary"), Some("application/octet-stream")) | (Some("binary"), _) => "binary",
            _ => return,
        };
        if map.get("type").is_none_or(|typ| typ == "string") && !map.contains_key("format") {
            map.insert("type".to_owned(), "string".into());
            map.insert("format".to_owned(), format.into());
        }
    }

    /// One pattern is a schema for all other members; several are none in common.
    fn patterns(&mut self, map: &mut Object) {
        let Some(Value::Object(patterns)) = map.get_mut("patternProperties") else { return };
        let patterns = std::mem::take(patterns);
        self.within("patternProperties", |this| {
            this.repair(Code::PatternProperties, "members are described by patterns of their names");
        });
        let open = match map.get("additionalProperties") {
            None => true,
            Some(Value::Bool(open)) => !open,
            Some(_) => false,
        };
        let single = patterns.len() == 1;
        if open && let Some((pattern, schema)) = patterns.into_iter().next() {
            let old = self.place(&["patternProperties", &pattern]);
            self.moved(&["additionalProperties"], old);
            let schema = if single { schema } else { json!({}) };
            map.insert("additionalProperties".to_owned(), schema);
        }
        map.shift_remove("patternProperties");
    }
}
