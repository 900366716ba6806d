//! The hidden derive behind `#[enkash_endpoint]`: struct → pairs → code.

use std::sync::Arc;

use enkash_gen::ir::Media;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemStruct, Path, parse_quote};

use crate::{
    args::{Args, OperationRef},
    debug,
    errors::Errors,
    expand::{self, Filling, Head},
    fallback,
    inputs::Inputs,
    item::Item,
    operation,
    pair::pair,
    source::{self, Description, Own},
    types::Types,
};

/// Expands the derive; on a mistake the item gets impls that do nothing, so that nothing else is reported.
pub(crate) fn expand_endpoint(input: TokenStream) -> TokenStream {
    let item: ItemStruct = match syn::parse2(input) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let item = Item::read(&item, &mut errors);
    let args = Args::parse(item.args.clone(), &mut errors);
    let Subject { tracking, description, module } = Subject::find(&item, &args, &mut errors);
    let mut skeleton = None;
    let code = description.as_deref().zip(module.as_ref()).zip(args.operations.first()).and_then(
        |((description, module), wanted)| {
            try_expand(&item, &args, description, module, wanted, &mut skeleton, &mut errors)
        },
    );
    match code {
        Some(code) if errors.is_empty() => {
            let code = debug::through_file(&item.ident, code);
            quote!(#tracking #code)
        }
        _ => {
            let skeleton = fallback::skeleton(&item, &args, module.as_ref(), skeleton);
            let errors = errors.into_tokens();
            quote!(#errors #tracking #skeleton)
        }
    }
}

/// What a struct is checked against.
pub(crate) struct Subject {
    pub(crate) tracking: TokenStream,
    pub(crate) description: Option<Arc<Description>>,
    /// The module as generated code reaches it.
    pub(crate) module: Option<Path>,
}

impl Subject {
    fn find(item: &Item, args: &Args, errors: &mut Errors) -> Self {
        let mut subject = Self { tracking: TokenStream::new(), description: None, module: None };
        let krate = &args.krate;
        match (&args.module, &args.spec) {
            (None, _) => {
                let message = "expected the module of an API and an operation\n\
                     help: write the product and the operation, such as `#[enkash_endpoint(product, \"createItem\")]`";
                errors.push(if item.args.is_empty() {
                    syn::Error::new_spanned(&item.ident, message)
                } else {
                    syn::Error::new_spanned(&item.args, message)
                });
            }
            (Some(module), Some(spec)) => {
                let Own { tracking, description } = source::own(spec, &args.overlays);
                subject.tracking = tracking;
                subject.description = errors.keep(description);
                subject.module = Some(module.clone());
            }
            (Some(module), None) => match module.get_ident() {
                Some(product) => {
                    subject.description = errors.keep(source::bundled(product));
                    subject.module = subject.description.is_some().then(|| parse_quote!(#krate::#product));
                }
                None => errors.help(
                    module,
                    "a module of your own needs its document",
                    "add `spec = \"…\"`, the document that the module is generated from; a bundled product is one word",
                ),
            },
        }
        match args.operations.as_slice() {
            [_] => {}
            // A missing module is reported above, and in the same breath.
            [] if args.module.is_none() => {}
            [] => errors.help(
                &args.module,
                "the operation is missing",
                "write its name or its method and path after the module, such as `\"createItem\"` or `POST \"/items\"`",
            ),
            [_, more @ ..] => {
                for operation in more {
                    errors.help(
                        operation.literal(),
                        "a struct is the request of one operation",
                        "write a struct per operation; an empty module takes several",
                    );
                }
            }
        }
        subject
    }
}

/// Checks the struct against the operation and expands it; `skeleton` is set to the operation as soon as it is known.
pub(crate) fn try_expand(
    item: &Item,
    args: &Args,
    description: &Description,
    module: &Path,
    wanted: &OperationRef,
    skeleton: &mut Option<TokenStream>,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let literal = wanted.literal();
    let marker = |index: usize| {
        let names = description.names.operations.get(index)?;
        Some(expand::marker(module, &names.marker, literal))
    };
    let index = match operation::find(description, wanted) {
        Ok(index) => index,
        Err(error) => {
            errors.push(error);
            *skeleton = operation::likely(description, wanted).and_then(marker);
            return None;
        }
    };
    skeleton.clone_from(&marker(index));
    let (api, names) = (&description.api, &description.names);
    let operation = &api.operations[index];
    if operation.body.as_ref().is_some_and(|body| body.media == Media::Bytes) {
        let method = &names.operations[index].method;
        errors.help(
            literal,
            format_args!("operation `{}` is sent a body of bytes, which no struct can be", operation.label()),
            format_args!("call `client.{method}(…)`"),
        );
        return None;
    }
    let types = Types { api, names, krate: &args.krate, module };
    let inputs = Inputs::of(api, operation);
    let bindings = pair(item, &operation.label(), &inputs, types, errors);
    if !errors.is_empty() {
        return None;
    }
    let filling = Filling {
        name: item.ident.to_string(),
        types,
        inputs: &inputs,
        bindings: &bindings,
        checks: description.settings.checks,
    };
    let head = Head {
        ident: &item.ident,
        generics: &item.generics,
        krate: &args.krate,
        module,
        operation: marker(index)?,
        response: args.response.as_ref(),
    };
    let implementation = head.implement(&filling.tokens());
    let digest = expand::digest_check(types);
    let deprecation = expand::deprecation(operation, &names.operations[index].method, literal);
    Some(quote!(#implementation #digest #deprecation))
}
