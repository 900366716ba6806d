//! Finds the operation that an attribute names.

use enkash_gen::{
    ir::{Api, Method, Operation},
    report::{did_you_mean, similar},
};

use crate::{args::OperationRef, source::Description};

/// How many operations a message lists.
const MOST_LISTED: usize = 5;

/// The index of the operation.
///
/// Fails at the user's literal if the description has none such, or if it has been left out.
pub(crate) fn find(description: &Description, wanted: &OperationRef) -> syn::Result<usize> {
    let api = &description.api;
    if let Some(index) = api.operations.iter().position(|operation| is(operation, wanted)) {
        return Ok(index);
    }
    let at = |message: String| syn::Error::new_spanned(wanted.literal(), message);
    let skipped = api.skipped.iter().find(|skipped| match wanted {
        OperationRef::Id(id) => skipped.id.as_ref() == Some(&id.value()),
        OperationRef::Route { method, path } => {
            method == skipped.method.as_str() && skipped.path == path.value()
        }
    });
    if let Some(skipped) = skipped {
        let (name, reason) = (wanted.literal().value(), description.reason(skipped));
        return Err(at(format!(
            "operation `{name}` cannot be bound, as it cannot be expressed\nnote: {reason}"
        )));
    }
    Err(match wanted {
        OperationRef::Id(id) => at(unknown_id(api, &id.value())),
        OperationRef::Route { method, path } => {
            let known = |word: &str| Method::ALL.iter().any(|method| method.as_str() == word);
            if known(&method.to_string()) {
                at(unknown_route(api, &method.to_string(), &path.value()))
            } else {
                let upper = method.to_string().to_uppercase();
                let help = if known(&upper) {
                    format!("write `{upper}`")
                } else {
                    format!("the methods are {}", Method::ALL.map(|method| format!("`{method}`")).join(", "))
                };
                syn::Error::new_spanned(method, format!("`{method}` is no HTTP method\nhelp: {help}"))
            }
        }
    })
}

/// The operation that was most likely meant, for code that stands in where a mistake was reported.
pub(crate) fn likely(description: &Description, wanted: &OperationRef) -> Option<usize> {
    let operations = &description.api.operations;
    if operations.len() == 1 {
        return Some(0);
    }
    let position = |is: &dyn Fn(&Operation) -> bool| operations.iter().position(is);
    match wanted {
        OperationRef::Id(id) => {
            let nearest =
                similar(&id.value(), operations.iter().filter_map(|operation| operation.id.as_deref()))?;
            position(&|operation| operation.id.as_deref() == Some(nearest))
        }
        OperationRef::Route { method, path } => {
            let method = method.to_string().to_uppercase();
            let of_method = || operations.iter().filter(|operation| method == operation.method.as_str());
            let nearest = similar(&path.value(), of_method().map(|operation| operation.path.raw()))?;
            position(&|operation| method == operation.method.as_str() && operation.path.raw() == nearest)
        }
    }
}

fn is(operation: &Operation, wanted: &OperationRef) -> bool {
    match wanted {
        OperationRef::Id(id) => operation.id.as_ref() == Some(&id.value()),
        OperationRef::Route { method, path } => {
            method == operation.method.as_str() && operation.path.raw() == path.value()
        }
    }
}

fn unknown_id(api: &Api, id: &str) -> String {
    let ids = || api.operations.iter().filter_map(|operation| operation.id.as_deref());
    let help = did_you_mean(id, ids()).unwrap_or_else(|| match ids().count() {
        0 => {
            "the description names no operation; write method and path, such as `POST \"/items\"`".to_owned()
        }
        _ => format!("the operations are {}", listed(ids())),
    });
    format!("no operation `{id}` in {}\nhelp: {help}", title(api))
}

fn unknown_route(api: &Api, method: &str, path: &str) -> String {
    let paths = || api.operations.iter().map(|operation| operation.path.raw());
    let methods: Vec<_> = api
        .operations
        .iter()
        .filter(|operation| operation.path.raw() == path)
        .map(|operation| operation.method.as_str())
        .collect();
    let help = if methods.is_empty() {
        did_you_mean(path, paths()).unwrap_or_else(|| format!("the paths are {}", listed(paths())))
    } else {
        format!("the path has {}", listed(methods.into_iter()))
    };
    format!("no operation `{method} {path}` in {}\nhelp: {help}", title(api))
}

fn title(api: &Api) -> String {
    format!("{} {}", api.title, api.version).trim().to_owned()
}

/// The first few names, each once.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    let shown = seen.iter().take(MOST_LISTED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match seen.len().saturating_sub(MOST_LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests;
