//! Results as JSON, for programs: one object on standard output, whatever the command.

use serde_json::{Map, Value, json};

use super::session::Summary;
use crate::{
    emit::Change,
    report::{Diagnostic, Place, Report, Sources, lines},
};

/// In JSON, looking up a pointer costs a look at all that stands before it, so only so many diagnostics get line and
/// column.
const MOST_PLACES: usize = 100;

/// What the command has done and found.
pub(super) fn result(summaries: &[Summary], changes: &[Change], report: &Report, sources: &Sources) -> Value {
    let products: Vec<Value> = summaries.iter().map(product).collect();
    let changes: Vec<Value> =
        changes.iter().map(|change| json!({ "path": change.path, "kind": change.kind.as_str() })).collect();
    let found: Vec<&Diagnostic> = report.iter().collect();
    let (placed, others) = found.split_at(found.len().min(MOST_PLACES));
    let places = lines(placed, sources).into_iter().chain(others.iter().map(|_| None));
    let diagnostics: Vec<Value> =
        found.iter().zip(places).map(|(found, line)| diagnostic(found, sources, line)).collect();
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

fn diagnostic(diagnostic: &Diagnostic, sources: &Sources, line: Option<(usize, usize)>) -> Value {
    let mut out = json!({
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.code.as_str(),
        "message": diagnostic.message,
        "help": diagnostic.advice(),
        "operation": diagnostic.operation.as_deref(),
    });
    let Some((origin, source)) =
        diagnostic.origin.as_ref().and_then(|origin| Some((origin, sources.get(origin.source)?)))
    else {
        return out;
    };
    out["file"] = source.path.as_str().into();
    if let Place::Pointer(pointer) | Place::Key(pointer) = &origin.place {
        out["pointer"] = pointer.to_string().into();
    }
    if let Some((line, column)) = line {
        out["line"] = line.into();
        out["column"] = column.into();
    }
    out
}
