//! Vendor extensions: those that are known stand where they mean something, with values that mean something.

use super::{HEAD, lowered};

/// What is said of an operation with these members, whose parameter has those.
fn said(operation: &str, parameter: &str, said: &[&str]) {
    let parameter =
        format!("{{ name: a, in: header, {parameter}, schema: {{ type: string, x-unsplit-enum: AB }} }}");
    lowered(
        &format!(
            "{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, {operation}, parameters: [{parameter}], \
             responses: {{ '204': {{ description: Done. }} }} }} }} }}"
        ),
        said,
    );
}

#[test]
fn what_an_import_writes_is_known() {
    said(
        "x-source: { page: Zoo, line: 3, rendering: dash, confidence: high }, x-unknown: [parameters, security]",
        "x-unknown: [required], x-source: [{ page: Zoo, seen: all, date: '2025-01-08' }]",
        &[],
    );
}

#[test]
fn values_that_mean_nothing_are_named() {
    for operation in [
        "x-source: { page: Zoo, line: third }",
        "x-source: { page: Zoo, rendering: shiny }",
        "x-source: { page: Zoo, confidence: 0.9 }",
        "x-source: Zoo",
        "x-unknown: parameters",
        "x-unsplit-enum: AB",
    ] {
        said(operation, "required: true", &["invalid-extension"]);
    }
}

#[test]
fn a_reserved_header_that_is_marked_as_the_transports_is_ignored_in_silence() {
    for (mark, expected) in [("x-transport: true", &[][..]), ("x-transport: false", &["ignored-header"])] {
        lowered(
            &format!(
                "{HEAD}paths: {{ /zoo: {{ get: {{ operationId: op, parameters: [{{ name: Content-Type, in: header, \
                 required: true, {mark}, schema: {{ type: string }} }}], \
                 responses: {{ '204': {{ description: Done. }} }} }} }} }}"
            ),
            expected,
        );
    }
}
