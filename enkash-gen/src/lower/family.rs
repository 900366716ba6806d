//! Families: an object with a `discriminator` whose kinds are the schemas that include it by `allOf`. Where the object
//! itself is used as a type, a value is one of its kinds.

use std::collections::HashMap;

use super::{
    combined::Made,
    context::Context,
    meet, parts,
    union::{self, Mapping},
};
use crate::{
    ir::{Constant, Field, Shape, Slot},
    load::Node,
    report::Pointer,
};

/// The schemas that include each schema by `allOf`, in the order of the document.
pub(super) type Kinds<'d> = HashMap<Pointer, Vec<Node<'d>>>;

/// Whether a schema has kinds that its discriminator tells apart.
pub(super) fn is_family<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>) -> bool {
    if node.get("discriminator").is_none() || !parts::is_object(node) || is_union(node) {
        return false;
    }
    !kinds(cx, node).is_empty()
}

/// The union of a family's kinds; `None` if the schema is none.
pub(super) fn lower_family<'d>(cx: &mut Context<'d, '_>, made: Made<'_, 'd>) -> Option<Slot> {
    if made.component.is_none() || !is_family(cx, made.node) {
        return None;
    }
    let mapping = Mapping::read(cx, made.node)?;
    let mut members = kinds(cx, made.node);
    for target in mapping.targets() {
        // A value of the mapping may also stand for the object itself.
        let known = members.iter().any(|member| member.pointer() == target.pointer());
        if !known && target.pointer() != made.node.pointer() {
            members.push(target);
        }
    }
    Some(union::lower_kinds(cx, &members, &mapping, made))
}

/// The kinds of a schema and theirs, unless a kind tells its own apart.
fn kinds<'d>(cx: &mut Context<'d, '_>, base: &Node<'d>) -> Vec<Node<'d>> {
    if cx.kinds.is_none() {
        let mut kinds = Kinds::new();
        let root = cx.document.root();
        let schemas = root.get("components").and_then(|components| components.get("schemas"));
        for (_, schema) in schemas.iter().flat_map(Node::entries) {
            for member in schema.get("allOf").iter().flat_map(Node::items) {
                if member.reference().is_some()
                    && let Ok(target) = cx.target(&member)
                {
                    kinds.entry(target.pointer().clone()).or_default().push(schema.clone());
                }
            }
        }
        cx.kinds = Some(kinds);
    }
    let Some(kinds) = &cx.kinds else { return Vec::new() };
    let mut found: Vec<Node<'d>> = Vec::new();
    let mut todo: Vec<&Node<'d>> = kinds.get(base.pointer()).into_iter().flatten().rev().collect();
    while let Some(kind) = todo.pop() {
        if kind.pointer() == base.pointer() || found.iter().any(|known| known.pointer() == kind.pointer()) {
            continue;
        }
        found.push(kind.clone());
        if kind.get("discriminator").is_none() {
            todo.extend(kinds.get(kind.pointer()).into_iter().flatten().rev());
        }
    }
    found
}

fn is_union(node: &Node<'_>) -> bool {
    ["oneOf", "anyOf"].iter().any(|key| node.get(key).is_some_and(|list| list.items().next().is_some()))
}

/// Says of the member that tells the kinds apart which value it has in this kind.
pub(super) fn fill_in<'d>(
    cx: &mut Context<'d, '_>,
    fields: &mut [Field],
    families: &[Node<'d>],
    component: Option<&Pointer>,
) {
    let Some(component) = component else { return };
    for base in families.iter().filter(|base| base.pointer() != component) {
        let Some(mapping) = Mapping::read(cx, base) else { continue };
        let (mut tags, implied) = mapping.tags(component);
        if tags.is_empty() {
            tags.push(implied);
        }
        let [tag] = tags.as_slice() else { continue };
        let Some(field) = fields.iter_mut().find(|field| field.wire_name == mapping.property) else {
            continue;
        };
        let text = field.slot.shape == Shape::Text || meet::choices(cx, &field.slot.shape).is_some();
        if text && !field.slot.nullable {
            field.only = Some(Constant::Text(tag.clone()));
        }
    }
}
