//! What is taken, what is refused, and what an error says and does not say.

use crate::runtime::wire::sample::{EXHIBIT, Empty, Exhibit, Item, Kind, Login, Open, Twice};
use crate::runtime::wire::{Blank, DecodeError, Field, Nullable, Object, Presence, Table, Wire, decode_json};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Debug;

fn read<T: Wire + Blank>(json: &str) -> Result<T, String> {
    decode_json(json.as_bytes()).map_err(|error| error.to_string())
}

/// Each document is read as its value, or refused with its text.
fn check<T: Wire + Blank + PartialEq + Debug>(cases: &[(&str, Result<T, &str>)]) {
    for (json, expected) in cases {
        let found = read::<T>(json);
        assert_eq!(found.as_ref().map_err(String::as_str), expected.as_ref().map_err(|text| *text), "{json}");
    }
}

#[test]
fn member_of_every_kind_is_read() {
    let read: Exhibit = read(EXHIBIT).expect("a whole exhibit");
    assert_eq!(read.title, "Ferns of \"Fernwood\"");
    assert!(read.open);
    assert_eq!((read.floor, read.number), (-1, i64::MIN));
    assert_eq!((read.visitors, read.checksum), (u32::MAX, u64::MAX));
    assert_eq!(read.area.to_bits(), 12.5_f64.to_bits());
    assert_eq!(read.kind, Kind::Sculpture);
    assert_eq!((read.curator, read.lender, read.closes), (None, None, Nullable::Null));
    assert_eq!(read.items[0].amount, 3);
    assert_eq!(read.items[0].notes, [Some("a".to_owned()), None]);
    assert_eq!(read.rooms["b"].amount, 4);
    assert_eq!(read.remarks, serde_json::json!({"deep": [1, "x", null]}));
    assert!(read.part_of.is_none());
}

#[test]
fn integer_keeps_its_range() {
    check::<i32>(&[
        ("2147483647", Ok(i32::MAX)),
        ("-2147483648", Ok(i32::MIN)),
        ("2147483648", Err("found an integer, expected an integer that fits `i32`, line 1 column 10")),
        ("true", Err("found a boolean, expected an integer that fits `i32`, line 1 column 4")),
        ("\"1\"", Err("found text, expected an integer that fits `i32`, line 1 column 3")),
        ("null", Err("found null, expected a value, line 1 column 4")),
    ]);
    check::<i64>(&[
        ("9223372036854775807", Ok(i64::MAX)),
        (
            "9223372036854775808",
            Err("found an integer, expected an integer that fits `i64`, line 1 column 19"),
        ),
    ]);
    check::<u32>(&[
        ("4294967295", Ok(u32::MAX)),
        ("-1", Err("found an integer, expected an integer that fits `u32`, line 1 column 2")),
    ]);
    check::<u64>(&[
        ("18446744073709551615", Ok(u64::MAX)),
        ("-1", Err("found an integer, expected an integer that fits `u64`, line 1 column 2")),
        (
            "18446744073709551616",
            Err("found a number, expected an integer that fits `u64`, line 1 column 20"),
        ),
    ]);
}

#[test]
fn whole_number_with_a_fraction_part_is_an_integer_where_it_is_exact() {
    check::<i64>(&[
        ("300.0", Ok(300)),
        ("3e2", Ok(300)),
        ("-0.0", Ok(0)),
        ("9007199254740992.0", Ok(1 << 53)),
        ("9007199254740994.0", Err("found a number, expected an integer that fits `i64`, line 1 column 18")),
        ("1.5", Err("found a number, expected an integer that fits `i64`, line 1 column 3")),
        ("1e400", Err("number out of range, line 1 column 5")),
    ]);
}

