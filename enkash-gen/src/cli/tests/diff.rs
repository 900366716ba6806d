//! `diff`: what a person, a program and a workflow get, and how it ends.

use super::*;
use crate::diff::Rule;

const OLD: &str = "\
openapi: 3.0.3
info: {title: Library, version: '1'}
servers: [{url: 'https://library.example'}]
paths:
  /loans:
    post:
      operationId: createLoan
      summary: Lends a book.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [isbn]
              properties:
                isbn: {type: string}
                days: {type: integer, minimum: 1}
      responses:
        '200':
          description: the loan
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: {type: string}
";

fn new() -> String {
    OLD.replace("Lends a book.", "Lends one book.")
        .replace("required: [isbn]", "required: [isbn, member]")
        .replace("minimum: 1}", "minimum: 0}\n                member: {type: string}")
        .replace(
            "id: {type: string}\n",
            "id: {type: string}\n                  due: {type: string, format: date}\n",
        )
}

fn folder() -> Folder {
    Folder::with(&[("old.yaml", OLD), ("new.yaml", &new()), ("bad.yaml", BAD)])
}

#[test]
fn a_person_gets_a_line_per_change_by_operation_and_the_verdict_last() {
    let ran = folder().run("gen diff @old.yaml @new.yaml");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let expected = "\
new
  POST /loans  createLoan
    documentation      another title: \"Lends a book.\" → \"Lends one book.\" [operation-summary-changed]
    compatible         request.body.days: a looser bound: >= 1 → >= 0 [request-bound-widened]
    breaking           request.body.member: a further member, required: string, required [request-field-added-required]
    compatible         200.body.due: a further member: string (date), optional [response-field-added]
  Rust API: major
    major  fn CreateLoanRequest::new(isbn: impl Into<String>) -> Self → fn CreateLoanRequest::new(required: CreateLoanRequired) -> Self  (the function takes or gives something else)
    major  + field CreateLoanRequest.member: String  (whoever writes the type without `..` has to name the field)
    minor  + struct CreateLoanRequired  (a further item)
    minor  + field CreateLoanResponse.due: Option<rt::Date>  (a further field of a type that only the client makes)

on the wire: 1 breaking, 2 compatible, 1 documentation; Rust API: major (below 1.0 the middle number grows: 0.1.0 becomes 0.2.0, which cargo takes only when told)
";
    assert_eq!(ran.out, expected);
}

#[test]
fn a_program_gets_one_object() {
    let ran = folder().run("gen diff @old.yaml @new.yaml --format json");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let result: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let diff = &result["diff"];
    assert_eq!(diff["bump"], "major");
    let counts =
        serde_json::json!({"breaking": 1, "possibly breaking": 0, "compatible": 2, "documentation": 1});
    assert_eq!(diff["counts"], counts);
    assert_eq!(
        diff["products"][0]["wire"][2],
        serde_json::json!({
            "rule": "request-field-added-required",
            "impact": "breaking",
            "direction": "sent",
            "at": {"method": "POST", "path": "/loans", "operation": "createLoan"},
            "path": "request.body.member",
            "text": "a further member, required",
            "before": null,
            "after": "string, required",
            "also": [],
            "old": {
                "file": "old.yaml",
                "pointer": "/paths/~1loans/post/requestBody/content/application~1json/schema",
            },
            "new": {
                "file": "new.yaml",
                "pointer": "/paths/~1loans/post/requestBody/content/application~1json/schema/properties/member",
            },
        })
    );
    assert_eq!(
        diff["products"][0]["rust"][1],
        serde_json::json!({
            "item": "CreateLoanRequest.member",
            "bump": "major",
            "before": null,
            "after": "field CreateLoanRequest.member: String",
            "why": "whoever writes the type without `..` has to name the field",
        })
    );
}

#[test]
fn a_pull_request_gets_markdown_and_a_workflow_annotations() {
    let markdown = folder().run("gen diff @old.yaml @new.yaml --format markdown").out;
    for line in [
        "## new\n",
        "### `POST /loans`\n",
        "- **breaking** `request.body.member`: a further member, required: `string, required` (request-field-added-required)\n",
        "### Rust API: major\n",
        "+ field CreateLoanRequest.member: String\n",
        "**Verdict** – on the wire: 1 breaking, 2 compatible, 1 documentation; ",
    ] {
        assert!(markdown.contains(line), "{line}\n{markdown}");
    }
    let annotations = folder().run("gen diff @old.yaml @new.yaml --format github").out;
    assert_eq!(
        annotations.lines().next().unwrap(),
        "::error file=new.yaml,line=19,col=17,title=request-field-added-required::POST /loans request.body.member a further \
         member, required: string, required"
    );
    assert!(annotations.lines().all(|line| line.starts_with("::")), "{annotations}");
}

