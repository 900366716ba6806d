//! Swagger 2.0: its root, and its words where they differ. They are read in documents of later versions as well.

mod operation;
mod parameter;
mod security;

use serde_json::{Value, json};

use super::{Mender, Object, Place};
use crate::{
    load::version::Version,
    report::{Code, Pointer},
};

/// What a document of 2.0 says once for all operations.
#[derive(Default)]
pub(super) struct Swagger {
    consumes: Vec<String>,
    produces: Vec<String>,
    /// Shared parameters that are bodies or parts of one: later versions keep no such components.
    bodies: std::collections::HashMap<String, (Value, Place)>,
}

impl Mender<'_> {
    /// Moves what stands at the root to where 3.0 has it.
    pub(super) fn swagger_root(&mut self, root: &mut Object) {
        self.swagger.consumes = types(root.shift_remove("consumes").as_ref());
        self.swagger.produces = types(root.shift_remove("produces").as_ref());
        root.shift_remove("swagger");
        self.hosts(root);
        let mut components = match root.shift_remove("components") {
            Some(Value::Object(components)) => components,
            _ => Object::new(),
        };
        self.shared_bodies(root);
        for (from, to) in [
            ("definitions", "schemas"),
            ("parameters", "parameters"),
            ("responses", "responses"),
            ("securityDefinitions", "securitySchemes"),
        ] {
            let Some(value @ Value::Object(_)) = root.shift_remove(from) else { continue };
            let old = self.place(&[from]);
            self.moved(&["components", to], old);
            components.insert(to.to_owned(), value);
        }
        root.insert("components".to_owned(), Value::Object(components));
    }

    /// `host`, `basePath` and `schemes` are the servers; `https` comes first, and `http` is named only alone.
    fn hosts(&mut self, root: &mut Object) {
        let text = |value: Option<Value>| match value {
            Some(Value::String(text)) => text.trim().to_owned(),
            _ => String::new(),
        };
        let host = text(root.shift_remove("host"));
        let path = text(root.shift_remove("basePath"));
        let schemes = types(root.shift_remove("schemes").as_ref());
        if root.contains_key("servers") {
            return;
        }
        let path = path.trim_end_matches('/');
        let path =
            if path.is_empty() || path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        let secure = schemes.is_empty() || schemes.iter().any(|scheme| scheme.eq_ignore_ascii_case("https"));
        // Some write the whole address at `host`.
        let bare = host.split_once("://").map_or(host.as_str(), |(_, bare)| bare).trim_end_matches('/');
        let url = match (bare, secure) {
            ("", _) if path.is_empty() => return,
            ("", _) => path,
            (host, true) => format!("https://{host}{path}"),
            (host, false) => format!("http://{host}{path}"),
        };
        let from = if bare.is_empty() { "basePath" } else { "host" };
        let old = self.place(&[from]);
        self.moved(&["servers"], old);
        root.insert("servers".to_owned(), json!([{"url": url}]));
    }

    fn shared_bodies(&mut self, root: &mut Object) {
        let Some(Value::Object(parameters)) = root.get_mut("parameters") else { return };
        let names: Vec<String> = parameters
            .iter()
            .filter(|(_, value)| operation::is_body(value))
            .map(|(name, _)| name.clone())
            .collect();
        if names.is_empty() {
            return;
        }
        for (name, parameter) in std::mem::take(parameters) {
            if names.contains(&name) {
                let place = self.place(&["parameters", &name]);
                let reference = Pointer::root().child("parameters").child(&name);
                self.swagger.bodies.insert(format!("#{reference}"), (parameter, place));
            } else {
                parameters.insert(name, parameter);
            }
        }
    }

    /// `discriminator` as text, `x-nullable`, and `file` for a type.
    pub(super) fn swagger_schema(&mut self, map: &mut Object) {
        if let Some(Value::String(name)) = map.get("discriminator") {
            let discriminator = json!({"propertyName": name});
            self.swagger_word("discriminator", "`discriminator` is text");
            map.insert("discriminator".to_owned(), discriminator);
        }
        if let Some(nullable) = map.shift_remove("x-nullable") {
            let old = self.place(&["x-nullable"]);
            self.moved(&["nullable"], old);
            map.entry("nullable").or_insert(nullable);
        }
        if map.get("type").is_some_and(|typ| typ == "file") {
            self.swagger_word("type", "`file` is no type");
            map.insert("type".to_owned(), "string".into());
            map.insert("format".to_owned(), "binary".into());
        }
    }

    /// Words of 2.0 are a deviation in any other version.
    fn swagger_word(&mut self, key: &str, message: &str) {
        if self.version != Version::V2 {
            self.within(key, |this| this.repair(Code::SwaggerWords, message));
        }
    }

    /// A schema that stands in a body or an answer itself, where later versions have `content`.
    pub(super) fn swagger_content(&mut self, map: &mut Object, what: &str) {
        if !map.contains_key("schema") || map.contains_key("content") {
            return;
        }
        let produces = vec!["application/json".to_owned()];
        self.swagger_word("schema", &format!("{what} has a `schema` instead of `content`"));
        self.swagger_answer(map, &produces);
    }

    /// The schema of an answer becomes that of each of its media types.
    fn swagger_answer(&mut self, map: &mut Object, produces: &[String]) {
        let examples = match map.shift_remove("examples") {
            Some(Value::Object(examples)) => examples,
            _ => Object::new(),
        };
        let Some(mut schema) = map.shift_remove("schema") else { return };
        let old = self.place(&["schema"]);
        let file = schema.get("type").is_some_and(|typ| typ == "file");
        if file && let Value::Object(schema) = &mut schema {
            schema.insert("type".to_owned(), "string".into());
            schema.insert("format".to_owned(), "binary".into());
        }
        let default = if file { "application/octet-stream" } else { "application/json" };
        let mut content = self.shared_schema(schema, &old, produces, default);
        for (media, example) in examples {
            if let Some(Value::Object(media)) = content.get_mut(&media) {
                media.insert("example".to_owned(), example);
            }
        }
        map.insert("content".to_owned(), Value::Object(content));
    }

    /// One schema for several media types: the first has it, the others refer to it, so that it stays one type.
    fn shared_schema(&mut self, schema: Value, old: &Place, media: &[String], default: &str) -> Object {
        let default = [default.to_owned()];
        let media = if media.is_empty() { &default } else { media };
        let cheap = schema.as_object().is_none_or(|map| {
            map.contains_key("$ref") || !map.values().any(|value| value.is_object() || value.is_array())
        });
        let again = if cheap { schema.clone() } else { json!({"$ref": format!("#{}", old.1)}) };
        let mut content = Object::new();
        let mut first = Some(schema);
        for name in media {
            let schema = first.take().unwrap_or_else(|| again.clone());
            self.moved(&["content", name, "schema"], old.clone());
            content.insert(name.clone(), json!({"schema": schema}));
        }
        content
    }
}

/// A list of media types or schemes; whatever else stands there is none.
fn types(value: Option<&Value>) -> Vec<String> {
    let list: &[Value] = match value {
        Some(Value::Array(list)) => list,
        Some(one @ Value::String(_)) => std::slice::from_ref(one),
        _ => &[],
    };
    let mut types: Vec<String> = Vec::new();
    for text in list.iter().filter_map(Value::as_str).map(str::trim).filter(|text| !text.is_empty()) {
        if !types.iter().any(|known| known == text) {
            types.push(text.to_owned());
        }
    }
    types
}
