//! What a description says that the IR has no place for: provenance and scopes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::{
    rendering::{Rendering, rendering},
    rule::{Direction, Noun},
    rules::Rule,
};
use crate::{
    ir::{Method, Operation},
    load::Document,
    report::{Origin, Place},
};

/// What is said about one operation.
#[derive(Debug, Default)]
pub(super) struct Provenance {
    /// The renderings that its facts were read from; none if they were written by hand.
    renderings: Vec<&'static Rendering>,
    /// The parts that are unknown, by their keys in the operation (`x-unknown`).
    unknown: BTreeSet<String>,
    pub(super) page: Option<String>,
    pub(super) date: Option<String>,
    /// The scopes of each scheme, of all alternatives together.
    pub(super) scopes: BTreeMap<String, BTreeSet<String>>,
}

/// The facts of one description.
pub(super) struct Facts<'a> {
    document: &'a Document,
    operations: HashMap<(Method, &'a str), Provenance>,
    nothing: Provenance,
}

impl<'a> Facts<'a> {
    pub(super) fn read(document: &'a Document) -> Self {
        let root = document.root().value();
        let whole = root.get("info").and_then(|info| info.get("x-source"));
        let security = root.get("security");
        let mut operations = HashMap::new();
        for (path, item) in root.get("paths").and_then(Value::as_object).into_iter().flatten() {
            for (key, operation) in item.as_object().into_iter().flatten() {
                let method = Method::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(key));
                if let Some(method) = method {
                    let source = operation.get("x-source").or_else(|| item.get("x-source")).or(whole);
                    let provenance = Provenance::read(operation, source, security);
                    operations.insert((method, path.as_str()), provenance);
                }
            }
        }
        Self { document, operations, nothing: Provenance::default() }
    }

    pub(super) fn of<'s>(&'s self, operation: &'s Operation) -> &'s Provenance {
        self.operations.get(&(operation.method, operation.path.raw())).unwrap_or(&self.nothing)
    }

    /// Whether a schema or a parameter says that it does not know something of itself: its `members`, or what is
    /// `required` of them.
    pub(super) fn is_unknown(&self, origin: Option<&Origin>, what: &str) -> bool {
        let unknown = origin.and_then(|origin| self.at(origin)).and_then(|value| value.get("x-unknown"));
        unknown.and_then(Value::as_array).is_some_and(|list| list.iter().any(|known| known == what))
    }

    fn at(&self, origin: &Origin) -> Option<&'a Value> {
        let Place::Pointer(pointer) = &origin.place else { return None };
        let is_here = origin.source == self.document.source();
        self.document.at(pointer).filter(|_| is_here).map(|node| node.value())
    }
}

impl Provenance {
    fn read(operation: &Value, source: Option<&Value>, security: Option<&Value>) -> Self {
        let sources: Vec<&Value> = match source {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        let text = |key: &str| {
            let mut texts = sources.iter().filter_map(|source| source.get(key));
            texts.next().and_then(Value::as_str).map(str::to_owned)
        };
        let mut scopes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let alternatives = operation.get("security").or(security).and_then(Value::as_array);
        for (scheme, list) in alternatives.into_iter().flatten().filter_map(Value::as_object).flatten() {
            let list = list.as_array().into_iter().flatten().filter_map(Value::as_str);
            scopes.entry(scheme.clone()).or_default().extend(list.map(str::to_owned));
        }
        let unknown = operation.get("x-unknown").and_then(Value::as_array).into_iter().flatten();
        Self {
            renderings: sources
                .iter()
                .filter_map(|source| rendering(source.get("rendering")?.as_str()?))
                .collect(),
            unknown: unknown.filter_map(Value::as_str).map(str::to_owned).collect(),
            page: text("address"),
            date: text("date"),
            scopes,
        }
    }

    /// Whether nothing is hidden, whatever it is about.
    pub(super) fn shows_all(&self) -> bool {
        self.renderings.is_empty() && self.unknown.is_empty()
    }

    /// Why this side could not show what a rule is about, at a path of the operation; `None` if it could.
    pub(super) fn hides(&self, rule: Rule, path: &str) -> Option<String> {
        if part(rule, path).is_some_and(|part| self.unknown.contains(part)) {
            return Some("`x-unknown`".to_owned());
        }
        let fact = rule.noun().fact();
        let hidden = !self.renderings.is_empty()
            && self.renderings.iter().all(|rendering| rendering.hides.contains(&fact));
        hidden.then(|| {
            let names: BTreeSet<&str> = self.renderings.iter().map(|rendering| rendering.name).collect();
            format!("rendering {}", names.into_iter().collect::<Vec<_>>().join(", "))
        })
    }
}

/// The part of an operation that a change is in, by its key there.
fn part(rule: Rule, path: &str) -> Option<&'static str> {
    let first = path.split('.').next().unwrap_or_default();
    match rule.noun() {
        Noun::Security | Noun::Alternative | Noun::Anonymous | Noun::Scope => Some("security"),
        Noun::OwnServer => Some("servers"),
        Noun::Prose => Some("description"),
        _ => match first {
            "request" => Some("requestBody"),
            "query" | "header" | "path" | "cookie" => Some("parameters"),
            "" => None,
            _ if rule.direction() == Direction::Sent => None,
            _ => Some("responses"),
        },
    }
}
