//! A diff for a program.

use serde_json::{Value, json};

use crate::{
    diff::{Call, Change, Diff, Impact, ItemChange, Presence, ProductDiff},
    report::{Origin, Place, Sources},
};

pub(super) fn json(diff: &Diff, sources: &Sources) -> Value {
    let counts: serde_json::Map<String, Value> =
        Impact::ALL.into_iter().map(|impact| (impact.to_string(), diff.count(impact).into())).collect();
    json!({
        "bump": diff.bump().as_str(),
        "counts": counts,
        "products": diff.products.iter().map(|product| self::product(product, sources)).collect::<Vec<_>>(),
    })
}

fn product(product: &ProductDiff, sources: &Sources) -> Value {
    let presence = match product.presence {
        Presence::Both => "both",
        Presence::Removed => "removed",
        Presence::Added => "added",
    };
    let notes = product.wire.notes.iter();
    json!({
        "name": product.name,
        "presence": presence,
        "bump": product.rust.bump.as_str(),
        "wire": product.wire.changes.iter().map(|change| self::change(change, sources)).collect::<Vec<_>>(),
        "notes": notes.map(|note| json!({ "operation": note.operation, "text": note.text })).collect::<Vec<_>>(),
        "rust": product.rust.changes.iter().map(item).collect::<Vec<_>>(),
    })
}

fn change(change: &Change, sources: &Sources) -> Value {
    let call = |call: &Call| json!({ "method": call.method, "path": call.path, "operation": call.id });
    json!({
        "rule": change.rule.as_str(),
        "impact": change.impact().as_str(),
        "direction": change.rule.direction().as_str(),
        "at": change.operation.as_ref().map(call),
        "path": change.path,
        "text": change.rule.sentence(),
        "before": change.before,
        "after": change.after,
        "also": change.also.iter().map(call).collect::<Vec<_>>(),
        "old": change.old.as_ref().map(|origin| place(origin, sources)),
        "new": change.new.as_ref().map(|origin| place(origin, sources)),
    })
}

fn place(origin: &Origin, sources: &Sources) -> Value {
    let pointer = match &origin.place {
        Place::Pointer(pointer) | Place::Key(pointer) => Some(pointer.to_string()),
        Place::LineColumn(..) => None,
    };
    json!({ "file": sources.get(origin.source).map(|source| &source.path), "pointer": pointer })
}

fn item(change: &ItemChange) -> Value {
    json!({
        "item": change.item,
        "bump": change.bump.as_str(),
        "before": change.before,
        "after": change.after,
        "why": change.why,
    })
}
