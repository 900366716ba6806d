//! A type with a case per declared answer.

use quote::quote;

use super::{Input, derives, docs, flow::flow, ident, shape};
use crate::{
    emit::Item,
    ir::{Shape, Slot, Status, TypeDef},
    names::TypeNames,
};

pub(super) fn render_cases(
    input: Input<'_>,
    def: &TypeDef,
    cases: &[(Status, Option<Slot>)],
    names: &TypeNames,
    items: &mut Vec<Item>,
) {
    let name = ident(&names.ident);
    let success = cases.iter().any(|(status, _)| status.is_success());
    let about = format!(
        "The {} of {}, by status.",
        if success { "answers" } else { "refusals" },
        docs::code(def.hint.0.first().map_or("", String::as_str)),
    );
    let docs = docs::docs([docs::description(def.description.as_deref(), &about).as_str()]);
    let variants = cases.iter().zip(&names.members).map(|((status, slot), name)| {
        let name = ident(name);
        let docs = docs::docs([match status {
            Status::Default => "Any other status.".to_owned(),
            status => format!("Status {status}."),
        }
        .as_str()]);
        let value = slot.as_ref().map(|slot| {
            let ty = shape::slot(input, slot);
            quote!((#ty))
        });
        quote!(#docs #name #value)
    });
    let is_stream = |(_, slot): &(Status, Option<Slot>)| {
        slot.as_ref().is_some_and(|slot| matches!(slot.shape, Shape::Events(_) | Shape::Lines(_)))
    };
    let derives = derives(names);
    // A stream is read once, and so there is no second one, nor anything else that is derived.
    let derive = (!cases.iter().any(is_stream)).then(|| quote!(#[derive(Clone #derives)]));
    items.push(Item::Tokens(quote! {
        #docs
        #derive
        #[non_exhaustive]
        pub enum #name { #(#variants,)* }
    }));
    items.push(Item::Text(table(cases, names)));
}

/// Expands to `rt::cases!(AddBookSuccess { 0 Created value, 1 NoContent });`; `value` marks a case that carries one.
fn table(cases: &[(Status, Option<Slot>)], names: &TypeNames) -> String {
    let cases = cases.iter().zip(&names.members).enumerate();
    let entries: Vec<String> = cases
        .map(|(index, ((_, slot), name))| {
            format!("{index} {name}{}", if slot.is_some() { " value" } else { "" })
        })
        .collect();
    flow(&format!("rt::cases!({}", names.ident), &entries, ");")
}
