//! From what pages say to an OpenAPI 3.0 description, in an order that depends on nothing but the pages.

mod operation;
mod provenance;
mod registry;
mod schema;
mod security;

use serde_json::{Map, Value, json};

use self::{operation::Describer, registry::Registry};
use super::{Operation, Page, endpoint, name};

/// The version of a description whose pages state none.
const VERSION: &str = "0.1.0";

/// The description of some operations; `pages` are those that they were read from.
pub(super) fn describe(operations: &[Operation], pages: &[Page]) -> Value {
    let keys: Vec<(&str, &str)> = operations.iter().filter_map(|operation| key(&operation.page)).collect();
    let names = name::names(&keys);
    let servers = shared_servers(operations);
    let mut registry = Registry::default();
    // The schemas of operations have their names before those that stand inside of them.
    for (operation, names) in operations.iter().zip(&names) {
        operation::schema_names(&operation.page, names).iter().for_each(|name| registry.reserve(name));
    }
    let mut paths = Map::new();
    let mut schemes = Map::new();
    for (operation, names) in operations.iter().zip(&names) {
        let Some((method, path)) = key(&operation.page) else { continue };
        let mut describer =
            Describer { page: &operation.page, names, registry: &mut registry, schemes: &mut schemes };
        let mut described = describer.describe();
        described.insert("x-source".to_owned(), provenance::of_pages(operation, pages));
        if servers.is_none() && operation.page.server.is_some() {
            described.insert("servers".to_owned(), server_list(&[&operation.page]));
        }
        let described = operation::ordered(described);
        let item = paths.entry(path.to_owned()).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(item) = item {
            item.insert(endpoint::key(method), Value::Object(described));
        }
    }
    let mut root = Map::new();
    root.insert("openapi".to_owned(), "3.0.3".into());
    root.insert("info".to_owned(), info(operations, pages));
    if let Some(servers) = servers {
        root.insert("servers".to_owned(), servers);
    }
    root.insert("paths".to_owned(), Value::Object(paths));
    let mut components = Map::new();
    if !schemes.is_empty() {
        components.insert("securitySchemes".to_owned(), Value::Object(schemes));
    }
    let schemas = registry.finish();
    if !schemas.is_empty() {
        components.insert("schemas".to_owned(), Value::Object(schemas));
    }
    if !components.is_empty() {
        root.insert("components".to_owned(), Value::Object(components));
    }
    Value::Object(root)
}

fn key(page: &Page) -> Option<(&str, &str)> {
    Some((page.method.as_ref()?.value.as_str(), page.path.as_ref()?.value.as_str()))
}

fn info(operations: &[Operation], pages: &[Page]) -> Value {
    let first = operations.first().map(|operation| &operation.page);
    let title = first.map_or("API", |page| &*page.name);
    let sources: Vec<Value> = operations
        .iter()
        .flat_map(|operation| &operation.pages)
        .map(|at| provenance::of_page(&pages[*at]))
        .collect();
    json!({ "title": title, "version": VERSION, "x-source": provenance::list(sources) })
}

/// The servers, if all operations that name one name the same.
fn shared_servers(operations: &[Operation]) -> Option<Value> {
    let named: Vec<&Page> =
        operations.iter().map(|operation| &operation.page).filter(|page| page.server.is_some()).collect();
    let first = named.first()?.server.as_ref()?;
    let same =
        named.iter().all(|page| page.server.as_ref().is_some_and(|server| server.value == first.value));
    same.then(|| server_list(&named[..1]))
}

fn server_list(pages: &[&Page]) -> Value {
    let servers = pages.iter().filter_map(|page| page.server.as_ref());
    servers
        .map(|server| json!({ "url": server.value, "x-source": provenance::of_fact(&server.source) }))
        .collect()
}
