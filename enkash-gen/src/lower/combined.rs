//! Schemas made of others: a wrapper around one, an object made of several, or a union.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    context::Context,
    family, field, inline, limits, meet, object,
    parts::{self, Part, Parts},
    schema::{self, Definition},
    union,
};
use crate::{
    ir::{Field, Limits, NameHint, Shape, Slot, StructDef, TypeDef, TypeKind, Usage},
    load::Node,
    report::{Code, Diagnostic, Pointer},
};

/// What is being made, whose parts may stand anywhere.
#[derive(Clone, Copy)]
pub(super) struct Made<'a, 'd> {
    pub(super) node: &'a Node<'d>,
    pub(super) hint: &'a NameHint,
    pub(super) component: Option<&'a Pointer>,
}

impl Made<'_, '_> {
    /// The type that is made.
    pub(super) fn typedef(&self, kind: TypeKind) -> TypeDef {
        let text = |key| self.node.value().get(key).and_then(Value::as_str).map(str::to_owned);
        TypeDef {
            hint: self.hint.clone(),
            kind,
            description: text("description").or_else(|| text("title")),
            deprecated: parts::is_true(self.node, "deprecated"),
            usage: Usage::default(),
            received_as: None,
            origin: self.node.origin(),
        }
    }
}

pub(super) fn lower_combined<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    if let Some((only, nullable)) = wrapped(cx, this) {
        let mut slot = match (only.reference(), this.component) {
            (Some(_), _) => schema::lower_schema(cx, &only, this.hint),
            (None, component) => schema::lower_definition(cx, &only, this.hint, component),
        };
        slot.nullable |= nullable;
        return slot;
    }
    let made = Made { node: this.node, hint: this.hint, component: this.component };
    let lower = |cx: &mut Context<'d, '_>| {
        let mut parts = Parts::default();
        parts.gather_root(cx, made.node, made.hint, made.component);
        lower_parts(cx, parts, made)
    };
    // A part may lead back to the object that this stands in, and so to this, which then needs a name.
    if this.component.is_some() { lower(cx) } else { inline::lower_once(cx, made.node, made.hint, lower) }
}

/// The one schema that `allOf` wraps, and whether `null` may stand for it: this is how 3.0 gives a reference a
/// description of its own.
fn wrapped<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Option<(Node<'d>, bool)> {
    const CONSTRAINING: [&str; 10] = [
        "$ref",
        "type",
        "properties",
        "items",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "enum",
        "required",
    ];
    let says = |node: &Node<'_>, key: &str| match node.value().get(key) {
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(map)) => !map.is_empty(),
        Some(value) => !value.is_boolean(),
        None => false,
    };
    let node = this.node;
    let mut members = node.get("allOf")?.items().collect::<Vec<_>>();
    let own = ["properties", "additionalProperties", "required", "oneOf", "anyOf", "enum", "items"];
    if own.iter().any(|key| says(node, key)) {
        return None;
    }
    let nullable =
        members.iter().any(|member| member.reference().is_none() && parts::is_true(member, "nullable"));
    members.retain(|member| CONSTRAINING.iter().any(|key| says(member, key)));
    members.dedup_by(|one, other| one.value() == other.value());
    let [only] = members.as_slice() else { return None };
    // A kind of a family that adds nothing to it is still a kind of its own.
    let own_kind =
        this.component.is_some() && cx.target(only).is_ok_and(|target| family::is_family(cx, &target));
    (!own_kind).then(|| (only.clone(), nullable))
}

/// What gathered parts come to.
pub(super) fn lower_parts<'d>(cx: &mut Context<'d, '_>, parts: Parts<'d>, made: Made<'_, 'd>) -> Slot {
    if parts.deep {
        return looser(cx, made.node, "`allOf` leads through too many schemas");
    }
    if let Some(code) = parts.broken {
        return Slot::of(Shape::Unsupported(code));
    }
    let nullable = parts.nullable;
    let mut slot = if !parts.unions.is_empty() {
        union::lower_union(cx, parts, made)
    } else if parts.others.is_empty() {
        lower_members(cx, &parts, made)
    } else {
        lower_others(cx, &parts, made)
    };
    slot.nullable |= nullable;
    slot
}

