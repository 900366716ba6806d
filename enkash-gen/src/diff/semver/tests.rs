//! The verdicts on small listings.

use super::{Bump, Surface, rust_api};

fn surface(listing: &str) -> Surface {
    Surface { listing: listing.to_owned(), features: Vec::new(), digest: listing.to_owned() }
}

/// The verdict, and why each change weighs what it does.
fn verdict(old: &str, new: &str) -> (Bump, Vec<&'static str>) {
    let api = rust_api(&surface(old), &surface(new));
    (api.bump, api.changes.iter().map(|change| change.why).collect())
}

const BOOK: &str = "derive Clone for types::Book\nstruct types::Book\nfield types::Book.title: String\n";

#[test]
fn equal_listings_are_at_most_a_patch() {
    assert_eq!(verdict(BOOK, BOOK), (Bump::None, Vec::new()));
    let other = Surface { digest: "other".to_owned(), ..surface(BOOK) };
    assert_eq!(rust_api(&surface(BOOK), &other).bump, Bump::Patch);
}

#[test]
fn what_is_gone_or_differs_is_major_and_said_once() {
    for (old, new, why) in [
        (BOOK, "", &["the item is gone"][..]),
        (BOOK, "derive Clone for types::Book\nstruct types::Book\n", &["the field is gone"]),
        (
            BOOK,
            "struct types::Book\nfield types::Book.title: String\n",
            &["the trait is not implemented any more"],
        ),
        (
            BOOK,
            "derive Clone for types::Book\nstruct types::Book\nfield types::Book.title: Option<String>\n",
            &["the field has another type"],
        ),
        (
            "fn Client::a(&self)\n",
            "fn Client::a(&self, b: &str)\n",
            &["the function takes or gives something else"],
        ),
        (
            "enum types::E\nvariant types::E::A(String)\n",
            "enum types::E\nvariant types::E::A(i64)\n",
            &["the variant holds something else"],
        ),
        ("impl From<A> for B\n", "", &["the trait is not implemented any more"]),
        (
            "struct types::A\n",
            "#[non_exhaustive] struct types::A\n",
            &["it can no longer be written or matched whole"],
        ),
    ] {
        assert_eq!(verdict(old, new), (Bump::Major, why.to_vec()), "{old}{new}");
    }
}

#[test]
fn what_has_come_is_minor_unless_somebody_had_listed_all_there_is() {
    for (old, new, bump) in [
        ("", BOOK, Bump::Minor),
        (
            "#[non_exhaustive] struct types::A\n",
            "#[non_exhaustive] struct types::A\nfield types::A.b: i64\n",
            Bump::Minor,
        ),
        ("struct types::A\n", "struct types::A\nfield types::A.b: i64\n", Bump::Major),
        (
            "#[non_exhaustive] enum types::E\n",
            "#[non_exhaustive] enum types::E\nvariant types::E::A(i64)\n",
            Bump::Minor,
        ),
        ("enum types::E\n", "enum types::E\nvariant types::E::A(i64)\n", Bump::Major),
        ("trait a::T\n", "trait a::T\nfn a::T::f(&self)\n", Bump::Major),
        ("struct types::A\n", "derive Copy for types::A\nstruct types::A\n", Bump::Minor),
    ] {
        assert_eq!(verdict(old, new).0, bump, "{old}{new}");
    }
}

#[test]
fn marks_that_warn_are_minor() {
    let plain = "fn Client::a(&self)\n";
    for mark in ["deprecated", "must_use"] {
        let marked = format!("#[{mark}] {plain}");
        assert_eq!(verdict(plain, &marked).0, Bump::Minor);
        assert_eq!(verdict(&marked, plain).0, Bump::Patch);
    }
}

#[test]
fn an_item_that_moves_to_the_module_of_a_tag_is_where_it_was() {
    let (old, new) = ("struct types::A\nstruct ops::X\n", "struct ops::plays::X\nstruct types::plays::A\n");
    assert_eq!(rust_api(&surface(old), &surface(new)).changes, []);
}

#[test]
fn the_order_matters_where_variants_have_numbers_or_values_an_order() {
    let unit = |names: [&str; 2]| {
        format!(
            "#[non_exhaustive] enum client::E\n{}",
            names.map(|name| format!("variant client::E::{name}\n")).concat()
        )
    };
    assert_eq!(
        verdict(&unit(["A", "B"]), &unit(["B", "A"])),
        (Bump::Major, vec!["the variant has another number"])
    );
    let open = |names: [&str; 2]| format!("{}variant client::E::Unknown(String)\n", unit(names));
    assert_eq!(rust_api(&surface(&open(["A", "B"])), &surface(&open(["B", "A"]))).changes, []);
    let ordered = |names| format!("derive PartialOrd for client::E\n{}", open(names));
    assert_eq!(
        verdict(&ordered(["A", "B"]), &ordered(["B", "A"])),
        (Bump::Major, vec!["values are compared in another order"])
    );
}

#[test]
fn cargo_features_are_part_of_a_crate() {
    let with = |features: &[&str]| Surface {
        features: features.iter().map(|&feature| feature.to_owned()).collect(),
        ..surface(BOOK)
    };
    assert_eq!(rust_api(&with(&["a"]), &with(&[])).bump, Bump::Major);
    assert_eq!(rust_api(&with(&[]), &with(&["a"])).bump, Bump::Minor);
}

#[test]
fn a_further_name_of_a_struct_is_as_good_as_a_struct() {
    let page = |name: &str| {
        format!(
            "struct types::{name}\nderive Clone for types::{name}\nfield types::{name}.page: Option<i64>\n"
        )
    };
    let shared = page("A") + "type types::B = A\n";
    // Which of the names is the struct's own does not matter.
    let other = page("B") + "type types::A = B\n";
    assert_eq!(verdict(&shared, &other), (Bump::Patch, Vec::new()));
    let with_another = page("New") + "type types::A = New\ntype types::B = New\n";
    assert_eq!(verdict(&shared, &with_another).0, Bump::Minor);
    // That two are one can be used.
    let apart = page("A") + &page("B");
    let why = "it is the same type as another on one side only";
    assert_eq!(verdict(&shared, &apart), (Bump::Major, vec![why]));
    assert_eq!(verdict(&apart, &shared), (Bump::Major, vec![why]));
    // What changes in the struct, changes under each of its names.
    let more = shared.replace("struct", "#[non_exhaustive] struct");
    let closed = "it can no longer be written or matched whole";
    assert_eq!(verdict(&shared, &more), (Bump::Major, vec![closed, closed]));
}
