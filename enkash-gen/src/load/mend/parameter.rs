//! Parameters.

use serde_json::{Value, json};

use super::{Mender, Object, link::Kind};
use crate::{load::typed::PARAMETER, report::Code};

/// The places of a parameter, and the styles that each allows; the first is the default.
const PLACES: [(&str, &[&str]); 4] = [
    ("query", &["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
    ("path", &["simple", "label", "matrix"]),
    ("header", &["simple"]),
    ("cookie", &["form", "cookie"]),
];

impl Mender<'_> {
    /// The list of parameters of an operation or a path item; what can be no parameter is left out.
    pub(super) fn parameters(&mut self, map: &mut Object) {
        if let Some(Value::Array(items)) = map.get_mut("parameters")
            && !items.iter().all(is_parameter)
        {
            let mut kept = Vec::new();
            let old: Vec<_> =
                (0..items.len()).map(|index| self.place(&["parameters", &index.to_string()])).collect();
            for (index, (item, old)) in std::mem::take(items).into_iter().zip(old).enumerate() {
                if is_parameter(&item) {
                    self.moved(&["parameters", &kept.len().to_string()], old);
                    kept.push(item);
                } else {
                    self.within("parameters", |this| {
                        this.within(&index.to_string(), |this| {
                            this.repair(Code::UnnamedParameter, "a parameter has no `name` or no `in`");
                        });
                    });
                }
            }
            *items = kept;
        }
        self.items(map, "parameters", Self::parameter);
    }

    pub(super) fn parameter(&mut self, parameter: &mut Value) {
        let Value::Object(map) = parameter else { return };
        if self.link(map, Kind::Parameter) {
            return;
        }
        self.typed_outside(map, "a parameter");
        self.described(map, "a parameter");
        self.fit(map, &PARAMETER);
        let (place, style) =
            (map.get("in").and_then(Value::as_str), map.get("style").and_then(Value::as_str));
        if let (Some(place), Some(style)) = (place, style)
            && let Some((_, styles)) = PLACES.iter().find(|(known, _)| *known == place)
            && !styles.contains(&style)
        {
            let message = format!("a {place} parameter has no style `{style}`");
            self.within("style", |this| this.repair(Code::UnknownStyle, message));
            map.shift_remove("style");
        }
        self.schema_at(map, "schema");
        self.content(map);
    }

    /// Exactly one of `schema` and `content`, for a parameter or a header.
    pub(super) fn described(&mut self, map: &mut Object, what: &str) {
        let content =
            map.get("content").and_then(Value::as_object).is_some_and(|content| !content.is_empty());
        let schema = map.get("schema").is_some_and(|schema| !schema.is_null());
        match (schema, content) {
            (true, true) => {
                self.repair(Code::TwoDescriptions, format!("{what} has both `schema` and `content`"));
                map.shift_remove("content");
            }
            (false, false) => {
                self.repair(Code::NoSchema, format!("{what} has neither `schema` nor `content`"));
                map.shift_remove("content");
                map.insert("schema".to_owned(), json!({"type": "string"}));
            }
            (true, false) => {
                map.shift_remove("content");
            }
            (false, true) => {
                map.shift_remove("schema");
            }
        }
    }
}

fn is_parameter(item: &Value) -> bool {
    let named = |key| item.get(key).is_some_and(|value| value.is_string() || value.is_number());
    item.get("$ref").is_some_and(Value::is_string) || (named("name") && named("in"))
}
