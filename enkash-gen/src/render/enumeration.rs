//! Enums of text. They are open: the last variant keeps a text that the description does not list.

use std::fmt::Write as _;

use proc_macro2::Literal;
use quote::quote;

use super::{deprecated, derives, docs, ident};
use crate::{
    emit::Item,
    ir::{EnumDef, TypeDef},
    names::TypeNames,
};

pub(super) fn render_enum(def: &TypeDef, inner: &EnumDef, names: &TypeNames, items: &mut Vec<Item>) {
    let name = ident(&names.ident);
    let fallback = format!("`{}`, as the description has it.", def.hint.0.join(" / ").replace('`', "'"));
    let docs = docs::docs([docs::description(def.description.as_deref(), &fallback).as_str()]);
    let deprecated = deprecated(def.deprecated);
    let variants = inner.choices.iter().zip(&names.members).map(|(choice, name)| {
        let name = ident(name);
        let docs = docs::docs([value_doc(&choice.wire_value).as_str()]);
        quote!(#docs #name)
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
            /// A value that the description does not list, as it came.
            #unknown(String),
        }
    }));
    items.push(Item::Text(table(inner, names)));
}

fn value_doc(value: &str) -> String {
    if value.is_empty() {
        "The empty text.".to_owned()
    } else {
        format!("`{}`", value.replace(['`', '\n', '\r'], " "))
    }
}

/// Expands to `rt::open_enum!(Kind, Unknown { Cat "cat", Dog "dog" });`, a line per variant.
fn table(inner: &EnumDef, names: &TypeNames) -> String {
    let mut out = format!("rt::open_enum!({}, {} {{\n", names.ident, names.rest);
    for (choice, name) in inner.choices.iter().zip(&names.members) {
        _ = writeln!(out, "    {name} {},", Literal::string(&choice.wire_value));
    }
    out.push_str("});");
    out
}
