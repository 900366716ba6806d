//! The page of the module in Markdown: what the API is, and its operations in a table.

use std::fmt::Write as _;

use super::{Input, docs};

pub(super) fn render_page(input: Input<'_>) -> String {
    let api = input.api;
    let mut out = format!("{}\n", docs::line(&api.title));
    if let Some(description) = &api.description {
        _ = write!(out, "\n{}\n", docs::tame(description.trim()));
    }
    let operations = api.operations.iter().zip(&input.names.operations).filter(|_| !input.types_only);
    if !api.operations.is_empty() && !input.types_only {
        out.push_str("\n# Operations\n\n| method | request | |\n|---|---|---|\n");
    }
    for (operation, names) in operations {
        // Outer documentation is resolved where the module is declared, so links start with its name; that of a whole
        // crate is inner.
        let module = input.module.map(|module| module.rsplit_once("::").map_or("crate", |(_, name)| name));
        let method = match module {
            Some(module) => format!("[`{0}`]({module}::Client::{0})", names.method),
            None => format!("`{}`", names.method),
        };
        let summary = operation.summary.as_deref().map(docs::line).unwrap_or_default();
        _ = writeln!(out, "| {method} | `{} {}` | {summary} |", operation.method, cell(operation.path.raw()));
    }
    if !api.skipped.is_empty() {
        out.push_str(
            "\n# Left out\n\nOperations of the description that this module does not have, and why:\n\n",
        );
        for skipped in &api.skipped {
            _ = writeln!(
                out,
                "- `{} {}`: {}",
                skipped.method,
                cell(&skipped.path),
                skipped.code.explanation()
            );
        }
    }
    _ = write!(out, "\nGenerated from version {} of the description.\n", docs::line(&api.version));
    out
}

fn cell(text: &str) -> String {
    text.replace(['`', '\n'], "'").replace('|', "\\|")
}