/// Parts that are no objects: what all of them allow.
fn lower_others<'d>(cx: &mut Context<'d, '_>, parts: &Parts<'d>, made: Made<'_, 'd>) -> Slot {
    let mut met: Option<Slot> = None;
    for part in &parts.others {
        let slot = if part.node.pointer() == made.node.pointer() || parts::is_combined(&part.node) {
            schema::lower_plain(cx, &part.node, &part.hint)
        } else {
            schema::lower_schema(cx, &part.node, &part.hint)
        };
        met = Some(match met {
            None => slot,
            Some(met) => match meet::meet(cx, &met, &slot) {
                Some(slot) => slot,
                None => return looser(cx, made.node, "the parts of `allOf` contradict each other"),
            },
        });
    }
    let slot = met.unwrap_or(Slot::of(Shape::Any));
    let says_members = !parts.properties.is_empty() || !parts.rest.is_empty();
    match slot.shape {
        Shape::Unsupported(_) => slot,
        // A part that says nothing after all.
        Shape::Any => lower_members(cx, parts, made),
        _ if says_members => looser(cx, made.node, "a part of `allOf` is no object, and another is one"),
        Shape::Inline(def) => {
            Slot { shape: cx.define(made.component, TypeDef { hint: made.hint.clone(), ..*def }), ..slot }
        }
        _ => slot,
    }
}

/// Any JSON, where a document asks for what no type can be.
pub(super) fn looser<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, message: impl Into<String>) -> Slot {
    cx.push(Diagnostic::new(Code::LooserType, message).at(node.origin()));
    Slot::of(Shape::Any)
}

/// Lists and maps are within each other as deep as this.
const MOST_NESTED: usize = 16;

/// What a list or a map holds, unless that makes a type which is too deep for the compiler.
pub(super) fn held<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, item: Slot) -> Box<Slot> {
    let mut inner = &item;
    let mut depth = 0;
    while let Shape::List(item) | Shape::Map(item) = &inner.shape {
        inner = item;
        depth += 1;
    }
    Box::new(if depth < MOST_NESTED { item } else { looser(cx, node, "lists are nested too deep") })
}

/// An object with the members of all parts, in their order.
fn lower_members<'d>(cx: &mut Context<'d, '_>, parts: &Parts<'d>, made: Made<'_, 'd>) -> Slot {
    let rest = parts
        .rest
        .iter()
        .map(|part| schema::lower_schema(cx, &part.node, &part.hint))
        .reduce(|one, other| if one == other { one } else { Slot::of(Shape::Any) });
    if parts.properties.is_empty() && !(parts.closed && rest.is_none()) {
        return Slot::of(match rest {
            Some(rest) => Shape::Map(held(cx, made.node, rest)),
            None if parts.object || !parts.required.is_empty() => Shape::Map(Box::new(Slot::of(Shape::Any))),
            None => Shape::Any,
        });
    }
    if let Some(component) = made.component {
        cx.reserve(component, made.node, made.hint);
    }
    let mut fields: Vec<Field> =
        parts.properties.iter().map(|(name, parts)| lower_member(cx, name, parts)).collect();
    object::apply_required(cx, &mut fields, &parts.required);
    family::fill_in(cx, &mut fields, &parts.families, made.component);
    // Of several parts none speaks for the others.
    let rest_limits = match (&rest, parts.rest.as_slice()) {
        (Some(rest), [only]) => limits::limits_of_each(cx, &only.node, rest),
        _ => Limits::default(),
    };
    let def = made.typedef(TypeKind::Struct(StructDef { fields, rest, rest_limits }));
    Slot::of(cx.define(made.component, def))
}

/// A member that several parts may describe.
fn lower_member<'d>(cx: &mut Context<'d, '_>, name: &str, parts: &[Part<'d>]) -> Field {
    let mut seen = HashSet::new();
    let mut merged: Option<(Field, &Part<'d>)> = None;
    for part in parts.iter().filter(|part| seen.insert(part.node.value())) {
        let field = field::lower_field(cx, name, &part.node, &part.hint);
        let Some((before, earlier)) = merged.take() else {
            merged = Some((field, part));
            continue;
        };
        let slot = match meet::meet(cx, &before.slot, &field.slot) {
            Some(slot) => slot,
            None => meet::meet_objects(cx, earlier, part).unwrap_or_else(|| {
                let message =
                    format!("two parts of `allOf` describe `{name}` in different ways; the last counts");
                cx.push(Diagnostic::new(Code::LooserType, message).at(part.node.origin()));
                field.slot.clone()
            }),
        };
        let nullable = before.slot.nullable || field.slot.nullable;
        let merged_field = Field {
            slot: Slot { nullable, ..slot },
            only: field.only.clone().or(before.only),
            description: field.description.clone().or(before.description),
            example: field.example.clone().or(before.example),
            masked: field.masked || before.masked,
            deprecated: field.deprecated || before.deprecated,
            access: if field.access == crate::ir::Access::Both { before.access } else { field.access },
            ..field
        };
        merged = Some((merged_field, part));
    }
    match merged {
        Some((field, _)) => field,
        // Every name has at least one part.
        None => unreachable!("a member without a schema"),
    }
}
