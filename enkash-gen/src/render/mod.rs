//! ([`ir`](crate::ir), [`names`](crate::names)) → items: one IR noun, one file.
//!
//! Invariants: printing never decides – what a thing is called, whether it exists and where it goes has been
//! settled before – and nothing here sees the document. Items are made one file at a time, so that a large API
//! never exists as tokens at once.

mod body;
mod bound;
mod cases;
mod checks;
mod client;
mod docs;
mod enumeration;
mod example;
mod flow;
mod group;
mod limits;
mod login;
mod made_up;
mod operation;
mod page;
mod reply;
mod sample;
mod server;
mod shape;
mod structure;
mod style;
mod table;
mod union;
mod webhook;

pub use self::{
    body::encodings,
    checks::limits,
    example::Example,
    sample::{Sample, quoted},
    style::modifiers,
};

use std::collections::BTreeSet;

use self::group::Part;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::{
    emit::{self, Item},
    ir::{Api, TypeKind},
    names::{Names, TypeNames},
    report::Diagnostic,
};

/// What the renderer looks at.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The API.
    pub api: &'a Api,
    /// What everything is called.
    pub names: &'a Names,
    /// The path of the run time.
    pub runtime: &'a syn::Path,
    /// The path of what binds a user's own struct to an operation, if there is one.
    pub endpoint: Option<&'a syn::Path>,
    /// The public path of the module, for examples and links; without it there are none.
    pub module: Option<&'a str>,
    /// Whether the documentation of methods has examples.
    pub examples: bool,
    /// Whether there is neither a client nor an operation.
    pub types_only: bool,
    /// Whether limits go into the tables, for the run time to hold a request against.
    pub checks: bool,
    /// Whether what belongs to tags alone is compiled only with their cargo features.
    pub gates: bool,
}

/// A file to be printed.
pub struct File {
    /// Its path inside the module's folder.
    pub path: String,
    /// What it holds, for a comment at its top.
    pub comment: String,
    /// Its items.
    pub items: Vec<Item>,
}

/// Renders one file after the other into `sink`.
pub fn render(input: Input<'_>, sink: &mut dyn FnMut(File)) {
    let mut declarations = Vec::new();
    for module in modules(input) {
        let name = module.name;
        let (mut items, mut shown) = (Vec::new(), Vec::new());
        for part in Part::groups(input) {
            let own = (module.render)(input, &part);
            let Some(group) = part.group.filter(|_| !own.is_empty()) else { continue };
            items.push(Item::Tokens(group::declare(input, group, &quote!(;))));
            shown.push(Item::Tokens(group::show(input, group)));
            let tags = input.api.groups[group].tags.iter().map(|tag| docs::code(tag)).collect::<Vec<_>>();
            sink(File {
                path: format!("{name}/{}.rs", input.names.groups[group].module),
                comment: format!("Of the operations with the tag {}.", tags.join(" and ")),
                items: own,
            });
        }
        if module.shows {
            items.append(&mut shown);
        }
        items.extend((module.render)(input, &Part::rest(input)));
        declarations.push(Item::Tokens(module.declare(&quote!(;))));
        sink(File { path: format!("{name}.rs"), comment: module.comment.to_owned(), items });
    }
    declarations.extend(facade(input));
    sink(File { path: "mod.rs".to_owned(), comment: String::new(), items: declarations });
}

