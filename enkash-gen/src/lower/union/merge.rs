//! Variants that are alike, and become one.

use crate::{
    ir::{EnumBase, EnumDef, Format, IntWidth, NameHint, Shape, Slot, TypeDef, TypeKind, Variant},
    lower::{context::Context, meet},
};

/// Adds a variant, or its tags to one that is equal.
pub(super) fn add(variants: &mut Vec<Variant>, variant: Variant) {
    match variants.iter_mut().find(|twin| twin.slot.shape == variant.slot.shape) {
        Some(twin) => {
            let new = variant.tags.into_iter().filter(|tag| !twin.tags.contains(tag)).collect::<Vec<_>>();
            twin.tags.extend(new);
        }
        None => variants.push(variant),
    }
}

/// Numbers are one variant: any of them, if one of them may have a fraction.
pub(super) fn merge_numbers(variants: &mut Vec<Variant>) {
    let is_number = |variant: &Variant| matches!(variant.slot.shape, Shape::Int(_) | Shape::Float);
    let shapes: Vec<&Shape> =
        variants.iter().filter(|variant| is_number(variant)).map(|variant| &variant.slot.shape).collect();
    if shapes.len() < 2 {
        return;
    }
    let widest = if shapes.contains(&&Shape::Float) {
        Shape::Float
    } else if shapes.contains(&&Shape::Int(IntWidth::U64)) && !shapes.contains(&&Shape::Int(IntWidth::I64)) {
        Shape::Int(IntWidth::U64)
    } else {
        Shape::Int(IntWidth::I64)
    };
    replace(variants, is_number, Variant::of(Slot::of(widest)));
}

/// Texts are one variant: an enum is open, so it holds any text.
pub(super) fn merge_texts(cx: &Context<'_, '_>, variants: &mut Vec<Variant>, hint: &NameHint) {
    let listed = |variant: &Variant| {
        meet::choices(cx, &variant.slot.shape).filter(|def| def.base == EnumBase::Text).cloned()
    };
    let is_text = |variant: &Variant| match &variant.slot.shape {
        Shape::Format(format) => *format != Format::DecimalNumber,
        Shape::Text | Shape::Secret | Shape::Binary => true,
        _ => listed(variant).is_some(),
    };
    let texts: Vec<&Variant> = variants.iter().filter(|variant| is_text(variant)).collect();
    if texts.len() < 2 {
        return;
    }
    let enums: Vec<(&Variant, EnumDef)> =
        texts.iter().filter_map(|variant| Some((*variant, listed(variant)?))).collect();
    let merged = match enums.as_slice() {
        _ if texts.iter().any(|variant| variant.slot.shape == Shape::Secret) => {
            Variant::of(Slot::of(Shape::Secret))
        }
        [] => Variant::of(Slot::of(Shape::Text)),
        [(only, _)] => (*only).clone(),
        [(first, _), ..] => {
            let mut choices = Vec::new();
            for choice in enums.iter().flat_map(|(_, def)| &def.choices) {
                if !choices.contains(choice) {
                    choices.push(choice.clone());
                }
            }
            let template = match &first.slot.shape {
                Shape::Inline(def) => (**def).clone(),
                Shape::Named { id, .. } => cx.api.ty(*id).clone(),
                _ => return,
            };
            let kind = TypeKind::Enum(EnumDef { choices, base: EnumBase::Text });
            let def = TypeDef { hint: hint.then("text"), kind, description: None, ..template };
            Variant::of(Slot::of(Shape::Inline(Box::new(def))))
        }
    };
    replace(variants, is_text, merged);
}

/// Puts one variant in the place of several.
fn replace(variants: &mut Vec<Variant>, which: impl Fn(&Variant) -> bool, with: Variant) {
    let Some(at) = variants.iter().position(&which) else { return };
    variants.retain(|variant| !which(variant));
    variants.insert(at, with);
}
