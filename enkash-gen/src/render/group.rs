//! What of an API stands in one file: everything, or in a layout by tags the operations of one group and the types that
//! only they need, or the rest.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, ident};
use crate::{
    emit::Item,
    ir::{Operation, TypeDef, TypeId},
};

/// The operations and types of one file, by their indexes.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The group; `None` for what is in none.
    pub(super) group: Option<usize>,
    pub(super) operations: Vec<usize>,
    pub(super) types: Vec<usize>,
}

impl Part {
    /// What is in no group: everything, where there are none.
    pub(super) fn rest(input: Input<'_>) -> Self {
        let mut operations = vec![true; input.api.operations.len()];
        let mut types = vec![true; input.api.types.len()];
        for group in &input.api.groups {
            group.operations.iter().for_each(|&index| operations[index] = false);
            group.types.iter().for_each(|id| types[id.0] = false);
        }
        Self { group: None, operations: kept(&operations), types: kept(&types) }
    }

    /// One per group.
    pub(super) fn groups(input: Input<'_>) -> impl Iterator<Item = Self> {
        input.api.groups.iter().enumerate().map(|(index, group)| Self {
            group: Some(index),
            operations: group.operations.clone(),
            types: group.types.iter().map(|id| id.0).collect(),
        })
    }

    pub(super) fn operations<'a>(&self, input: Input<'a>) -> impl Iterator<Item = &'a Operation> {
        self.operations.iter().map(|&index| &input.api.operations[index])
    }

    pub(super) fn types<'a>(&self, input: Input<'a>) -> impl Iterator<Item = &'a TypeDef> {
        self.types.iter().map(|&index| &input.api.types[index])
    }

    /// The path of the generated module, from the file of this part: `super`, or one more for a group.
    pub(super) fn root(&self) -> TokenStream {
        if self.group.is_some() { quote!(super::super) } else { quote!(super) }
    }
}

/// Expands to `use super::{Play, Price};`. One by one, and not with a star: the compiler would look at every name of a large
/// API for each of its files.
pub(super) fn import<'a>(from: &TokenStream, names: impl IntoIterator<Item = &'a str>) -> Option<Item> {
    let names: BTreeSet<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let names: Vec<_> = names.into_iter().map(ident).collect();
    match &names[..] {
        [] => None,
        [name] => Some(Item::Tokens(quote!(use #from::#name;))),
        names => Some(Item::Tokens(quote!(use #from::{#(#names),*};))),
    }
}

/// The import of types into a file of operations that name them; where there is only one file, of all types.
pub(super) fn import_types(
    input: Input<'_>,
    root: &TokenStream,
    named: impl Iterator<Item = TypeId>,
) -> Option<Item> {
    if input.api.groups.is_empty() {
        return Some(Item::Tokens(quote!(use #root::types::*;)));
    }
    import(&quote!(#root::types), named.map(|id| input.names.ty(id).ident.as_str()))
}

/// Expands to `#[cfg(feature = "pets")]`; nothing where the crate has no features for tags.
pub(super) fn gate(input: Input<'_>, group: usize) -> TokenStream {
    let features = &input.names.groups[group].features;
    match &features[..] {
        _ if !input.gates => TokenStream::new(),
        [feature] => quote!(#[cfg(feature = #feature)]),
        features => quote!(#[cfg(any(#(feature = #features),*))]),
    }
}

/// Expands to `mod pets;`.
pub(super) fn declare(input: Input<'_>, group: usize, content: &TokenStream) -> TokenStream {
    let (gate, module) = (gate(input, group), ident(&input.names.groups[group].module));
    quote!(#gate mod #module #content)
}

/// Expands to `pub use self::pets::*;`.
pub(super) fn show(input: Input<'_>, group: usize) -> TokenStream {
    let (gate, module) = (gate(input, group), ident(&input.names.groups[group].module));
    quote!(#gate pub use self::#module::*;)
}

fn kept(flags: &[bool]) -> Vec<usize> {
    flags.iter().enumerate().filter(|(_, kept)| **kept).map(|(index, _)| index).collect()
}
