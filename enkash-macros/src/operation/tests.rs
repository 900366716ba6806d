//! Names of operations, right and wrong.

use crate::fixture::{assert_mistakes, bind};

#[test]
fn operation_is_found_by_its_id_and_by_method_and_path() {
    for wanted in ["\"ping\"", "GET \"/ping\""] {
        let (code, mistakes) = bind(&format!("#[enkash(library, {wanted})] struct A;"));
        assert_eq!(mistakes, []);
        assert!(code.is_some());
    }
}

#[test]
fn unknown_operation_points_at_the_literal_and_names_the_nearest() {
    for (wanted, message, at) in [
        (
            "\"creatLoan\"",
            "no operation `creatLoan` in Library 1.4.0\nhelp: did you mean `createLoan`?",
            "\"creatLoan\"",
        ),
        (
            "\"borrow\"",
            "no operation `borrow` in Library 1.4.0\nhelp: the operations are `listLoans`, `createLoan`, `addBooks`, \
             `takeNote`, `ping` and 1 more",
            "\"borrow\"",
        ),
        (
            "POST \"/ping\"",
            "no operation `POST /ping` in Library 1.4.0\nhelp: the path has `GET`",
            "\"/ping\"",
        ),
        ("GET \"/pin\"", "no operation `GET /pin` in Library 1.4.0\nhelp: did you mean `/ping`?", "\"/pin\""),
        ("get \"/ping\"", "`get` is no HTTP method\nhelp: write `GET`", "get"),
        (
            "FETCH \"/ping\"",
            "`FETCH` is no HTTP method\nhelp: the methods are `GET`, `PUT`, `POST`, `DELETE`, `OPTIONS`, `HEAD`, \
             `PATCH`, `TRACE`, `QUERY`",
            "FETCH",
        ),
    ] {
        assert_mistakes(&format!("#[enkash(library, {wanted})] struct A;"), &[(message, at)]);
    }
}

#[test]
fn operation_that_was_left_out_says_why() {
    let (_, mistakes) = bind("#[enkash(library, \"uploadCover\")] struct A;");
    let [(message, at)] = &mistakes[..] else { panic!("{mistakes:?}") };
    let (what, reason) = message.split_once('\n').expect("two lines");
    assert_eq!(what, "operation `uploadCover` cannot be bound, as it cannot be expressed");
    assert!(reason.starts_with("note: library.yaml:") && reason.ends_with("[external-ref]"), "{reason}");
    assert_eq!(at, "\"uploadCover\"");
}

#[test]
fn body_of_bytes_is_no_struct() {
    assert_mistakes(
        "#[enkash(library, \"setCover\")] struct A;",
        &[(
            "operation `setCover` is sent a body of bytes, which no struct can be\nhelp: call `client.set_cover(…)`",
            "\"setCover\"",
        )],
    );
}
