//! What a generated type reads it writes again, and an independent reader sees the same; made from the schemas of the
//! documents themselves, of which the generator has no part.

use enkash_api::runtime::wire::{Blank, Wire, decode_json, encode_form, encode_json};
use enkash_tests::golden::{library, peers, shapes};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::Value;

use crate::sample::{Dice, Schemas};

/// Reads and writes a type.
type Pass = fn(&str) -> Result<Vec<u8>, String>;

fn pass<T: Wire + Blank>(json: &str) -> Result<Vec<u8>, String> {
    let value: T = decode_json(json.as_bytes()).map_err(|error| format!("reading: {error}"))?;
    // Once more, so that a value that is written otherwise than it was read is found out.
    let first = encode_json(&value).map_err(|error| format!("writing: {error}"))?;
    let again: T = decode_json(&first).map_err(|error| format!("reading again: {error}"))?;
    let second = encode_json(&again).map_err(|error| format!("writing again: {error}"))?;
    if first == second { Ok(first) } else { Err("the second time it is written otherwise".to_owned()) }
}

macro_rules! types {
    ($module:ident: $($name:ident)*) => { &[$((stringify!($name), pass::<$module::$name> as Pass)),*] };
}

/// A document, and types that have the name of their schema, or are its input.
const DOCUMENTS: [(&str, &[(&str, Pass)]); 3] = [
    (
        "golden/library.yaml",
        types!(library: Outage SessionRequest Session Problem Genre BookPage Book Contributor NewBook PendingReview
            BookChanges Category Branch Member Person LoanState Loan LoanRequest Reminder LoanRefusal
            CirculationReport),
    ),
    (
        "golden/peers.yaml",
        types!(peers: TokenRequest Token Tide ShipInput Missing Outage Arrival Receipt Visitor Yacht Ferry),
    ),
    ("golden/shapes.yaml", types!(shapes: Choice)),
];

#[test]
fn what_is_read_is_written_again() {
    for (document, types) in DOCUMENTS {
        let schemas = Schemas::read(document);
        for &(name, pass) in types {
            let result = runner().run(&any::<u64>(), |seed| {
                let schema = name.strip_suffix("Input").unwrap_or(name);
                let value = schemas.sample(schema, &mut Dice::new(seed));
                let json = value.to_string();
                let written = pass(&json).map_err(|error| TestCaseError::fail(format!("{error}: {json}")))?;
                let written: Value = serde_json::from_slice(&written)
                    .map_err(|error| TestCaseError::fail(format!("not JSON: {error}")))?;
                prop_assert_eq!(plain(written), plain(value), "{} of {}", name, json);
                Ok(())
            });
            result.unwrap_or_else(|error| panic!("{document}, {name}: {error}"));
        }
    }
}

#[test]
fn form_is_read_by_others_as_the_same_pairs() {
    let schemas = Schemas::read("golden/library.yaml");
    let result = runner().run(&any::<u64>(), |seed| {
        let value = schemas.sample("SessionRequest", &mut Dice::new(seed));
        let request: library::SessionRequest =
            decode_json(value.to_string().as_bytes()).expect("it was sampled");
        let form = encode_form(&request).expect("flat");
        let read: Vec<_> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        let mut sorted = read.clone();
        sorted.sort();
        let mut expected = pairs(&value);
        expected.sort();
        prop_assert_eq!(sorted, expected, "{}", form);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// A pair per scalar, and per item of a list.
fn pairs(object: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    let mut out = Vec::new();
    for (name, value) in object.as_object().expect("an object") {
        match value {
            Value::Array(items) => out.extend(items.iter().map(|item| (name.clone(), text(item)))),
            value => out.push((name.clone(), text(value))),
        }
    }
    out
}

/// Numbers by their value: `1` and `1.0` are the same `number`.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            let float = number.as_f64().unwrap_or_default();
            let whole = float.fract() == 0.0 && float.abs() < 9e15;
            #[allow(clippy::cast_possible_truncation)] // whole and small
            if whole { Value::from(float as i64) } else { Value::Number(number) }
        }
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        value => value,
    }
}

fn runner() -> TestRunner {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}
