//! The table that a line of the macro comes to.

use crate::runtime::wire::sample::{Empty, Login, Open, exhibit};
use crate::runtime::wire::{Blank, Field, Location, Object};

fn shown(field: Field) -> String {
    let Field { name, presence, location, explode, masked, fixed, .. } = field;
    format!("{name} {presence:?} {location:?} {explode} {masked} {fixed:?}")
}

#[test]
fn constructors_and_modifiers_say_what_they_mean() {
    for (field, expected) in [
        (Field::required("a"), "a Required Body true false None"),
        (Field::nullable("a"), "a Nullable Body true false None"),
        (Field::optional("a"), "a Optional Body true false None"),
        (Field::fixed("a", "v"), "a Required Body true false Some(Text(\"v\"))"),
        (Field::required("a").path(), "a Required Path false false None"),
        (Field::optional("a").header().exploded(), "a Optional Header true false None"),
        (Field::optional("a").cookie(), "a Optional Cookie true false None"),
        (Field::optional("a").query().pipes(), "a Optional Query false false None"),
        (Field::optional("a").query().joined(), "a Optional Query false false None"),
        (Field::optional("a").header().masked(), "a Optional Header false true None"),
    ] {
        assert_eq!(shown(field), expected);
    }
    assert_eq!(Field::required("a").query().location, Location::Query);
}

#[test]
fn a_name_is_plain_by_what_it_is_in_the_end() {
    assert!(Field::required("a_b").is_plain && Field::optional("a_b").named("a-b").is_plain);
    assert!(!Field::required("a&b").is_plain && !Field::optional("a_b").named("a&b").is_plain);
}

#[test]
fn index_is_the_place_in_the_table() {
    let mut exhibit = exhibit();
    let count = exhibit.table().fields.len();
    assert_eq!((exhibit.table().name, count), ("Exhibit", 15));
    for index in 0..count {
        assert!(exhibit.get(index).is_some() && exhibit.slot(index).is_some(), "{index}");
    }
    assert!(exhibit.get(count).is_none() && exhibit.slot(count).is_none());
    assert!(exhibit.rest().is_none() && exhibit.rest_mut().is_none());
}

#[test]
fn fixed_member_has_an_index_and_no_field() {
    let mut login = Login::blank();
    let fixed = login.table().fields.iter().position(|field| field.fixed.is_some());
    assert_eq!(fixed, Some(1));
    assert!(login.get(1).is_none() && login.slot(1).is_none());
    assert!(login.get(2).is_some() && login.slot(3).is_some());
}

#[test]
fn struct_may_have_no_member_at_all() {
    let mut empty = Empty::blank();
    assert!(empty.table().fields.is_empty());
    assert!(empty.get(0).is_none() && empty.slot(0).is_none());
}

#[test]
fn rest_is_offered_where_there_is_one() {
    let mut open = Open::blank();
    assert!(open.rest().is_some());
    open.rest_mut().map(|rest| rest.insert("a".to_owned())).expect("a place for what is not listed");
    assert_eq!(open.others.len(), 1);
}
