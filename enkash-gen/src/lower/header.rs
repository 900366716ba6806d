//! The headers that an answer declares, as a struct.

use std::collections::HashSet;

use super::{context::Context, schema};
use crate::{
    ir::{
        Access, Field, Limits, Location, NameHint, Shape, Slot, StructDef, Style, TypeDef, TypeKind, Usage,
    },
    load::Node,
    report::Severity,
};

/// Lowers the headers of an answer; `None` if it declares none.
pub(super) fn lower_headers<'d>(cx: &mut Context<'d, '_>, reply: &Node<'d>, hint: &NameHint) -> Option<Slot> {
    let mut fields: Vec<Field> = Vec::new();
    let mut known = HashSet::from(["content-type".to_owned()]);
    let headers = reply.get("headers")?;
    for (name, node) in headers.entries() {
        // Case makes no other header; `content-type` is said by the media type (OpenAPI 3.0.3, Response Object).
        if known.contains(&name.to_ascii_lowercase()) {
            continue;
        }
        match cx.target(&node) {
            Ok(node) => {
                known.insert(name.to_ascii_lowercase());
                fields.push(lower_header(cx, name, &node, hint));
            }
            Err(diagnostic) => cx.push(diagnostic.severity(Severity::Warning).help("the header is left out")),
        }
    }
    (!fields.is_empty()).then(|| {
        Slot::of(Shape::Inline(Box::new(TypeDef {
            hint: hint.clone(),
            kind: TypeKind::Struct(StructDef { fields, ..StructDef::default() }),
            description: None,
            deprecated: false,
            usage: Usage::default(),
            received_as: None,
            origin: headers.origin(),
        })))
    })
}

/// One header: a scalar or a list of scalars. Whatever else is described is text to those who want it.
fn lower_header<'d>(cx: &mut Context<'d, '_>, name: &str, node: &Node<'d>, owner: &NameHint) -> Field {
    let get = |key| node.value().get(key);
    // Version 2.0 has the schema's keywords in the header itself, and documents that were converted keep them.
    let schema = node.get("schema").or_else(|| get("type").map(|_| node.clone()));
    let mut slot = match schema.filter(|schema| schema.value().is_object()) {
        Some(schema) => schema::lower_schema(cx, &schema, &owner.then(name)),
        None => Slot::of(Shape::Text),
    };
    slot.nullable = false;
    if slot.unsupported().is_some() || !is_plain(cx, &slot, true) {
        slot.shape = Shape::Text;
    }
    let is_true = |key| get(key).and_then(serde_json::Value::as_bool) == Some(true);
    Field {
        wire_name: name.to_owned(),
        location: Location::Header,
        required: is_true("required"),
        slot,
        explode: true,
        style: Style::default(),
        description: get("description").and_then(|text| text.as_str()).map(str::to_owned),
        deprecated: is_true("deprecated"),
        masked: is_true("x-sensitive"),
        access: Access::Both,
        only: None,
        example: None,
        limits: Limits::default(),
        origin: node.origin(),
    }
}

/// Whether a value is one text, or, where a list may stand, several.
fn is_plain(cx: &Context<'_, '_>, slot: &Slot, list: bool) -> bool {
    match &slot.shape {
        Shape::Inline(def) => matches!(def.kind, TypeKind::Enum(_)),
        Shape::List(item) => list && !item.nullable && is_plain(cx, item, false),
        shape => shape.is_scalar() || cx.api.is_enum(shape),
    }
}
