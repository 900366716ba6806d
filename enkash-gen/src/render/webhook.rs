//! What the server sends on its own, as one enum that reads it.

use quote::quote;

use super::{Input, docs, group::Part, ident, shape};
use crate::emit::Item;

/// Expands to
///
/// ```text
/// pub enum Webhook { BookReturned(Return), Ping }
///
/// impl Webhook {
///     pub const NAMES: &'static [&'static str] = &["book.returned", "ping"];
///     pub fn parse(name: &str, body: &[u8]) -> Result<Self, rt::Error> { … }
/// }
/// ```
pub(super) fn render_webhooks(input: Input<'_>, part: &Part) -> Vec<Item> {
    if part.group.is_some() {
        return Vec::new();
    }
    let runtime = input.runtime;
    let enumeration = ident(&input.names.webhook);
    let webhooks = &input.api.webhooks;
    let mut items = Vec::new();
    if webhooks.iter().any(|webhook| webhook.body.is_some()) && !input.api.types.is_empty() {
        items.push(Item::Tokens(quote!(
            #[allow(unused_imports)]
            use super::types::*;
        )));
    }
    items.push(Item::Tokens(quote!(use #runtime as rt;)));
    if webhooks.iter().filter_map(|webhook| webhook.body.as_ref()).any(shape::has_map) {
        items.push(Item::Tokens(quote!(
            use std::collections::BTreeMap;
        )));
    }
    let names: Vec<_> = webhooks.iter().map(|webhook| webhook.wire_name.as_str()).collect();
    let named = || webhooks.iter().zip(&input.names.webhooks);
    let variants = named().map(|(webhook, name)| {
        let wire = docs::code(&webhook.wire_name);
        let docs = match &webhook.description {
            Some(text) => docs::docs([docs::tame(text).as_str(), &wire]),
            None => docs::docs([wire.as_str()]),
        };
        let name = ident(name);
        let body = webhook.body.as_ref().map(|slot| shape::slot(input, slot)).map(|ty| quote!((#ty)));
        quote!(#docs #name #body)
    });
    items.push(Item::Tokens(quote! {
        /// What the server sends on its own: its webhooks, and the callbacks of operations.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #enumeration { #(#variants,)* }
    }));
    let arms = named().map(|(webhook, name)| {
        let (wire_name, name) = (webhook.wire_name.as_str(), ident(name));
        match &webhook.body {
            Some(_) => quote!(#wire_name => rt::webhook(body).map(Self::#name)),
            None => quote!(#wire_name => Ok(Self::#name)),
        }
    });
    let unread = webhooks.iter().all(|webhook| webhook.body.is_none()).then(|| quote!(let _ = body;));
    items.push(Item::Tokens(quote! {
        impl #enumeration {
            /// The names that the description gives them.
            pub const NAMES: &'static [&'static str] = &[#(#names),*];

            /// Reads what the server has sent under one of [`NAMES`](Self::NAMES). Which one it is, the server says
            /// in a header or in the body, or by the address it was told to call; whether the server sent it at
            /// all, its signature says. Check that first.
            ///
            /// # Errors
            /// If there is no such name, or the body is not of the described shape.
            pub fn parse(name: &str, body: &[u8]) -> Result<Self, rt::Error> {
                #unread
                match name {
                    #(#arms,)*
                    _ => Err(rt::unknown_webhook()),
                }
            }
        }
    }));
    items
}
