//! `type`: lists of types, and `null` among them.

use serde_json::{Value, json};

use crate::{
    load::mend::{Mender, Object},
    report::Code,
};

pub(super) const TYPES: [&str; 6] = ["object", "array", "string", "integer", "number", "boolean"];

/// The keywords that restrict values of one type alone.
const RESTRICTING: [(&[&str], &[&str]); 4] = [
    (&["string"], &["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"]),
    (&["number", "integer"], &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    (&["array"], &["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]),
    (
        &["object"],
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "minProperties",
            "maxProperties",
            "discriminator",
        ],
    ),
];

/// The formats of numbers; every other is one of texts.
const NUMERIC_FORMATS: [&str; 10] =
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double"];

impl Mender<'_> {
    /// Leaves one type or none, and `nullable`.
    pub(super) fn types(&mut self, map: &mut Object) {
        let (mut words, list) = match map.get("type") {
            Some(Value::Array(words)) => {
                (words.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>(), true)
            }
            Some(Value::String(word)) => (vec![word.clone()], false),
            _ => {
                map.shift_remove("type");
                self.within("type", |this| this.repair(Code::WrongKind, "`type` of a schema is no word"));
                return;
            }
        };
        let length = words.len();
        words.retain(|word| word != "null");
        let null = words.len() < length;
        let mut seen = std::collections::HashSet::new();
        words.retain(|word| seen.insert(word.clone()));
        self.within("type", |this| match list {
            true => this.repair(Code::TypeList, "`type` of a schema is a list"),
            false => this.repair(Code::NullType, "`type` of a schema is `null`"),
        });
        if null {
            map.insert("nullable".to_owned(), Value::Bool(true));
        }
        if words.iter().any(|word| word == "number") {
            words.retain(|word| word != "integer");
        }
        map.shift_remove("type");
        match words.as_slice() {
            [] if null
                && ["enum", "const", "anyOf", "oneOf", "allOf"].iter().all(|key| !map.contains_key(*key)) =>
            {
                map.insert("enum".to_owned(), json!([null]));
            }
            [] => {}
            [word] => {
                map.insert("type".to_owned(), Value::String(word.clone()));
            }
            _ if is_anything(&words) => {}
            // The values or the members have types of their own.
            _ if ["enum", "const", "anyOf", "oneOf", "allOf"].iter().any(|key| map.contains_key(*key)) => {}
            _ => self.deal(map, &words),
        }
    }

    /// One member per type, with the keywords that restrict it.
    fn deal(&mut self, map: &mut Object, words: &[String]) {
        let mut members: Vec<Object> = Vec::new();
        let here = self.place(&[]);
        for (index, word) in words.iter().enumerate() {
            let mut member = Object::new();
            member.insert("type".to_owned(), Value::String(word.clone()));
            let keys = RESTRICTING.iter().filter(|(types, _)| types.contains(&word.as_str()));
            for key in keys.flat_map(|(_, keys)| *keys) {
                if let Some(value) = map.shift_remove(*key) {
                    member.insert((*key).to_owned(), value);
                }
            }
            if takes_format(word, map.get("format"))
                && let Some(format) = map.shift_remove("format")
            {
                member.insert("format".to_owned(), format);
            }
            self.moved(&["anyOf", &index.to_string()], here.clone());
            members.push(member);
        }
        map.insert("anyOf".to_owned(), members.into_iter().map(Value::Object).collect());
    }
}

fn is_anything(words: &[String]) -> bool {
    ["object", "array", "string", "number", "boolean"]
        .iter()
        .all(|typ| words.iter().any(|word| word == typ || (*typ == "number" && word == "integer")))
}

fn takes_format(word: &str, format: Option<&Value>) -> bool {
    let Some(format) = format.and_then(Value::as_str) else { return false };
    match word {
        "integer" | "number" => NUMERIC_FORMATS.contains(&format),
        "string" => !NUMERIC_FORMATS.contains(&format),
        _ => false,
    }
}
