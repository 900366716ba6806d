//! `x-source`: where a fact of the description comes from.

use serde_json::{Map, Value, json};

use crate::page::{Operation, Page, Source};

/// The place of one fact.
pub(super) fn of_fact(source: &Source) -> Value {
    json!({
        "page": &*source.page,
        "line": source.line,
        "rendering": source.rendering.as_str(),
        "confidence": source.confidence.as_str(),
    })
}

/// The pages of an operation.
pub(super) fn of_pages(operation: &Operation, pages: &[Page]) -> Value {
    list(operation.pages.iter().map(|at| of_page(&pages[*at])).collect())
}

/// One page: what it is called, where it stands, when it was changed, and how much of it this copy shows.
pub(super) fn of_page(page: &Page) -> Value {
    let mut out = Map::new();
    out.insert("page".to_owned(), (*page.name).into());
    if let Some(address) = &page.address {
        out.insert("address".to_owned(), address.as_str().into());
    }
    if let Some(date) = &page.modified {
        out.insert("date".to_owned(), date.value.as_str().into());
    }
    if let Some(status) = &page.status {
        out.insert("status".to_owned(), status.value.as_str().into());
    }
    let line = page.path.as_ref().map_or(1, |path| path.source.line);
    let confidence = page.path.as_ref().map_or("low", |path| path.source.confidence.as_str());
    out.insert("line".to_owned(), line.into());
    out.insert("rendering".to_owned(), page.rendering.as_str().into());
    out.insert("confidence".to_owned(), confidence.into());
    let unseen: Vec<&str> = page.unseen.iter().map(|unseen| unseen.as_str()).collect();
    let seen = if unseen.is_empty() {
        "the whole endpoint".to_owned()
    } else {
        format!("all but {}, of which samples are all there is", unseen.join(", "))
    };
    out.insert("seen".to_owned(), seen.into());
    Value::Object(out)
}

/// One source alone, or a list of them without repetitions.
pub(super) fn list(mut sources: Vec<Value>) -> Value {
    let mut seen: Vec<Value> = Vec::new();
    sources.retain(|source| {
        let is_new = !seen.contains(source);
        if is_new {
            seen.push(source.clone());
        }
        is_new
    });
    match sources.len() {
        1 => sources.remove(0),
        _ => Value::Array(sources),
    }
}
