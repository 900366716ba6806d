//! `oneOf` and `anyOf`: a value that is one of several.
//!
//! Both are read alike: a value is taken as the variant that it fits best. A union that comes to one type – texts of
//! several formats, an enum beside any text, `null` beside a value – is that type.

use std::collections::HashSet;

use serde_json::Value;

use self::variants::settle;
use super::{
    combined::{self, Made},
    context::Context,
    mapping::Mapping,
    parts::Parts,
    reference, schema,
};
use crate::{
    ir::{NameHint, Slot, Tag, Variant},
    load::Node,
};

mod variants;

/// More alternatives than this, of several unions beside each other, are not multiplied out.
const MAX_ALTERNATIVES: usize = 64;

/// One alternative, before what is alike has become one.
struct Alternative<'d> {
    node: Node<'d>,
    hint: NameHint,
    word: Option<String>,
}

pub(super) fn lower_union<'d>(cx: &mut Context<'d, '_>, mut parts: Parts<'d>, made: Made<'_, 'd>) -> Slot {
    let (part, key) = parts.unions.remove(0);
    let product = parts
        .unions
        .iter()
        .map(|(part, key)| part.node.get(key).map_or(0, |list| list.items().count()))
        .fold(1_usize, usize::saturating_mul);
    let members: Vec<Node<'d>> = part.node.get(key).iter().flat_map(Node::items).collect();
    if product > 1 && product.saturating_mul(members.len()) > MAX_ALTERNATIVES {
        return combined::looser(cx, &part.node, "several unions have too many alternatives together");
    }
    let mapping = Mapping::of(cx, &part.node);
    let count = members.len();
    let mut nullable = false;
    let mut alternatives = Vec::new();
    for (index, node) in members.into_iter().enumerate() {
        if is_null(&node) {
            nullable = true;
            continue;
        }
        let word = node.reference().is_none().then(|| word(&node)).flatten();
        let hint = match &word {
            _ if count == 1 => made.hint.clone(),
            Some(word) => made.hint.then(word),
            None => made.hint.then(format!("variant {}", index + 1)),
        };
        alternatives.push(Alternative { node, hint, word });
    }
    let alone = parts.is_empty() || declares_all(cx, &parts, &alternatives);
    let mut variants = Vec::new();
    for Alternative { node, hint, word } in alternatives {
        let mut slot = if alone {
            schema::lower_schema(cx, &node, &hint)
        } else {
            let mut parts = parts.clone();
            parts.gather(cx, &node, &hint);
            combined::lower_parts(cx, parts, Made { node: &node, hint: &hint, component: None })
        };
        nullable |= std::mem::take(&mut slot.nullable);
        let mut variant = Variant { word, ..Variant::of(slot) };
        if let (Some(mapping), Ok(target)) = (&mapping, cx.target(&node))
            && node.reference().is_some()
        {
            let (tags, implied) = mapping.tags(target.pointer());
            (variant.tags, variant.implied) = (tags, Some(implied));
        }
        variants.push(variant);
    }
    let tag = mapping.as_ref().map(|mapping| Tag { wire_name: mapping.property.to_owned(), strict: true });
    if let Some(mapping) = &mapping
        && alone
    {
        add_mapped(cx, mapping, &mut variants);
    }
    let slot = settle(cx, variants, tag, made);
    Slot { nullable: slot.nullable || nullable, ..slot }
}

/// What the elements of a list may be that are described one by one.
pub(super) fn lower_tuple<'d>(cx: &mut Context<'d, '_>, members: &[Node<'d>], made: Made<'_, 'd>) -> Slot {
    let mut nullable = false;
    let mut variants = Vec::new();
    for (index, node) in members.iter().enumerate() {
        let hint = made.hint.then(word(node).unwrap_or_else(|| format!("variant {}", index + 1)));
        let mut slot = schema::lower_schema(cx, node, &hint);
        nullable |= std::mem::take(&mut slot.nullable);
        variants.push(Variant::of(slot));
    }
    let slot = settle(cx, variants, None, made);
    Slot { nullable: slot.nullable || nullable, ..slot }
}