#[test]
fn scalars_are_not_turned_into_each_other() {
    check::<f64>(&[
        ("1", Ok(1.0)),
        ("-2.5e-3", Ok(-0.0025)),
        ("18446744073709551615", Ok(18_446_744_073_709_551_615.0)),
        ("false", Err("found a boolean, expected a number, line 1 column 5")),
    ]);
    check::<bool>(&[
        ("true", Ok(true)),
        ("1", Err("found an integer, expected a boolean, line 1 column 1")),
        ("\"true\"", Err("found text, expected a boolean, line 1 column 6")),
    ]);
    check::<String>(&[
        (r#""\u00fc\ud83e\udd8a\n""#, Ok("ü🦊\n".to_owned())),
        ("1", Err("found an integer, expected text, line 1 column 1")),
        ("[]", Err("found a list, expected text, line 1 column 2")),
        ("{}", Err("found an object, expected text, line 1 column 2")),
    ]);
    check::<Vec<i64>>(&[
        ("[]", Ok(Vec::new())),
        ("[1,2]", Ok(vec![1, 2])),
        ("{}", Err("found an object, expected a list, line 1 column 2")),
        ("1", Err("found an integer, expected a list, line 1 column 1")),
    ]);
    check::<BTreeMap<String, bool>>(&[
        (r#"{"b":true,"a":false}"#, Ok(BTreeMap::from([("a".to_owned(), false), ("b".to_owned(), true)]))),
        ("[]", Err("found a list, expected an object, line 1 column 2")),
        ("\"x\"", Err("found text, expected an object, line 1 column 3")),
    ]);
    let refused = read::<Empty>("7").map(|_| ());
    assert_eq!(refused, Err("found an integer, expected an object, line 1 column 1".to_owned()));
}

#[test]
fn unlisted_json_is_kept_as_it_is() {
    for json in [
        r#"{"a":[1,-2,18446744073709551615,0.5,"x",true,null,{}]}"#,
        "[]",
        "3",
        "0.25",
        "\"x\"",
        "false",
        "null",
    ] {
        let expected: Value = serde_json::from_str(json).expect("the sample is JSON");
        assert_eq!(read::<Value>(json), Ok(expected), "{json}");
    }
}

/// The member, absent, null and with a value, for each presence.
#[test]
fn absent_null_and_a_value_are_told_apart() {
    struct Matrix {
        required: i64,
        nullable: Option<i64>,
        optional: Option<i64>,
        patch: Nullable<i64>,
    }
    crate::runtime::object!(Matrix {
        0 required: required,
        1 nullable: nullable,
        2 optional: optional,
        3 patch: optional,
    });
    let show =
        |read: Matrix| format!("{} {:?} {:?} {:?}", read.required, read.nullable, read.optional, read.patch);
    for (json, expected) in [
        (r#"{"required":1,"nullable":2,"optional":3,"patch":4}"#, Ok("1 Some(2) Some(3) Value(4)")),
        (r#"{"required":1,"nullable":null,"optional":null,"patch":null}"#, Ok("1 None None Null")),
        (r#"{"required":1,"nullable":null}"#, Ok("1 None None Absent")),
        (r#"{"nullable":null}"#, Err("the required member `required` is missing, line 1 column 17")),
        (r#"{"required":1}"#, Err("the required member `nullable` is missing, line 1 column 14")),
        (
            r#"{"required":null,"nullable":null}"#,
            Err("found null, expected a value at `required`, line 1 column 16"),
        ),
    ] {
        let found = read::<Matrix>(json).map(show);
        assert_eq!(found.as_deref().map_err(String::as_str), expected, "{json}");
    }
}

#[test]
fn order_of_members_does_not_matter_and_unknown_ones_are_skipped() {
    let json = r#"{"x":{"amount":[]},"notes":[],"y":[1,{"z":2}],"amount":7,"w":null}"#;
    assert_eq!(read::<Item>(json).map(|item| item.amount), Ok(7));
    assert_eq!(read::<Empty>(r#"{"x":1}"#).map(|_| ()), Ok(()));
}

#[test]
fn unlisted_members_are_kept_where_the_description_has_them() {
    let open: Open = read(r#"{"b":2,"name":"n","a":1}"#).expect("an open object");
    assert_eq!(open.name.as_deref(), Some("n"));
    assert_eq!(open.others, BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]));
    let refused = read::<Open>(r#"{"a":"x"}"#).map(|_| ());
    assert_eq!(
        refused,
        Err("found text, expected an integer that fits `i64` at `*`, line 1 column 8".to_owned())
    );
}

#[test]
fn of_members_of_one_name_the_last_counts_whole() {
    let json = r#"{
        "text": "a long text", "list": [1, 2], "map": {"a": 1},
        "open": {"name": "n", "patch": 1, "inner": {"amount": 1, "notes": ["x"]}, "b": 2}, "any": {"a": 1},
        "text": "b", "list": [3], "map": {"b": 2, "b": 3}, "open": {"c": 4}, "any": [2]
    }"#;
    let read: Twice = read(json).expect("a document with twins");
    assert_eq!(read.text, "b");
    assert_eq!(read.list, [3]);
    assert_eq!(read.map, BTreeMap::from([("b".to_owned(), 3)]));
    assert_eq!(
        (&read.open.name, read.open.patch, read.open.inner.is_none()),
        (&None, Nullable::Absent, true)
    );
    assert_eq!(read.open.others, BTreeMap::from([("c".to_owned(), 4)]));
    assert_eq!(read.any, serde_json::json!([2]));
}

#[test]
fn twin_of_a_complete_object_may_not_be_incomplete() {
    let json = r#"{"p":{"amount":1,"notes":[]},"p":{"amount":2}}"#;
    let refused = read::<BTreeMap<String, Item>>(json).map(|_| ());
    assert_eq!(refused, Err("the required member `notes` is missing at `*`, line 1 column 45".to_owned()));
    let json = r#"{"p":{"amount":1,"notes":["x"]},"p":{"amount":2,"notes":[]}}"#;
    let read = read::<BTreeMap<String, Item>>(json).expect("both are complete");
    assert_eq!((read["p"].amount, read["p"].notes.len()), (2, 0));
}

#[test]
fn error_says_where() {
    #[derive(Clone)]
    struct Page {
        items: Vec<Item>,
        rooms: Option<BTreeMap<String, Vec<Item>>>,
        next: Option<Box<Page>>,
    }
    crate::runtime::object!(Page { 0 items: required, 1 rooms: optional, 2 next: optional });
    for (json, path, line, column) in [
        (r#"{"items":[{"amount":1,"notes":[]},{"amount":"x","notes":[]}]}"#, "items[1].amount", 1, 47),
        ("{\"items\":[\n{\"amount\":1,\n\"notes\":[null,1]}]}", "items[0].notes[1]", 3, 15),
        (r#"{"items":[{}]}"#, "items[0]", 1, 12),
        (
            r#"{"items":[],"rooms":{"hall":[{"amount":1,"notes":[]},{"amount":[]}]}}"#,
            "rooms.*[1].amount",
            1,
            65,
        ),
        (r#"{"items":[],"next":{"items":[],"next":{"items":0}}}"#, "next.next.items", 1, 48),
        (r#"{"items":[],}"#, "", 1, 13),
        (r#"{"items":[1"#, "items[0]", 1, 11),
    ] {
        let error = decode_json::<Page>(json.as_bytes()).map(|_| ()).expect_err(json);
        assert_eq!((error.path(), error.line(), error.column()), (path, line, column), "{json}: {error}");
    }
    let error = decode_json::<Vec<Vec<i64>>>(b"[[1],[2,true]]").expect_err("a boolean is no integer");
    assert_eq!(error.path(), "[1][1]");
}

#[test]
fn reason_may_end_like_a_place() {
    struct Odd {
        odd: i64,
    }
    crate::runtime::object!(Odd { 0 odd as "x at line 3 column 4": required });
    assert_eq!(
        read::<Odd>("{}").map(|odd| odd.odd),
        Err("the required member `x at line 3 column 4` is missing, line 1 column 2".to_owned())
    );
}

#[test]
fn no_error_shows_what_was_read() {
    let mut errors: Vec<DecodeError> = Vec::new();
    let mut refused = |error: Option<DecodeError>, json: &str| errors.push(error.expect(json));
    for value in [
        "\"canary\"",
        "[\"canary\"]",
        "{\"canary\":\"canary\"}",
        "{\"canary\":[1",
        "\"canary",
        "\"canary\" \"canary\"",
    ] {
        for json in [
            value.to_owned(),
            format!("[{value}]"),
            format!("{{\"amount\":{value}}}"),
            format!("{{\"canary\":{{\"amount\":{value}}}}}"),
            format!("{{\"canary\":{value},\"amount\":1}}"),
        ] {
            refused(decode_json::<i64>(json.as_bytes()).err(), &json);
            refused(decode_json::<Vec<bool>>(json.as_bytes()).err(), &json);
            refused(decode_json::<Item>(json.as_bytes()).err(), &json);
            refused(decode_json::<BTreeMap<String, Item>>(json.as_bytes()).err(), &json);
            refused(decode_json::<Login>(json.as_bytes()).err(), &json);
            refused(decode_json::<Vec<Exhibit>>(json.as_bytes()).err(), &json);
        }
    }
    assert_eq!(errors.len(), 6 * 5 * 6);
    for error in errors {
        assert!(!format!("{error} {error:?} {}", error.path()).contains("canary"), "{error:?}");
    }
}

/// 130 members: more than two words of marks.
struct Wide([Option<i64>; WIDTH]);

const WIDTH: usize = 130;

impl Object for Wide {
    fn table(&self) -> &'static Table {
        static TABLE: std::sync::LazyLock<Table> = std::sync::LazyLock::new(|| Table {
            name: "Wide",
            fields: Box::leak(
                (0..WIDTH)
                    .map(|index| Field::nullable(Box::leak(format!("m{index}").into_boxed_str())))
                    .collect(),
            ),
        });
        &TABLE
    }
    fn get(&self, index: usize) -> Option<&dyn Wire> {
        self.0.get(index).map(|member| member as &dyn Wire)
    }
    fn slot(&mut self, index: usize) -> Option<&mut dyn Wire> {
        self.0.get_mut(index).map(|member| member as &mut dyn Wire)
    }
}

impl Wire for Wide {
    fn view(&self) -> crate::runtime::wire::View<'_> {
        crate::runtime::wire::View::Object(self)
    }
    fn place(&mut self) -> crate::runtime::wire::Place<'_> {
        crate::runtime::wire::Place::Object(self)
    }
}

impl Blank for Wide {
    fn blank() -> Self {
        Self([None; WIDTH])
    }
}

#[test]
fn each_of_many_members_is_required() {
    let whole = |without: Option<usize>| {
        let members = (0..WIDTH).rev().filter(|index| Some(*index) != without);
        format!("{{{}}}", members.map(|index| format!("\"m{index}\":{index}")).collect::<Vec<_>>().join(","))
    };
    let wide: Wide = read(&whole(None)).expect("a whole object");
    assert_eq!(wide.0[129], Some(129));
    assert!(wide.table().fields.iter().all(|field| field.presence == Presence::Nullable));
    for without in [0, 63, 64, 127, 128, 129] {
        let refused = read::<Wide>(&whole(Some(without))).map(|_| ()).expect_err("a member is missing");
        assert!(refused.starts_with(&format!("the required member `m{without}` is missing")), "{refused}");
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(read::<Value>(&nested(127)).is_ok());
    for json in [nested(128), "[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        let refused = read::<Value>(&json).expect_err("nothing may use up the stack");
        assert!(refused.starts_with("recursion limit exceeded"), "{refused}");
    }
    // Also where the description itself has no end, and where it says nothing about a member.
    let deep = format!("{}{}", r#"{"partOf":"#.repeat(100_000), "}".repeat(100_000));
    assert!(read::<Exhibit>(&deep).is_err_and(|error| error.starts_with("recursion limit exceeded")));
    // What is skipped needs no stack, and so has no limit.
    let unknown = format!("{{\"unknown\":{}}}", nested(100_000));
    assert!(read::<Empty>(&unknown).is_ok());
}

#[test]
fn document_is_one_whole_document() {
    for (json, expected) in [
        (&b""[..], "EOF while parsing a value, line 1 column 0"),
        (b" ", "EOF while parsing a value, line 1 column 1"),
        (b"1 2", "trailing characters, line 1 column 3"),
        (b"1,", "trailing characters, line 1 column 2"),
        (b"01", "invalid number, line 1 column 2"),
        (b"+1", "expected value, line 1 column 1"),
        (b"NaN", "expected value, line 1 column 1"),
        (b"\xef\xbb\xbf1", "expected value, line 1 column 1"),
    ] {
        let error = decode_json::<i64>(json).expect_err("no document");
        assert_eq!(error.to_string(), expected, "{json:?}");
    }
    assert_eq!(decode_json::<i64>(b"\r\n\t 1 \n").map_err(|error| error.to_string()), Ok(1));
    for (json, line, column) in
        [(&b"\xff"[..], 1, 1), (b"\"\xff\"", 1, 2), (b"{\n \"a\":\n\n \"\xc3\"}", 4, 3)]
    {
        let error = decode_json::<Value>(json).expect_err("no UTF-8");
        assert_eq!(
            error.to_string(),
            format!("the text is no UTF-8, line {line} column {column}"),
            "{json:?}"
        );
    }
}

/// What `serde_json` hands out for a number when some crate of the program turns `arbitrary_precision` on.
#[test]
fn number_may_come_as_its_text() {
    use serde::de::value::{Error, MapDeserializer};
    fn number<T: Wire + Blank>(name: &'static str, text: &'static str) -> Result<T, String> {
        crate::runtime::wire::deserialize(MapDeserializer::<_, Error>::new(std::iter::once((name, text))))
            .map_err(|error| error.to_string())
    }
    const NUMBER: &str = "$serde_json::private::Number";
    assert_eq!(number(NUMBER, "-12"), Ok(-12_i64));
    assert_eq!(number(NUMBER, "12.0"), Ok(12_u32));
    assert_eq!(number(NUMBER, "18446744073709551615"), Ok(u64::MAX));
    assert_eq!(number(NUMBER, "0.25"), Ok(0.25_f64));
    assert_eq!(number::<f64>(NUMBER, "1e999"), Err("found an object, expected a number".to_owned()));
    assert_eq!(number::<String>(NUMBER, "1"), Err("found an integer, expected text".to_owned()));
    assert_eq!(number::<f64>("number", "1"), Err("found an object, expected a number".to_owned()));
}

#[test]
fn secret_and_unknown_enum_value_are_read() {
    let login: Login = read(r#"{"user":"u","grant":"whatever","pin":"1234","hint":null}"#).expect("a login");
    assert_eq!((login.pin.expose().as_str(), login.hint.is_none()), ("1234", true));
    assert_eq!(read::<Kind>("\"fresco\""), Ok(Kind::Unknown("fresco".to_owned())));
    assert_eq!(read::<Kind>("7"), Err("found an integer, expected text, line 1 column 1".to_owned()));
}

#[test]
fn other_formats_are_read_as_well() {
    let item: Item =
        serde_json::from_value(serde_json::json!({"amount": 1, "notes": [null]})).expect("an item");
    assert_eq!((item.amount, item.notes.as_slice()), (1, &[None][..]));
    let refused = serde_json::from_value::<Item>(serde_json::json!({"amount": 1})).map(|_| ());
    assert_eq!(
        refused.map_err(|error| error.to_string()),
        Err("the required member `notes` is missing".to_owned())
    );
}
