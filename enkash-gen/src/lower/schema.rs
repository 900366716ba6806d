//! Schemas: what kind of value one describes.

use openapiv3::Schema;

use super::{
    combined::{self, Made},
    context::Context,
    enumeration, extension, family, format, kind,
    kind::Kind,
    list, object, parts, reference,
};
use crate::{
    ir::{NameHint, Shape, Slot, TypeDef, TypeKind, Usage},
    load::{Node, typed},
    report::{Code, Diagnostic, Pointer},
};

/// Lowers a schema or a reference to one; `hint` names what it defines, if it defines anything.
pub(super) fn lower_schema<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Slot {
    if node.reference().is_some() {
        reference::lower_reference(cx, node)
    } else {
        lower_definition(cx, node, hint, None)
    }
}

/// Lowers a schema that is no reference. `component` is its pointer if others refer to it by that.
pub(super) fn lower_definition<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    hint: &NameHint,
    component: Option<&Pointer>,
) -> Slot {
    cx.depth += 1;
    let slot = lower_nested(cx, node, hint, component);
    if cx.depth == 1 {
        reference::lower_deferred(cx);
    }
    cx.depth -= 1;
    slot
}

fn lower_nested<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    hint: &NameHint,
    component: Option<&Pointer>,
) -> Slot {
    let schema = match typed::schema(node) {
        Ok(schema) => schema,
        Err(diagnostic) => return cx.refuse(diagnostic),
    };
    extension::check_extensions(cx, node, extension::Noun::Schema);
    if node.get("not").is_some() {
        let message = "`not` says what a value is not, which a type cannot";
        cx.push(Diagnostic::new(Code::IgnoredConstraint, message).at(node.origin()));
    }
    let this = Definition { node, hint, component, schema: &schema };
    let mut slot = if parts::is_combined(node) {
        combined::lower_combined(cx, &this)
    } else if let Some(slot) = family::lower_family(cx, Made { node, hint, component }) {
        slot
    } else {
        lower_kind(cx, &this)
    };
    slot.nullable |= schema.schema_data.nullable;
    slot
}

/// Lowers what a schema says beside the others that it is made of.
pub(super) fn lower_plain<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Slot {
    match typed::schema(node) {
        Ok(schema) => lower_kind(cx, &Definition { node, hint, component: None, schema: &schema }),
        Err(diagnostic) => cx.refuse(diagnostic),
    }
}

fn lower_kind<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    match kind::classify(cx, this) {
        Kind::Object => object::lower_object(cx, this),
        Kind::List => list::lower_list(cx, this),
        Kind::Enum(of) => enumeration::lower_enum(cx, this, of),
        Kind::Text => Slot::of(format::text(this)),
        Kind::Integer => Slot::of(Shape::Int(format::integer(this))),
        Kind::Number => Slot::of(format::number(this)),
        Kind::Boolean => Slot::of(Shape::Bool),
        Kind::Binary => Slot::of(Shape::Binary),
        Kind::Anything => Slot::of(Shape::Any),
    }
}

/// A schema on its way into the IR.
pub(super) struct Definition<'a, 'd> {
    pub(super) node: &'a Node<'d>,
    pub(super) hint: &'a NameHint,
    pub(super) component: Option<&'a Pointer>,
    pub(super) schema: &'a Schema,
}

impl Definition<'_, '_> {
    /// The type that this schema defines.
    pub(super) fn typedef(&self, kind: TypeKind) -> TypeDef {
        let data = &self.schema.schema_data;
        TypeDef {
            hint: self.hint.clone(),
            kind,
            description: data.description.clone().or_else(|| data.title.clone()),
            deprecated: data.deprecated,
            usage: Usage::default(),
            received_as: None,
            origin: self.node.origin(),
        }
    }
}
