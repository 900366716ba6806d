//! What stands in for the expansion where a mistake was reported: impls that do nothing, so that every use of the
//! struct still compiles and the mistake is all that is shown.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Path, parse_quote};

use crate::{args::Args, expand::Head, item::Item, source::likely_product};

/// Impls whose call is never filled. `operation` is the operation's type, if it is known or can be guessed.
pub(crate) fn skeleton(item: &Item, args: &Args, operation: Option<TokenStream>) -> TokenStream {
    let krate = &args.krate;
    let Some(module) = module(args) else { return TokenStream::new() };
    let operation = operation.unwrap_or_else(|| quote!(#krate::endpoint::Broken<#module::Api>));
    let Item { ident, generics, .. } = item;
    let head = Head { ident, generics, krate, module: &module, operation, response: args.response.as_ref() };
    head.implement(&quote!(__call))
}

/// The module that the struct belongs to, or most likely does.
pub(crate) fn module(args: &Args) -> Option<Path> {
    let krate = &args.krate;
    match &args.module {
        Some(module) if args.spec.is_some() => Some(module.clone()),
        module => {
            let name = module.as_ref().and_then(|module| module.get_ident()).map(ToString::to_string);
            let likely = likely_product(&name.unwrap_or_default())?;
            let likely = syn::Ident::new(&likely, proc_macro2::Span::call_site());
            Some(parse_quote!(#krate::#likely))
        }
    }
}
