//! Whole expansions, compared with committed files.

use crate::fixture::{LIBRARY, assert_expansion, bind, bind_to};
use crate::source::Description;
use enkash_gen::pipeline::Settings;

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

#[test]
fn limits_go_into_the_table_only_where_requests_are_checked() {
    let limited = LIBRARY.replace("format: int32 }", "format: int32, minimum: 1, maximum: 50 }");
    let expanded = |checks| {
        let settings = Settings { checks, ..Settings::default() };
        let description = Description::of("library.yaml", &limited, &[], &settings).expect("it can be read");
        let source =
            "#[enkash(library, \"listLoans\")] struct Loans { branch_id: String, limit: Option<i32> }";
        let (code, mistakes) = bind_to(&description, source);
        assert_eq!(mistakes, []);
        code.expect("the struct expands").to_string()
    };
    let (plain, checked) = (expanded(false), expanded(true));
    assert_ne!(plain, checked);
    let limits = " . limits (:: enkash_api :: runtime :: limits ! (minimum (1.0) . maximum (50.0)))";
    assert_eq!(plain, checked.replace(limits, ""));
}
