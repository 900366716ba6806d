//! Plain schemas: whatever is read by hand is equal to what the long way gives.

use std::{env, ffi::OsStr, fs, path::Path};

use serde_json::Map;

use super::{super::plain, *};
use crate::{load::load, report::Report};

/// A folder of OpenAPI documents, searched with all that is in it.
const CORPUS: &str = "OPENAPI_CORPUS";

/// Compares the two ways; whether the short one was taken.
#[track_caller]
fn is_read_alike(value: &Value) -> bool {
    let document = Document::new(source(), value.clone());
    let Some(plain) = plain::schema(value) else { return false };
    let long = any_schema(&document.root()).unwrap_or_else(|error| panic!("{}: {value}", error.message));
    assert_eq!(plain, long, "{value}");
    // Equal maps may differ in their order.
    assert_eq!(format!("{plain:?}"), format!("{long:?}"), "{value}");
    true
}

/// Every object counts, also where no schema stands: the short way must know what it can read.
fn compare_all(value: &Value, taken: &mut usize) {
    *taken += usize::from(value.is_object() && is_read_alike(value));
    match value {
        Value::Object(map) => map.values().for_each(|value| compare_all(value, taken)),
        Value::Array(items) => items.iter().for_each(|value| compare_all(value, taken)),
        _ => {}
    }
}

/// How many objects of the documents in a folder, and below it, are plain schemas.
fn compare_folder(folder: &Path) -> usize {
    let mut taken = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            taken += compare_folder(&path);
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|end| matches!(end, "json" | "yaml"))
            && let Some(document) = load(&path, &mut Sources::new(), &mut Report::new())
        {
            compare_all(document.root().value(), &mut taken);
        }
    }
    taken
}

#[test]
fn documents_are_read_alike() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let taken = compare_folder(&golden);
    assert!(taken > 100, "only {taken} schemas are plain");
}

#[test]
fn a_corpus_is_read_alike() {
    let Some(corpus) = env::var_os(CORPUS) else {
        eprintln!("skipped: `{CORPUS}` names no folder of documents");
        return;
    };
    let taken = compare_folder(Path::new(&corpus));
    assert!(taken > 0, "`{CORPUS}` has no plain schema");
}

/// What stands at keys in documents, rightly and wrongly.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("date-time"),
        json!("int32"),
        json!("odd"),
        json!([]),
        json!([null]),
        json!(["a", null, "a"]),
        json!([1, 2]),
        json!([{}, {"type": 7}]),
        json!({}),
        json!({"b": {"type": 7}, "a": {"$ref": "#/x"}, "x-c": {}}),
        json!({"a": {}, "x-odd": 1}),
        json!({"propertyName": "kind"}),
    ]
}

fn types() -> Vec<Option<Value>> {
    let words = ["string", "number", "integer", "boolean", "object", "array", "text"];
    let mut types: Vec<_> = words.iter().map(|word| Some(json!(word))).collect();
    types.extend([None, Some(json!(null)), Some(json!(["string", "null"]))]);
    types
}

fn schema_of(kind: Option<&Value>, entries: &[(&str, &Value)]) -> Value {
    let kind = kind.map(|kind| ("type".to_owned(), kind.clone()));
    let entries = entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).clone()));
    Value::Object(kind.into_iter().chain(entries).collect::<Map<_, _>>())
}

#[test]
fn each_keyword_with_each_value_is_read_alike() {
    let keys: Vec<_> = SCHEMA.keys().chain(["$ref", "x-b", "x-a", "unknown"]).collect();
    let mut taken = 0_usize;
    for kind in types() {
        for key in &keys {
            for value in values() {
                taken += usize::from(is_read_alike(&schema_of(kind.as_ref(), &[(key, &value)])));
            }
        }
    }
    assert!(taken > 1000, "only {taken} schemas are plain");
}

#[test]
fn each_pair_of_keywords_is_read_alike() {
    let legal = |key: &str| {
        let read = |value: &Value| any_schema_is_ok(&schema_of(None, &[(key, value)]));
        values().into_iter().filter(|value| !value.is_null()).find(read).unwrap_or(Value::Null)
    };
    let keys: Vec<_> = SCHEMA.keys().filter(|key| *key != "type").chain(["x-a", "unknown"]).collect();
    let legal: Vec<_> = keys.iter().map(|key| (*key, legal(key))).collect();
    let mut taken = 0_usize;
    for kind in types() {
        for (one, first) in &legal {
            for (other, second) in legal.iter().filter(|(other, _)| other != one) {
                let schema = schema_of(kind.as_ref(), &[(one, first), (other, second)]);
                taken += usize::from(is_read_alike(&schema));
            }
        }
    }
    assert!(taken > 1000, "only {taken} schemas are plain");
}

fn any_schema_is_ok(value: &Value) -> bool {
    any_schema(&Document::new(source(), value.clone()).root()).is_ok()
}
