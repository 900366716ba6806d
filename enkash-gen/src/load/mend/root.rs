//! The root: the components, the paths, the webhooks.

use serde_json::Value;

use super::{Mender, Object, link::Kind};
use crate::{
    load::{
        typed::{COMPONENTS, INFO, ROOT, SERVER},
        version::Version,
    },
    report::Pointer,
};

/// The folders of components that references lead to, and what stands in them.
pub(super) const FOLDERS: [(&str, Kind); 5] = [
    ("schemas", Kind::Schema),
    ("responses", Kind::Response),
    ("parameters", Kind::Parameter),
    ("requestBodies", Kind::Body),
    ("headers", Kind::Header),
];

impl Mender<'_> {
    pub(super) fn root(&mut self, root: &mut Value) {
        let Value::Object(map) = root else { return };
        if self.version == Version::V2 {
            self.swagger_root(map);
        }
        if !map.contains_key("paths") && self.version == Version::V31 {
            // There it may be missing.
            map.insert("paths".to_owned(), Value::Object(Object::new()));
        }
        map.entry("openapi").or_insert_with(|| "3.0.3".into());
        self.fit(map, &ROOT);
        self.child(map, "info", |this, info| this.fit(info, &INFO));
        self.servers(map);
        self.webhooks(map);
        self.collect_names(map);
        self.child(map, "components", Self::components);
        for key in ["paths", "x-webhooks"] {
            self.path_items(map, key);
        }
    }

    pub(super) fn servers(&mut self, map: &mut Object) {
        self.items(map, "servers", |this, server| {
            if let Value::Object(server) = server {
                this.fit(server, &SERVER);
            }
        });
    }

    /// 3.0 has no place for what 3.1 calls `webhooks`.
    fn webhooks(&mut self, map: &mut Object) {
        if map.contains_key("x-webhooks") {
            return;
        }
        if let Some(webhooks) = map.shift_remove("webhooks").filter(Value::is_object) {
            let old = self.place(&["webhooks"]);
            self.moved(&["x-webhooks"], old);
            map.insert("x-webhooks".to_owned(), webhooks);
        }
    }

    /// The references to components, so that the walk can tell those that need nothing.
    fn collect_names(&mut self, map: &Object) {
        let Some(Value::Object(components)) = map.get("components") else { return };
        for (folder, _) in FOLDERS {
            let Some(Value::Object(entries)) = components.get(folder) else { continue };
            let folder = Pointer::root().child("components").child(folder);
            self.names.extend(entries.keys().map(|name| format!("#{}", folder.child(name))));
        }
    }

    fn components(&mut self, components: &mut Object) {
        self.fit(components, &COMPONENTS);
        for (folder, kind) in FOLDERS {
            self.entries(components, folder, |this, value| this.visit(kind, value));
        }
        self.entries(components, "securitySchemes", Self::security_scheme);
        self.path_items(components, "pathItems");
        self.entries(components, "callbacks", Self::callback);
    }

    /// The path items of an object by name.
    pub(super) fn path_items(&mut self, map: &mut Object, key: &str) {
        let Some(Value::Object(items)) = map.get_mut(key) else { return };
        self.within(key, |this| {
            for (path, item) in items.iter_mut().filter(|(path, _)| !path.starts_with("x-")) {
                this.within(path, |this| this.path_item(item));
            }
        });
    }

    /// A callback: path items by expression.
    pub(super) fn callback(&mut self, callback: &mut Value) {
        let Value::Object(items) = callback else { return };
        if items.get("$ref").is_some_and(Value::is_string) {
            return;
        }
        for (expression, item) in items.iter_mut().filter(|(key, _)| !key.starts_with("x-")) {
            self.within(expression, |this| this.path_item(item));
        }
    }

    /// Visits a node of a kind.
    pub(super) fn visit(&mut self, kind: Kind, value: &mut Value) {
        match kind {
            Kind::Schema => self.schema(value),
            Kind::Response => self.response(value),
            Kind::Parameter => self.parameter(value),
            Kind::Body => self.body(value),
            Kind::Header => self.header(value),
            Kind::PathItem => self.path_item(value),
            Kind::Mapping => {}
        }
    }
}
