//! Fields against inputs: what is accepted, and for each rule the message and the token it points at.

use super::*;
use crate::fixture::{assert_mistakes, bind};

#[track_caller]
fn assert_right(source: &str) {
    let (code, mistakes) = bind(source);
    assert_eq!(mistakes, [], "{source}");
    assert!(code.is_some());
}

const LOAN: &str = "branch_id: String, reader: String, pin: Secret, note: String";

#[test]
fn fields_are_found_by_wire_name_by_rust_name_and_by_rename() {
    assert_right(&format!("#[enkash(library, \"createLoan\")] struct A {{ {LOAN} }}"));
    assert_right(
        "#[enkash(library, \"createLoan\")] #[allow(non_snake_case)] struct A { branchId: B, reader: R, pin: P, note: N }",
    );
    assert_right(
        "#[enkash(library, POST \"/branches/{branchId}/loans\")] struct A { #[enkash(rename = \"branchId\")] b: B, \
         r#reader: R, #[enkash(skip)] own: u8, pin: P, note: N }",
    );
}

#[test]
fn optional_input_may_be_left_out_or_plain_and_fixed_input_may_be_bound() {
    assert_right(&format!(
        "#[enkash(library, \"createLoan\")] struct A {{ {LOAN}, days: i64, media: String }}"
    ));
}

#[test]
fn null_is_carried_by_the_wrapper_that_says_so() {
    for (field, how) in [
        ("note: String", How::Value),
        ("note: std::option::Option<String>", How::Nullable),
        ("memo: Option<String>", How::Optional),
        ("memo: Nullable<String>", How::Tri),
        ("days: Option<i64>", How::Optional),
    ] {
        let source = format!("#[enkash(library, \"createLoan\")] struct A {{ {field} }}");
        let item = syn::parse_str(&source).expect("a struct");
        let mut errors = Errors::default();
        let item = Item::read(&item, &mut errors);
        let description = crate::fixture::library();
        let operation = &description.api.operations[1];
        let inputs = Inputs::of(&description.api, operation);
        let (krate, module) = (&syn::parse_quote!(::enkash_api), &syn::parse_quote!(library));
        let types = Types { api: &description.api, names: &description.names, krate, module };
        let bindings = pair(&item, "createLoan", &inputs, types, &mut errors);
        assert_eq!(
            bindings.iter().flatten().map(|binding| binding.how).collect::<Vec<_>>(),
            [how],
            "{field}"
        );
    }
}

#[test]
fn unknown_field_gets_a_suggestion_and_is_not_missing_as_well() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch: String, raeder: String, pin: Secret, note: String, zzz: u8 }",
        &[
            (
                "operation `createLoan` has no input `branch`\nhelp: did you mean `branchId`? name the field \
                 `branch_id`, or write `#[enkash(rename = \"branchId\")]`",
                "branch",
            ),
            ("operation `createLoan` has no input `raeder`\nhelp: did you mean `reader`?", "raeder"),
            (
                "operation `createLoan` has no input `zzz`\nhelp: the inputs are `branchId`, `reader`, `pin`, `media`, \
                 `note`, `memo`, `days`, `kind`; `#[enkash(skip)]` keeps a field to yourself",
                "zzz",
            ),
        ],
    );
}

#[test]
fn one_field_without_an_input_means_the_one_input_without_a_field() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: B, #[enkash(rename = \"member\")] who: W, pin: P, note: N }",
        &[("operation `createLoan` has no input `member`\nhelp: did you mean `reader`?", "\"member\"")],
    );
}

#[test]
fn mistake_in_a_rename_points_at_the_string() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: B, #[enkash(rename = \"readr\")] who: W, pin: P, note: N }",
        &[("operation `createLoan` has no input `readr`\nhelp: did you mean `reader`?", "\"readr\"")],
    );
}

#[test]
fn everything_that_is_missing_is_one_error_at_the_name_of_the_struct() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct Lend;",
        &[(
            "missing required inputs: `branchId` (path), `reader` (body), `pin` (body), `note` (body)\nhelp: add fields \
             such as `branch_id: String`, `reader: String`, `pin: Secret<String>`, `note: Option<String>`",
            "Lend",
        )],
    );
}

#[test]
fn body_that_may_be_left_out_demands_its_members_only_if_it_is_sent() {
    assert_right("#[enkash(library, \"takeNote\")] struct A;");
    assert_mistakes(
        "#[enkash(library, \"takeNote\")] struct A { #[enkash(rename = \"fooBar\")] foo: String }",
        &[("missing required input: `text` (body)\nhelp: add a field such as `text: String`", "A")],
    );
}

