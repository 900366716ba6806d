//! The request body.

use super::{context::Context, extension, media, param, schema};
use crate::{
    ir::{Body, Media, NameHint, Shape, Slot, TypeDef, TypeKind},
    load::{Node, typed},
    report::Code,
};

/// Lowers the body of an operation; `None` if it has none.
pub(super) fn lower_body<'d>(cx: &mut Context<'d, '_>, operation: &Node<'d>) -> Result<Option<Body>, Code> {
    let Some(node) = operation.get("requestBody") else { return Ok(None) };
    let node = cx.resolve(&node)?;
    extension::check_extensions(cx, &node, extension::Noun::Other);
    let typed = cx.keep(typed::request_body(&node)).ok_or(Code::InvalidNode)?;
    let Some(content) = node.get("content").filter(|content| content.entries().next().is_some()) else {
        return Ok(None);
    };
    let (media, entry) = media::pick(cx, &content, media::of_request)?;
    let typed_media = cx.keep(typed::media_type(&entry)).ok_or(Code::InvalidNode)?;
    if !typed_media.encoding.is_empty() {
        let node = entry.get("encoding").unwrap_or(entry);
        cx.unsupported(&node, Code::UnsupportedMediaType, "a form has an `encoding`");
        return Err(Code::UnsupportedMediaType);
    }
    let hint = NameHint::new(cx.operation.clone().unwrap_or_default()).then("request");
    let slot = match entry.get("schema") {
        Some(schema) => schema::lower_schema(cx, &schema, &hint),
        None => Slot::of(Shape::Any),
    };
    if media == Media::Form {
        check_form(cx, &entry, &slot)?;
    }
    Ok(Some(Body {
        required: typed.required,
        media,
        slot,
        description: typed.description,
        origin: node.origin(),
    }))
}

/// A form is a struct of scalars and lists of scalars: deeper values have no agreed spelling in it.
fn check_form<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, slot: &Slot) -> Result<(), Code> {
    if let Some(code) = slot.unsupported() {
        return Err(code);
    }
    let def: Option<&TypeDef> = match &slot.shape {
        Shape::Inline(def) => Some(def),
        Shape::Named { id, .. } => Some(cx.api.ty(*id)),
        _ => None,
    };
    let deep = match def.map(|def| &def.kind) {
        Some(TypeKind::Struct(def)) => def
            .fields
            .iter()
            .find(|field| !param::is_plain(cx, &field.slot, true))
            .map(|field| format!("the form field `{}` is no scalar or list of scalars", field.wire_name)),
        Some(TypeKind::Unsupported(code)) => return Err(*code),
        _ => Some("a form is not made of an object with properties".to_owned()),
    };
    match deep {
        None => Ok(()),
        Some(message) => {
            cx.unsupported(node, Code::UnsupportedSchema, message);
            Err(Code::UnsupportedSchema)
        }
    }
}
