//! `allOf`: a wrapper around one schema, or an object made of several.

use super::{context::Context, object, schema, schema::Definition};
use crate::{
    ir::{Field, Shape, Slot, StructDef, TypeKind},
    load::Node,
    report::{Code, Diagnostic},
};

/// Keywords that say something about the value rather than about its documentation.
const CONSTRAINING: [&str; 9] =
    ["$ref", "type", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "enum"];

pub(super) fn lower_all_of<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    let node = this.node;
    let members: Vec<_> = node.get("allOf").iter().flat_map(Node::items).collect();
    let constraining: Vec<_> = members.iter().filter(|member| is_constraining(member)).collect();
    let own_fields = node.get("properties").is_some() || node.get("additionalProperties").is_some();
    let own_required = !object::required(node).is_empty()
        || members.iter().any(|member| !object::required(member).is_empty());
    match constraining.as_slice() {
        // `allOf: [{$ref}]` is how 3.0 gives a reference a description of its own.
        [only] if !own_fields && (only.reference().is_some() && !own_required) => {
            let mut slot = schema::lower_schema(cx, only, this.hint);
            slot.nullable |= members.iter().any(is_nullable);
            slot
        }
        [] if !own_fields => Slot::of(Shape::Any),
        _ => merge(cx, this, &members),
    }
}

fn is_constraining(node: &Node<'_>) -> bool {
    CONSTRAINING.iter().any(|key| node.value().get(key).is_some())
}

fn is_nullable(node: &Node<'_>) -> bool {
    node.get("nullable").is_some_and(|node| node.value() == &serde_json::Value::Bool(true))
}

/// One struct with the members of all parts, in their order.
fn merge<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, members: &[Node<'d>]) -> Slot {
    if let Some(component) = this.component {
        cx.reserve(component, this.node, this.hint);
    }
    let mut merged = StructDef::default();
    let mut required = Vec::new();
    let mut failure = None;
    for member in members {
        if is_constraining(member) {
            match part(cx, member, this) {
                Ok(part) => failure = failure.or(absorb(cx, &mut merged, part, member).err()),
                Err(code) => failure = failure.or(Some(code)),
            }
        }
        required.extend(object::required(member).into_iter().filter(|_| member.reference().is_none()));
    }
    let own = StructDef { fields: object::lower_properties(cx, this.node, this.hint), rest: None };
    failure = failure.or(absorb(cx, &mut merged, own, this.node).err());
    required.extend(object::required(this.node));
    object::apply_required(cx, &mut merged.fields, &required);
    let kind = failure.map_or(TypeKind::Struct(merged), TypeKind::Unsupported);
    Slot::of(match kind {
        TypeKind::Unsupported(code) if this.component.is_none() => Shape::Unsupported(code),
        kind => cx.define(this.component, this.typedef(kind)),
    })
}

/// The members of one part, which must be an object.
fn part<'d>(
    cx: &mut Context<'d, '_>,
    member: &Node<'d>,
    this: &Definition<'_, 'd>,
) -> Result<StructDef, Code> {
    let slot = schema::lower_schema(cx, member, this.hint);
    let kind = match slot.shape {
        Shape::Unsupported(code) => return Err(code),
        Shape::Inline(def) => def.kind,
        Shape::Named { id, .. } => cx.api.ty(id).kind.clone(),
        // A part that allows any members adds none.
        Shape::Map(item) if item.shape == Shape::Any => TypeKind::Struct(StructDef::default()),
        Shape::Map(item) => TypeKind::Struct(StructDef { fields: Vec::new(), rest: Some(*item) }),
        _ => TypeKind::Enum(crate::ir::EnumDef::default()),
    };
    match kind {
        TypeKind::Struct(def) => Ok(def),
        // An object that is still open is one that this one is part of.
        TypeKind::Unsupported(Code::RefCycle) => {
            cx.unsupported(member, Code::UnsupportedSchema, "`allOf` leads back to the schema it stands in");
            Err(Code::UnsupportedSchema)
        }
        TypeKind::Unsupported(code) => Err(code),
        TypeKind::Enum(_) | TypeKind::Cases(_) => {
            cx.unsupported(member, Code::UnsupportedSchema, "a part of `allOf` is no object");
            Err(Code::UnsupportedSchema)
        }
    }
}

fn absorb<'d>(
    cx: &mut Context<'d, '_>,
    merged: &mut StructDef,
    part: StructDef,
    node: &Node<'d>,
) -> Result<(), Code> {
    for field in part.fields {
        let Some(twin) = merged.fields.iter_mut().find(|twin| twin.wire_name == field.wire_name) else {
            merged.fields.push(field);
            continue;
        };
        if !is_same(twin, &field) {
            cx.push(
                Diagnostic::new(
                    Code::UnsupportedSchema,
                    format!("two parts of `allOf` describe `{}` in different ways", field.wire_name),
                )
                .at(node.origin()),
            );
            return Err(Code::UnsupportedSchema);
        }
        let required = twin.required || field.required;
        *twin = Field {
            required,
            description: field.description.clone().or_else(|| twin.description.clone()),
            ..field
        };
    }
    merged.rest = merged.rest.take().or(part.rest);
    Ok(())
}

/// Whether two descriptions of a member come to the same value; what they say about it may differ.
fn is_same(one: &Field, other: &Field) -> bool {
    match (&one.slot.shape, &other.slot.shape) {
        (Shape::Inline(one), Shape::Inline(other)) => match (&one.kind, &other.kind) {
            (TypeKind::Enum(one), TypeKind::Enum(other)) => one == other,
            _ => false,
        },
        _ => one.slot == other.slot,
    }
}
