//! The servers that the document names, as an enum that a client can be built for.

use quote::quote;

use super::{Input, docs, ident};
use crate::emit::Item;

pub(super) fn render_servers(input: Input<'_>, items: &mut Vec<Item>) {
    if input.api.servers.is_empty() {
        return;
    }
    let names: Vec<_> = input.names.environments.iter().map(|name| ident(name)).collect();
    let urls: Vec<_> = input.api.servers.iter().map(|server| server.url.as_str()).collect();
    let docs = input.api.servers.iter().map(|server| {
        let text = docs::description(server.description.as_deref(), "A server that the description names.");
        docs::docs([text.as_str(), &format!("`{}`", server.url.replace('`', "'"))])
    });
    items.push(Item::Tokens(quote! {
        /// A server that the description names. None is chosen for you.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Environment { #(#docs #names,)* }
    }));
    items.push(Item::Tokens(quote! {
        impl From<Environment> for rt::BaseUrl {
            fn from(environment: Environment) -> Self {
                Self::declared(match environment { #(Environment::#names => #urls,)* })
            }
        }
    }));
}
