//! Results as JSON, for programs: one object on standard output, whatever the command.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::session::Summary;
use crate::{
    emit::Change,
    report::{Diagnostic, Place, Pointer, Report, Sources, brief, lines},
};

/// So many diagnostics have line, column, and all of pointer and operation: in JSON, looking up a pointer costs a look
/// at all that stands before it, and each may be as long as the document. Of later ones the names that are very long
/// are cut, and end in `…`.
const MOST_IN_FULL: usize = 100;

/// What the command has done and found.
pub(super) fn result(summaries: &[Summary], changes: &[Change], report: &Report, sources: &Sources) -> Value {
    let products: Vec<Value> = summaries.iter().map(product).collect();
    let changes: Vec<Value> =
        changes.iter().map(|change| json!({ "path": change.path, "kind": change.kind.as_str() })).collect();
    let found: Vec<&Diagnostic> = report.iter().collect();
    let (in_full, in_brief) = found.split_at(found.len().min(MOST_IN_FULL));
    let mut diagnostics: Vec<Value> = in_full
        .iter()
        .zip(lines(in_full, sources))
        .map(|(found, line)| {
            let mut out = diagnostic(found, sources, Pointer::to_string, |operation| operation.into());
            if let Some((line, column)) = line {
                out["line"] = line.into();
                out["column"] = column.into();
            }
            out
        })
        .collect();
    diagnostics.extend(in_brief.iter().map(|found| diagnostic(found, sources, Pointer::brief, brief)));
    json!({ "products": products, "changes": changes, "diagnostics": diagnostics })
}

fn product(summary: &Summary) -> Value {
    let operations: Vec<Value> = summary
        .operations
        .iter()
        .map(|row| {
            json!({
                "method": row.method,
                "path": row.path,
                "operation": row.id,
                "rust": (!row.function.is_empty()).then_some(&row.function),
                "skipped": row.skipped().map(crate::report::Code::as_str),
            })
        })
        .collect();
    let skipped: Map<String, Value> =
        summary.skipped().into_iter().map(|(code, count)| (code.to_string(), count.into())).collect();
    json!({
        "name": summary.name,
        "declared": summary.operations.len(),
        "generated": summary.generated(),
        "skipped": skipped,
        "types": summary.types,
        "lines": summary.lines,
        "operations": operations,
    })
}

fn diagnostic(
    diagnostic: &Diagnostic,
    sources: &Sources,
    pointer: fn(&Pointer) -> String,
    operation: fn(&str) -> Cow<'_, str>,
) -> Value {
    let mut out = json!({
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.code.as_str(),
        "message": diagnostic.message,
        "help": diagnostic.advice(),
        "operation": diagnostic.operation.as_deref().map(operation),
    });
    let Some((origin, source)) =
        diagnostic.origin.as_ref().and_then(|origin| Some((origin, sources.get(origin.source)?)))
    else {
        return out;
    };
    out["file"] = source.path.as_str().into();
    if let Place::Pointer(place) | Place::Key(place) = &origin.place {
        out["pointer"] = pointer(place).into();
    }
    out
}
