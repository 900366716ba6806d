//! Decimals by their value, and on the wire.

use super::*;
use crate::runtime::wire::{decode_json, encode_json};
use std::collections::HashSet;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[test]
fn only_decimal_numbers_are_made() {
    for (text, legal) in [
        ("0", true),
        ("-0.0", true),
        ("+12.50", true),
        (".5", true),
        ("5.", true),
        ("1e-7", true),
        ("1E+3", true),
        ("00012", true),
        ("", false),
        (".", false),
        ("-", false),
        ("1,5", false),
        ("1 000", false),
        ("1e", false),
        ("1e99999999999", false),
        ("0x10", false),
        ("NaN", false),
        ("inf", false),
        ("١", false),
    ] {
        assert_eq!(text.parse::<Decimal>().is_ok(), legal, "{text}");
    }
}

#[test]
fn order_is_that_of_the_numbers() {
    let ascending = [
        "-1e30",
        "-100",
        "-99.9",
        "-0.011",
        "-0.01",
        "0",
        "0.0099",
        "0.01",
        "0.1",
        "0.11",
        "1",
        "1.05",
        "9",
        "10",
        "99.999",
        "100",
        "12345678901234567890.1",
        "1e30",
    ];
    for pair in ascending.windows(2) {
        assert!(decimal(pair[0]) < decimal(pair[1]), "{pair:?}");
    }
    for group in [
        &["0", "-0", "0.00", "0e9", ".0"][..],
        &["1.5", "1.50", "+1.5", "15e-1", "0.15E1", "001.5"],
        &["100", "1e2", "100.0"],
        &["-0.002", "-2e-3", "-.0020"],
    ] {
        let set: HashSet<Decimal> = group.iter().map(|text| decimal(text)).collect();
        assert_eq!(set.len(), 1, "{group:?}");
    }
}

#[test]
fn text_stays_as_it_came() {
    for json in [r#""12.50""#, r#""-0.0""#, r#""123456789012345678901234567890.10""#] {
        let value: Decimal = decode_json(json.as_bytes()).expect("a decimal");
        assert_eq!(encode_json(&value).expect("text has a form"), json.as_bytes());
    }
    let error = decode_json::<Decimal>(br#""canary""#).expect_err("no decimal");
    assert_eq!(error.to_string(), "found text, expected a decimal number such as `12.50`, line 1 column 8");
}

#[test]
fn number_is_written_exactly_or_not_made() {
    for (text, json) in [
        ("12.50", Some("12.5")),
        ("0.1", Some("0.1")),
        ("-3", Some("-3")),
        ("18446744073709551615", Some("18446744073709551615")),
        ("1e3", Some("1000.0")),
        ("123456789012.345", Some("123456789012.345")),
        ("0.12345678901234567890", None),
        ("18446744073709551617", None),
        ("1e400", None),
        ("1e-400", None),
    ] {
        let number = text.parse::<DecimalNumber>().ok();
        let written = number.map(|number| encode_json(&number).expect("a number has a form"));
        assert_eq!(written.as_deref(), json.map(str::as_bytes), "{text}");
    }
}

#[test]
fn number_is_read_as_it_was_written() {
    for json in ["12.5", "0.1", "-3", "18446744073709551615", "1234567890123.45", "1e-7"] {
        let number: DecimalNumber = decode_json(json.as_bytes()).expect("a number");
        assert_eq!(number.get(), &decimal(json));
    }
    assert!(decode_json::<DecimalNumber>(br#""1""#).is_err());
}
