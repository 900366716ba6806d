//! What is written, in which order, and what is not.

use crate::runtime::Secret;
use crate::runtime::wire::sample::{EXHIBIT, Empty, Exhibit, Item, Login, Open, exhibit};
use crate::runtime::wire::{Nullable, Wire, encode_json};
use std::collections::BTreeMap;

fn write(value: &dyn Wire) -> Result<String, String> {
    let json = encode_json(value).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(json).expect("JSON is UTF-8"))
}

#[test]
fn members_are_written_in_the_order_of_the_description() {
    assert_eq!(write(&exhibit()).as_deref(), Ok(EXHIBIT));
}

#[test]
fn absent_is_left_out_and_null_is_written() {
    let nothing = Open { name: None, patch: Nullable::Absent, inner: None, others: BTreeMap::new() };
    assert_eq!(write(&nothing).as_deref(), Ok("{}"));
    assert_eq!(write(&Open { patch: Nullable::Null, ..nothing.clone() }).as_deref(), Ok(r#"{"patch":null}"#));
    assert_eq!(write(&Open { patch: 5.into(), ..nothing }).as_deref(), Ok(r#"{"patch":5}"#));
    let nested = Exhibit { lender: Some("l".to_owned()), part_of: Some(Box::new(exhibit())), ..exhibit() };
    let expected = EXHIBIT.replace(r#""lender":null"#, r#""lender":"l""#);
    let expected = format!(r#"{},"partOf":{EXHIBIT}}}"#, &expected[..expected.len() - 1]);
    assert_eq!(write(&nested), Ok(expected));
}

#[test]
fn absent_value_without_a_name_is_null() {
    assert_eq!(write(&Vec::from([Some(1), None])).as_deref(), Ok("[1,null]"));
    let map = BTreeMap::from([("a".to_owned(), None::<i64>)]);
    assert_eq!(write(&map).as_deref(), Ok(r#"{"a":null}"#));
    assert_eq!(write(&None::<i64>).as_deref(), Ok("null"));
}

#[test]
fn unlisted_members_come_last() {
    let others = BTreeMap::from([("b".to_owned(), 2), ("a\"".to_owned(), 1)]);
    let open = Open { name: Some("n".to_owned()), patch: Nullable::Absent, inner: None, others };
    assert_eq!(write(&open).as_deref(), Ok(r#"{"name":"n","a\"":1,"b":2}"#));
    assert_eq!(write(&Empty {}).as_deref(), Ok("{}"));
}

#[test]
fn own_encoder_fills_in_fixed_members_and_reveals_secrets() {
    let login = Login { user: "u".to_owned(), pin: Secret::new("12\"34"), hint: Some(Secret::new("h")) };
    assert_eq!(write(&login).as_deref(), Ok(r#"{"user":"u","grant":"pin","pin":"12\"34","hint":"h"}"#));
}

#[test]
fn secret_is_refused_to_everybody_else() {
    let login = Login { user: "u".to_owned(), pin: Secret::new("canary"), hint: None };
    let refused = serde_json::to_string(&login).map_err(|error| error.to_string());
    assert_eq!(refused, Err("a secret is not serialised; take it out with `expose`".to_owned()));
    let refused = serde_json::to_string(&[login]).map_err(|error| error.to_string());
    assert!(refused.is_err_and(|error| !error.contains("canary")));
}

#[test]
fn value_without_secrets_is_written_the_same_by_everybody() {
    assert_eq!(serde_json::to_string(&exhibit()).expect("a plain value"), EXHIBIT);
}

#[test]
fn number_that_is_not_finite_is_refused_with_its_place() {
    let refused = |value: &dyn Wire| write(value).expect_err("JSON has no such number");
    let reason = "a number that is not finite has no form in JSON";
    assert_eq!(refused(&f64::NAN), reason);
    assert_eq!(refused(&vec![1.0, f64::INFINITY]), format!("{reason} at `[1]`"));
    let map = BTreeMap::from([("canary".to_owned(), vec![f64::NEG_INFINITY])]);
    assert_eq!(refused(&map), format!("{reason} at `*[0]`"));
    let inner = Exhibit { area: f64::NAN, ..exhibit() };
    let outer = Exhibit { part_of: Some(Box::new(inner)), ..exhibit() };
    assert_eq!(refused(&outer), format!("{reason} at `partOf.area`"));
    assert!(serde_json::to_string(&outer).is_err_and(|error| error.to_string() == reason));
}

#[test]
fn text_is_escaped() {
    let item = Item { amount: 0, notes: vec![Some("\u{0}\u{1f}\"\\/\u{7f}ü🦊".to_owned())] };
    let expected = "{\"amount\":0,\"notes\":[\"\\u0000\\u001f\\\"\\\\/\u{7f}ü🦊\"]}";
    assert_eq!(write(&item).as_deref(), Ok(expected));
}
