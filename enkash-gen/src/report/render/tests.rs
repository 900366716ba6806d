//! Diagnostics as they are printed, character by character.

use super::*;
use crate::report::{Code, Pointer, SourceId};

const TEXT: &str = "openapi: 3.0.3
paths:
  /books:
    get:
      operationId: listBooks
      tags: 12
";

fn sources() -> (Sources, SourceId) {
    let mut sources = Sources::new();
    let source = sources.add("spec/library.yaml", TEXT);
    (sources, source)
}

fn rendered(diagnostics: impl IntoIterator<Item = Diagnostic>, sources: &Sources) -> String {
    let mut report = Report::new();
    report.extend(diagnostics);
    render(&report, sources, false)
}

fn tags(source: SourceId) -> Diagnostic {
    let pointer = Pointer::parse("/paths/~1books/get/tags").unwrap();
    Diagnostic::new(Code::InvalidNode, "`tags` of an operation must be a list of text, found a number")
        .at(Origin::pointer(source, pointer))
        .operation("listBooks")
        .help("write `[tag]`")
}

#[test]
fn a_diagnostic_shows_its_line_what_to_do_and_the_pointer() {
    let (sources, source) = sources();
    let expected = "\
error[invalid-node]: `tags` of an operation must be a list of text, found a number
 --> spec/library.yaml:6:13
  |
6 |       tags: 12
  |             ^^
  |
  = help: write `[tag]`
  = note: at `#/paths/~1books/get/tags`, in operation `listBooks`

1 error
";
    assert_eq!(rendered([tags(source)], &sources), expected);
}

#[test]
fn many_of_a_code_are_counted_after_the_first_three() {
    let sources = Sources::new();
    let text = |count: usize| {
        let mut report = Report::new();
        report.extend((0..count).map(|at| Diagnostic::new(Code::ExternalRef, format!("reference {at}"))));
        report.push(Diagnostic::new(Code::Syntax, "no tree"));
        render_some(&report, &sources, false, "ask for them")
    };
    let heads = |text: &str| text.lines().filter(|line| line.contains("]: ")).count();
    assert_eq!(heads(&text(4)), 5);
    assert!(text(4).ends_with("\n\n1 error, 4 unsupported\n"));
    assert_eq!(heads(&text(5)), 4);
    assert!(text(5).ends_with("\n\n2 more of `external-ref`; ask for them\n\n1 error, 5 unsupported\n"));
}

#[test]
fn unsupported_is_a_word_of_its_own_and_a_place_without_a_tree_has_no_pointer() {
    let (sources, source) = sources();
    let expected = "\
unsupported[external-ref]: somewhere else
 --> spec/library.yaml:2:1
  |
2 | paths:
  | ^^^^^
  |
  = help: put what it points to into this document, under `components`

warning[yaml-tag]: nowhere
 |
 = help: remove the tag; put the value in quotes if it is text

1 unsupported, 1 warning
";
    let diagnostics = [
        Diagnostic::new(Code::ExternalRef, "somewhere else").at(Origin::line_column(source, 2, 1)),
        Diagnostic::new(Code::YamlTag, "nowhere"),
    ];
    assert_eq!(rendered(diagnostics, &sources), expected);
}

#[test]
fn after_twenty_diagnostics_only_the_pointer_is_shown() {
    let (sources, source) = sources();
    let many = (0..21).map(|n| {
        Diagnostic::new(Code::InvalidNode, format!("number {n}"))
            .at(Origin::pointer(source, Pointer::root().child("openapi")))
    });
    let text = rendered(many, &sources);
    assert_eq!(text.matches("--> spec/library.yaml:1:10\n").count(), 20);
    assert_eq!(text.matches("--> spec/library.yaml#/openapi\n").count(), 1);
}

#[test]
fn a_line_that_is_too_long_is_named_but_not_shown() {
    let mut sources = Sources::new();
    let text = format!("{{\"padding\": \"{}\", \"tags\": 12}}", "é".repeat(500));
    let source = sources.add("long.json", text);
    let diagnostic = Diagnostic::new(Code::InvalidNode, "no list")
        .at(Origin::pointer(source, Pointer::root().child("tags")));
    let expected = "\
error[invalid-node]: no list
--> long.json:1:525
 = help: see the OpenAPI specification, version 3.0.3
 = note: at `#/tags`

1 error
";
    assert_eq!(rendered([diagnostic], &sources), expected);
}

#[test]
fn escapes_in_a_document_do_not_reach_the_terminal() {
    let mut sources = Sources::new();
    let source = sources.add("evil\u{1b}[31m.yaml", "a: \u{1b}[31mred\n");
    let diagnostic = Diagnostic::new(Code::InvalidNode, "bad \u{1b}[31m")
        .at(Origin::line_column(source, 1, 1))
        .operation("\u{1b}[31m")
        .help("\u{1b}[31m");
    let text = rendered([diagnostic], &sources);
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn a_place_in_no_text_is_not_shown() {
    let (_, source) = sources();
    let text = rendered([tags(source)], &Sources::new());
    assert!(text.starts_with("error[invalid-node]: `tags`"), "{text}");
}

#[test]
fn one_line_for_places_that_have_only_one() {
    let (sources, source) = sources();
    assert_eq!(
        render_line(&tags(source), &sources),
        "spec/library.yaml#/paths/~1books/get/tags: `tags` of an operation must be a list of text, found a number \
         [invalid-node]"
    );
}
