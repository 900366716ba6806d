//! Properties of the whole layer: what is written is read back, by us and by others.

use super::sample::{Exhibit, Item, Kind};
use super::{Nullable, decode_json, encode_json};
use crate::runtime::{Incoming, Reading, Reply, cases};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Pseudo-random values (`SplitMix64`), the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.roll() % sides
    }

    fn flip(&mut self) -> bool {
        self.roll() & 1 == 1
    }

    /// Bits from the whole range, small numbers as often as large ones.
    fn bits(&mut self) -> u64 {
        let width = self.below(64);
        self.roll() >> width
    }

    fn text(&mut self) -> String {
        const CHARS: [char; 16] = [
            'a', 'Z', '0', ' ', '"', '\\', '/', '\n', '\u{0}', '\u{1f}', '\u{7f}', 'ü', '€', '🦊',
            '\u{2028}', '%',
        ];
        (0..self.below(12)).map(|_| CHARS[usize::try_from(self.below(16)).expect("small")]).collect()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flip().then(|| make(self))
    }

    fn list<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    fn signed(&mut self) -> i64 {
        i64::from_ne_bytes(self.bits().to_ne_bytes())
    }

    fn item(&mut self) -> Item {
        Item { amount: self.signed(), notes: self.list(|dice| dice.maybe(Self::text)) }
    }

    fn any(&mut self, depth: u64) -> Value {
        match self.below(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => self.flip().into(),
            2 => self.bits().into(),
            3 => self.signed().into(),
            4 => self.text().into(),
            5 => self.list(|dice| dice.any(depth - 1)).into(),
            _ => Value::Object(self.list(|dice| (dice.text(), dice.any(depth - 1))).into_iter().collect()),
        }
    }

    fn exhibit(&mut self, depth: u64) -> Exhibit {
        let area = loop {
            let area = f64::from_bits(self.roll());
            if area.is_finite() {
                break area;
            }
        };
        Exhibit {
            title: self.text(),
            open: self.flip(),
            floor: i32::from_ne_bytes(self.bits().to_ne_bytes()[..4].try_into().expect("four bytes")),
            number: self.signed(),
            visitors: u32::from_ne_bytes(self.bits().to_ne_bytes()[..4].try_into().expect("four bytes")),
            checksum: self.bits(),
            area,
            kind: match self.below(3) {
                0 => Kind::Painting,
                1 => Kind::Sculpture,
                _ => Kind::from(self.text().as_str()),
            },
            curator: self.maybe(Self::text),
            lender: self.maybe(Self::text),
            closes: match self.below(3) {
                0 => Nullable::Absent,
                1 => Nullable::Null,
                _ => Nullable::Value(self.signed()),
            },
            items: self.list(Self::item),
            rooms: self.list(|dice| (dice.text(), dice.item())).into_iter().collect(),
            remarks: self.any(3),
            part_of: if depth == 0 { None } else { self.maybe(|dice| Box::new(dice.exhibit(depth - 1))) },
        }
    }
}

/// The value by hand, member by member: what the document must say.
fn expected(exhibit: &Exhibit) -> Value {
    let item = |item: &Item| json!({"amount": item.amount, "notes": item.notes});
    let mut out = json!({
        "title": exhibit.title,
        "open": exhibit.open,
        "floor": exhibit.floor,
        "number": exhibit.number,
        "visitors": exhibit.visitors,
        "checksum": exhibit.checksum,
        "area": exhibit.area,
        "kind": exhibit.kind.as_str(),
        "lender": exhibit.lender,
        "items": exhibit.items.iter().map(item).collect::<Vec<_>>(),
        "rooms": exhibit.rooms.iter().map(|(name, room)| (name.clone(), item(room))).collect::<BTreeMap<_, _>>(),
        "remarks": exhibit.remarks,
    });
    if let Some(curator) = &exhibit.curator {
        out["curator"] = json!(curator);
    }
    match exhibit.closes {
        Nullable::Absent => {}
        Nullable::Null => out["closes"] = Value::Null,
        Nullable::Value(value) => out["closes"] = value.into(),
    }
    if let Some(whole) = &exhibit.part_of {
        out["partOf"] = expected(whole);
    }
    out
}

#[test]
fn any_value_is_written_as_it_is_and_read_back() {
    let mut dice = Dice(7);
    for round in 0..1000 {
        let value = dice.exhibit(2);
        let json = encode_json(&value).expect("all numbers are finite");
        // Documents are compared, not numbers of documents: floats must come back to the bit.
        let document: Value = serde_json::from_slice(&json).expect("what is written is JSON");
        assert_eq!(document, expected(&value), "round {round}");
        let back: Exhibit = decode_json(&json).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(expected(&back), expected(&value), "round {round}");
        assert_eq!(encode_json(&back).expect("all numbers are finite"), json, "round {round}");
        let other: Exhibit =
            serde_json::from_value(document).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(expected(&other), expected(&value), "round {round}");
    }
}

#[test]
fn no_prefix_and_no_damaged_byte_of_a_document_is_a_panic() {
    let mut dice = Dice(11);
    let json = encode_json(&dice.exhibit(2)).expect("all numbers are finite");
    for end in 0..json.len() {
        assert!(decode_json::<Exhibit>(&json[..end]).is_err(), "{end} bytes");
    }
    for at in 0..json.len() {
        let mut damaged = json.clone();
        damaged[at] = dice.roll().to_ne_bytes()[0];
        // Most are refused, some are another document; either is fine.
        drop(decode_json::<Exhibit>(&damaged));
    }
}

#[derive(Clone)]
enum Outcome {
    Found(Item),
    Gone,
    Moved(String),
}
cases!(Outcome {
    0 Found value,
    1 Gone,
    2 Moved value,
});

#[test]
fn case_is_chosen_by_the_index_of_the_status() {
    let read = |index, body| Outcome::read(&mut Incoming::json(index, body));
    let item = br#"{"amount":1,"notes":[]}"#;
    assert!(matches!(read(0, item), Ok(Outcome::Found(Item { amount: 1, .. }))));
    assert!(matches!(read(1, b"whatever a proxy adds"), Ok(Outcome::Gone)));
    assert!(matches!(read(2, b"\"there\""), Ok(Outcome::Moved(to)) if to == "there"));
    assert!(read(0, b"\"there\"").is_err());
    let undeclared = read(3, item).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(undeclared, Err("the description declares no such answer".to_owned()));
}

#[test]
fn case_is_written_under_its_index_and_shown_by_its_name() {
    let written = |outcome: &Outcome| (outcome.index(), outcome.write(Reading::Json));
    let found = Outcome::Found(Item { amount: 1, notes: Vec::new() });
    assert_eq!(written(&found), (0, Some(br#"{"amount":1,"notes":[]}"#.to_vec())));
    assert_eq!(written(&Outcome::Gone), (1, Some(Vec::new())));
    assert_eq!(written(&Outcome::Moved("x".to_owned())), (2, Some(b"\"x\"".to_vec())));
    assert_eq!(format!("{found:?} {:?}", Outcome::Gone), "Found(Item { amount: 1, notes: [] }) Gone");
}
