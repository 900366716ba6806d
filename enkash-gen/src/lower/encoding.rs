//! `encoding`: how the members of a form or of parts are written, where that is not the specification's default.

use super::{body_media, context::Context, depth::Depth, param};
use crate::{
    ir::{Encoding, Field, Location, Media, Notation, Shape, Slot, Style, TypeKind},
    load::Node,
    report::{Code, Diagnostic},
};

/// Lowers the encodings of a body, those left out that change nothing.
pub(super) fn lower_encoding<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    media: Media,
    slot: &Slot,
) -> Vec<Encoding> {
    if !matches!(media, Media::Form | Media::Multipart) {
        return Vec::new();
    }
    let mut list = Vec::new();
    for (name, node) in node.get("encoding").iter().flat_map(Node::entries) {
        let Ok(node) = cx.resolve(&node) else { continue };
        let depth = member(cx, slot, name).map(|field| Depth::of(&cx.api, &field.slot));
        list.extend(match media {
            Media::Form => form(name, &node).filter(|encoding| matters(encoding, depth)),
            _ => part(cx, name, &node),
        });
    }
    if let Some(all) = common(cx, slot, &list) { vec![all] } else { list }
}

/// A member of a form. Its style counts if any part of one is given, else a media type of JSON does.
fn form(name: &str, node: &Node<'_>) -> Option<Encoding> {
    let flag = |key: &str| node.value().get(key).and_then(serde_json::Value::as_bool);
    let style = node.get("style").and_then(|style| style.str());
    let (explode, reserved) = (flag("explode"), flag("allowReserved"));
    let notation = match style {
        Some("spaceDelimited") => Notation::Spaces,
        Some("pipeDelimited") => Notation::Pipes,
        Some("deepObject") => Notation::Deep,
        None if explode.is_none() && reserved.is_none() => {
            let media_type = node.get("contentType").and_then(|name| name.str())?;
            body_media::is_json(media_type).then_some(Notation::Json)?
        }
        _ => Notation::Plain,
    };
    let style = Style { reserved: reserved == Some(true), ..Style::of(notation) };
    Some(Encoding {
        wire_name: Some(name.to_owned()),
        style,
        explode: explode.unwrap_or(param::is_exploded(Location::Body, style)),
        media_type: None,
    })
}

/// Whether a member of a form would be written otherwise without its encoding.
fn matters(encoding: &Encoding, depth: Option<Depth>) -> bool {
    encoding.style.reserved
        || match depth {
            Some(Depth::Scalar) => encoding.style.notation == Notation::Json,
            _ => true,
        }
}

/// A part: only its media type counts. The headers of one are for the caller to give, with the file.
fn part<'d>(cx: &mut Context<'d, '_>, name: &str, node: &Node<'d>) -> Option<Encoding> {
    let is_content_type = |name: &str| name.eq_ignore_ascii_case("content-type");
    let headers = node.get("headers");
    if let Some(headers) = headers.filter(|headers| headers.entries().any(|(name, _)| !is_content_type(name)))
    {
        let message = format!("the headers of the part `{name}` are not written");
        cx.push(
            Diagnostic::new(Code::IgnoredPartHeader, message)
                .at(headers.origin())
                .help("a file takes headers from its caller; other parts have none"),
        );
    }
    let media_type = node.get("contentType").and_then(|name| name.str())?;
    let legal = !media_type.trim().is_empty() && media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    legal.then(|| Encoding {
        wire_name: Some(name.to_owned()),
        style: Style::default(),
        explode: true,
        media_type: Some(media_type.trim().to_owned()),
    })
}

fn member<'a>(cx: &'a Context<'_, '_>, slot: &'a Slot, name: &str) -> Option<&'a Field> {
    fields(cx, slot)?.iter().find(|field| field.wire_name == name)
}

fn fields<'a>(cx: &'a Context<'_, '_>, slot: &'a Slot) -> Option<&'a [Field]> {
    let kind = match &slot.shape {
        Shape::Inline(def) => &def.kind,
        Shape::Named { id, .. } => &cx.api.ty(*id).kind,
        _ => return None,
    };
    if let TypeKind::Struct(def) = kind { Some(&def.fields) } else { None }
}

/// One encoding for all members, if every one that it makes a difference to has it.
fn common(cx: &Context<'_, '_>, slot: &Slot, list: &[Encoding]) -> Option<Encoding> {
    let all = Encoding { wire_name: None, ..list.get(1).and(list.first())?.clone() };
    // `deepObject` leaves a scalar as it is; other styles do not speak of every kind of member.
    let same = |encoding: &Encoding| Encoding { wire_name: None, ..encoding.clone() } == all;
    if all.style != Style::of(Notation::Deep) || !list.iter().all(same) {
        return None;
    }
    let covered = |field: &Field| {
        Depth::of(&cx.api, &field.slot) == Depth::Scalar
            || list.iter().any(|encoding| encoding.wire_name.as_deref() == Some(&field.wire_name))
    };
    fields(cx, slot)?.iter().all(covered).then_some(all)
}
