//! A made-up OpenAPI document with as many types as one likes: objects and enums as they are in real documents, the
//! same in every run.

use serde_json::{Map, Value, json};

/// One type in five is an enum.
const ENUM_EVERY: usize = 5;

/// A document with `count` types. One operation answers with the first object, and each object leads to the next
/// ones, so that all of them are received.
pub(crate) fn document(count: usize) -> String {
    let mut dice = Dice(2);
    let enums = count / ENUM_EVERY;
    let objects = count - enums;
    let mut schemas = Map::new();
    for index in 0..objects {
        schemas.insert(object_name(index), object(&mut dice, index, objects, enums));
    }
    for index in 0..enums {
        schemas.insert(enum_name(index), enumeration(&mut dice, index));
    }
    let answer = json!({"schema": reference(&object_name(0))});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Many types", "version": "1"},
        "paths": {"/all": {"get": {
            "operationId": "getAll",
            "responses": {"200": {"description": "All.", "content": {"application/json": answer}}},
        }}},
        "components": {"schemas": schemas},
    })
    .to_string()
}

fn object_name(index: usize) -> String {
    format!("{}{}{index}", PascalCase(NOUNS[index % NOUNS.len()]), PascalCase(TRAITS[index % TRAITS.len()]))
}

fn enum_name(index: usize) -> String {
    format!("{}Kind{index}", PascalCase(NOUNS[index % NOUNS.len()]))
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Ten members, half of them required; a tree of references with three children keeps every object in use, and
/// every enum has a member somewhere.
fn object(dice: &mut Dice, index: usize, objects: usize, enums: usize) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut add = |dice: &mut Dice, name: String, mut schema: Value, demanded: bool| {
        if schema.get("$ref").is_none() {
            schema["description"] = json!(format!("The {} as the system keeps it.", name.replace('_', " ")));
        }
        if demanded && dice.below(2) == 0 {
            required.push(name.clone());
        }
        properties.insert(name, schema);
    };
    let children = (1..=3).map(|child| index * 3 + child).filter(|&child| child < objects);
    for (position, child) in children.enumerate() {
        let child = reference(&object_name(child));
        let schema = match position {
            0 => child,
            1 => json!({"type": "array", "items": child}),
            _ => json!({"type": "object", "additionalProperties": child}),
        };
        add(dice, format!("part{position}"), schema, true);
    }
    if index.is_multiple_of(ENUM_EVERY - 1) && index / (ENUM_EVERY - 1) < enums {
        add(dice, "kind".to_owned(), reference(&enum_name(index / (ENUM_EVERY - 1))), true);
    }
    for position in properties_left(dice) {
        // One name in ten is not the Rust name.
        let noun = NOUNS[(index + position) % NOUNS.len()];
        let what = TRAITS[(index * 7 + position) % TRAITS.len()];
        let name = if dice.below(10) == 0 {
            format!("{noun}{}", PascalCase(what))
        } else {
            format!("{noun}_{what}")
        };
        let schema = match dice.below(20) {
            0..=7 => json!({"type": "string"}),
            8 | 9 => json!({"type": "string", "nullable": true}),
            10..=12 => json!({"type": "integer", "format": "int64"}),
            13 => json!({"type": "number"}),
            14 | 15 => json!({"type": "boolean"}),
            16 | 17 => json!({"type": "array", "items": {"type": "string"}}),
            18 => json!({"type": "object", "additionalProperties": {"type": "string"}}),
            _ => reference(&enum_name(dice.below(enums.max(1)))),
        };
        add(dice, name, schema, true);
    }
    json!({"type": "object", "description": "An object of the system.", "required": required, "properties": properties})
}

fn properties_left(dice: &mut Dice) -> std::ops::Range<usize> {
    0..5 + dice.below(7)
}

fn enumeration(dice: &mut Dice, index: usize) -> Value {
    let from = dice.below(TRAITS.len());
    let values: Vec<_> = (0..6)
        .map(|position| {
            format!(
                "{}_{}",
                TRAITS[(from + position) % TRAITS.len()],
                NOUNS[(index + position) % NOUNS.len()]
            )
        })
        .collect();
    json!({"type": "string", "description": "A kind of object.", "enum": values})
}

const NOUNS: [&str; 14] = [
    "shelf", "reader", "branch", "parcel", "bridge", "garden", "ticket", "vessel", "signal", "ledger",
    "season", "recipe", "planet", "orchard",
];

const TRAITS: [&str; 13] = [
    "name", "owner", "state", "origin", "weight", "colour", "height", "opened", "closed", "number", "amount",
    "label", "remark",
];

/// A word with its first letter large.
struct PascalCase<'a>(&'a str);

impl std::fmt::Display for PascalCase<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, rest) = self.0.split_at(1);
        write!(f, "{}{rest}", first.to_ascii_uppercase())
    }
}

/// Pseudo-random numbers (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let sides = u64::try_from(sides).unwrap_or(u64::MAX);
        usize::try_from((z ^ (z >> 31)) % sides).unwrap_or(0)
    }
}
