//! Operations that are found elsewhere than before.

use super::{ids, only, whole, wire};
use crate::diff::{Rule, Wire};

/// An operation without an id, with a body of three members.
fn mandate(method: &str, path: &str, id: &str) -> String {
    whole(&format!(
        "paths: {{'{path}': {{{method}: {{{id}responses: {{}}, requestBody: {{required: true, content: {{application/json: \
         {{schema: {{type: object, properties: {{payer: {{type: string}}, amount: {{type: number}}, name: {{type: string}}}}}}}}}}}}}}}}}}"
    ))
}

#[test]
fn an_operation_with_nearly_the_same_members_has_moved() {
    let old = mandate("post", "/api/v0/upi-autopay/mandates", "");
    let change = only(&old, &mandate("post", "/api/v0/upi-mandate", ""));
    assert_eq!(change.rule, Rule::OperationMoved);
    let changed = wire(&old, &mandate("put", "/api/v2/upi-autopay/mandates", ""));
    assert_eq!(ids(&changed), ["operation-method-changed", "operation-path-changed"]);
}

#[test]
fn an_operation_with_other_words_in_its_path_is_another_one() {
    let changed = wire(&mandate("post", "/mandates", ""), &mandate("post", "/refunds", ""));
    assert_eq!(ids(&changed), ["operation-added", "operation-removed"]);
}

#[test]
fn an_id_that_two_operations_have_says_nothing() {
    let pair = |first: &str, second: &str| {
        whole(&format!(
            "paths: {{{first}: {{get: {{operationId: x, responses: {{}}}}}}, {second}: {{get: {{operationId: x, responses: {{}}}}}}}}"
        ))
    };
    let changed = wire(&pair("/a", "/b"), &pair("/c", "/d"));
    assert_eq!(
        ids(&changed),
        ["operation-added", "operation-added", "operation-removed", "operation-removed"]
    );
}

#[test]
fn a_slash_at_the_end_of_a_path_is_a_change_of_the_path_alone() {
    let changed = wire(&mandate("post", "/mandates", ""), &mandate("post", "/mandates/", ""));
    assert_eq!(changed, Wire { changes: changed.changes.clone(), notes: Vec::new() });
    assert_eq!(ids(&changed), ["operation-path-parameter-renamed"]);
}
