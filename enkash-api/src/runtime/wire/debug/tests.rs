//! What a log may see of a value.

use crate::runtime::wire::sample::{Empty, Item, Login, Open, exhibit};
use crate::runtime::{Nullable, Secret};
use std::collections::BTreeMap;

#[test]
fn members_have_their_wire_names_and_absent_ones_are_left_out() {
    assert_eq!(
        format!("{:?}", exhibit()),
        concat!(
            r#"Exhibit { title: "Ferns of \"Fernwood\"", open: true, floor: -1, number: -9223372036854775808, "#,
            r#"visitors: 4294967295, checksum: 18446744073709551615, area: 12.5, kind: "sculp-ture", closes: null, "#,
            r#"items: [Item { amount: 3, notes: ["a", absent] }], rooms: {"b": Item { amount: 4, notes: [] }}, "#,
            r#"remarks: Object {"deep": Array [Number(1), String("x"), Null]} }"#,
        )
    );
    assert_eq!(format!("{:?}", Empty {}), "Empty");
    let others = BTreeMap::from([("x".to_owned(), 1)]);
    let open = Open { name: None, patch: Nullable::Value(2), inner: None, others };
    assert_eq!(format!("{open:?}"), "Open { patch: 2, x: 1 }");
}

#[test]
fn alternate_form_is_indented() {
    let item = Item { amount: 1, notes: vec![Some("n".to_owned())] };
    assert_eq!(format!("{item:#?}"), "Item {\n    amount: 1,\n    notes: [\n        \"n\",\n    ],\n}");
}

#[test]
fn secret_is_redacted_and_masked_member_masked() {
    let login =
        Login { user: "canary".to_owned(), pin: Secret::new("canary"), hint: Some(Secret::new("canary")) };
    let expected = r#"Login { user: [masked], grant: "pin", pin: [REDACTED], hint: [masked] }"#;
    assert_eq!(format!("{login:?}"), expected);
    assert_eq!(
        format!("{:?}", Login { hint: None, ..login.clone() }),
        expected.replace(", hint: [masked]", "")
    );
    for shown in [format!("{login:#?}"), format!("{:?}", vec![Some(login)])] {
        assert!(!shown.contains("canary"), "{shown}");
    }
}

#[test]
fn secret_stays_hidden_wherever_it_stands() {
    struct Safe {
        keys: Vec<Secret>,
        by_name: BTreeMap<String, Secret>,
        patch: Nullable<Secret>,
    }
    crate::runtime::object!(Safe {
        0 keys: required,
        1 by_name as "byName": required,
        2 patch: optional,
    });
    let safe = Safe {
        keys: vec![Secret::new("canary")],
        by_name: BTreeMap::from([("a".to_owned(), Secret::new("canary"))]),
        patch: Nullable::Value(Secret::new("canary")),
    };
    assert_eq!(
        format!("{safe:?}"),
        r#"Safe { keys: [[REDACTED]], byName: {"a": [REDACTED]}, patch: [REDACTED] }"#
    );
}
