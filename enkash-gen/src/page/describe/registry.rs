//! The schemas under `components`, each under a name of its own.

use serde_json::{Map, Value, json};

/// Named schemas, in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Registry(Map<String, Value>);

impl Registry {
    /// Puts a schema under the first of the names that is free or has the same schema; gives a reference to it.
    pub(super) fn add(&mut self, names: &[String], schema: Value) -> Value {
        let numbered = || {
            let last = names.last().cloned().unwrap_or_default();
            (2..).map(move |number| format!("{last}{number}"))
        };
        for name in names.iter().cloned().chain(numbered()) {
            match self.0.get(&name) {
                Some(known) if bare(known) == bare(&schema) => return reference(&name),
                Some(_) => {}
                None => {
                    self.0.insert(name.clone(), schema);
                    return reference(&name);
                }
            }
        }
        schema
    }

    /// Keeps a place, so that a schema stands in front of those that it refers to.
    pub(super) fn reserve(&mut self, name: &str) {
        self.0.entry(name.to_owned()).or_insert(Value::Null);
    }

    /// Fills a place that was kept.
    pub(super) fn fill(&mut self, name: &str, schema: Value) -> Value {
        self.0.insert(name.to_owned(), schema);
        reference(name)
    }

    /// All schemas; of places that were kept, those that were filled.
    pub(super) fn finish(mut self) -> Map<String, Value> {
        self.0.retain(|_, schema| !schema.is_null());
        self.0
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A schema without what says nothing about values: two pages may show one schema on different lines.
fn bare(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let kept = members
                .iter()
                .filter(|(key, _)| !["x-source", "example", "description"].contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key.clone(), bare(value))).collect())
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}
