//! Discriminators: the member that tells objects apart, and what its values stand for.

use std::{
    collections::{HashMap, hash_map::Entry},
    rc::Rc,
};

use super::context::Context;
use crate::{
    load::Node,
    report::{Code, Diagnostic, Pointer, Severity},
};

/// What a discriminator says.
pub(super) struct Mapping<'d> {
    pub(super) property: &'d str,
    /// The schemas that values stand for, each once.
    pub(super) targets: Vec<Node<'d>>,
    values: HashMap<Pointer, Vec<&'d str>>,
}

impl<'d> Mapping<'d> {
    /// The discriminator of a schema. It is read once, since every kind of a family asks for it.
    pub(super) fn of(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Option<Rc<Self>> {
        if let Some(known) = cx.mappings.get(node.pointer()) {
            return known.clone();
        }
        let mapping = Self::read(cx, node).map(Rc::new);
        cx.mappings.insert(node.pointer().clone(), mapping.clone());
        mapping
    }

    /// A value that stands for nothing is said and left out.
    fn read(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Option<Self> {
        let node = node.get("discriminator")?;
        let property = node.get("propertyName")?.str()?;
        let mut mapping = Self { property, targets: Vec::new(), values: HashMap::new() };
        for (value, target) in node.get("mapping").iter().flat_map(Node::entries) {
            let Some(text) = target.str() else { continue };
            match find(cx, text) {
                Some(target) => mapping.add(value, target),
                None => cx.push(
                    Diagnostic::new(
                        Code::UnresolvedRef,
                        format!("`{text}` names no schema, so `{value}` stands for none"),
                    )
                    .severity(Severity::Warning)
                    .at(target.origin()),
                ),
            }
        }
        Some(mapping)
    }

    fn add(&mut self, value: &'d str, target: Node<'d>) {
        match self.values.entry(target.pointer().clone()) {
            Entry::Occupied(mut values) => values.get_mut().push(value),
            Entry::Vacant(values) => {
                values.insert(vec![value]);
                self.targets.push(target);
            }
        }
    }

    /// The values that stand for a schema, and the one that does if none is mapped to it: its name.
    pub(super) fn tags(&self, target: &Pointer) -> (Vec<String>, String) {
        let mapped = self.values.get(target).into_iter().flatten();
        (mapped.map(|value| (*value).to_owned()).collect(), target.last().unwrap_or_default().to_owned())
    }
}

/// A value of `mapping` is a reference, or the name of a schema.
fn find<'d>(cx: &mut Context<'d, '_>, text: &str) -> Option<Node<'d>> {
    let named = Pointer::root().child("components").child("schemas").child(text);
    let node = cx.document.at(&named).or_else(|| {
        let (_, fragment) = text.split_once('#')?;
        cx.document.at(&Pointer::parse(fragment)?)
    })?;
    cx.target(&node).ok()
}
