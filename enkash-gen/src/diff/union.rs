//! Unions: the alternatives, and what tells them apart.

use super::{
    rules::Rule,
    value::slots,
    walk::{At, Side, Walk},
    words,
};
use crate::ir::{Shape, UnionDef, Variant};

/// Compares two unions.
pub(super) fn unions<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a UnionDef, new: &'a UnionDef) {
    let tag = |def: &UnionDef| def.tag.as_ref().map(|tag| tag.wire_name.clone());
    if tag(old) != tag(new) {
        at.add(at.pick(Rule::RequestTag, Rule::ResponseTag), tag(old), tag(new));
    }
    let mut come: Vec<(String, &Variant)> =
        new.variants.iter().map(|variant| (name(walk.new, variant), variant)).collect();
    let mut gone = Vec::new();
    for variant in &old.variants {
        let known = name(walk.old, variant);
        match come.iter().position(|(name, _)| *name == known) {
            Some(twin) => {
                let (_, other) = come.remove(twin);
                alternative(walk, at, &known, variant, other);
            }
            None => gone.push((known, variant)),
        }
    }
    // Without names of their own they are known by their order alone.
    let is_nameless = |(_, variant): &(String, &Variant)| matches!(variant.slot.shape, Shape::Inline(_));
    if gone.len() == come.len() && gone.iter().chain(&come).all(is_nameless) {
        for ((_, was), (name, is)) in gone.iter().zip(&come) {
            alternative(walk, at, name, was, is);
        }
        return;
    }
    for (name, _) in gone {
        at.gone(at.pick(Rule::RequestVariantRemoved, Rule::ResponseVariantRemoved), name);
    }
    for (name, _) in come {
        at.come(at.pick(Rule::RequestVariantAdded, Rule::ResponseVariantAdded), name);
    }
}

fn alternative<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, name: &str, old: &'a Variant, new: &'a Variant) {
    let mut at = at.below(&format!("<{name}>"));
    let tags = |variant: &Variant| {
        let mut tags = variant.tags.clone();
        tags.sort();
        tags
    };
    if tags(old) != tags(new) {
        at.turn(at.pick(Rule::RequestTag, Rule::ResponseTag), old.tags.join(", "), new.tags.join(", "));
    }
    slots(walk, &mut at, &old.slot, &new.slot, false);
}

/// What an alternative is called: by the document, or else by what it is.
fn name(side: Side<'_>, variant: &Variant) -> String {
    match (&variant.word, &variant.slot.shape) {
        (Some(word), _) => word.clone(),
        (None, Shape::Named { id, .. }) => words::name(&side.api.ty(*id).hint).to_owned(),
        (None, Shape::Inline(def)) => words::name(&def.hint).to_owned(),
        (None, _) => words::slot(side, &variant.slot),
    }
}
