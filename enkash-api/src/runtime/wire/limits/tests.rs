//! Which values are refused, and what is said about them.

use super::check_body;
use crate::runtime::Secret;
use crate::runtime::wire::{Field, Limits, Nullable, Wire, limits, object};
use std::collections::BTreeMap;

fn rule(limits: &'static Limits, value: &dyn Wire) -> Option<String> {
    Field::optional("x").limits(limits).check(value).err()
}

#[test]
fn numbers_stay_in_their_range() {
    for (limits, value, expected) in [
        (limits!(minimum(1.0).maximum(9.0)), 1.0, None),
        (limits!(minimum(1.0).maximum(9.0)), 9.0, None),
        (limits!(minimum(1.0)), 0.5, Some("`x` must be at least 1")),
        (limits!(maximum(9.5)), 9.6, Some("`x` must be at most 9.5")),
        (limits!(above(0.0)), 0.0, Some("`x` must be more than 0")),
        (limits!(above(0.0)), 0.1, None),
        (limits!(below(1.0)), 1.0, Some("`x` must be less than 1")),
        (limits!(multiple_of(0.1)), 0.1 + 0.2, None),
        (limits!(multiple_of(0.01)), 19.99, None),
        (limits!(multiple_of(0.01)), 19.999, Some("`x` must be a multiple of 0.01")),
        (limits!(multiple_of(0.5)), 0.0, None),
        // The encoder has its own words for it.
        (limits!(minimum(1.0)), f64::NAN, None),
    ] {
        assert_eq!(rule(limits, &value).as_deref(), expected, "{value}");
    }
}

#[test]
fn whole_numbers_are_held_against_bounds_as_far_as_doubles_tell() {
    for (limits, value, expected) in [
        (limits!(minimum(1.0)), 0, Some("`x` must be at least 1")),
        (limits!(maximum(100.0)), 100, None),
        (limits!(maximum(100.0)), 101, Some("`x` must be at most 100")),
        (limits!(multiple_of(3.0)), 9_007_199_254_740_993, None),
        (limits!(multiple_of(4.0)), 9_007_199_254_740_993, Some("`x` must be a multiple of 4")),
        (limits!(maximum(9_007_199_254_740_992.0)), 9_007_199_254_740_993, None),
        (limits!(below(9_223_372_036_854_775_808.0)), i64::MAX, None),
        (limits!(above(-1.0)), -1, Some("`x` must be more than -1")),
    ] {
        assert_eq!(rule(limits, &value).as_deref(), expected, "{value}");
    }
    let all = limits!(maximum(18_446_744_073_709_551_615.0));
    assert_eq!(rule(all, &u64::MAX), None);
}

#[test]
fn lengths_are_characters_items_and_members() {
    let length = limits!(at_least(2).at_most(3));
    for (text, expected) in [
        ("é", Some("`x` must have at least 2 characters")),
        ("日本語", None),
        ("abcd", Some("`x` must have at most 3 characters")),
    ] {
        assert_eq!(rule(length, &text.to_owned()).as_deref(), expected, "{text}");
    }
    assert_eq!(rule(length, &vec![1_i64]).as_deref(), Some("`x` must have at least 2 items"));
    assert_eq!(rule(length, &vec![1_i64, 1]), None);
    assert_eq!(
        rule(limits!(distinct()), &vec!["a".to_owned(), "a".to_owned()]).as_deref(),
        Some("`x` must not have two equal items")
    );
    assert_eq!(rule(limits!(distinct()), &vec!["a".to_owned(), "b".to_owned()]), None);
    let map = BTreeMap::from([("a".to_owned(), 1_i64)]);
    assert_eq!(rule(length, &map).as_deref(), Some("`x` must have at least 2 members"));
}

#[test]
fn what_is_not_there_breaks_no_rule() {
    let given = limits!(at_least(2).minimum(7.0));
    assert_eq!(rule(given, &None::<String>), None);
    assert_eq!(rule(given, &Nullable::<i64>::Null), None);
    assert_eq!(rule(given, &Some("a".to_owned())).as_deref(), Some("`x` must have at least 2 characters"));
}

