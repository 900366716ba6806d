//! Values of a schema, made from the document as it stands.

use std::{fs, path::Path};

use enkash_gen::{
    load,
    report::{Report, Sources},
};
use serde_json::{Map, Value};

/// Pseudo-random choices (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() % sides.max(1) as u64).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        const CHARS: [char; 16] = [
            'a', 'Z', '0', ' ', '"', '\\', '/', '\n', '\u{0}', '\u{7f}', 'ü', '€', '🦊', '\u{2028}', '%', '&',
        ];
        (0..self.below(9)).map(|_| CHARS[self.below(16)]).collect()
    }
}

/// The schemas of a document.
pub(crate) struct Schemas {
    root: Value,
}

impl Schemas {
    /// # Panics
    /// If the document is not there.
    pub(crate) fn read(path: &str) -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there");
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let document = load::load_text(path, text, &mut sources, &mut report).expect("a document");
        Self { root: document.root().value().clone() }
    }

    /// A value of the schema of a name.
    pub(crate) fn sample(&self, name: &str, dice: &mut Dice) -> Value {
        let schema = &self.root["components"]["schemas"][name];
        assert!(schema.is_object(), "there is no schema `{name}`");
        self.value(schema, dice, 0)
    }

    fn value(&self, schema: &Value, dice: &mut Dice, depth: usize) -> Value {
        let schema = self.target(schema);
        if schema["nullable"] == true && dice.below(4) == 0 {
            return Value::Null;
        }
        if let Some(values) = schema["enum"].as_array() {
            // What the document does not list is a value as well.
            let free = schema["type"] == "string" && dice.below(4) == 0;
            return if free { dice.text().into() } else { values[dice.below(values.len())].clone() };
        }
        if let Some(members) = schema["oneOf"].as_array() {
            let at = dice.below(members.len());
            let mut value = self.value(&members[at], dice, depth);
            let discriminator = &schema["discriminator"];
            if let (Some(tag), Some(tags)) =
                (discriminator["propertyName"].as_str(), discriminator["mapping"].as_object())
            {
                value[tag] = tags.keys().nth(at).expect("a tag per member").as_str().into();
            }
            return value;
        }
        if schema["allOf"].is_array() || schema["properties"].is_object() {
            let mut object = Map::new();
            self.members(schema, &self.required(schema), dice, depth, &mut object);
            return Value::Object(object);
        }
        match schema["type"].as_str() {
            Some("boolean") => (dice.below(2) == 0).into(),
            Some("integer") => match schema["format"].as_str() {
                Some("int32") => {
                    i32::from_ne_bytes(dice.roll().to_ne_bytes()[..4].try_into().expect("four")).into()
                }
                _ => i64::from_ne_bytes(dice.roll().to_ne_bytes()).into(),
            },
            Some("number") => loop {
                let number = f64::from_bits(dice.roll());
                if number.is_finite() {
                    break number.into();
                }
            },
            Some("string") => dice.text().into(),
            Some("array") => {
                let length = if depth > 4 { 0 } else { dice.below(4) };
                (0..length).map(|_| self.value(&schema["items"], dice, depth + 1)).collect()
            }
            Some("object") => {
                let length = if depth > 4 { 0 } else { dice.below(4) };
                let items = &schema["additionalProperties"];
                Value::Object(
                    (0..length).map(|_| (dice.text(), self.value(items, dice, depth + 1))).collect(),
                )
            }
            _ => self.anything(dice, depth),
        }
    }

    fn anything(&self, dice: &mut Dice, depth: usize) -> Value {
        match dice.below(if depth > 4 { 4 } else { 6 }) {
            0 => Value::Null,
            1 => true.into(),
            2 => dice.roll().into(),
            3 => dice.text().into(),
            4 => (0..dice.below(3)).map(|_| self.anything(dice, depth + 1)).collect(),
            _ => Value::Object(
                (0..dice.below(3)).map(|_| (dice.text(), self.anything(dice, depth + 1))).collect(),
            ),
        }
    }

    /// The members of an object, and of what it is made of. Those that only one direction has are not in it.
    fn members(
        &self,
        schema: &Value,
        required: &[&str],
        dice: &mut Dice,
        depth: usize,
        out: &mut Map<String, Value>,
    ) {
        let schema = self.target(schema);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.members(part, required, dice, depth, out);
        }
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let is_one_way = ["readOnly", "writeOnly"].iter().any(|word| self.target(member)[*word] == true);
            let needed = required.contains(&name.as_str());
            if needed || (!is_one_way && depth < 5 && dice.below(2) == 0) {
                let mut value = self.value(member, dice, depth + 1);
                // Absent and `null` are one where a member need not be there; see `Presence`.
                if value.is_null() && !needed {
                    value = self.value(member, dice, depth + 1);
                }
                if !value.is_null() || needed {
                    out.insert(name.clone(), value);
                }
            }
        }
    }

    fn required<'s>(&'s self, schema: &'s Value) -> Vec<&'s str> {
        let schema = self.target(schema);
        let own = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let parts = schema["allOf"].as_array().into_iter().flatten().flat_map(|part| self.required(part));
        own.chain(parts).collect()
    }

    fn target<'s>(&'s self, schema: &'s Value) -> &'s Value {
        match schema["$ref"]
            .as_str()
            .and_then(|reference| self.root.pointer(reference.trim_start_matches('#')))
        {
            Some(target) => self.target(target),
            None => schema,
        }
    }
}
