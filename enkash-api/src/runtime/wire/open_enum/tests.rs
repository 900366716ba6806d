//! An open enum keeps what it does not know.

use crate::runtime::wire::sample::Kind;
use crate::runtime::wire::{decode_json, encode_json};
use std::collections::HashSet;

#[test]
fn unknown_value_survives_and_is_sent_back() {
    for json in [r#""painting""#, r#""sculp-ture""#, r#""fresco""#, r#""Painting""#, r#""""#, r#""ü\"""#] {
        let kind: Kind = decode_json(json.as_bytes()).expect("any text is a kind");
        assert_eq!(encode_json(&kind).expect("text has a form"), json.as_bytes());
        assert_eq!(serde_json::to_string(&kind).expect("text has a form"), json);
        assert_eq!(serde_json::from_str::<Kind>(json).expect("any text is a kind"), kind);
    }
    assert!(matches!(Kind::from("sculp-ture"), Kind::Sculpture));
    assert!(matches!(Kind::from("fresco"), Kind::Unknown(text) if text == "fresco"));
}

#[test]
fn values_are_equal_by_their_text() {
    let spelled = Kind::Unknown("painting".to_owned());
    assert_eq!(Kind::Painting, spelled);
    assert_ne!(Kind::Painting, Kind::Sculpture);
    assert_ne!(Kind::Unknown("a".to_owned()), Kind::Unknown("b".to_owned()));
    assert_eq!(HashSet::from([Kind::Painting, spelled, Kind::Sculpture]).len(), 2);
    assert_eq!("painting".parse(), Ok(Kind::Painting));
}

#[test]
fn display_is_the_text_and_obeys_the_width() {
    assert_eq!(
        format!("[{:>9}] [{:.3}] [{}]", Kind::Painting, Kind::Sculpture, Kind::from("x y")),
        "[ painting] [scu] [x y]"
    );
    assert_eq!(format!("{:?}", Kind::Sculpture), "\"sculp-ture\"");
}

#[test]
#[allow(unreachable_pub)] // the macro writes for a public type
fn variants_may_have_the_names_of_what_the_macro_uses() {
    #[allow(dead_code, clippy::upper_case_acronyms)]
    enum Hostile {
        Err,
        Ok,
        Some,
        Self_,
        Other(String),
    }
    crate::runtime::open_enum!(Hostile, Other { Err "err", Ok "ok", Some "some", Self_ "self" });
    assert_eq!("err".parse::<Hostile>().map(|value| value.to_string()), Ok("err".to_owned()));
}
