//! Families: an object with a `discriminator` whose kinds are the schemas that include it by `allOf`. Where the object
//! itself is used as a type, a value is one of its kinds.

use std::collections::{HashMap, HashSet};

use super::{combined::Made, context::Context, mapping::Mapping, meet, parts, union};
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
    let kinds = kinds(cx).get(node.pointer());
    kinds.into_iter().flatten().any(|kind| kind.pointer() != node.pointer())
}

/// The union of a family's kinds; `None` if the schema is none.
pub(super) fn lower_family<'d>(cx: &mut Context<'d, '_>, made: Made<'_, 'd>) -> Option<Slot> {
    if made.component.is_none() || !is_family(cx, made.node) {
        return None;
    }
    let mapping = Mapping::of(cx, made.node)?;
    let mut members = all_kinds(cx, made.node);
    // A value of the mapping may also stand for the object itself.
    let mut known: HashSet<Pointer> = members.iter().map(|member| member.pointer().clone()).collect();
    known.insert(made.node.pointer().clone());
    members.extend(mapping.targets.iter().filter(|target| known.insert(target.pointer().clone())).cloned());
    Some(union::lower_kinds(cx, &members, &mapping, made))
}

fn kinds<'c, 'd>(cx: &'c mut Context<'d, '_>) -> &'c Kinds<'d> {
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
    cx.kinds.get_or_insert_default()
}

/// The kinds of a schema and theirs, unless a kind tells its own apart.
fn all_kinds<'d>(cx: &mut Context<'d, '_>, base: &Node<'d>) -> Vec<Node<'d>> {
    let kinds = kinds(cx);
    let mut found: Vec<Node<'d>> = Vec::new();
    let mut known = HashSet::from([base.pointer().clone()]);
    let mut todo: Vec<&Node<'d>> = kinds.get(base.pointer()).into_iter().flatten().rev().collect();
    while let Some(kind) = todo.pop() {
        if !known.insert(kind.pointer().clone()) {
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
        let Some(mapping) = Mapping::of(cx, base) else { continue };
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
