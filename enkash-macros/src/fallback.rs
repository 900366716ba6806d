//! What stands in for the expansion where a mistake was reported: impls that do nothing, so that every use of the
//! struct still compiles and the mistake is all that is shown.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Path, parse_quote};

use crate::{
    args::Args,
    expand::{self, Head},
    item::Item,
    operation,
    source::likely_product,
};

/// Impls whose call is never filled.
///
/// `module` and `operation` are what the struct is bound to, as far as it is known. What is not known is guessed, and
/// where the product is, clients of every product take the struct.
pub(crate) fn skeleton(
    item: &Item,
    args: &Args,
    module: Option<&Path>,
    operation: Option<TokenStream>,
) -> TokenStream {
    let known = module.is_some();
    let (module, operation) = match module {
        Some(module) => (module.clone(), operation),
        None => match guess(args) {
            Some(guess) => guess,
            None => return TokenStream::new(),
        },
    };
    let krate = &args.krate;
    let operation = operation.unwrap_or_else(|| quote!(#krate::endpoint::Broken<#module::Api>));
    let Item { ident, generics, .. } = item;
    let head = Head { ident, generics, krate, module: &module, operation, response: args.response.as_ref() };
    let endpoint = head.implement_endpoint(&quote!(__call));
    let request = if known { head.implement_request() } else { head.implement_any_request() };
    quote!(#endpoint #request)
}

/// The product and the operation that were most likely meant.
fn guess(args: &Args) -> Option<(Path, Option<TokenStream>)> {
    let krate = &args.krate;
    let name = args.module.as_ref().and_then(Path::get_ident).map(ToString::to_string);
    let (product, description) = likely_product(&name.unwrap_or_default())?;
    let product = Ident::new(&product, Span::call_site());
    let module: Path = parse_quote!(#krate::#product);
    let operation = args.operations.first().and_then(|wanted| {
        let index =
            operation::find(&description, wanted).ok().or_else(|| operation::likely(&description, wanted))?;
        Some(expand::marker(&module, &description.names.operations.get(index)?.marker, wanted.literal()))
    });
    Some((module, operation))
}
