//! Results as JSON, for programs: one object on standard output, whatever the command.

use serde_json::{Map, Value, json};

use super::session::Summary;
use crate::{
    emit::Change,
    load::locate::{line_column, locate, locate_key},
    report::{Diagnostic, Place, Report, Sources},
};

/// Looking up a pointer costs one pass over the text, so only so many diagnostics get line and column.
const MOST_PLACES: usize = 100;

/// What the command has done and found.
pub(super) fn result(summaries: &[Summary], changes: &[Change], report: &Report, sources: &Sources) -> Value {
    let products: Vec<Value> = summaries.iter().map(product).collect();
    let changes: Vec<Value> =
        changes.iter().map(|change| json!({ "path": change.path, "kind": change.kind.as_str() })).collect();
    let diagnostics: Vec<Value> = report
        .iter()
        .enumerate()
        .map(|(index, found)| diagnostic(found, sources, index < MOST_PLACES))
        .collect();
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

fn diagnostic(diagnostic: &Diagnostic, sources: &Sources, with_line: bool) -> Value {
    let mut out = json!({
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.code.as_str(),
        "message": diagnostic.message,
        "help": diagnostic.advice(),
        "operation": diagnostic.operation,
    });
    let Some((origin, source)) =
        diagnostic.origin.as_ref().and_then(|origin| Some((origin, sources.get(origin.source)?)))
    else {
        return out;
    };
    out["file"] = source.path.as_str().into();
    let found = match &origin.place {
        Place::Pointer(pointer) | Place::Key(pointer) => {
            out["pointer"] = pointer.as_str().into();
            with_line.then(|| {
                let span = match &origin.place {
                    Place::Key(_) => locate_key(&source.text, pointer),
                    _ => locate(&source.text, pointer),
                };
                line_column(&source.text, span.start)
            })
        }
        Place::LineColumn(line, column) => Some((*line, *column)),
    };
    if let Some((line, column)) = found {
        out["line"] = line.into();
        out["column"] = column.into();
    }
    out
}
