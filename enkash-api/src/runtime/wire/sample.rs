//! Types that the tests of the wire share, written as the generator would write them.

#![allow(unreachable_pub)] // the macros write for public types

use super::{Nullable, object, open_enum};
use crate::runtime::Secret;
use serde_json::Value;
use std::collections::BTreeMap;

/// One member of every kind.
#[derive(Clone)]
pub(super) struct Exhibit {
    pub(super) title: String,
    pub(super) open: bool,
    pub(super) floor: i32,
    pub(super) number: i64,
    pub(super) visitors: u32,
    pub(super) checksum: u64,
    pub(super) area: f64,
    pub(super) kind: Kind,
    pub(super) curator: Option<String>,
    pub(super) lender: Option<String>,
    pub(super) closes: Nullable<i64>,
    pub(super) items: Vec<Item>,
    pub(super) rooms: BTreeMap<String, Item>,
    pub(super) remarks: Value,
    pub(super) part_of: Option<Box<Exhibit>>,
}
object!(Exhibit {
    0 title: required,
    1 open: required,
    2 floor: required,
    3 number: required,
    4 visitors: required,
    5 checksum: required,
    6 area: required,
    7 kind: required,
    8 curator: optional,
    9 lender: nullable,
    10 closes: optional,
    11 items: required,
    12 rooms: required,
    13 remarks: required,
    14 part_of as "partOf": optional,
});

#[derive(Clone)]
pub(super) struct Item {
    pub(super) amount: i64,
    pub(super) notes: Vec<Option<String>>,
}
object!(Item {
    0 amount: required,
    1 notes: required,
});

#[derive(Clone)]
pub(super) enum Kind {
    Painting,
    Sculpture,
    Unknown(String),
}
open_enum!(Kind, Unknown {
    Painting "painting",
    Sculpture "sculp-ture",
});

#[derive(Clone)]
pub(super) struct Empty {}
object!(Empty {});

/// A struct whose members may all be missing, and that keeps those that it does not know.
#[derive(Clone)]
pub(super) struct Open {
    pub(super) name: Option<String>,
    pub(super) patch: Nullable<i64>,
    pub(super) inner: Option<Item>,
    pub(super) others: BTreeMap<String, i64>,
}
object!(Open {
    0 name: optional,
    1 patch: optional,
    2 inner: optional,
    ..others
});

/// A struct with secrets, a masked member, and one that can only have one value.
#[derive(Clone)]
pub(super) struct Login {
    pub(super) user: String,
    pub(super) pin: Secret,
    pub(super) hint: Option<Secret>,
}
object!(Login {
    0 user: required.masked(),
    const: fixed("grant", "pin"),
    2 pin: required,
    3 hint: optional.masked(),
});

/// Required members of every shape that can be read twice.
pub(super) struct Twice {
    pub(super) text: String,
    pub(super) list: Vec<i64>,
    pub(super) map: BTreeMap<String, i64>,
    pub(super) open: Open,
    pub(super) any: Value,
}
object!(Twice {
    0 text: required,
    1 list: required,
    2 map: required,
    3 open: required,
    4 any: required,
});

pub(super) fn exhibit() -> Exhibit {
    Exhibit {
        title: "Ferns of \"Fernwood\"".to_owned(),
        open: true,
        floor: -1,
        number: i64::MIN,
        visitors: u32::MAX,
        checksum: u64::MAX,
        area: 12.5,
        kind: Kind::Sculpture,
        curator: None,
        lender: None,
        closes: Nullable::Null,
        items: vec![Item { amount: 3, notes: vec![Some("a".to_owned()), None] }],
        rooms: BTreeMap::from([("b".to_owned(), Item { amount: 4, notes: Vec::new() })]),
        remarks: serde_json::json!({"deep": [1, "x", null]}),
        part_of: None,
    }
}

/// The same as JSON.
pub(super) const EXHIBIT: &str = concat!(
    r#"{"title":"Ferns of \"Fernwood\"","open":true,"floor":-1,"number":-9223372036854775808,"#,
    r#""visitors":4294967295,"checksum":18446744073709551615,"area":12.5,"kind":"sculp-ture","lender":null,"#,
    r#""closes":null,"items":[{"amount":3,"notes":["a",null]}],"rooms":{"b":{"amount":4,"notes":[]}},"#,
    r#""remarks":{"deep":[1,"x",null]}}"#,
);
