//! Shapes as Rust types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, ident};
use crate::ir::{Field, Format, IntWidth, Outcome, Shape, Slot, TypeDef, TypeKind};

/// Whether a type needs the import of the map type.
pub(super) fn uses_map(def: &TypeDef) -> bool {
    // What is not listed is kept in a map.
    let mut found = matches!(&def.kind, TypeKind::Struct(inner) if inner.rest.is_some());
    def.each_slot(&mut |slot| found |= has_map(slot));
    found
}

/// Whether a slot needs the import of the map type.
pub(super) fn has_map(slot: &Slot) -> bool {
    match &slot.shape {
        Shape::Map(_) => true,
        Shape::List(item) | Shape::Events(item) | Shape::Lines(item) => has_map(item),
        _ => false,
    }
}

/// A type as a person writes it.
pub(super) fn text(ty: &TokenStream) -> String {
    ty.to_string().replace(' ', "").replace(',', ", ").replace("implInto<", "impl Into<")
}

/// The type of a shape.
pub(super) fn shape(input: Input<'_>, shape: &Shape) -> TokenStream {
    match shape {
        Shape::Bool => quote!(bool),
        Shape::Int(width) => int(*width),
        Shape::Float => quote!(f64),
        // In JSON, which has no bytes, they are text.
        Shape::Text | Shape::Binary => quote!(String),
        Shape::Format(format) => self::format(*format),
        Shape::File => quote!(rt::File),
        Shape::Secret => quote!(rt::Secret),
        Shape::List(item) => {
            let item = slot(input, item);
            quote!(Vec<#item>)
        }
        Shape::Map(item) => {
            let item = slot(input, item);
            quote!(BTreeMap<String, #item>)
        }
        Shape::Bytes => quote!(rt::Bytes),
        Shape::Events(item) => {
            let item = slot(input, item);
            quote!(rt::Events<#item>)
        }
        Shape::Lines(item) => {
            let item = slot(input, item);
            quote!(rt::Lines<#item>)
        }
        // The passes leave neither of the last two.
        Shape::Any | Shape::Inline(_) | Shape::Unsupported(_) => quote!(rt::Value),
        Shape::Named { id, boxed } => {
            let name = ident(&input.names.ty(*id).ident);
            if *boxed { quote!(Box<#name>) } else { quote!(#name) }
        }
    }
}

fn format(format: Format) -> TokenStream {
    match format {
        Format::Date => quote!(rt::Date),
        Format::DateTime => quote!(rt::DateTime),
        Format::Base64 => quote!(rt::Base64),
        Format::Decimal => quote!(rt::Decimal),
        Format::DecimalNumber => quote!(rt::DecimalNumber),
    }
}

fn int(width: IntWidth) -> TokenStream {
    match width {
        IntWidth::I32 => quote!(i32),
        IntWidth::I64 => quote!(i64),
        IntWidth::U32 => quote!(u32),
        IntWidth::U64 => quote!(u64),
    }
}

/// The type of a slot that must be filled.
pub(super) fn slot(input: Input<'_>, slot: &Slot) -> TokenStream {
    let inner = shape(input, &slot.shape);
    if slot.nullable && slot.shape != Shape::Any { quote!(Option<#inner>) } else { inner }
}

/// The type of a field.
pub(super) fn field(input: Input<'_>, field: &Field) -> TokenStream {
    let inner = shape(input, &field.slot.shape);
    match (field.required, field.slot.nullable) {
        // Any value may be `null` itself; whether it is there is another question.
        (true, true) if field.slot.shape == Shape::Any => inner,
        (true, false) => inner,
        (true, true) | (false, false) => quote!(Option<#inner>),
        (false, true) => quote!(rt::Nullable<#inner>),
    }
}

/// The type of an argument that is only looked at, and the expression that makes a `&dyn Wire` of it.
pub(super) fn argument(
    input: Input<'_>,
    value: &Slot,
    name: &proc_macro2::Ident,
) -> (TokenStream, TokenStream) {
    match &value.shape {
        _ if is_borrowed(value) => {
            let inner = slot(input, value);
            (quote!(&#inner), quote!(#name))
        }
        Shape::Text | Shape::Binary => (quote!(&str), quote!(&#name)),
        scalar => (shape(input, scalar), quote!(&#name)),
    }
}

/// Whether an argument is a reference to the type of its value; else it is a copy, or a `&str`.
pub(super) fn is_borrowed(slot: &Slot) -> bool {
    slot.nullable
        || !matches!(slot.shape, Shape::Text | Shape::Binary | Shape::Bool | Shape::Int(_) | Shape::Float)
}

/// The type that a set of answers is read into.
pub(super) fn outcome(input: Input<'_>, outcome: &Outcome, failure: bool) -> TokenStream {
    match outcome {
        Outcome::Undeclared if failure => quote!(rt::Undeclared),
        Outcome::Undeclared | Outcome::Empty => quote!(()),
        Outcome::Value(value) => slot(input, value),
        Outcome::Cases(id) => {
            let name = ident(&input.names.ty(*id).ident);
            quote!(#name)
        }
    }
}

/// Whether a set of answers needs the import of the types.
pub(super) fn outcome_has_type(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Undeclared | Outcome::Empty => false,
        Outcome::Value(slot) => {
            let mut found = false;
            slot.each_named(&mut |_| found = true);
            found
        }
        Outcome::Cases(_) => true,
    }
}

/// Whether a set of answers needs the import of the map type.
pub(super) fn outcome_has_map(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Value(slot) if has_map(slot))
}
