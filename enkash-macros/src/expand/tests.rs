//! Whole expansions, compared with committed files.

use crate::fixture::{assert_expansion, bind};

#[track_caller]
fn assert_struct(name: &str, source: &str) {
    let (code, mistakes) = bind(source);
    assert_eq!(mistakes, []);
    assert_expansion(name, &code.expect("the struct expands"));
}

#[test]
fn path_and_query() {
    assert_struct(
        "path_and_query.rs",
        "#[enkash(library, \"listLoans\", response = Vec<Mine>)] struct Loans<'a> { branch_id: &'a str, \
         limit: Option<i32>, #[enkash(rename = \"tag\")] tags: Vec<String>, #[enkash(in = header, display)] id: Trace }",
    );
}

#[test]
fn body() {
    assert_struct(
        "body.rs",
        "#[enkash(library, \"createLoan\")] struct Lend { branch_id: String, reader: Reader, pin: Secret, \
         note: Option<String>, memo: Nullable<String>, kind: Option<library::Kind> }",
    );
}

#[test]
fn body_without_listed_members_and_deprecated_operation() {
    assert_struct(
        "whole_body.rs",
        "#[enkash(library, \"addBooks\", crate = ::money)] struct Add { body: Option<Vec<Option<String>>> }",
    );
}
