//! The variants of a union: what is alike becomes one.

use std::collections::HashSet;

use crate::{
    ir::{
        EnumBase, EnumDef, Format, IntWidth, NameHint, Shape, Slot, Tag, Twins, TypeDef, TypeKind, UnionDef,
        Variant,
    },
    lower::{combined::Made, context::Context, meet},
};

/// The type of a union: what is alike becomes one, and a single variant stands for itself.
pub(super) fn settle<'d>(
    cx: &mut Context<'d, '_>,
    variants: Vec<Variant>,
    tag: Option<Tag>,
    made: Made<'_, 'd>,
) -> Slot {
    let mut flat = Distinct::default();
    for variant in variants {
        match variant.slot.shape {
            Shape::Unsupported(_) => return variant.slot,
            // A union without a name or a tag of its own is no more than its variants.
            Shape::Inline(def) if matches!(&def.kind, TypeKind::Union(UnionDef { tag: None, .. })) => {
                if let TypeKind::Union(inner) = def.kind {
                    inner.variants.into_iter().for_each(|variant| flat.add(variant));
                }
            }
            _ => flat.add(variant),
        }
    }
    let mut flat = flat.variants;
    if tag.is_none() && flat.iter().any(|variant| variant.slot.shape == Shape::Any) {
        return Slot::of(Shape::Any);
    }
    merge_numbers(&mut flat);
    merge_texts(cx, &mut flat, made.hint);
    if flat.len() > 1 || (tag.is_some() && flat.iter().any(|variant| !variant.tags.is_empty())) {
        let def = made.typedef(TypeKind::Union(UnionDef { variants: flat, tag }));
        return Slot::of(cx.define(made.component, def));
    }
    let Some(only) = flat.pop() else { return Slot::of(Shape::Any) };
    match only.slot.shape {
        Shape::Inline(def) => {
            let description = def
                .description
                .clone()
                .or_else(|| made.typedef(TypeKind::Enum(EnumDef::default())).description);
            let def = TypeDef { hint: made.hint.clone(), description, ..*def };
            Slot { shape: cx.define(made.component, def), ..only.slot }
        }
        _ => only.slot,
    }
}

/// Variants of which no two are equal.
#[derive(Default)]
struct Distinct {
    variants: Vec<Variant>,
    twins: Twins,
}

impl Distinct {
    /// Adds a variant, or its tags to one that is equal.
    fn add(&mut self, variant: Variant) {
        let shape = &variant.slot.shape;
        let is_twin = |place: usize| self.variants[place].slot.shape == *shape;
        match self.twins.find(shape, self.variants.len(), is_twin) {
            Some(place) => {
                let twin = &mut self.variants[place];
                let new = variant.tags.into_iter().filter(|tag| !twin.tags.contains(tag)).collect::<Vec<_>>();
                twin.tags.extend(new);
            }
            None => self.variants.push(variant),
        }
    }
}

/// Numbers are one variant: any of them, if one of them may have a fraction.
fn merge_numbers(variants: &mut Vec<Variant>) {
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
fn merge_texts(cx: &Context<'_, '_>, variants: &mut Vec<Variant>, hint: &NameHint) {
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
            let mut seen = HashSet::new();
            let all = enums.iter().flat_map(|(_, def)| &def.choices);
            let choices = all.filter(|choice| seen.insert(choice.wire_value.to_string())).cloned().collect();
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
