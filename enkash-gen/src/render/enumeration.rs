//! Enums. They are open: the last variant keeps a value that the description does not list.

use proc_macro2::Literal;
use quote::quote;

use super::{deprecated, derives, docs, flow::flow, ident};
use crate::{
    emit::Item,
    ir::{Constant, EnumBase, EnumDef, TypeDef},
    names::TypeNames,
};

pub(super) fn render_enum(def: &TypeDef, inner: &EnumDef, names: &TypeNames, items: &mut Vec<Item>) {
    let name = ident(&names.ident);
    let fallback = format!("{}, as the description has it.", docs::code(&def.hint.0.join(" / ")));
    let docs = docs::docs([docs::description(def.description.as_deref(), &fallback).as_str()]);
    let deprecated = deprecated(def.deprecated);
    let variants = inner.choices.iter().zip(&names.members).map(|(choice, name)| {
        let value = choice.wire_value.to_string();
        let docs = (!docs::is_spelled(&value, name)).then(|| docs::docs([value_doc(&value).as_str()]));
        let name = ident(name);
        quote!(#docs #name)
    });
    let unknown = ident(&names.rest);
    let derives = derives(names);
    let kept = match inner.base {
        EnumBase::Text => quote!(String),
        EnumBase::Integer => quote!(i64),
        EnumBase::Mixed => quote!(rt::Value),
    };
    items.push(Item::Tokens(quote! {
        #docs
        #deprecated
        #[derive(Clone #derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list, as it came.
            #unknown(#kept),
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

/// Expands to `rt::open_enum!(Kind, Unknown { Cat "cat", Dog "dog" });`.
fn table(inner: &EnumDef, names: &TypeNames) -> String {
    let makro = match inner.base {
        EnumBase::Text => "open_enum",
        EnumBase::Integer => "open_integers",
        EnumBase::Mixed => "open_values",
    };
    let entries: Vec<String> = inner
        .choices
        .iter()
        .zip(&names.members)
        .map(|(choice, name)| {
            let value = literal(&choice.wire_value);
            match (inner.base, &choice.wire_value) {
                (EnumBase::Text | EnumBase::Integer, _) => format!("{name} {value}"),
                (EnumBase::Mixed, Constant::Bool(_)) => format!("{name} Bool({value})"),
                (EnumBase::Mixed, Constant::Int(_)) => format!("{name} Int({value})"),
                (EnumBase::Mixed, Constant::Float(_)) => format!("{name} Float({value})"),
                (EnumBase::Mixed, Constant::Text(_)) => format!("{name} Text({value})"),
            }
        })
        .collect();
    flow(&format!("rt::{makro}!({}, {}", names.ident, names.rest), &entries, ");")
}

/// A constant as Rust writes it.
pub(super) fn literal(value: &Constant) -> String {
    match value {
        Constant::Bool(value) => value.to_string(),
        Constant::Int(value) => value.to_string(),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Text(text) => Literal::string(text).to_string(),
    }
}
