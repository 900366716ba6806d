//! `#[enkash_endpoint]` itself: it looks which shape the item has and hands it on.
//!
//! Invariant: the item comes back in any case. What an attribute swallows is gone from the editor as well.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Item};

use crate::{args::Args, errors::Errors, module};

/// Expands the attribute.
pub(crate) fn expand_attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    match syn::parse2::<Item>(item.clone()) {
        Ok(Item::Struct(parsed)) => {
            let mut errors = Errors::default();
            let item = if parsed.attrs.iter().any(is_another) { alone(parsed, &mut errors) } else { item };
            // What is wrong with the arguments is for the derive to say, which has the fields as well.
            let krate = Args::parse(args.clone(), &mut Errors::default()).krate;
            let errors = errors.into_tokens();
            quote! {
                #errors
                #[derive(#krate::__private::Endpoint)]
                #[enkash(#args)]
                #item
            }
        }
        Ok(Item::Mod(parsed)) if parsed.content.is_some() => module::expand_module(args, &parsed),
        // The compiler has its own opinion about the first, and says what is wrong with the second.
        Ok(Item::Mod(_)) | Err(_) => item,
        Ok(other) => {
            let mut errors = Errors::default();
            errors.help(
                keyword(&other),
                "expected a struct with named fields, or an empty module",
                "write `struct Name { … }` to bind a type of your own, or `mod name {}` to have the types made",
            );
            let errors = errors.into_tokens();
            quote!(#errors #item)
        }
    }
}

fn is_another(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == "enkash_endpoint")
}

/// The struct without further attributes of our own, each of which is reported.
fn alone(mut item: syn::ItemStruct, errors: &mut Errors) -> TokenStream {
    let (others, kept): (Vec<_>, Vec<_>) = item.attrs.into_iter().partition(is_another);
    item.attrs = kept;
    for other in others {
        errors.help(other, "a struct is the request of one operation", "write a struct per operation");
    }
    item.into_token_stream()
}

/// The word that says what the item is.
fn keyword(item: &Item) -> TokenStream {
    match item {
        Item::Enum(item) => item.enum_token.to_token_stream(),
        Item::Union(item) => item.union_token.to_token_stream(),
        Item::Fn(item) => item.sig.fn_token.to_token_stream(),
        Item::Trait(item) => item.trait_token.to_token_stream(),
        Item::Impl(item) => item.impl_token.to_token_stream(),
        Item::Type(item) => item.type_token.to_token_stream(),
        Item::Const(item) => item.const_token.to_token_stream(),
        Item::Static(item) => item.static_token.to_token_stream(),
        Item::Use(item) => item.use_token.to_token_stream(),
        other => other.to_token_stream(),
    }
}

#[cfg(test)]
mod tests;
