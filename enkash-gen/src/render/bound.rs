//! What lets a user's own struct be sent: the client's `send`, and the generated types as their own values.

use quote::quote;

use super::{Input, group::Part, ident};
use crate::{emit::Item, ir::TypeKind};

/// Expands to `endpoint::bind!(Client, Api, [TokenRequest]);`, the types being those that are sent.
pub(super) fn render_bound(input: Input<'_>, part: &Part) -> Vec<Item> {
    let Some(endpoint) = input.endpoint.filter(|_| part.group.is_none()) else { return Vec::new() };
    let sent = input.api.types.iter().zip(&input.names.types).filter(|(def, names)| {
        def.usage.sent && names.replaced.is_none() && !matches!(def.kind, TypeKind::Alias(_))
    });
    let names = sent.map(|(_, names)| ident(&names.ident));
    vec![Item::Tokens(quote! {
        use super::*;
        #endpoint::bind!(Client, Api, [#(#names),*]);
    })]
}
