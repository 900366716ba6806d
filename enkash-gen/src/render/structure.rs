//! Structs.
//!
//! A struct that is sent is made with `new`, so that what must be given cannot be forgotten and what may be given
//! can be added without breaking anybody. A struct that is only received is `#[non_exhaustive]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, deprecated, derives, docs, ident, limits, shape, table};
use crate::{
    emit::Item,
    ir::{Field, Shape, StructDef, TypeDef},
    names::TypeNames,
};

pub(super) fn render_struct(
    input: Input<'_>,
    def: &TypeDef,
    inner: &StructDef,
    names: &TypeNames,
    items: &mut Vec<Item>,
) {
    let fields: Vec<Member<'_>> = inner
        .fields
        .iter()
        .zip(&names.members)
        .filter(|(field, _)| !field.is_filled_in(def.usage))
        .map(|(field, name)| Member { field, name, demanded: field.is_demanded(def.usage) })
        .collect();
    items.push(Item::Tokens(definition(input, def, inner, names, &fields)));
    if def.usage.sent {
        constructor(input, inner, names, &fields, items);
    }
    items.push(Item::Text(table::struct_table(input, inner, def.usage, names)));
}

struct Member<'a> {
    field: &'a Field,
    name: &'a str,
    demanded: bool,
}

impl Member<'_> {
    /// Expands to `/// docs` and `pub name: Type`.
    fn declaration(&self, input: Input<'_>) -> TokenStream {
        let name = ident(self.name);
        let ty = shape::field(input, self.field);
        let text = docs::description(self.field.description.as_deref(), &self.fallback(input));
        let limits = limits::line(&self.field.limits, &self.field.slot.shape);
        let docs = docs::docs([text.as_str(), limits.as_str()]);
        let deprecated = deprecated(self.field.deprecated);
        quote!(#docs #deprecated pub #name: #ty)
    }

    fn fallback(&self, input: Input<'_>) -> String {
        let what = match &self.field.slot.shape {
            Shape::Named { id, .. } => input.api.ty(*id).description.clone(),
            _ => None,
        };
        what.map_or_else(|| docs::code(&self.field.wire_name), |text| docs::tame(&text))
    }
}

fn definition(
    input: Input<'_>,
    def: &TypeDef,
    inner: &StructDef,
    names: &TypeNames,
    fields: &[Member<'_>],
) -> TokenStream {
    let name = ident(&names.ident);
    let fallback = match inner.fields.first().map(|field| field.location) {
        Some(location) if location != crate::ir::Location::Body => {
            let what = if def.usage.sent { "parameters" } else { "declared headers of an answer" };
            format!("The {what} of {}.", docs::code(def.hint.0.first().map_or("", String::as_str)))
        }
        _ => format!("{}, as the description has it.", docs::code(&def.hint.0.join(" / "))),
    };
    let description = docs::description(def.description.as_deref(), &fallback);
    let docs = docs::docs([description.as_str(), direction(input, def).as_str()]);
    let deprecated = deprecated(def.deprecated);
    let demands = fields.iter().any(|member| member.demanded);
    let more = derives(names);
    let derives = if def.usage.sent && !demands {
        quote!(#[derive(Clone, Default #more)])
    } else {
        quote!(#[derive(Clone #more)])
    };
    let non_exhaustive = (!def.usage.sent).then(|| quote!(#[non_exhaustive]));
    let declarations = fields.iter().map(|member| member.declaration(input));
    let rest = inner.rest.as_ref().map(|rest| {
        let name = ident(&names.rest);
        let ty = shape::slot(input, rest);
        let limits = limits::line_of_each(&inner.rest_limits, &rest.shape);
        let docs = docs::docs(["The members that the description does not list.", limits.as_str()]);
        quote! {
            #docs
            pub #name: BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #deprecated
        #derives
        #non_exhaustive
        pub struct #name {
            #(#declarations,)*
            #rest
        }
    }
}

/// What the documentation of a type says of the one for the other direction, if the schema has two.
pub(super) fn direction(input: Input<'_>, def: &TypeDef) -> String {
    def.received_as.map_or_else(String::new, |id| {
        format!("As it is sent; what is received is a [`{}`].", input.names.ty(id).ident)
    })
}

/// Expands to `new` and, where more than one value must be given, the struct that names them.
fn constructor(
    input: Input<'_>,
    inner: &StructDef,
    names: &TypeNames,
    fields: &[Member<'_>],
    items: &mut Vec<Item>,
) {
    let demanded: Vec<_> = fields.iter().filter(|member| member.demanded).collect();
    let argument = match demanded.as_slice() {
        [] => return,
        [only] => {
            let (name, ty) = (ident(only.name), argument_type(input, only.field));
            quote!(#name: #ty)
        }
        _ => {
            let required = ident(&names.required);
            items.push(Item::Tokens(required_struct(input, names, &demanded)));
            quote!(required: #required)
        }
    };
    let values = demanded.iter().map(|member| {
        let name = ident(member.name);
        match demanded.len() {
            1 if is_text(member.field) => quote!(#name: #name.into()),
            1 => quote!(#name),
            _ => quote!(#name: required.#name),
        }
    });
    let name = ident(&names.ident);
    let others = demanded.len() < fields.len() || inner.rest.is_some();
    let rest = others.then(|| quote!(..rt::wire::Blank::blank()));
    items.push(Item::Tokens(quote! {
        impl #name {
            /// Makes a value of what must be given; what may be given is absent.
            pub fn new(#argument) -> Self {
                Self { #(#values,)* #rest }
            }
        }
    }));
}

fn required_struct(input: Input<'_>, names: &TypeNames, demanded: &[&Member<'_>]) -> TokenStream {
    let required = ident(&names.required);
    let declarations = demanded.iter().map(|member| member.declaration(input));
    let about = format!("What must be given to make a [`{}`].", names.ident);
    let docs = docs::docs([about.as_str()]);
    quote! {
        #docs
        #[derive(Clone)]
        pub struct #required { #(#declarations,)* }
    }
}

/// The type of a sole argument: a text is taken as whatever becomes one.
fn argument_type(input: Input<'_>, field: &Field) -> TokenStream {
    let ty = shape::field(input, field);
    if is_text(field) { quote!(impl Into<#ty>) } else { ty }
}

fn is_text(field: &Field) -> bool {
    matches!(field.slot.shape, Shape::Text | Shape::Secret | Shape::Binary | Shape::File)
        && !field.slot.nullable
}