/// Renders the same as the content of one module, its files as modules inside it.
pub fn render_inline(input: Input<'_>) -> Result<TokenStream, Diagnostic> {
    let mut content = TokenStream::new();
    for module in modules(input) {
        let mut items = TokenStream::new();
        for part in Part::groups(input) {
            let own = emit::tokens((module.render)(input, &part))?;
            if let Some(group) = part.group.filter(|_| !own.is_empty()) {
                items.extend(group::declare(input, group, &quote!({ #own })));
                items.extend(module.shows.then(|| group::show(input, group)));
            }
        }
        items.extend(emit::tokens((module.render)(input, &Part::rest(input)))?);
        content.extend(module.declare(&quote!({ #items })));
    }
    content.extend(emit::tokens(facade(input))?);
    Ok(content)
}

/// A module inside the generated one.
struct Module {
    name: &'static str,
    public: bool,
    docs: &'static str,
    comment: &'static str,
    /// Whether it shows what its groups define.
    shows: bool,
    /// What a part of the API makes of it.
    render: fn(Input<'_>, &Part) -> Vec<Item>,
}

impl Module {
    fn declare(&self, content: &TokenStream) -> TokenStream {
        let name = ident(self.name);
        let docs = docs::docs([self.docs]);
        if self.public { quote!(#docs pub mod #name #content) } else { quote!(mod #name #content) }
    }
}

fn modules(input: Input<'_>) -> impl Iterator<Item = Module> {
    let private =
        |name, comment, shows, render| Module { name, public: false, docs: "", comment, shows, render };
    let client = !input.types_only;
    let all: [(bool, Module); 5] = [
        (
            client && input.endpoint.is_some(),
            private("bound", "What lets a struct of a user's own be sent.", false, bound::render_bound),
        ),
        (
            client,
            private(
                "client",
                "The client: its builder, and a method per operation.",
                false,
                client::render_client,
            ),
        ),
        (
            client,
            Module {
                name: "ops",
                public: true,
                docs: "The operations as types, for mocks.",
                comment: "What the run time knows of each operation.",
                shows: true,
                render: operation::render_markers,
            },
        ),
        (
            !input.api.types.is_empty(),
            private(
                "types",
                "The types. Below each stands the table by which it is written and read.",
                true,
                types,
            ),
        ),
        (
            client && !input.api.webhooks.is_empty(),
            private("webhook", "What the server sends on its own.", false, webhook::render_webhooks),
        ),
    ];
    all.into_iter().filter(|(wanted, _)| *wanted).map(|(_, module)| module)
}

/// A call of one operation, for a README: the first that takes nothing, or else the first that can be written down.
pub fn render_example(input: Input<'_>) -> Option<Example> {
    if input.types_only { None } else { example::of_some(input) }
}

/// A call of one operation, as a command and as a program; `None` if a value that must be given cannot be written down.
pub fn render_sample(input: Input<'_>, operation: usize) -> Option<Sample> {
    sample::sample(input, operation)
}

/// The page of the module: its title, and a table of its operations, in Markdown.
pub fn render_page(input: Input<'_>) -> String {
    page::render_page(input)
}

/// What the module shows of its parts.
fn facade(input: Input<'_>) -> Vec<Item> {
    let environment = (!input.api.servers.is_empty()).then(|| quote!(Environment,));
    let mut items = Vec::new();
    if !input.types_only {
        items.push(Item::Tokens(quote!(
            pub use self::client::{Api, Client, ClientBuilder, #environment};
        )));
    }
    if !input.api.types.is_empty() {
        items.push(Item::Tokens(quote!(
            pub use self::types::*;
        )));
    }
    if !input.api.webhooks.is_empty() && !input.types_only {
        let name = ident(&input.names.webhook);
        items.push(Item::Tokens(quote!(
            pub use self::webhook::#name;
        )));
    }
    let digest = &input.api.digest;
    items.push(Item::Tokens(quote! {
        /// The digest of the description that this module was generated from.
        pub const DIGEST: &str = #digest;
    }));
    items
}

/// The names of types that stand in other files and are used in this one.
fn foreign<'a>(input: Input<'a>, part: &Part) -> BTreeSet<&'a str> {
    let own: BTreeSet<usize> = part.types.iter().copied().collect();
    let mut found = BTreeSet::new();
    for def in part.types(input) {
        for id in def.named().into_iter().filter(|id| !own.contains(&id.0)) {
            let names = input.names.ty(id);
            found.insert(names.ident.as_str());
            if matches!(def.kind, TypeKind::Alias(_)) {
                found.insert(names.required.as_str());
            }
        }
    }
    found
}

fn types(input: Input<'_>, part: &Part) -> Vec<Item> {
    if part.group.is_some() && part.types.is_empty() {
        return Vec::new();
    }
    let runtime = input.runtime;
    let mut items = Vec::new();
    if part.group.is_some() {
        items.extend(group::import(&quote!(super), foreign(input, part)));
    }
    if part.types(input).any(|def| !matches!(def.kind, TypeKind::Alias(_))) {
        items.push(Item::Tokens(quote!(use #runtime as rt;)));
    }
    if part.types(input).any(shape::uses_map) {
        items.push(Item::Tokens(quote!(
            use std::collections::BTreeMap;
        )));
    }
    for (def, names) in part.types.iter().map(|&index| (&input.api.types[index], &input.names.types[index])) {
        if let Some(path) = &names.replaced {
            items.extend(replaced(names, path));
            continue;
        }
        match &def.kind {
            TypeKind::Struct(inner) => structure::render_struct(input, def, inner, names, &mut items),
            TypeKind::Enum(inner) => enumeration::render_enum(def, inner, names, &mut items),
            TypeKind::Cases(cases) => cases::render_cases(input, def, cases, names, &mut items),
            TypeKind::Union(inner) => union::render_union(input, def, inner, names, &mut items),
            TypeKind::Alias(alias) => structure::render_alias(input, def, alias, names, &mut items),
            TypeKind::Unsupported(_) => {}
        }
    }
    items
}

/// A name as an identifier. [`names`](crate::names) makes no others.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Expands to `pub type Money = crate::money::Money;`.
fn replaced(names: &TypeNames, path: &str) -> Option<Item> {
    // The project file holds no others.
    let path = syn::parse_str::<syn::Path>(path).ok()?;
    let name = ident(&names.ident);
    Some(Item::Tokens(quote! {
        /// A type of this crate's own, in place of the described one.
        pub type #name = #path;
    }))
}

/// Expands to `, PartialEq, Eq` behind what every type derives.
fn derives(names: &TypeNames) -> TokenStream {
    let paths = names.derives.iter().filter_map(|path| syn::parse_str::<syn::Path>(path).ok());
    quote!(#(, #paths)*)
}

fn deprecated(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote!(#[deprecated]))
}

#[cfg(test)]
mod tests;
