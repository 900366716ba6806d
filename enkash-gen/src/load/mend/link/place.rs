//! References to what stands in this document, wherever it has been moved to.

use serde_json::{Value, json};

use super::{Kind, Link, MOST_HOPS, component::component, name, settle::Settler};
use crate::{
    load::reach::{reach, reach_mut},
    report::{Code, Diagnostic, Pointer, SourceId},
};

impl Settler<'_, '_, '_> {
    /// Where a node of this document stands now, by where it stood in its text.
    pub(super) fn find(&self, source: SourceId, fragment: &str, kind: Kind) -> Option<Pointer> {
        let Some(old) = Pointer::parse(fragment) else {
            return self.mender.anchors.get(&(source, fragment.to_owned())).cloned();
        };
        self.stands(source, &old).or_else(|| {
            // A path item that has taken the place of a reference is what stood there.
            if kind == Kind::PathItem && reach(self.root, &old).is_some() {
                return Some(old.clone());
            }
            // What the walk has written itself, and what was converted with old references left in it.
            let modern = match old.tokens().collect::<Vec<_>>()[..] {
                ["definitions", name] => ["components", "schemas", name]
                    .into_iter()
                    .fold(Pointer::root(), |pointer, token| pointer.child(token)),
                _ => old.clone(),
            };
            let known = component(&modern).is_some_and(|(folder, _)| Some(folder) == kind.folder());
            (known && reach(self.root, &modern).is_some()).then_some(modern)
        })
    }

    /// Where what stood at a place stands now.
    pub(super) fn stands(&self, source: SourceId, old: &Pointer) -> Option<Pointer> {
        let place = (source, old.clone());
        let here = |now: &Pointer| reach(self.root, now).is_some() && self.mender.origins.of(now) == place;
        self.mender.origins.now(source, old).find(here)
    }

    pub(super) fn place_node(&mut self, link: &Link, now: &Pointer) {
        if link.kind == Kind::PathItem {
            return self.place_path_item(link, now);
        }
        if component(now).is_some_and(|(folder, _)| Some(folder) == link.kind.folder()) {
            return self.set(link, format!("#{now}"));
        }
        let Some(node) = reach(self.root, now) else { return };
        if let Some(text) = node.get("$ref").and_then(Value::as_str) {
            let text = text.to_owned();
            if self.mender.names.contains(&text) {
                return self.set(link, text);
            }
            // It is to be settled itself, and may move until then.
            if link.hops < MOST_HOPS {
                return self.mender.links.push(Link { hops: link.hops + 1, ..link.clone() });
            }
            return self.set(link, format!("#{now}"));
        }
        if !matches!(link.kind, Kind::Schema | Kind::Mapping) {
            self.set(link, format!("#{now}"));
            let mut tokens = now.tokens();
            let visited = matches!(tokens.next(), Some("components" | "paths" | "x-webhooks"))
                && tokens.next().is_some();
            if !visited && self.walked.insert(now.clone()) {
                let source = self.mender.origins.of(now).0;
                self.walk(link.kind, now, source);
            }
            return;
        }
        if !node.is_object() {
            let text = self.text(link).unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::UnresolvedRef, format!("`{text}` leads to no schema"));
            return self.fail(link, Some(diagnostic));
        }
        let moves = name::is_schema(now);
        if !moves && !self.copied.may_add(node) {
            return;
        }
        let Some((name, reference, to)) = self.component_for("schemas", &name::of(now, self.root)) else {
            return;
        };
        // Before anything moves: the reference may stand inside of what it refers to.
        self.set(link, reference.clone());
        let Some(node) = reach_mut(self.root, now) else { return };
        let value = if moves { std::mem::replace(node, json!({"$ref": reference})) } else { node.clone() };
        self.mender.origins.copy(now, &to);
        self.put("schemas", name, value);
        let source = self.mender.origins.of(&to).0;
        self.walk(Kind::Schema, &to, source);
    }
}
