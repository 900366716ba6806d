//! The body of an operation of 2.0, which stands among its parameters.

use serde_json::{Value, json};

use super::types;
use crate::{
    load::{
        mend::{Mender, Object, Place},
        version::Version,
    },
    report::Code,
};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// Whether a parameter is the body, or a part of it.
pub(super) fn is_body(parameter: &Value) -> bool {
    place_of(parameter).is_some_and(|place| place == "body" || place == "formdata")
}

fn place_of(parameter: &Value) -> Option<String> {
    Some(parameter.get("in")?.as_str()?.trim().to_ascii_lowercase())
}

impl Mender<'_> {
    /// Takes the parameters of a path item or an operation out that are the body or a part of it.
    pub(in crate::load::mend) fn take_bodies(&mut self, map: &mut Object) -> Vec<(Value, Place)> {
        let Some(Value::Array(items)) = map.get_mut("parameters") else { return Vec::new() };
        let shared = |item: &Value| item.get("$ref").and_then(Value::as_str).map(str::to_owned);
        let body = |this: &Self, item: &Value| {
            is_body(item)
                || shared(item).is_some_and(|reference| this.swagger.bodies.contains_key(&reference))
        };
        if !items.iter().any(|item| body(self, item)) {
            return Vec::new();
        }
        let old: Vec<_> =
            (0..items.len()).map(|index| self.place(&["parameters", &index.to_string()])).collect();
        let (mut bodies, mut kept) = (Vec::new(), Vec::new());
        for (item, old) in std::mem::take(items).into_iter().zip(old) {
            if !body(self, &item) {
                self.moved(&["parameters", &kept.len().to_string()], old);
                kept.push(item);
                continue;
            }
            bodies.push(match shared(&item).and_then(|reference| self.swagger.bodies.get(&reference)) {
                Some(shared) => shared.clone(),
                None => (item, old),
            });
        }
        *items = kept;
        bodies
    }

    /// Brings the body and the answers into the shape of 3.0.
    pub(in crate::load::mend) fn swagger_operation(
        &mut self,
        map: &mut Object,
        inherited: &[(Value, Place)],
    ) {
        let mut bodies = self.take_bodies(map);
        let names: Vec<Option<Value>> = bodies.iter().map(|(body, _)| body.get("name").cloned()).collect();
        let is_own_body = bodies.iter().any(|(body, _)| place_of(body).is_some_and(|place| place == "body"));
        bodies.extend(
            inherited
                .iter()
                .filter(|(body, _)| {
                    let whole = place_of(body).is_some_and(|place| place == "body");
                    if whole { !is_own_body } else { !names.contains(&body.get("name").cloned()) }
                })
                .cloned(),
        );
        let own = |map: &mut Object, key: &str, all: &[String]| {
            let own = types(map.shift_remove(key).as_ref());
            if own.is_empty() { all.to_vec() } else { own }
        };
        let in_swagger = self.version == Version::V2;
        if !bodies.is_empty() {
            let all = self.swagger.consumes.clone();
            let consumes = own(map, "consumes", &all);
            if !in_swagger {
                self.repair(Code::SwaggerWords, "the body of an operation stands among its parameters");
            }
            if !map.contains_key("requestBody") {
                self.swagger_body(map, bodies, &consumes);
            }
        }
        if in_swagger {
            map.shift_remove("consumes");
            map.shift_remove("schemes");
            let all = self.swagger.produces.clone();
            let produces = own(map, "produces", &all);
            self.child(map, "responses", |this, responses| {
                for (key, response) in responses {
                    if let Value::Object(response) = response {
                        this.within(key, |this| this.swagger_answer(response, &produces));
                    }
                }
            });
        }
    }

    fn swagger_body(&mut self, map: &mut Object, bodies: Vec<(Value, Place)>, consumes: &[String]) {
        let whole = bodies.iter().position(|(body, _)| place_of(body).is_some_and(|place| place == "body"));
        let mut bodies = bodies;
        let body = match whole {
            Some(index) => {
                let (mut parameter, old) = bodies.swap_remove(index);
                self.moved(&["requestBody"], old.clone());
                let schema = parameter.get_mut("schema").map_or_else(|| json!({}), Value::take);
                let below = old.1.child("schema");
                let consumes: Vec<String> = consumes
                    .iter()
                    .filter(|media| consumes.len() == 1 || media.as_str() != MULTIPART)
                    .cloned()
                    .collect();
                let content = self.within("requestBody", |this| {
                    this.shared_schema(schema, &(old.0, below), &consumes, "application/json")
                });
                let mut body = kept(&parameter);
                body.insert("content".to_owned(), Value::Object(content));
                body
            }
            None => self.within("requestBody", |this| this.form(bodies, consumes)),
        };
        map.insert("requestBody".to_owned(), Value::Object(body));
    }

    /// One object of all parts; a file among them asks for multipart.
    fn form(&mut self, parts: Vec<(Value, Place)>, consumes: &[String]) -> Object {
        let listed = |name: &str| consumes.iter().any(|media| media.eq_ignore_ascii_case(name));
        let file = parts.iter().any(|(part, _)| part.get("type").is_some_and(|typ| typ == "file"));
        let media = if file || (listed(MULTIPART) && !listed(FORM)) { MULTIPART } else { FORM };
        let (mut properties, mut required, mut encoding) = (Object::new(), Vec::new(), Object::new());
        for (part, old) in parts {
            let Value::Object(mut part) = part else { continue };
            let name = match part.shift_remove("name") {
                Some(Value::String(name)) => name,
                Some(Value::Number(name)) => name.to_string(),
                _ => {
                    self.repair(Code::UnnamedParameter, "a part of a form has no `name`");
                    continue;
                }
            };
            part.shift_remove("in");
            part.shift_remove("allowEmptyValue");
            if part.shift_remove("required").is_some_and(|flag| flag == true || flag == "true") {
                required.push(Value::String(name.clone()));
            }
            let list = part.get("type").is_some_and(|typ| typ == "array");
            let format = part.shift_remove("collectionFormat");
            if list && let Some(style) = self.collection(format.as_ref(), "form") {
                encoding.insert(name.clone(), Value::Object(style));
            }
            self.moved(&["content", media, "schema", "properties", &name], old);
            properties.insert(name, Value::Object(part));
        }
        let mut schema = json!({"type": "object", "properties": properties});
        if !required.is_empty()
            && let Value::Object(schema) = &mut schema
        {
            schema.insert("required".to_owned(), Value::Array(required.clone()));
        }
        let mut entry = Object::new();
        entry.insert("schema".to_owned(), schema);
        if !encoding.is_empty() {
            entry.insert("encoding".to_owned(), Value::Object(encoding));
        }
        let mut body = Object::new();
        body.insert("content".to_owned(), json!({media: entry}));
        if !required.is_empty() {
            body.insert("required".to_owned(), Value::Bool(true));
        }
        body
    }
}

/// What a parameter says about the body as a whole.
fn kept(parameter: &Value) -> Object {
    let entries = parameter.as_object().into_iter().flatten();
    entries
        .filter(|(key, _)| key.starts_with("x-") || matches!(key.as_str(), "description" | "required"))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
