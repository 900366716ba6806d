//! The module shape: an empty module is filled with the client of a document, or of some of its operations.

use enkash_gen::{
    ir::{Api, Operation},
    names::Names,
    pipeline::{self, Options},
    report::Report,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemMod, Path};

use crate::{
    args::Args,
    debug,
    errors::Errors,
    operation,
    source::{self, Description, Own},
    types::shown,
};

/// Expands the attribute on a module; on a mistake it stays as it is.
pub(crate) fn expand_module(args: TokenStream, item: &ItemMod) -> TokenStream {
    let mut errors = Errors::default();
    let parsed = Args::parse(args, &mut errors);
    if let Some((_, items)) = &item.content
        && let Some(first) = items.first()
    {
        errors.help(
            first,
            "expected an empty module, as its items are generated",
            "write `mod name {}`, and put items of your own beside it",
        );
        let errors = errors.into_tokens();
        return quote!(#errors #item);
    }
    check_args(&parsed, &mut errors);
    let Own { tracking, description } = match &parsed.spec {
        Some(spec) => source::own(spec, &parsed.overlays),
        None => {
            errors.push(syn::Error::new_spanned(
                item.mod_token,
                "a module is generated from a document of your own\n\
                 help: add `spec = \"…\"`; the bundled products are modules of this crate already",
            ));
            let errors = errors.into_tokens();
            return quote!(#errors #item);
        }
    };
    let content =
        errors.keep(description).and_then(|description| content(&parsed, &description, &mut errors));
    // Where some operations are unknown the others are generated still: uses of those are no mistakes.
    let content = match content {
        Some(content) if errors.is_empty() => debug::through_include(&item.ident, content),
        content => content.unwrap_or_default(),
    };
    let errors = errors.into_tokens();
    let ItemMod { attrs, vis, unsafety, mod_token, ident, .. } = item;
    quote! {
        #errors
        #(#attrs)*
        // What is not used is no mistake of the user's, and style is the generator's business.
        #[allow(dead_code, unused_imports, deprecated, missing_docs, clippy::all, clippy::pedantic, rustdoc::all)]
        #vis #unsafety #mod_token #ident {
            #tracking
            #content
        }
    }
}

fn check_args(args: &Args, errors: &mut Errors) {
    if let Some(module) = &args.module {
        errors.help(
            module,
            "an empty module is the module itself",
            "name the operations only, or none for all",
        );
    }
    if let Some(response) = &args.response {
        errors.help(response, "`response` belongs to a struct", "the module has the types of the document");
    }
    if args.krate.segments.first().is_some_and(|first| first.ident == "self" || first.ident == "super") {
        errors.help(
            &args.krate,
            "this path would mean something else inside of the module",
            "start it with `::` or `crate`",
        );
    }
}

/// The items of the operations that are named, or of all.
fn content(args: &Args, description: &Description, errors: &mut Errors) -> Option<TokenStream> {
    let wanted: Vec<_> = args
        .operations
        .iter()
        .filter_map(|wanted| errors.keep(operation::find(description, wanted)))
        .collect();
    let some = (!args.operations.is_empty()).then(|| only(description, &wanted));
    let (api, names) = match &some {
        Some((api, names)) => (api, names),
        None => (&description.api, &description.names),
    };
    let below = |krate: &Path, name: &str| format!("{}::{name}", shown(krate));
    let options = Options {
        runtime: below(&args.krate, "runtime"),
        endpoint: Some(below(&args.krate, "endpoint")),
        module: None,
        settings: description.settings.clone(),
        ..Options::default()
    };
    let mut report = Report::new();
    let content = pipeline::inline(api, names, &options, &mut report);
    for diagnostic in &report {
        errors.error(&args.spec, format_args!("{} [{}]", diagnostic.message, diagnostic.code));
    }
    content
}

/// The operations of some indexes, and the types that they need.
fn only(description: &Description, wanted: &[usize]) -> (Api, Names) {
    let known = &description.api.operations;
    let is_wanted = |operation: &Operation| {
        let same = |known: &Operation| (known.method, &known.path) == (operation.method, &operation.path);
        wanted.iter().filter_map(|index| known.get(*index)).any(same)
    };
    // What the document leaves out was reported when it was read, if it matters.
    pipeline::analyse_some(&description.document, &description.settings, is_wanted, &mut Report::new())
}

#[cfg(test)]
mod tests;
