//! Which values are refused, and what is said about them.

use super::check;
use crate::runtime::Secret;
use crate::runtime::wire::{Field, Nullable, Wire, object};
use std::collections::BTreeMap;

fn rule(field: Field, value: &dyn Wire) -> Option<String> {
    field.check(value).err()
}

#[test]
fn numbers_stay_in_their_range() {
    let field = || Field::required("n");
    for (field, value, expected) in [
        (field().minimum(1.0).maximum(9.0), 1.0, None),
        (field().minimum(1.0).maximum(9.0), 9.0, None),
        (field().minimum(1.0), 0.5, Some("`n` must be at least 1")),
        (field().maximum(9.5), 9.6, Some("`n` must be at most 9.5")),
        (field().above(0.0), 0.0, Some("`n` must be more than 0")),
        (field().above(0.0), 0.1, None),
        (field().below(1.0), 1.0, Some("`n` must be less than 1")),
        (field().multiple_of(0.1), 0.1 + 0.2, None),
        (field().multiple_of(0.01), 19.99, None),
        (field().multiple_of(0.01), 19.999, Some("`n` must be a multiple of 0.01")),
        (field().multiple_of(0.5), 0.0, None),
        // The encoder has its own words for it.
        (field().minimum(1.0), f64::NAN, None),
    ] {
        assert_eq!(rule(field, &value).as_deref(), expected, "{value}");
    }
}

#[test]
fn whole_numbers_are_held_against_bounds_as_far_as_doubles_tell() {
    let field = || Field::required("n");
    for (field, value, expected) in [
        (field().minimum(1.0), 0, Some("`n` must be at least 1")),
        (field().maximum(100.0), 100, None),
        (field().maximum(100.0), 101, Some("`n` must be at most 100")),
        (field().multiple_of(3.0), 9_007_199_254_740_993, None),
        (field().multiple_of(4.0), 9_007_199_254_740_993, Some("`n` must be a multiple of 4")),
        (field().maximum(9_007_199_254_740_992.0), 9_007_199_254_740_993, None),
        (field().below(9_223_372_036_854_775_808.0), i64::MAX, None),
        (field().above(-1.0), -1, Some("`n` must be more than -1")),
    ] {
        assert_eq!(rule(field, &value).as_deref(), expected, "{value}");
    }
    let all = field().maximum(18_446_744_073_709_551_615.0);
    assert_eq!(rule(all, &u64::MAX), None);
}

#[test]
fn lengths_are_characters_items_and_members() {
    let field = || Field::required("x").at_least(2).at_most(3);
    for (text, expected) in [
        ("é", Some("`x` must have at least 2 characters")),
        ("日本語", None),
        ("abcd", Some("`x` must have at most 3 characters")),
    ] {
        assert_eq!(rule(field(), &text.to_owned()).as_deref(), expected, "{text}");
    }
    assert_eq!(rule(field(), &vec![1_i64]).as_deref(), Some("`x` must have at least 2 items"));
    assert_eq!(rule(field(), &vec![1_i64, 1]), None);
    assert_eq!(
        rule(field().distinct(), &vec!["a".to_owned(), "a".to_owned()]).as_deref(),
        Some("`x` must not have two equal items")
    );
    assert_eq!(rule(field().distinct(), &vec!["a".to_owned(), "b".to_owned()]), None);
    let map = BTreeMap::from([("a".to_owned(), 1_i64)]);
    assert_eq!(rule(field(), &map).as_deref(), Some("`x` must have at least 2 members"));
}

#[test]
fn what_is_not_there_breaks_no_rule() {
    let field = || Field::optional("x").at_least(2).minimum(7.0);
    assert_eq!(rule(field(), &None::<String>), None);
    assert_eq!(rule(field(), &Nullable::<i64>::Null), None);
    assert_eq!(rule(field(), &Some("a".to_owned())).as_deref(), Some("`x` must have at least 2 characters"));
}

struct Order {
    lines: Vec<Line>,
    by_shop: BTreeMap<String, Line>,
    pin: Secret,
}
object!(Order {
    0 lines: required("lines").at_most(2),
    1 by_shop: required("byShop"),
    2 pin: required("pin").masked().at_least(4),
});

struct Line {
    note: Option<String>,
    amount: i64,
}
object!(Line {
    0 note: optional("note").at_most(5),
    1 amount: required("amount").minimum(1.0).multiple_of(5.0),
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
            Err("`lines[1].note` must have at most 5 characters"),
        ),
        (order(vec![line("", 7)], vec![], "1234"), Err("`lines[0].amount` must be a multiple of 5")),
        (
            order(vec![], vec![("a", line("", 5)), ("canary", line("", 0))], "1234"),
            Err("`byShop.*.amount` must be at least 1"),
        ),
        (order(vec![], vec![], "cny"), Err("`pin` must have at least 4 characters")),
        (
            order(vec![line("", 5), line("", 5), line("canary", 5)], vec![], "1234"),
            Err("`lines` must have at most 2 items"),
        ),
    ] {
        assert_eq!(check(&order), expected.map_err(str::to_owned));
    }
}
