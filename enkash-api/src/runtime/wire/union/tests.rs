//! Which member a value is read as, by each rule; and that what is written is what was read, under the right tag.

#![allow(unreachable_pub)] // the macros write for public types

use super::union;
use crate::runtime::wire::{Wire, decode_json, encode_form, encode_json, object, open_enum};
use crate::runtime::{Secret, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[derive(Clone)]
pub struct Cat {
    pub name: String,
    pub lives: Option<i64>,
}
object!(Cat { 0 name: required, 1 lives: optional });

#[derive(Clone)]
pub struct Dog {
    pub kind: String,
    pub name: String,
    pub chip: Option<Secret>,
}
object!(Dog { 0 kind: required, 1 name: required, 2 chip: optional });

/// A cat has no place for its tag, a dog has one for any text, and anything goes for a stray.
#[derive(Clone)]
pub enum Pet {
    Cat(Box<Cat>),
    Dog(Dog),
    Stray(BTreeMap<String, Value>),
    Name(String),
    Unknown(Value),
}
union!(Pet, Unknown by "kind" { 0 Cat "cat", 1 Dog "dog" "puppy", 2 Stray "stray", 3 Name });

#[derive(Clone)]
pub struct Circle {
    pub radius: f64,
    pub note: Option<String>,
}
object!(Circle { 0 radius: required, 1 note: optional });

#[derive(Clone)]
pub struct Square {
    pub note: Option<String>,
    pub edge: Option<f64>,
    pub colour: Option<String>,
}
object!(Square { 0 note: optional, 1 edge: optional, 2 colour: optional });

#[derive(Clone)]
pub enum Unit {
    Metre,
    Other(String),
}
open_enum!(Unit, Other { Metre "m" });

/// Told apart by the kind of value and by what is required and known.
#[derive(Clone)]
pub enum Figure {
    Square(Square),
    Circle(Circle),
    Group(Vec<Figure>),
    Points(Vec<i64>),
    Size(f64),
    Unit(Unit),
    Unknown(Value),
}
union!(Figure, Unknown { 0 Square, 1 Circle, 2 Group, 3 Points, 4 Size, 5 Unit });

#[derive(Clone)]
pub enum Hinted {
    Small(Square),
    Large(Square),
    Any(Value),
    Unknown(Value),
}
union!(Hinted, Unknown near "note" { 0 Small "s", 1 Large "l", 2 Any });

/// Every level doubles what would have to be tried.
#[derive(Clone)]
pub struct Left {
    pub next: Box<Tree>,
    pub left: Option<bool>,
}
object!(Left { 0 next: required, 1 left: optional });

#[derive(Clone)]
pub struct Right {
    pub next: Box<Tree>,
    pub right: Option<bool>,
}
object!(Right { 0 next: required, 1 right: optional });

#[derive(Clone)]
pub enum Tree {
    Left(Box<Left>),
    Right(Box<Right>),
    Leaf(i64),
    Unknown(Value),
}
union!(Tree, Unknown { 0 Left, 1 Right, 2 Leaf });

fn pet(json: &str) -> Pet {
    decode_json(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn figure(json: &str) -> Figure {
    decode_json(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn written(value: &dyn Wire) -> String {
    String::from_utf8(encode_json(value).expect("a value that can be written")).expect("JSON is UTF-8")
}

fn variant(value: &Figure) -> &'static str {
    match value {
        Figure::Square(_) => "square",
        Figure::Circle(_) => "circle",
        Figure::Group(_) => "group",
        Figure::Points(_) => "points",
        Figure::Size(_) => "size",
        Figure::Unit(_) => "unit",
        Figure::Unknown(_) => "unknown",
    }
}

#[test]
fn tag_decides_and_nothing_else() {
    let variant = |pet: &Pet| match pet {
        Pet::Cat(_) => "cat",
        Pet::Dog(_) => "dog",
        Pet::Stray(_) => "stray",
        Pet::Name(_) => "name",
        Pet::Unknown(_) => "unknown",
    };
    for (json, expected) in [
        (r#"{"kind":"cat","name":"Tom"}"#, "cat"),
        (r#"{"name":"Tom","kind":"cat"}"#, "cat"),
        (r#"{"kind":"dog","name":"Rex"}"#, "dog"),
        (r#"{"kind":"puppy","name":"Rex"}"#, "dog"),
        (r#"{"kind":"stray","name":"Rex"}"#, "stray"),
        // Another member would fit, but the tag says that it is none of them.
        (r#"{"kind":"bird","name":"Tweety"}"#, "unknown"),
        (r#"{"name":"Tom"}"#, "unknown"),
        (r#"{"kind":1,"name":"Tom"}"#, "unknown"),
        (r#"{"kind":null,"name":"Tom"}"#, "unknown"),
        (r#""Tom""#, "name"),
        ("[1]", "unknown"),
        ("1", "unknown"),
    ] {
        assert_eq!(variant(&pet(json)), expected, "{json}");
    }
}

#[test]
fn value_of_a_tag_that_does_not_fit_its_member_is_an_error_with_its_place() {
    let error = decode_json::<Vec<Pet>>(br#"[{"kind":"cat","name":"a"},{"kind":"cat","lives":"canary"}]"#)
        .expect_err("a cat whose lives are text");
    assert_eq!((error.path(), error.line()), ("[1].lives", 1));
    assert!(!error.to_string().contains("canary"));
    let error = decode_json::<Pet>(br#"{"kind":"cat"}"#).expect_err("a cat without a name");
    assert_eq!(error.to_string(), "the required member `name` is missing, line 1 column 14");
}

#[test]
fn what_is_read_is_written_again() {
    for json in [
        r#"{"name":"Tom","lives":9,"kind":"cat"}"#,
        r#"{"kind":"dog","name":"Rex","chip":"1234"}"#,
        r#"{"kind":"puppy","name":"Rex"}"#,
        r#"{"a":1,"name":"Rex","kind":"stray"}"#,
        r#"{"kind":"bird","wings":[1,{"b":null}]}"#,
        r#""Tom""#,
        "[1,true]",
    ] {
        assert_eq!(written(&pet(json)), json);
    }
    for json in [
        r#"{"radius":1.5}"#,
        r#"[{"edge":1.5},[1.5,2.5],"m",2.5,"inch"]"#,
        "[1.5,2.5]",
        r#"{"edge":2.5}"#,
        "true",
        "{}",
    ] {
        assert_eq!(written(&figure(json)), json);
    }
}

#[test]
fn tag_on_the_wire_is_that_of_the_member() {
    let dog = |kind: &str| Dog { kind: kind.to_owned(), name: "Rex".to_owned(), chip: None };
    let cat = Cat { name: "Tom".to_owned(), lives: None };
    for (pet, expected) in [
        (Pet::Cat(Box::new(cat)), r#"{"name":"Tom","kind":"cat"}"#),
        // Either of two values may stand for a dog, so what was set counts.
        (Pet::Dog(dog("puppy")), r#"{"kind":"puppy","name":"Rex"}"#),
        (Pet::Stray([("kind".to_owned(), "cat".into())].into()), r#"{"kind":"stray"}"#),
        (Pet::Stray(BTreeMap::new()), r#"{"kind":"stray"}"#),
    ] {
        assert_eq!(written(&pet), expected);
    }
}

#[test]
fn sole_tag_is_written_over_what_the_member_holds() {
    #[derive(Clone)]
    pub enum Guard {
        Dog(Dog),
        Unknown(Value),
    }
    union!(Guard, Unknown by "kind" { 0 Dog "dog" });
    let dog = Dog { kind: "cat".to_owned(), name: "Rex".to_owned(), chip: None };
    assert_eq!(written(&Guard::Dog(dog)), r#"{"kind":"dog","name":"Rex"}"#);
    assert_eq!(written(&Guard::Unknown(Value::Bool(true))), "true");
}

#[test]
fn value_is_read_as_the_member_that_describes_most_of_it() {
    for (json, expected) in [
        // Both fit; the radius is described by one of them only.
        (r#"{"radius":1,"note":"n"}"#, "circle"),
        (r#"{"radius":1,"note":"n","later":1}"#, "circle"),
        (r#"{"edge":1,"note":"n"}"#, "square"),
        (r#"{"radius":1,"edge":1,"colour":"red"}"#, "square"),
        (r#"{"radius":"wide"}"#, "square"),
        ("{}", "square"),
        (r#"{"note":1}"#, "unknown"),
        ("[]", "group"),
        // Each number is a figure by itself, so the first list fits; a list that is none is none.
        ("[1,2]", "group"),
        (r#"[{"radius":1}]"#, "group"),
        ("1.5", "size"),
        ("1", "size"),
        (r#""m""#, "unit"),
        ("true", "unknown"),
    ] {
        assert_eq!(variant(&figure(json)), expected, "{json}");
    }
}

#[test]
fn tag_that_may_be_missing_decides_where_it_is_there() {
    for (json, expected) in [
        (r#"{"note":"s"}"#, 0),
        (r#"{"note":"l","more":1}"#, 1),
        (r#"{"note":"x"}"#, 0),
        (r#"{"edge":1}"#, 0),
        (r#"{"edge":"wide"}"#, 2),
        ("[]", 2),
    ] {
        let read: Hinted = decode_json(json.as_bytes()).expect("a value of some kind");
        assert_eq!(super::Union::chosen(&read).0, expected, "{json}");
    }
}

#[test]
fn null_stands_for_no_member() {
    assert!(decode_json::<Pet>(b"null").is_err());
    assert!(matches!(decode_json::<Option<Pet>>(b"null"), Ok(None)));
    assert!(matches!(decode_json::<Option<Pet>>(br#""Tom""#), Ok(Some(Pet::Name(_)))));
}

#[test]
fn secret_inside_stays_one() {
    let dog = pet(r#"{"kind":"dog","name":"Rex","chip":"canary"}"#);
    assert_eq!(format!("{dog:?}"), r#"Dog { kind: "dog", name: "Rex", chip: [REDACTED] }"#);
    assert!(serde_json::to_string(&dog).is_err());
    assert_eq!(format!("{:?}", figure("[1.5]")), "[1.5]");
}

#[test]
fn forwarded_serde_agrees() {
    for json in [r#"{"radius":1.5}"#, r#"[[1.5],"m"]"#] {
        let read: Figure = serde_json::from_str(json).expect("a figure");
        assert_eq!(serde_json::to_string(&read).expect("a figure can be written"), json);
    }
}

#[test]
fn form_of_a_union_is_that_of_its_member() {
    let (cat, stray) = (pet(r#"{"kind":"cat","name":"Tom"}"#), pet(r#"{"kind":"stray","a":1}"#));
    assert_eq!(encode_form(&cat).ok().as_deref(), Some("name=Tom&kind=cat"));
    assert_eq!(encode_form(&stray).ok().as_deref(), Some("a=1&kind=stray"));
}

#[test]
fn nested_unions_take_no_time_without_bound() {
    let depth = 100;
    let mut json = String::new();
    for _ in 0..depth {
        _ = write!(json, r#"{{"other":1,"next":"#);
    }
    json.push_str("\"no leaf\"");
    json.push_str(&"}".repeat(depth));
    let read: Tree = decode_json(json.as_bytes()).expect("kept as it came, at the latest at its leaf");
    assert!(matches!(read, Tree::Left(_) | Tree::Unknown(_)));
}
