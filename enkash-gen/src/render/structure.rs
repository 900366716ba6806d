//! Structs.
//!
//! A struct that is sent is made with `new`, so that what must be given cannot be forgotten and what may be given
//! can be added without breaking anybody. A struct that is only received is `#[non_exhaustive]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, deprecated, derives, docs, flow::flow, ident, limits, shape, table};
use crate::{
    emit::Item,
    ir::{Alias, Field, Shape, StructDef, TypeDef},
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
        // What an object says of itself stands at its own type.
        let own =
            self.field.description.as_deref().filter(|text| self.type_description(input) != Some(*text));
        let text = docs::description(own, &self.fallback(input));
        let limits = limits::line(&self.field.limits, &self.field.slot.shape);
        self.declared(input, &docs::with_sentence(text, &limits))
    }

    /// The same, with as much as tells what it is: the whole stands at the field of the type itself.
    fn short_declaration(&self, input: Input<'_>) -> TokenStream {
        let text = self.field.description.as_deref().map(docs::first_line).unwrap_or_default();
        self.declared(input, &if text.is_empty() { self.fallback(input) } else { text })
    }

    fn declared(&self, input: Input<'_>, text: &str) -> TokenStream {
        let name = ident(self.name);
        let ty = shape::field(input, self.field);
        let docs = docs::docs([text]);
        let deprecated = deprecated(self.field.deprecated);
        quote!(#docs #deprecated pub #name: #ty)
    }

    fn type_description<'i>(&self, input: Input<'i>) -> Option<&'i str> {
        match &self.field.slot.shape {
            Shape::Named { id, .. } => input.api.ty(*id).description.as_deref(),
            _ => None,
        }
    }

    /// What the type is, or else the name on the wire, if that says more than the field's.
    fn fallback(&self, input: Input<'_>) -> String {
        let what = self.type_description(input).map(docs::first_line);
        what.filter(|text| !text.is_empty()).unwrap_or_else(|| {
            let wire_name = &self.field.wire_name;
            if docs::is_spelled(wire_name, self.name) { String::new() } else { docs::code(wire_name) }
        })
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

/// Expands to `pub type ReadPodParams = ReadNodeParams;`, and to the same for the struct that names what must be given.
pub(super) fn render_alias(
    input: Input<'_>,
    def: &TypeDef,
    alias: &Alias,
    names: &TypeNames,
    items: &mut Vec<Item>,
) {
    let Shape::Named { id, .. } = &alias.of.shape else { return };
    let of = input.names.ty(*id);
    let operation = |def: &TypeDef| docs::code(def.hint.0.first().map_or("", String::as_str));
    let about = format!(
        "The parameters of {}: the same as those of {}.",
        operation(def),
        operation(input.api.ty(*id))
    );
    let others: String = alias
        .descriptions
        .iter()
        .map(|(name, text)| format!("- {}: {}\n", docs::code(name), docs::line(text)))
        .collect();
    let docs = docs::docs([about.as_str(), &others]);
    let (name, target) = (ident(&names.ident), ident(&of.ident));
    items.push(Item::Tokens(quote!(#docs pub type #name = #target;)));
    if !names.required.is_empty() {
        let (name, target) = (ident(&names.required), ident(&of.required));
        let about = format!("What must be given to make a [`{}`].", names.ident);
        let docs = docs::docs([about.as_str()]);
        items.push(Item::Tokens(quote!(#docs pub type #name = #target;)));
    }
}

/// What the documentation of a type says of the one for the other direction, if the schema has two.
pub(super) fn direction(input: Input<'_>, def: &TypeDef) -> String {
    def.received_as.map_or_else(String::new, |id| {
        format!("As it is sent; what is received is a [`{0}`](super::{0}).", input.names.ty(id).ident)
    })
}

/// Expands to `rt::constructor!(pub fn new(food: impl Into<String>) -> Meal { food: food.into(), .. });` or, where more
/// than one value must be given, to the struct that names them and
/// `rt::constructor!(pub fn new(required: MealRequired) -> Meal { food, grams, .. });`.
fn constructor(
    input: Input<'_>,
    inner: &StructDef,
    names: &TypeNames,
    fields: &[Member<'_>],
    items: &mut Vec<Item>,
) {
    let demanded: Vec<_> = fields.iter().filter(|member| member.demanded).collect();
    let (argument, mut entries): (String, Vec<String>) = match demanded.as_slice() {
        [] => return,
        [only] => {
            let (name, into) = (only.name, if is_text(only.field) { ".into()" } else { "" });
            let argument = format!("{name}: {}", shape::text(&argument_type(input, only.field)));
            (argument, vec![format!("{name}: {name}{into}")])
        }
        _ => {
            items.push(Item::Tokens(required_struct(input, names, &demanded)));
            let fields = demanded.iter().map(|member| member.name.to_owned());
            (format!("required: {}", names.required), fields.collect())
        }
    };
    if demanded.len() < fields.len() || inner.rest.is_some() {
        entries.push("..".to_owned());
    }
    items.push(Item::Text(flow(
        &format!("rt::constructor!(pub fn new({argument}) -> {}", names.ident),
        &entries,
        ");",
    )));
}

fn required_struct(input: Input<'_>, names: &TypeNames, demanded: &[&Member<'_>]) -> TokenStream {
    let required = ident(&names.required);
    let declarations = demanded.iter().map(|member| member.short_declaration(input));
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
