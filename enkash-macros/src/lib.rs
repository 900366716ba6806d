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
#[cfg(test)]
mod fixture;
mod inputs;
mod item;
mod module;
mod operation;
mod pair;
mod source;
mod types;

use proc_macro::TokenStream;

/// Binds a struct of your own to an operation, or fills an empty module with a client.
///
/// The guide, with examples, is the page of the module `enkash_api::endpoint`. This page lists what may be written
/// and what may be wrong.
///
/// # On a struct
///
/// ```text
/// #[enkash_endpoint(product, "operationId")]
/// #[enkash_endpoint(product, POST "/path")]
/// #[enkash_endpoint(path::to::module, "operationId", spec = "spec/partner.yaml")]
/// ```
///
/// The first argument is the module of the API: the name of a bundled product, or, with `spec`, the path of the module
/// that is generated from that document. The second names the operation by its `operationId` or by method and path.
/// The struct has named fields or none; lifetimes are fine, type parameters are not supported yet.
///
/// | option | meaning |
/// |---|---|
/// | `spec = "file"` | a document of your own crate; the path starts at the folder of `Cargo.toml` and stays in it. If the environment has `ENKASH_SPEC_ROOT`, an absolute path, it starts there. A change of the file builds the crate again |
/// | `overlay = "file"` | an OpenAPI Overlay that is applied to the document of `spec`; may be repeated. The path starts where that of `spec` does, and a change builds the crate again |
/// | `response = Type` | a success is read, as JSON, into this type, which implements serde's `DeserializeOwned`; without it, into the operation's own |
/// | `crate = path` | where `enkash_api` is, if not at `::enkash_api` |
///
/// # On a field
///
/// A field gives the input that has its name on the wire, or whose name in generated code it has: `client_id` gives
/// `clientId`. A body that is no object with listed members is one input, `body`.
///
/// | option | meaning |
/// |---|---|
/// | `#[enkash(rename = "name")]` | the name on the wire |
/// | `#[enkash(in = path)]` | the part of the request, for a name that stands in several: `path`, `query`, `header` or `body` |
/// | `#[enkash(display)]` | the text of the field's `Display` is sent; for inputs that take text |
/// | `#[enkash(skip)]` | the field is none of the operation's business |
///
/// Whether an input may be left out is told by how the type is written, as a macro sees no types:
///
/// | the input | `T` | `Option<T>` | `Nullable<T>` |
/// |---|---|---|---|
/// | is required | the value | an error | an error |
/// | is required and may be `null` | the value | `None` is `null` | an error |
/// | is optional | the value | `None` leaves it out | an error |
/// | is optional and may be `null` | the value | `None` leaves it out | as it says |
///
/// A required input that can have only one value is filled in, and its field may be left out.
///
/// # On an empty module
///
/// ```text
/// #[enkash_endpoint(spec = "spec/partner.yaml")]
/// #[enkash_endpoint("createPayee", GET "/payees", spec = "spec/partner.yaml")]
/// ```
///
/// The module is filled with the types, the client and `ops` of the operations that are named, or of all. It takes
/// `spec`, `overlay` and `crate`; the path of the latter starts with `::` or `crate`.
///
/// # Errors
///
/// All mistakes of an item are shown in one build, each at the token that caused it. The item stays, and uses of it
/// add nothing.
///
/// | what | where |
/// |---|---|
/// | the description has no such product or operation, or the operation was left out of it | the name |
/// | the document cannot be read, or is wrong, with line and column | the string of `spec` |
/// | an overlay cannot be read, or is given without `spec` | the string of `overlay` |
/// | the operation has no input of that name | the field, or the string of `rename` |
/// | required inputs are missing | the name of the struct |
/// | `Option` or `Nullable` around an input that has no use for it | the type |
/// | two fields give one input | the second field |
/// | a name stands in several parts of the request, or is not in the one named by `in` | the field, or the part |
/// | `display` on an input that takes no text, or on a secret | the word |
/// | an option that does not exist, or is given twice | the option |
/// | an item that is neither a struct nor an empty module; a tuple struct; a type parameter | the part that is wrong |
/// | a type does not carry what the input expects: E0277, see the trait `Carries` | the type |
/// | the module is generated from another description than the one that was read: E0080 | the attribute |
///
/// A deprecated operation is a warning at its name.
///
/// # Reading the expansion
///
/// With `ENKASH_MACRO_DEBUG=1` in the environment, expansions without mistakes are written, formatted, to
/// `enkash-macros/<crate>/<Type>.rs` in the folder for temporary files and included from there, so that errors in them
/// point at lines that can be read. Cargo does not watch the variable: touch a source file to have an effect.
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

/// Makes a newtype carry what the type inside of it carries, so that it can be a field of a bound struct.
///
/// The type is a struct with exactly one field, named or not; its generics are passed through. Anything else is an
/// error. `#[carries(crate = path)]` says where `enkash_api` is, if not at `::enkash_api`.
#[proc_macro_derive(Carries, attributes(carries))]
pub fn derive_carries(item: TokenStream) -> TokenStream {
    carries::expand_carries(item.into()).into()
}
