//! Values that are one of several, through generated types: each is read as what it is, and written as it came.

use enkash_tests::golden::unions::{Bed, Condition, Event, Flower, Plant, Tree};

/// Reads JSON and writes it again.
fn again<T: serde::de::DeserializeOwned + serde::Serialize>(json: &str) -> String {
    let value: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    serde_json::to_string(&value).expect("a value that was read can be written")
}

#[test]
fn what_is_read_is_what_is_written() {
    for json in [
        r#"{"height":2.5,"kind":"tree"}"#,
        r#"{"height":2.5,"fruit":{"kind":"bulb","colour":"blue"},"kind":"tree"}"#,
        r#"{"kind":"seed","colour":"red"}"#,
        r#"{"kind":"herb","uses":["tea"]}"#,
        // A tag that the description does not list: nothing of the value is lost.
        r#"{"kind":"fern","fronds":[1,{"deep":null}],"height":2.5}"#,
        r#"{"height":2.5}"#,
    ] {
        assert_eq!(again::<Plant>(json), json);
    }
    for json in
        [r#"{"radius":1.5}"#, r#"{"edges":[1.5,2.5],"note":"n"}"#, r#""rose bed""#, r#"["a","b"]"#, "7"]
    {
        assert_eq!(again::<Bed>(json), json);
    }
    for json in [
        r#"{"all":[{"not":{"sensor":"a","below":0.5}},{"all":[]}]}"#,
        r#"{"sensor":"a","below":0.5}"#,
        r#"{"any":[]}"#,
    ] {
        assert_eq!(again::<Condition>(json), json);
    }
}

#[test]
fn tag_is_that_of_the_variant_whatever_was_set() {
    let tree = Plant::Tree(Box::new(Tree::new(3.5)));
    assert_eq!(serde_json::to_string(&tree).unwrap(), r#"{"height":3.5,"kind":"tree"}"#);
    let flower = Plant::Flower(Flower::new("seed"));
    assert_eq!(serde_json::to_string(&flower).unwrap(), r#"{"kind":"seed"}"#);
}

#[test]
fn base_with_a_discriminator_is_one_of_its_kinds() {
    let read = |json: &str| serde_json::from_str::<Event>(json).expect("an event");
    let watered = r#"{"type":"watered","at":"noon","litres":1.5}"#;
    assert!(matches!(read(watered), Event::Watered(event) if event.at == "noon"));
    assert!(matches!(read(r#"{"type":"Weeded","at":"noon"}"#), Event::Weeded(_)));
    assert!(matches!(read(r#"{"type":"mown","at":"noon"}"#), Event::Unknown(_)));
    assert_eq!(again::<Event>(watered), watered);
}