#[test]
fn item_of_a_list_and_value_of_a_map_have_rules_of_their_own() {
    let short = limits!(at_most(2).each(limits!(at_most(3))));
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    for (list, expected) in [
        (texts(&["abc", "é"]), None),
        (texts(&["abc", "canary"]), Some("`x[1]` must have at most 3 characters")),
        // The list itself comes first.
        (texts(&["canary", "", ""]), Some("`x` must have at most 2 items")),
    ] {
        assert_eq!(rule(short, &list).as_deref(), expected);
    }
    let map =
        BTreeMap::from([("a".to_owned(), "abc".to_owned()), ("canary".to_owned(), "canary".to_owned())]);
    assert_eq!(rule(short, &map).as_deref(), Some("`x.*` must have at most 3 characters"));
    // What may be null breaks no rule by being so.
    assert_eq!(rule(short, &vec![None, Some("abc".to_owned())]), None);
    let pins: Vec<Secret> = vec![Secret::new("canary".to_owned())];
    assert_eq!(rule(short, &pins).as_deref(), Some("`x[0]` must have at most 3 characters"));
    let deep = limits!(each(limits!(at_least(1).each(limits!(minimum(0.0))))));
    assert_eq!(rule(deep, &vec![vec![0_i64], vec![]]).as_deref(), Some("`x[1]` must have at least 1 items"));
    assert_eq!(rule(deep, &vec![vec![1_i64], vec![1, -1]]).as_deref(), Some("`x[1][1]` must be at least 0"));
}

struct Labels {
    first: Option<String>,
    rest: BTreeMap<String, String>,
}
object!(Labels {
    0 first: optional,
    ..rest [at_most(3)]
});

#[test]
fn member_that_is_not_listed_keeps_to_the_rules_of_all_such() {
    let labels = |rest: &str| Labels {
        first: Some("whatever".to_owned()),
        rest: BTreeMap::from([("canary".to_owned(), rest.to_owned())]),
    };
    assert_eq!(check_body(None, &labels("abc")), Ok(()));
    assert_eq!(
        check_body(None, &labels("canary")),
        Err("in the body, `*` must have at most 3 characters".to_owned())
    );
}

struct Order {
    lines: Vec<Line>,
    by_shop: BTreeMap<String, Line>,
    pin: Secret,
}
object!(Order {
    0 lines: required [at_most(2)],
    1 by_shop as "byShop": required,
    2 pin: required.masked() [at_least(4)],
});

struct Line {
    note: Option<String>,
    amount: i64,
}
object!(Line {
    0 note: optional [at_most(5)],
    1 amount: required [minimum(1.0).multiple_of(5.0)],
});

fn line(note: &str, amount: i64) -> Line {
    Line { note: Some(note.to_owned()), amount }
}

#[test]
fn refusal_names_the_way_to_the_member_and_never_a_value() {
    let order = |lines, shops: Vec<(&str, Line)>, pin: &str| Order {
        lines,
        by_shop: shops.into_iter().map(|(name, line)| (name.to_owned(), line)).collect(),
        pin: Secret::new(pin.to_owned()),
    };
    for (order, expected) in [
        (order(vec![line("short", 5)], vec![("canary", line("short", 10))], "1234"), Ok(())),
        (
            order(vec![line("short", 5), line("canary", 5)], vec![], "1234"),
            Err("in the body, `lines[1].note` must have at most 5 characters"),
        ),
        (
            order(vec![line("", 7)], vec![], "1234"),
            Err("in the body, `lines[0].amount` must be a multiple of 5"),
        ),
        (
            order(vec![], vec![("a", line("", 5)), ("canary", line("", 0))], "1234"),
            Err("in the body, `byShop.*.amount` must be at least 1"),
        ),
        (order(vec![], vec![], "cny"), Err("in the body, `pin` must have at least 4 characters")),
        (
            order(vec![line("", 5), line("", 5), line("canary", 5)], vec![], "1234"),
            Err("in the body, `lines` must have at most 2 items"),
        ),
    ] {
        assert_eq!(check_body(None, &order), expected.map_err(str::to_owned));
    }
}