/// The union of the kinds of a family.
pub(super) fn lower_kinds<'d>(
    cx: &mut Context<'d, '_>,
    kinds: &[Node<'d>],
    mapping: &Mapping<'d>,
    made: Made<'_, 'd>,
) -> Slot {
    let mut variants = Vec::new();
    for kind in kinds {
        let mut variant = Variant::of(reference::lower_target(cx, kind));
        variant.slot.nullable = false;
        let (tags, implied) = mapping.tags(kind.pointer());
        (variant.tags, variant.implied) = (tags, Some(implied));
        variants.push(variant);
    }
    let (tags, _) = mapping.tags(made.node.pointer());
    if !tags.is_empty() {
        let hint = made.hint.then("base");
        let mut parts = Parts::default();
        parts.gather_root(cx, made.node, &hint, made.component);
        let slot = combined::lower_parts(cx, parts, Made { hint: &hint, component: None, ..made });
        variants.push(Variant { tags, ..Variant::of(slot) });
    }
    let tag = Tag { wire_name: mapping.property.to_owned(), strict: true };
    settle(cx, variants, Some(tag), made)
}

/// Adds the schemas that the discriminator names and the union does not.
fn add_mapped<'d>(cx: &mut Context<'d, '_>, mapping: &Mapping<'d>, variants: &mut Vec<Variant>) {
    let known: HashSet<Vec<String>> = variants.iter().map(|variant| variant.tags.clone()).collect();
    for target in &mapping.targets {
        let (tags, implied) = mapping.tags(target.pointer());
        if !known.contains(&tags) {
            let mut slot = reference::lower_target(cx, target);
            slot.nullable = false;
            variants.push(Variant { tags, implied: Some(implied), ..Variant::of(slot) });
        }
    }
}

/// Whether each alternative is an object that already has every member that stands beside the union.
fn declares_all<'d>(cx: &mut Context<'d, '_>, parts: &Parts<'d>, alternatives: &[Alternative<'d>]) -> bool {
    let plain = parts.rest.is_empty() && parts.others.is_empty() && parts.unions.is_empty();
    plain
        && alternatives.iter().all(|Alternative { node, hint, .. }| {
            let mut own = Parts::default();
            own.gather(cx, node, hint);
            own.unions.is_empty() && parts.properties.iter().all(|(name, _)| own.has(name))
        })
}

/// Whether an alternative only allows `null`.
fn is_null(node: &Node<'_>) -> bool {
    let Some(map) = node.value().as_object() else { return false };
    let null_type = map.get("type").is_some_and(|word| word == "null");
    let null_enum = map
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| values.iter().all(Value::is_null) && !values.is_empty());
    let only_nullable = map.get("nullable") == Some(&Value::Bool(true))
        && map.keys().all(|key| ["nullable", "title", "description"].contains(&key.as_str()));
    null_type || null_enum || only_nullable
}

/// What an alternative is called where it stands: its title, the one value of one of its members,
/// or the one member that it must have.
fn word(node: &Node<'_>) -> Option<String> {
    if let Some(title) = node.get("title").and_then(|title| title.str()).filter(|title| title.len() <= 40) {
        return Some(title.to_owned());
    }
    let properties = node.value().get("properties")?.as_object()?;
    let required = node.value().get("required").and_then(Value::as_array);
    let mut only =
        properties.values().filter_map(|schema| match schema.get("enum")?.as_array()?.as_slice() {
            [Value::String(text)] if !text.is_empty() => Some(text.clone()),
            _ => None,
        });
    only.next().or_else(|| match required?.as_slice() {
        [Value::String(name)] if properties.contains_key(name) => Some(name.clone()),
        _ => None,
    })
}
