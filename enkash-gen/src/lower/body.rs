//! The request body, in each format that it may have.

use super::{body_media, context::Context, encoding, extension, limits, schema};
use crate::{
    ir::{Body, Limits, Media, Shape, Slot, TypeKind},
    load::{Node, typed},
    report::{Code, Diagnostic},
};

/// One entry of `content`.
struct Entry<'d> {
    name: &'d str,
    node: Node<'d>,
    media: Media,
    /// The schema as it stands, by which equal ones are known.
    schema: Option<Node<'d>>,
}

impl Entry<'_> {
    fn is_like(&self, other: &Self) -> bool {
        self.schema.as_ref().map(Node::value) == other.schema.as_ref().map(Node::value)
    }
}

/// Lowers the body of an operation in each of its formats, the one that is taken first in front: JSON, or else the
/// first of the document. Empty if there is no body.
pub(super) fn lower_bodies<'d>(cx: &mut Context<'d, '_>, operation: &Node<'d>) -> Result<Vec<Body>, Code> {
    let Some(node) = operation.get("requestBody") else { return Ok(Vec::new()) };
    let node = cx.resolve(&node)?;
    extension::check_extensions(cx, &node, extension::Noun::Other);
    let typed = cx.keep(typed::request_body(&node)).ok_or(Code::InvalidNode)?;
    let mut entries: Vec<Entry<'d>> = Vec::new();
    for (name, node) in node.get("content").iter().flat_map(Node::entries) {
        cx.keep(typed::media_type(&node)).ok_or(Code::InvalidNode)?;
        let schema = node.get("schema");
        let media = media(cx, name, &node, schema.as_ref());
        entries.push(Entry { name, node, media, schema });
    }
    entries.sort_by_key(|entry| entry.media != Media::Json);
    let mut bodies: Vec<(Body, Entry<'d>)> = Vec::new();
    for entry in entries {
        if let Some(body) = lower_entry(cx, &entry, &mut bodies) {
            let body = Body {
                required: typed.required,
                description: typed.description.clone(),
                origin: node.origin(),
                ..body
            };
            bodies.push((body, entry));
        }
    }
    Ok(bodies.into_iter().map(|(body, _)| body).collect())
}

/// How a body is written: as its media type says, or where that is a range, as its schema does.
fn media<'d>(cx: &mut Context<'d, '_>, name: &str, node: &Node<'d>, schema: Option<&Node<'d>>) -> Media {
    if !name.contains('/') {
        cx.push(
            Diagnostic::new(Code::InvalidMediaType, format!("`{name}` is no media type"))
                .at(node.origin())
                .help("the schema says how the body is written; write a type such as `application/json`"),
        );
    }
    let is_binary = |node: &Node<'_>| node.get("format").is_some_and(|format| format.str() == Some("binary"));
    body_media::media(name).unwrap_or_else(|| match schema.map(|schema| cx.target(schema)) {
        Some(Ok(schema)) if !is_binary(&schema) => Media::Json,
        _ => Media::Bytes,
    })
}

/// One format; `None` if another one says the same.
fn lower_entry<'d>(
    cx: &mut Context<'d, '_>,
    entry: &Entry<'d>,
    bodies: &mut [(Body, Entry<'d>)],
) -> Option<Body> {
    let media = entry.media;
    let sent = body_media::sent(entry.name, media);
    if let Some((body, _)) = bodies
        .iter_mut()
        .find(|(body, other)| body.media == media && (media == Media::Bytes || entry.is_like(other)))
    {
        if media == Media::Bytes && !body.media_types.contains(&sent) {
            body.media_types.push(sent);
        }
        return None;
    }
    let equal = bodies.iter().find(|(_, other)| entry.is_like(other)).map(|(body, _)| body.slot.clone());
    let mut hint = cx.operation_hint().then("request");
    if !bodies.is_empty() {
        hint = hint.then(word(media));
    }
    let slot = match (equal, &entry.schema) {
        (Some(slot), _) => slot,
        (None, Some(schema)) => schema::lower_schema(cx, schema, &hint),
        (None, None) => Slot::of(if media == Media::Json { Shape::Any } else { Shape::Binary }),
    };
    let is_plain = slot.shape.is_scalar() || is(cx, &slot, |kind| matches!(kind, TypeKind::Enum(_)));
    // What the caller would have to write by hand is no gain beside what is written from the schema.
    let structured = bodies.iter().any(|(body, _)| !matches!(body.media, Media::Text | Media::Bytes));
    let by_hand = matches!(media, Media::Text | Media::Bytes);
    if by_hand && structured && (!is_plain || body_media::is_xml(entry.name)) {
        let message = format!("`{}` is not written, as another media type of the body is", entry.name);
        cx.push(Diagnostic::new(Code::IgnoredMediaType, message).at(entry.node.origin()));
        return None;
    }
    let slot = match media {
        Media::Json => slot,
        Media::Form | Media::Multipart => named_members(cx, entry, slot),
        Media::Text if is_plain && !body_media::is_xml(entry.name) && slot.shape != Shape::Binary => slot,
        Media::Text | Media::Bytes => {
            if !is_plain || body_media::is_xml(entry.name) {
                by_hand_warning(cx, entry);
            }
            Slot::of(if media == Media::Text { Shape::Text } else { Shape::Binary })
        }
    };
    let encoding = encoding::lower_encoding(cx, &entry.node, media, &slot);
    let limits = match &entry.schema {
        Some(schema) => limits::limits_of_each(cx, schema, &slot),
        None => Limits::default(),
    };
    Some(Body {
        required: true,
        media,
        media_types: vec![sent],
        encoding,
        slot,
        limits,
        description: None,
        origin: entry.node.origin(),
    })
}

fn by_hand_warning(cx: &mut Context<'_, '_>, entry: &Entry<'_>) {
    cx.push(
        Diagnostic::new(
            Code::WrittenByHand,
            format!("a body in `{}` is not written from its schema", entry.name),
        )
        .at(entry.node.origin())
        .help("the caller gives it as text or bytes; `application/json` would be written from the schema"),
    );
}

/// A form and parts are made of members with names; of a body that is not, the caller names them.
fn named_members<'d>(cx: &mut Context<'d, '_>, entry: &Entry<'d>, slot: Slot) -> Slot {
    let named = matches!(slot.shape, Shape::Map(_) | Shape::Unsupported(_))
        || is(cx, &slot, |kind| !matches!(kind, TypeKind::Enum(_)));
    if named {
        return Slot { nullable: false, ..slot };
    }
    if entry.schema.is_some() {
        let message = format!("a body in `{}` is no object, so its members have no names", entry.name);
        cx.push(
            Diagnostic::new(Code::InvalidMediaType, message)
                .at(entry.node.origin())
                .help("any members are taken; describe them under `properties`"),
        );
    }
    let item = if entry.media == Media::Multipart { Shape::Binary } else { Shape::Any };
    Slot::of(Shape::Map(Box::new(Slot::of(item))))
}

fn is(cx: &Context<'_, '_>, slot: &Slot, test: impl Fn(&TypeKind) -> bool) -> bool {
    match &slot.shape {
        Shape::Inline(def) => test(&def.kind),
        Shape::Named { id, .. } => test(&cx.api.ty(*id).kind),
        _ => false,
    }
}

fn word(media: Media) -> &'static str {
    match media {
        Media::Json => "json",
        Media::Form => "form",
        Media::Multipart => "multipart",
        Media::Text => "text",
        Media::Bytes => "bytes",
    }
}
