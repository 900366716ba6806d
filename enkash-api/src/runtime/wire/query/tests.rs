//! Pairs as RFC 3986 has them.

use crate::runtime::Secret;
use crate::runtime::wire::sample::{Login, Open};
use crate::runtime::wire::{Field, Nullable, Wire, encode_form, encode_form_as, encode_query};
use serde_json::json;
use std::collections::BTreeMap;

fn query(field: Field, value: &dyn Wire) -> Result<String, String> {
    let mut out = String::new();
    encode_query(&field, value, &mut out).map(|()| out).map_err(|error| error.to_string())
}

/// One parameter `q`, not required.
fn one(value: &dyn Wire) -> Result<String, String> {
    query(Field::optional("q"), value)
}

#[test]
fn all_but_the_unreserved_characters_are_escaped() {
    for byte in 0..=0x7f_u8 {
        let text = char::from(byte).to_string();
        let expected = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.clone(),
            _ => format!("%{byte:02X}"),
        };
        assert_eq!(one(&text), Ok(format!("q={expected}")), "{byte:#x}");
        assert_eq!(query(Field::optional(text.leak()), &1), Ok(format!("{expected}=1")), "{byte:#x}");
    }
    assert_eq!(one(&"ü🦊".to_owned()).as_deref(), Ok("q=%C3%BC%F0%9F%A6%8A"));
}

#[test]
fn scalars_are_plain_text() {
    for (value, expected) in [
        (&true as &dyn Wire, "q=true"),
        (&-7_i64, "q=-7"),
        (&u64::MAX, "q=18446744073709551615"),
        (&1.5, "q=1.5"),
        (&2.0, "q=2"),
        (&String::new(), "q="),
        (&json!("a b"), "q=a%20b"),
        (&json!(3), "q=3"),
        (&Secret::<String>::new("s&s"), "q=s%26s"),
        (&None::<String>, ""),
        (&Nullable::<String>::Absent, ""),
        (&Nullable::<String>::Null, ""),
        (&Nullable::Value("v".to_owned()), "q=v"),
    ] {
        assert_eq!(one(value).as_deref(), Ok(expected));
    }
}

#[test]
fn list_is_a_pair_per_item_or_one_with_commas() {
    let list = vec!["a,b".to_owned(), String::new(), "c".to_owned()];
    assert_eq!(one(&list).as_deref(), Ok("q=a%2Cb&q=&q=c"));
    assert_eq!(query(Field::optional("q").joined(), &list).as_deref(), Ok("q=a%2Cb,,c"));
    for field in [Field::optional("q"), Field::optional("q").joined(), Field::required("q")] {
        assert_eq!(query(field, &Vec::<i64>::new()).as_deref(), Ok(""));
    }
}

#[test]
fn pairs_follow_each_other() {
    let mut out = String::new();
    encode_query(&Field::required("a"), &1, &mut out).expect("a number has a text");
    encode_query(&Field::optional("b"), &None::<i64>, &mut out).expect("nothing to write");
    encode_query(&Field::required("c"), &2, &mut out).expect("a number has a text");
    assert_eq!(out, "a=1&c=2");
}

#[test]
fn required_null_is_an_empty_pair() {
    assert_eq!(query(Field::nullable("q"), &None::<i64>).as_deref(), Ok("q="));
    assert_eq!(query(Field::nullable("q"), &Some(1)).as_deref(), Ok("q=1"));
}

#[test]
fn value_without_a_text_is_refused_with_its_name() {
    for (value, reason) in [
        (&vec![None::<i64>] as &dyn Wire, "`q`: a missing value is no plain text"),
        (&vec![Nullable::<i64>::Null], "`q`: null is no plain text"),
        (&f64::NAN, "`q`: a number that is not finite is no plain text"),
    ] {
        assert_eq!(one(value), Err(reason.to_owned()));
    }
}

#[test]
fn form_has_the_order_of_the_description() {
    let login = Login { user: "a b+c".to_owned(), pin: Secret::new("p&=q"), hint: None };
    assert_eq!(encode_form(&login).expect("a flat object"), "user=a%20b%2Bc&grant=pin&pin=p%26%3Dq");
    let others = BTreeMap::from([("x y".to_owned(), 1), ("z".to_owned(), 2)]);
    let open = Open { name: None, patch: Nullable::Null, inner: None, others: others.clone() };
    assert_eq!(encode_form(&open).expect("a flat object"), "x%20y=1&z=2");
    assert_eq!(encode_form(&others).expect("a map"), "x%20y=1&z=2");
}

#[test]
fn form_is_made_of_a_flat_object() {
    let reason = |value: &dyn Wire| encode_form(value).map_err(|error| error.to_string());
    assert_eq!(reason(&7), Err("a form is made of an object".to_owned()));
    assert_eq!(reason(&vec![1]), Err("a form is made of an object".to_owned()));
    // The name of a map's entry is data, which no error shows.
    let nested = BTreeMap::from([("canary".to_owned(), f64::NAN)]);
    assert_eq!(reason(&nested), Err("`*`: a number that is not finite is no plain text".to_owned()));
}

#[test]
fn member_that_is_nested_is_json_unless_a_style_is_named() {
    let order =
        json!({ "id": "f8", "tags": ["a", { "b": 1 }], "to": { "street": "1 A", "zip": [1] }, "z": null });
    for (encoding, expected) in [
        (
            &[][..],
            "id=f8&tags=a&tags=%7B%22b%22%3A1%7D&to=%7B%22street%22%3A%221%20A%22%2C%22zip%22%3A%5B1%5D%7D",
        ),
        (
            &[Field::optional("to").deep(), Field::optional("tags").json()],
            "id=f8&tags=%5B%22a%22%2C%7B%22b%22%3A1%7D%5D&to%5Bstreet%5D=1%20A&to%5Bzip%5D%5B0%5D=1",
        ),
        (
            &[Field::others().deep()],
            "id=f8&tags%5B0%5D=a&tags%5B1%5D%5Bb%5D=1&to%5Bstreet%5D=1%20A&to%5Bzip%5D%5B0%5D=1",
        ),
        (
            &[Field::optional("to"), Field::optional("tags").joined()],
            "id=f8&tags=a,%7B%22b%22%3A1%7D&street=1%20A&zip=%5B1%5D",
        ),
    ] {
        assert_eq!(encode_form_as(&order, encoding).expect("an object"), expected, "{encoding:?}");
    }
}
