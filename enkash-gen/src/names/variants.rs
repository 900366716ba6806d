//! The names of the variants of unions.

use super::{TypeNames, pascal, scope::Scope, types};
use crate::ir::{Api, Format, IntWidth, Shape, UnionDef, Variant};

/// The variants by their index, and the one for what fits none.
pub(super) fn name_variants(
    api: &Api,
    union: &UnionDef,
    ident: &str,
    names: &[TypeNames],
) -> (Vec<String>, String) {
    let mut scope = Scope::default();
    let variants =
        union.variants.iter().map(|variant| scope.claim(&[base(api, variant, ident, names)])).collect();
    (variants, scope.claim(&["Unknown".to_owned(), "Unlisted".to_owned()]))
}

/// What the document calls the variant, else its type: `Cat` for a `Cat`, and for a `PetCat` in `Pet`.
fn base(api: &Api, variant: &Variant, ident: &str, names: &[TypeNames]) -> String {
    if let Some(word) = &variant.word {
        return pascal(word);
    }
    match &variant.slot.shape {
        Shape::Named { id, .. } => {
            let def = api.ty(*id);
            let name = types::stem(def, &names[id.0].ident);
            let own = def.hint.0.len() == 1;
            let short =
                name.strip_prefix(ident).filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
            short.filter(|_| !own).unwrap_or(name).to_owned()
        }
        shape => of_shape(shape).to_owned(),
    }
}

fn of_shape(shape: &Shape) -> &'static str {
    match shape {
        Shape::Bool => "Boolean",
        Shape::Int(IntWidth::I32 | IntWidth::I64 | IntWidth::U32 | IntWidth::U64) => "Integer",
        Shape::Float => "Number",
        Shape::Format(Format::Date) => "Date",
        Shape::Format(Format::DateTime) => "DateTime",
        Shape::Format(Format::Base64) => "Bytes",
        Shape::Format(Format::Decimal | Format::DecimalNumber) => "Decimal",
        Shape::Text | Shape::Binary | Shape::File => "Text",
        Shape::Secret => "Secret",
        Shape::List(_) => "List",
        Shape::Map(_) => "Map",
        Shape::Any
        | Shape::Bytes
        | Shape::Events(_)
        | Shape::Lines(_)
        | Shape::Named { .. }
        | Shape::Inline(_)
        | Shape::Unsupported(_) => "Other",
    }
}
