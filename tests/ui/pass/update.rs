//! Optional members are set by struct update, so that one more of them breaks nobody.

use enkash_api::Nullable;
use enkash_tests::golden::library::{BookChanges, Genre, NewBook, NewBookRequired};

fn main() {
    let book = NewBook {
        subtitle: Some("A field guide".into()),
        ..NewBook::new(NewBookRequired {
            isbn: "9780000000002".into(),
            title: "Ferns".into(),
            genre: Genre::NonFiction,
            contributors: Vec::new(),
        })
    };
    assert_eq!((book.title.as_str(), book.languages), ("Ferns", None));
    // Nothing is required: `Default`.
    let changes = BookChanges { subtitle: Nullable::Null, title: None, ..Default::default() };
    assert!(changes.subtitle.is_null() && changes.rating.is_absent());
}
