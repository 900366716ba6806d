//! What a copy of a page cannot show is no removal.

use super::{ids, whole, wire};

/// A page of an operation with a parameter and a body, as one rendering gives it.
fn page(rendering: &str, parameter: bool, schema: &str, text: &str) -> String {
    let parameters = if parameter {
        "parameters: [{name: p, in: query, required: true, schema: {type: string}}], "
    } else {
        ""
    };
    whole(&format!(
        "paths: {{/a: {{post: {{x-source: {{page: P, {rendering}}}, {text}{parameters}requestBody: {{required: true, content: \
         {{application/json: {{schema: {schema}}}}}}}, responses: {{'200': {{description: d}}}}}}}}}}"
    ))
}

const FULL: &str = "{type: object, required: [f], properties: {f: {type: string, maxLength: 5, description: d}, g: {type: integer}}}";
const FROM_EXAMPLE: &str = "{type: object, properties: {f: {type: integer}, h: {type: string}}}";

#[test]
fn a_collapsed_page_removes_nothing_and_adds_what_it_shows() {
    let old = page("rendering: full", true, FULL, "");
    let new = page("rendering: collapsed", false, FROM_EXAMPLE, "");
    let found = wire(&old, &new);
    assert_eq!(ids(&found), ["request-field-added"], "{:#?}", found.changes);
    assert_eq!(found.changes[0].path, "request.body.h");
    let [note] = found.notes.as_slice() else { panic!("{:#?}", found.notes) };
    assert_eq!(note.operation, "POST /a");
    assert_eq!(
        note.text,
        "not compared: bound, description, member, parameter, requiredness of a member, type (the new side does not show it: rendering collapsed)"
    );
}

#[test]
fn what_only_the_new_page_can_show_was_there_before() {
    let old = page("rendering: collapsed", false, FROM_EXAMPLE, "");
    let new = page("rendering: full", true, FULL, "");
    let found = wire(&old, &new);
    // `h` is a member of the example that the whole list does not have.
    assert_eq!(ids(&found), ["request-field-removed"], "{:#?}", found.changes);
    assert!(found.notes[0].text.contains("the old side did not show it: rendering collapsed"));
}

#[test]
fn two_full_pages_and_two_descriptions_by_hand_are_compared_whole() {
    for rendering in ["rendering: full", "seen: all"] {
        let found = wire(&page(rendering, true, FULL, ""), &page(rendering, false, FROM_EXAMPLE, ""));
        let expected = [
            "description-changed",
            "parameter-removed",
            "request-field-added",
            "request-field-optional",
            "request-field-removed",
            "request-type-changed",
        ];
        assert!(expected.iter().all(|rule| ids(&found).contains(rule)), "{:#?}", found.changes);
        assert_eq!(found.notes, []);
    }
}

#[test]
fn a_page_without_descriptions_has_not_lost_them() {
    let old = page("rendering: full", true, FULL, "description: text, ");
    let bare = FULL.replace(", description: d", "");
    for rendering in ["mojibake", "dash"] {
        let found = wire(&old, &page(&format!("rendering: {rendering}"), true, &bare, ""));
        assert_eq!(ids(&found), Vec::<&str>::new(), "{:#?}", found.changes);
        assert_eq!(found.notes.len(), 1);
    }
    assert_eq!(
        ids(&wire(&old, &page("rendering: data-schema", true, &bare, ""))),
        ["description-changed", "operation-description-changed"]
    );
}

#[test]
fn what_is_said_to_be_unknown_is_not_compared() {
    let old = page("rendering: full", true, FULL, "");
    let found = wire(&old, &page("rendering: full", false, FULL, "x-unknown: [parameters], "));
    assert_eq!(ids(&found), Vec::<&str>::new());
    assert_eq!(found.notes[0].text, "not compared: parameter (the new side does not show it: `x-unknown`)");
    let found = wire(&old, &page("rendering: full", false, FULL, "x-unknown: [requestBody], "));
    assert_eq!(ids(&found), ["parameter-removed"]);
}

#[test]
fn a_schema_that_does_not_know_its_members_or_their_need_has_lost_none() {
    let old = page("rendering: full", true, FULL, "");
    let folded = "{type: object, x-unknown: [members, required], properties: {g: {type: integer}}}";
    let found = wire(&old, &page("rendering: full", true, folded, ""));
    assert_eq!(ids(&found), Vec::<&str>::new(), "{:#?}", found.changes);
    assert_eq!(found.notes[0].text, "not compared: member (the new side does not know it: `x-unknown`)");
    let found = wire(&page("rendering: full", true, folded, ""), &old);
    assert_eq!(ids(&found), Vec::<&str>::new(), "{:#?}", found.changes);
    let open = FULL.replace("required: [f]", "x-unknown: [required]");
    let found = wire(&old, &page("rendering: full", true, &open, ""));
    assert_eq!((ids(&found), found.notes.len()), (Vec::new(), 1));
    let nested = |schema: &str| format!("{{type: object, properties: {{n: {schema}}}}}");
    let known = nested("{type: object, properties: {a: {type: string}}}");
    let unexpanded = nested("{type: object, x-unknown: [members]}");
    let found =
        wire(&page("rendering: full", true, &known, ""), &page("rendering: full", true, &unexpanded, ""));
    assert_eq!((ids(&found), found.notes.len()), (Vec::new(), 1));
}

#[test]
fn what_a_sample_shows_is_compared_though_nothing_is_listed() {
    let collapsed = |schema: &str| page("rendering: collapsed", true, schema, "x-unknown: [requestBody], ");
    let full = |schema: &str| page("rendering: full", true, schema, "");
    let found = wire(&full("{type: string}"), &collapsed(FROM_EXAMPLE));
    assert_eq!(ids(&found), ["request-body-kind-changed"], "{:#?}", found.changes);
    let spelled = |name: &str| format!("{{type: object, properties: {{{name}: {{type: string}}}}}}");
    let found = wire(&full(&spelled("card_id")), &collapsed(&spelled("cardId")));
    assert_eq!(ids(&found), ["request-field-renamed"], "{:#?}", found.changes);
    // Without a sample there is nothing that it shows.
    let found = wire(&full("{type: string}"), &collapsed("{x-unknown: [members]}"));
    assert_eq!(ids(&found), Vec::<&str>::new(), "{:#?}", found.changes);
}
