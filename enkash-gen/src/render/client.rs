//! The client: the marker of the API, the setters of credentials, and a method per operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Input, docs,
    group::{self, Part},
    ident, login, operation, server, shape,
};
use crate::{
    emit::Item,
    ir::{Operation, Scheme, SchemeKind},
};

pub(super) fn render_client(input: Input<'_>, part: &Part) -> Vec<Item> {
    if part.group.is_some() && part.operations.is_empty() {
        return Vec::new();
    }
    let (runtime, root) = (input.runtime, part.root());
    let mut items = Vec::new();
    if part.group.is_some() {
        items.push(Item::Tokens(quote!(
            use super::Client;
        )));
    }
    if !part.operations.is_empty() {
        items.push(Item::Tokens(quote!(use #root::ops;)));
    }
    if !input.api.types.is_empty() && !part.operations.is_empty() {
        let named = part.operations(input).flat_map(Operation::named);
        items.extend(group::import_types(input, &root, named));
    }
    items.push(Item::Tokens(quote!(use #runtime as rt;)));
    let maps = part.operations(input).any(|operation| {
        shape::outcome_has_map(&operation.success)
            || shape::outcome_has_map(&operation.failure)
            || operation.bodies().any(|body| shape::has_map(&body.slot))
    });
    if maps {
        items.push(Item::Tokens(quote!(
            use std::collections::BTreeMap;
        )));
    }
    if part.group.is_none() {
        shell(input, &mut items);
    }
    if !part.operations.is_empty() {
        let methods = part.operations.iter().flat_map(|&index| operation::methods(input, index));
        items.push(Item::Tokens(quote!(impl Client { #(#methods)* })));
    }
    let login = login::render_login(input, part);
    if part.group.is_some() && !login.is_empty() {
        items.push(Item::Tokens(quote!(
            use super::ClientBuilder;
        )));
    }
    items.extend(login);
    items
}

/// What a client is, whatever its operations.
fn shell(input: Input<'_>, items: &mut Vec<Item>) {
    items.push(Item::Tokens(marker(input)));
    items.push(Item::Text("rt::client!(Client, ClientBuilder, Api);".to_owned()));
    server::render_servers(input, items);
    let credentials = input.api.schemes.iter().zip(&input.names.schemes).enumerate().map(setter);
    let servers = input.api.own_servers.iter().zip(&input.names.own_servers).enumerate();
    let setters: Vec<_> = credentials.chain(servers.map(server::setter)).collect();
    if !setters.is_empty() {
        items.push(Item::Tokens(quote!(impl ClientBuilder { #(#setters)* })));
    }
}

fn marker(input: Input<'_>) -> TokenStream {
    let title = &input.api.title;
    let about = docs::docs([format!("The API as a whole: {}.", docs::line(title)).as_str()]);
    let schemes = input.api.schemes.iter().zip(&input.names.schemes).map(|(scheme, name)| {
        let kind = match &scheme.kind {
            SchemeKind::Basic => quote!(rt::SchemeKind::Basic),
            SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => {
                quote!(rt::SchemeKind::Bearer)
            }
            SchemeKind::Http(scheme) => quote!(rt::SchemeKind::Http(#scheme)),
            SchemeKind::ApiKeyHeader(name) => quote!(rt::SchemeKind::ApiKeyHeader(#name)),
            SchemeKind::ApiKeyQuery(name) => quote!(rt::SchemeKind::ApiKeyQuery(#name)),
            SchemeKind::ApiKeyCookie(name) => quote!(rt::SchemeKind::ApiKeyCookie(#name)),
        };
        quote!(rt::Scheme { name: #name, kind: #kind })
    });
    let servers = server::own_servers(input);
    let login = login::schemes(input);
    quote! {
        #about
        #[derive(Clone, Copy, Debug)]
        pub struct Api;

        impl rt::Api for Api {
            const NAME: &'static str = #title;
            const DIGEST: &'static str = super::DIGEST;
            const SCHEMES: &'static [rt::Scheme] = &[#(#schemes),*];
            #servers
            #login
        }
    }
}

/// Expands to the method of the builder that takes the credential of a scheme.
fn setter((index, (scheme, name)): (usize, (&Scheme, &String))) -> TokenStream {
    let name = ident(name);
    let index = proc_macro2::Literal::usize_unsuffixed(index);
    let key = |place: &str, name: &str| {
        (
            format!("Sets the key for the {place} {}.", docs::code(name)),
            quote!(key: impl Into<rt::Secret>),
            quote!(rt::Credential::api_key(key)),
        )
    };
    let token = |what: &str| {
        (
            format!("Sets the {what}."),
            quote!(token: impl Into<rt::Secret>),
            quote!(rt::Credential::bearer(token)),
        )
    };
    let (what, arguments, credential) = match &scheme.kind {
        SchemeKind::Basic => (
            "Sets the user name and password of HTTP Basic authentication.".to_owned(),
            quote!(id: impl Into<String>, secret: impl Into<rt::Secret>),
            quote!(rt::Credential::basic(id, secret)),
        ),
        SchemeKind::Bearer => token("bearer token"),
        SchemeKind::OAuth2 => token("access token of OAuth 2, which is sent as a bearer token"),
        SchemeKind::OpenIdConnect => token("access token of OpenID Connect, which is sent as a bearer token"),
        SchemeKind::Http(scheme) => (
            format!("Sets what follows {} in the header `authorization`.", docs::code(scheme)),
            quote!(credentials: impl Into<rt::Secret>),
            quote!(rt::Credential::http(credentials)),
        ),
        SchemeKind::ApiKeyHeader(name) => key("header", name),
        SchemeKind::ApiKeyQuery(name) => key("query parameter", name),
        SchemeKind::ApiKeyCookie(name) => key("cookie", name),
    };
    let docs = docs::docs([what.as_str(), &docs::description(scheme.description.as_deref(), "")]);
    quote! {
        #docs
        pub fn #name(self, #arguments) -> Self {
            Self(self.0.credential(#index, #credential))
        }
    }
}