#[test]
fn annotations_are_escaped() {
    let old = OLD.replace("Lends a book.", "'100%: one, two'");
    let folder = Folder::with(&[("a,b.yaml", &old), ("old.yaml", OLD)]);
    let out = folder.run("gen diff @old.yaml @a,b.yaml --format github").out;
    assert!(out.starts_with("::notice file=a%2Cb.yaml,line="), "{out}");
    assert!(out.contains("\"100%25: one, two\""), "{out}");
}

#[test]
fn it_fails_on_what_it_was_told_to_fail_on() {
    let folder = folder();
    for (line, exit) in [
        ("gen diff @old.yaml @new.yaml", Exit::Fine),
        ("gen diff @old.yaml @new.yaml --fail-on any", Exit::Differs),
        ("gen diff @old.yaml @new.yaml --fail-on breaking", Exit::Differs),
        ("gen diff @old.yaml @old.yaml --fail-on any", Exit::Fine),
        ("gen diff @old.yaml @old.yaml --fail-on breaking", Exit::Fine),
        ("gen diff @old.yaml @old.yaml --fail-on some", Exit::Usage),
        ("gen check @old.yaml --format markdown", Exit::Usage),
    ] {
        assert_eq!(folder.run(line).exit, exit, "{line}");
    }
    let texts = Folder::with(&[("old.yaml", OLD), ("new.yaml", &OLD.replace("a book", "one book"))]);
    assert_eq!(texts.run("gen diff @old.yaml @new.yaml --fail-on breaking").exit, Exit::Fine);
    assert_eq!(texts.run("gen diff @old.yaml @new.yaml --fail-on any").exit, Exit::Differs);
}

#[test]
fn a_side_that_cannot_be_loaded_ends_with_5_and_says_why() {
    let folder = folder();
    for line in ["gen diff @old.yaml @bad.yaml", "gen diff @bad.yaml @old.yaml --fail-on any"] {
        let ran = folder.run(line);
        assert_eq!((ran.exit, ran.out.as_str()), (Exit::Unloaded, ""), "{line}");
        assert!(ran.err.starts_with("error[unsupported-version]"), "{}", ran.err);
    }
    for line in ["gen diff @old.yaml @missing.yaml", "gen diff no-such-revision:a.yaml @old.yaml"] {
        let ran = folder.run(line);
        assert_eq!((ran.exit, ran.out.as_str()), (Exit::Unloaded, ""), "{line}");
        assert!(ran.err.starts_with("error[io]"), "{}", ran.err);
    }
    let ran = folder.run("gen diff @old.yaml @missing.yaml --format json");
    assert_eq!(ran.exit, Exit::Unloaded);
    assert!(ran.out.contains("\"code\": \"io\""), "{}", ran.out);
}

#[test]
fn nothing_changed_is_said_in_one_line() {
    let ran = folder().run("gen diff @old.yaml @old.yaml");
    assert_eq!(ran.out, "on the wire: nothing; Rust API: none (no release is needed)\n");
}

#[test]
fn weights_have_colours_when_asked_for() {
    let folder = folder();
    assert!(!folder.run("gen diff @old.yaml @new.yaml").out.contains('\u{1b}'));
    let out = folder.run("gen --color always diff @old.yaml @new.yaml").out;
    assert!(out.contains("\u{1b}[31mbreaking"), "{out:?}");
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::with(&[]);
    let listed = folder.run("gen rules").out;
    assert_eq!(listed.lines().count(), Rule::ALL.len());
    for rule in Rule::ALL {
        let ran = folder.run(&format!("gen explain {rule}"));
        assert_eq!(ran.exit, Exit::Fine);
        assert!(
            ran.out.starts_with(&format!("{rule} ({})\n\n{}\n", rule.impact(), rule.meaning())),
            "{}",
            ran.out
        );
        assert!(ran.out.ends_with(&format!("\nhelp: {}\n", rule.advice())), "{}", ran.out);
    }
    let wrong = folder.run("gen explain request-field-requird");
    assert!(wrong.err.contains("did you mean `request-field-required`?"), "{}", wrong.err);
}

#[test]
fn no_rule_has_the_name_of_a_code() {
    let codes: Vec<&str> = crate::report::Code::ALL.iter().map(|code| code.as_str()).collect();
    assert!(Rule::ALL.iter().all(|rule| !codes.contains(&rule.as_str())));
}
