//! Path items and operations.

use serde_json::Value;

use super::{Mender, Object, link::Kind};
use crate::{
    load::typed::{OPERATION, PATH_ITEM, kind_of},
    report::Code,
};

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

impl Mender<'_> {
    pub(super) fn path_item(&mut self, item: &mut Value) {
        if item.is_null() {
            *item = Value::Object(Object::new());
        }
        let Value::Object(map) = item else { return };
        if self.link(map, Kind::PathItem) {
            // What it refers to takes its place at the end.
            return;
        }
        self.methods(map);
        self.fit(map, &PATH_ITEM);
        self.servers(map);
        let inherited = self.take_bodies(map);
        self.parameters(map);
        for method in METHODS {
            self.child(map, method, |this, operation| this.operation(operation, &inherited));
        }
    }

    /// Methods in small letters, and nothing that is no operation.
    fn methods(&mut self, map: &mut Object) {
        let odd = |key: &&String| {
            METHODS.iter().any(|method| key.eq_ignore_ascii_case(method)) && !METHODS.contains(&key.as_str())
        };
        let odd: Vec<String> = map.keys().filter(odd).cloned().collect();
        for key in odd {
            let method = key.to_ascii_lowercase();
            self.within(&key, |this| this.repair(Code::MethodCase, format!("`{key}` is read as `{method}`")));
            if let Some(operation) = map.shift_remove(&key).filter(|_| !map.contains_key(&method)) {
                let old = self.place(&[&key]);
                self.moved(&[&method], old);
                map.insert(method, operation);
            }
        }
    }

    fn operation(&mut self, map: &mut Object, inherited: &[(Value, super::Place)]) {
        let blank = |key: &str| map.get(key).is_some_and(|value| value.as_str().is_some_and(str::is_empty));
        if blank("operationId") {
            map.shift_remove("operationId");
        }
        self.swagger_operation(map, inherited);
        if let Some(body) = map.get("requestBody").filter(|body| !body.is_object()) {
            let message = format!("`requestBody` of an operation is {}", kind_of(body));
            self.within("requestBody", |this| this.repair(Code::WrongKind, message));
            map.shift_remove("requestBody");
        }
        self.fit(map, &OPERATION);
        self.servers(map);
        self.parameters(map);
        if let Some(body) = map.get_mut("requestBody") {
            self.within("requestBody", |this| this.body(body));
        }
        self.responses(map);
        self.entries(map, "callbacks", Self::callback);
    }

    /// The answers by status.
    fn responses(&mut self, map: &mut Object) {
        let Some(Value::Object(responses)) = map.get_mut("responses") else { return };
        self.within("responses", |this| {
            let odd =
                responses.keys().filter(|key| status(key) != Some(key.as_str()) && !key.starts_with("x-"));
            let odd: Vec<String> = odd.cloned().collect();
            if !odd.is_empty() {
                this.statuses(responses, &odd);
            }
            for (key, response) in responses.iter_mut().filter(|(key, _)| !key.starts_with("x-")) {
                this.within(key, |this| this.response(response));
            }
        });
    }

    fn statuses(&mut self, responses: &mut Object, odd: &[String]) {
        for (key, response) in std::mem::take(responses) {
            if !odd.contains(&key) {
                responses.insert(key, response);
                continue;
            }
            let meant = status(&key).filter(|meant| !responses.contains_key(*meant));
            let message = match meant {
                Some(meant) => format!("the status `{key}` is read as `{meant}`"),
                None => format!("`{key}` is no status, and what it answers is ignored"),
            };
            self.within(&key, |this| this.repair(Code::StatusKey, message));
            if let Some(meant) = meant {
                let old = self.place(&[&key]);
                self.moved(&[meant], old);
                responses.insert(meant.to_owned(), response);
            }
        }
    }
}

/// The status that a key names, as the specification spells it.
fn status(key: &str) -> Option<&str> {
    let word = key.trim();
    if word.eq_ignore_ascii_case("default") {
        return Some("default");
    }
    let word = word.split([' ', '-', ':']).next().unwrap_or_default();
    match word.as_bytes() {
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => Some(word),
        [hundreds @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => {
            Some(["1XX", "2XX", "3XX", "4XX", "5XX"][usize::from(hundreds - b'1')])
        }
        _ => None,
    }
}