#[test]
fn wrapper_without_a_use_points_at_the_type() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: Option<&'static str>, reader: Nullable<Vec<u8>>, \
         pin: P, note: Nullable<N>, days: Nullable<i64> }",
        &[
            ("the input `branchId` is required\nhelp: use `&'static str`", "Option<&'static str>"),
            ("the input `reader` is required\nhelp: use `Vec<u8>`", "Nullable<Vec<u8>>"),
            ("the input `note` is required\nhelp: use `Option<N>`", "Nullable<N>"),
            (
                "the input `days` is never `null`\nhelp: use `Option<i64>`, whose `None` leaves it out",
                "Nullable<i64>",
            ),
        ],
    );
}

#[test]
fn second_field_of_an_input_points_at_that_field() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: B, reader: R, pin: P, note: N, \
         #[enkash(rename = \"reader\")] who: R }",
        &[(
            "the input `reader` is also bound by the field `reader`\nhelp: remove one of the two, or rename it to the \
             input that it means",
            "\"reader\"",
        )],
    );
}

#[test]
fn name_in_two_places_asks_which() {
    assert_right(
        "#[enkash(library, \"listLoans\")] struct A { branch_id: B, #[enkash(in = query)] id: String, \
         #[enkash(in = header, rename = \"id\")] trace: String }",
    );
    assert_mistakes(
        "#[enkash(library, \"listLoans\")] struct A { branch_id: B, id: String }",
        &[(
            "there is an input `id` in the query and in the header\nhelp: say which with `#[enkash(in = query)]`",
            "id",
        )],
    );
    assert_mistakes(
        "#[enkash(library, \"listLoans\")] struct A { #[enkash(in = body)] branch_id: B }",
        &[("the input `branchId` is not in the body\nhelp: it is in the path", "body")],
    );
}

#[test]
fn rust_name_of_two_inputs_asks_which() {
    assert_mistakes(
        "#[enkash(library, \"takeNote\")] struct A { text: T, foo_bar: String }",
        &[(
            "`foo_bar` may be one of `fooBar`, `foo-bar`\nhelp: say which with `#[enkash(rename = \"…\")]`",
            "foo_bar",
        )],
    );
}

#[test]
fn display_is_for_text_that_is_no_secret() {
    assert_right(
        "#[enkash(library, \"createLoan\")] struct A { #[enkash(display)] branch_id: u8, reader: R, pin: P, note: N, \
         #[enkash(display)] kind: Option<Mine> }",
    );
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: B, reader: R, note: N, #[enkash(display)] pin: P, \
         #[enkash(rename = \"days\", display)] d: D }",
        &[
            (
                "the input `pin` is a secret, which is not sent by way of `Display`\nhelp: use `Secret<String>`, or a \
                 newtype around it that derives `Carries`",
                "display",
            ),
            (
                "the input `days` is no text\nhelp: remove `display`, and use `i64` or a newtype around it",
                "display",
            ),
        ],
    );
}

#[test]
fn wrong_option_of_a_field_is_all_that_is_said_about_it() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A { branch_id: B, #[enkash(renam = \"reader\")] who: R, \
         #[enkash(in = cookies)] pin: P, #[enkash(skip, display)] x: X, #[enkash(display, display)] note: N }",
        &[
            (
                "there is no option `renam`\nhelp: did you mean `rename`? the options are `display`, `in`, `rename`, \
                 `skip`",
                "renam",
            ),
            (
                "a request has no part `cookies`\nhelp: the parts are `path`, `query`, `header`, `cookie` and `body`",
                "cookies",
            ),
            ("a skipped field has no other options\nhelp: remove `skip`, or everything else", "skip"),
            ("the option `display` is given twice", "display"),
        ],
    );
}

#[test]
fn item_of_another_shape_points_at_what_is_wrong() {
    assert_mistakes(
        "#[enkash(library, \"createLoan\")] struct A(String);",
        &[(
            "expected a struct with named fields\nhelp: name the fields after the inputs of the operation: `struct Name \
             { input: Type }`",
            "(String)",
        )],
    );
    assert_mistakes(
        "#[enkash(library, \"ping\")] struct A<'a, T> { #[enkash(skip)] x: &'a T }",
        &[("type parameters are not supported yet\nhelp: write a struct per type; lifetimes are fine", "T")],
    );
    assert_mistakes(
        "#[enkash(library, \"ping\")] #[enkash(rename = \"x\")] struct A;",
        &[(
            "`#[enkash(…)]` belongs on a field\nhelp: options of the whole struct go into `#[enkash_endpoint(…)]`",
            "#[enkash(rename = \"x\")]",
        )],
    );
}
