//! The servers that the document names, as an enum that a client can be built for, and those that some operations
//! have to themselves, as settings of the client.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Input, docs, ident};
use crate::{
    emit::Item,
    ir::{OwnServer, Server, Variable},
};

pub(super) fn render_servers(input: Input<'_>, items: &mut Vec<Item>) {
    let servers = &input.api.servers;
    if servers.is_empty() {
        return;
    }
    let fixed = servers.iter().all(|server| server.variables.is_empty());
    let variants = servers.iter().zip(&input.names.environments).map(|(server, names)| {
        let text = docs::description(server.description.as_deref(), "A server that the description names.");
        let docs = docs::docs([text.as_str(), &docs::code(&server.url)]);
        let name = ident(&names.ident);
        let fields = server.variables.iter().zip(&names.variables).map(|(variable, name)| {
            let (docs, name) = (variable_docs(variable), ident(name));
            quote!(#docs #name: String)
        });
        let fields = (!server.variables.is_empty()).then(|| quote!({ #(#fields,)* }));
        quote!(#docs #name #fields)
    });
    let copy = fixed.then(|| quote!(Copy,));
    items.push(Item::Tokens(quote! {
        /// A server that the description names. None is chosen for you.
        #[derive(Clone, #copy Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Environment { #(#variants,)* }
    }));
    let arms = servers.iter().zip(&input.names.environments).map(|(server, names)| {
        let (name, url) = (ident(&names.ident), server.url.as_str());
        match (fixed, server.variables.is_empty()) {
            (true, _) => quote!(Environment::#name => #url),
            (false, true) => quote!(Environment::#name => Self::declared(#url)),
            (false, false) => {
                let fields: Vec<_> = names.variables.iter().map(|name| ident(name)).collect();
                let values = filled(server, &fields);
                quote!(Environment::#name { #(#fields),* } => Self::filled(#url, &[#(#values),*]))
            }
        }
    });
    let value = if fixed {
        quote!(Self::declared(match environment { #(#arms,)* }))
    } else {
        quote!(match environment { #(#arms,)* })
    };
    items.push(Item::Tokens(quote! {
        impl From<Environment> for rt::BaseUrl {
            fn from(environment: Environment) -> Self {
                #value
            }
        }
    }));
}

/// Expands to `("region", &region, &["eu", "us"])` per variable.
fn filled(server: &Server, fields: &[proc_macro2::Ident]) -> Vec<TokenStream> {
    let variables = server.variables.iter().zip(fields);
    variables
        .map(|(Variable { wire_name, choices, .. }, field)| quote!((#wire_name, &#field, &[#(#choices),*])))
        .collect()
}

fn variable_docs(variable: &Variable) -> TokenStream {
    let fallback = docs::code(&variable.wire_name);
    let text = docs::description(variable.description.as_deref(), &fallback);
    let choices: Vec<_> = variable.choices.iter().map(|choice| docs::code(choice)).collect();
    let choices = if choices.is_empty() { String::new() } else { format!("One of {}.", choices.join(", ")) };
    let default = match &variable.default {
        Some(default) => format!("The description proposes {}.", docs::code(default)),
        None => String::new(),
    };
    docs::docs([text.as_str(), &choices, &default])
}

/// Expands to `const SERVERS` of the API, if some operations have servers to themselves.
pub(super) fn own_servers(input: Input<'_>) -> Option<TokenStream> {
    let servers = input.api.own_servers.iter().zip(&input.names.own_servers).map(|(server, name)| {
        let OwnServer { urls, shared, .. } = server;
        quote!(rt::Server { name: #name, urls: &[#(#urls),*], shared: #shared })
    });
    (!input.api.own_servers.is_empty())
        .then(|| quote!(const SERVERS: &'static [rt::Server] = &[#(#servers),*];))
}

/// Expands to the method of the builder that says where such a server is.
pub(super) fn setter((index, (server, name)): (usize, (&OwnServer, &String))) -> TokenStream {
    let (name, index) = (ident(name), Literal::usize_unsuffixed(index));
    let what = format!(
        "Sets the address of the operations that the description serves apart, at {}. Where their server is \
         another one than the client's, they are refused until it is set: credentials go nowhere unasked.",
        declared(server)
    );
    let docs = docs::docs([what.as_str()]);
    quote! {
        #docs
        pub fn #name(self, base: impl Into<rt::BaseUrl>) -> Self {
            Self(self.0.server(#index, base))
        }
    }
}

/// The addresses of such a server, for a sentence.
pub(super) fn declared(server: &OwnServer) -> String {
    server.declared.iter().map(|url| docs::code(url)).collect::<Vec<_>>().join(" or ")
}
