//! Binds types of your own to the operations of an OpenAPI description, and checks them while they compile.
//!
//! This crate holds entry points and syntax only; use it through `enkash_api`, which re-exports it and has the guide,
//! in its module `endpoint`.
#![forbid(unsafe_code)]

mod args;
mod attribute;
mod carries;
mod debug;
mod derive;
mod errors;
mod expand;
mod fallback;
mod inputs;
mod item;
mod module;
mod operation;
mod pair;
mod source;
mod types;

use proc_macro::TokenStream;

/// TODO
#[proc_macro_attribute]
pub fn enkash_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand_attribute(args.into(), item.into()).into()
}

/// What `#[enkash_endpoint]` puts on a struct.
#[doc(hidden)]
#[proc_macro_derive(Endpoint, attributes(enkash))]
pub fn derive_endpoint(item: TokenStream) -> TokenStream {
    derive::expand_endpoint(item.into()).into()
}

/// Makes a newtype carry what the type inside of it carries.
#[proc_macro_derive(Carries, attributes(carries))]
pub fn derive_carries(item: TokenStream) -> TokenStream {
    carries::expand_carries(item.into()).into()
}
