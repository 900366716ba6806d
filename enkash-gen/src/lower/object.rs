//! Objects: structs where members are listed, maps where they are not.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, SchemaKind, Type};

use super::{combined::held, context::Context, field, limits, schema, schema::Definition};
use crate::{
    ir::{Field, Limits, NameHint, Shape, Slot, StructDef, TypeKind},
    load::Node,
    report::{Code, Diagnostic},
};

pub(super) fn lower_object<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    let node = this.node;
    let has_fields = node.get("properties").is_some_and(|properties| properties.entries().next().is_some());
    match (additional(&this.schema.schema_kind), has_fields) {
        (None | Some(AdditionalProperties::Any(true)), false) => {
            Slot::of(Shape::Map(Box::new(Slot::of(Shape::Any))))
        }
        (Some(AdditionalProperties::Schema(_)), false) => {
            let item = lower_additional(cx, node, this.hint).unwrap_or(Slot::of(Shape::Any));
            Slot::of(Shape::Map(held(cx, node, item)))
        }
        (additional, _) => {
            let keeps_rest = matches!(additional, Some(AdditionalProperties::Schema(_)));
            if let Some(component) = this.component {
                cx.reserve(component, node, this.hint);
            }
            let mut fields = lower_properties(cx, node, this.hint);
            let rest = if keeps_rest { lower_additional(cx, node, this.hint) } else { None };
            let rest_limits = match (&rest, node.get("additionalProperties")) {
                (Some(rest), Some(node)) => limits::limits_of_each(cx, &node, rest),
                _ => Limits::default(),
            };
            apply_required(cx, &mut fields, &required(node));
            let def = this.typedef(TypeKind::Struct(StructDef { fields, rest, rest_limits }));
            Slot::of(cx.define(this.component, def))
        }
    }
}

/// The listed members of a schema, none of them required yet.
pub(super) fn lower_properties<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Vec<Field> {
    node.get("properties")
        .iter()
        .flat_map(Node::entries)
        .map(|(name, child)| field::lower_field(cx, name, &child, hint))
        .collect()
}

/// The names under `required`, with their places.
pub(super) fn required<'d>(node: &Node<'d>) -> Vec<(&'d str, Node<'d>)> {
    node.get("required")
        .iter()
        .flat_map(Node::items)
        .filter_map(|item| Some((item.str()?, item.clone())))
        .collect()
}

/// Marks the fields that must be there. A name that no member has is a warning: what it asks for has no schema.
pub(super) fn apply_required(cx: &mut Context<'_, '_>, fields: &mut [Field], required: &[(&str, Node<'_>)]) {
    let mut open: HashSet<&str> = required.iter().map(|(name, _)| *name).collect();
    for field in fields {
        field.required |= open.remove(field.wire_name.as_str());
    }
    for (name, node) in required.iter().filter(|(name, _)| open.remove(name)) {
        cx.push(
            Diagnostic::new(
                Code::UndeclaredRequired,
                format!("`{name}` is required, but no property has that name"),
            )
            .at(node.origin())
            .help("it is neither sent nor expected; declare the property, or take it off the list"),
        );
    }
}

fn additional(kind: &SchemaKind) -> Option<&AdditionalProperties> {
    match kind {
        SchemaKind::Type(Type::Object(object)) => object.additional_properties.as_ref(),
        SchemaKind::Any(any) => any.additional_properties.as_ref(),
        _ => None,
    }
}

fn lower_additional<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Option<Slot> {
    let node = node.get("additionalProperties").filter(|node| node.value().is_object())?;
    Some(schema::lower_schema(cx, &node, &hint.then("value")))
}
