//! Unions. They are open: the last variant keeps a value that fits none of the others.

use proc_macro2::Literal;
use quote::quote;

use super::{Input, deprecated, derives, docs, flow::flow, ident, shape, structure::direction};
use crate::{
    emit::Item,
    ir::{Shape, TypeDef, UnionDef, Variant},
    names::TypeNames,
};

pub(super) fn render_union(
    input: Input<'_>,
    def: &TypeDef,
    inner: &UnionDef,
    names: &TypeNames,
    items: &mut Vec<Item>,
) {
    let name = ident(&names.ident);
    let fallback = format!("`{}`, as the description has it.", def.hint.0.join(" / ").replace('`', "'"));
    let description = docs::description(def.description.as_deref(), &fallback);
    let docs = docs::docs([description.as_str(), direction(input, def).as_str()]);
    let deprecated = deprecated(def.deprecated);
    let variants = inner.variants.iter().zip(&names.members).map(|(variant, name)| {
        let name = ident(name);
        let docs = docs::docs([variant_doc(input, inner, variant).as_str()]);
        let ty = shape::slot(input, &variant.slot);
        quote!(#docs #name(#ty))
    });
    let unknown = ident(&names.rest);
    let derives = derives(names);
    items.push(Item::Tokens(quote! {
        #docs
        #deprecated
        #[derive(Clone #derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that fits none of these, as it came.
            #unknown(rt::Value),
        }
    }));
    items.push(Item::Text(table(inner, names)));
}

/// What the type says of itself, and which tag stands for it.
fn variant_doc(input: Input<'_>, union: &UnionDef, variant: &Variant) -> String {
    let about = match &variant.slot.shape {
        Shape::Named { id, .. } => input.api.ty(*id).description.as_deref().map(docs::first_line),
        _ => None,
    };
    let tags: Vec<_> = variant.tags.iter().map(|tag| format!("`{}`", plain(tag))).collect();
    let tag = union
        .tag
        .as_ref()
        .filter(|_| !tags.is_empty())
        .map(|tag| format!("Where `{}` is {}.", plain(&tag.wire_name), tags.join(" or ")));
    match (about.filter(|about| !about.is_empty()), tag) {
        (Some(about), Some(tag)) => docs::with_sentence(about, &tag),
        (Some(about), None) => about,
        (None, Some(tag)) => tag,
        (None, None) => match &variant.slot.shape {
            Shape::Bool => "`true` or `false`.",
            Shape::Int(_) => "A whole number.",
            Shape::Float => "A number.",
            Shape::Text | Shape::Secret => "Text.",
            Shape::List(_) => "A list.",
            Shape::Map(_) => "Values by name.",
            _ => "One of the values that the description allows.",
        }
        .to_owned(),
    }
}

fn plain(text: &str) -> String {
    text.replace(['`', '\n', '\r'], " ")
}

/// Expands to `rt::union!(Pet, Unknown by "kind" { 0 Cat "cat", 1 Dog "dog" });`.
fn table(inner: &UnionDef, names: &TypeNames) -> String {
    let rule = inner.tag.as_ref().map_or(String::new(), |tag| {
        format!(" {} {}", if tag.strict { "by" } else { "near" }, Literal::string(&tag.wire_name))
    });
    let variants = inner.variants.iter().zip(&names.members).enumerate();
    let entries: Vec<String> = variants
        .map(|(index, (variant, name))| {
            let tags = variant.tags.iter().filter(|_| inner.tag.is_some());
            tags.fold(format!("{index} {name}"), |entry, tag| format!("{entry} {}", Literal::string(tag)))
        })
        .collect();
    flow(&format!("rt::union!({}, {}{rule}", names.ident, names.rest), &entries, ");")
}
