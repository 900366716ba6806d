//! Operations: the method that a user calls, and the marker that the run time and the mocks know it by.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    Input, body, checks, deprecated, docs, example,
    flow::flow,
    group::{self, Part},
    ident, reply, server, shape,
};
use crate::{
    emit::Item,
    ir::{Body, Media, Operation, Outcome, Reply, Status},
};

/// Expands to
///
/// ```text
/// pub fn create_token(&self, body: &TokenRequest) -> rt::Call<'_, Token, OAuthError> {
///     rt::Call::of::<ops::CreateToken>(&self.core).form(body)
/// }
/// ```
///
/// and to one more such method per further format of the body.
pub(super) fn methods(input: Input<'_>, index: usize) -> Vec<TokenStream> {
    let operation = &input.api.operations[index];
    let names = &input.names.operations[index];
    let first = method(input, index, &names.method, operation.body.as_ref(), &method_docs(input, index));
    let others = operation.other_bodies.iter().zip(&names.other_methods).map(|(body, name)| {
        let media_type = body.media_types.join("`, `").replace('`', "'");
        let docs = docs::docs([format!(
            "The same as [`{0}`](Self::{0}), the body being sent as `{media_type}`.",
            names.method
        )
        .as_str()]);
        method(input, index, name, Some(body), &docs)
    });
    std::iter::once(first).chain(others).collect()
}

fn method(
    input: Input<'_>,
    index: usize,
    name: &str,
    body: Option<&Body>,
    docs: &TokenStream,
) -> TokenStream {
    let operation = &input.api.operations[index];
    let names = &input.names.operations[index];
    let (name, marker) = (ident(name), ident(&names.marker));
    let mut arguments = Vec::new();
    let mut steps = Vec::new();
    for (param, name) in operation.params.iter().zip(&names.args) {
        let name = ident(name);
        let (ty, value) = shape::argument(input, &param.slot, &name);
        arguments.push(quote!(#name: #ty));
        steps.push(match checks::param(input, param) {
            Some(field) => quote!(.path_limited(#field, #value)),
            None => quote!(.path(#value)),
        });
    }
    if let Some(id) = operation.params_name() {
        let ty = ident(&input.names.ty(id).ident);
        arguments.push(quote!(params: &#ty));
        steps.push(quote!(.params(params)));
    }
    if let Some(body) = body {
        let (argument, step) = body::argument(input, body);
        arguments.push(argument);
        steps.push(step);
    }
    let output = shape::outcome(input, &operation.success, false);
    let failure = shape::outcome(input, &operation.failure, true);
    let deprecated = deprecated(operation.deprecated);
    quote! {
        #docs
        #deprecated
        pub fn #name(&self, #(#arguments),*) -> rt::Call<'_, #output, #failure> {
            rt::Call::of::<ops::#marker>(&self.core) #(#steps)*
        }
    }
}

fn method_docs(input: Input<'_>, index: usize) -> TokenStream {
    let operation = &input.api.operations[index];
    let names = &input.names.operations[index];
    let request = docs::code(&format!("{} {}", operation.method, operation.path.raw()));
    let summary = match docs::description(operation.summary.as_deref(), "") {
        summary if summary.is_empty() => format!("Calls {request}."),
        summary => docs::with_sentence(summary, &request),
    };
    let description = docs::description(operation.description.as_deref(), "");
    let server = operation.server.map(|id| &input.api.own_servers[id.0]).map(server::declared);
    let server = server.map(|urls| format!("Served at {urls}.")).unwrap_or_default();
    let body = body_docs(operation);
    let failure = failure_docs(operation);
    let example = input
        .module
        .filter(|_| input.examples)
        .map(|module| example::example(input, module, operation, names));
    let example = example.unwrap_or_default();
    let beside = reply::beside_docs(input, operation);
    docs::docs([summary.as_str(), &description, &server, &body, &beside, &failure, &example])
}

/// What the signature does not say of a body of bytes.
fn body_docs(operation: &Operation) -> String {
    let Some(body) = operation.body.as_ref().filter(|body| body.media == Media::Bytes) else {
        return String::new();
    };
    let types = body.media_types.join("`, `").replace('`', "'");
    if body.media_types.len() > 1 || types.contains('*') {
        format!(
            "The body is bytes or a stream, of one of `{types}`: say which by `.header(\"content-type\", …)`."
        )
    } else {
        format!("The body is bytes or a stream, sent as `{types}`.")
    }
}

fn failure_docs(operation: &Operation) -> String {
    let described = operation.failures().iter().filter(|reply| !reply.description.trim().is_empty()).fold(
        String::new(),
        |mut list, reply| {
            list.push_str(&format!("\n- {}: {}", status_word(reply), docs::line(&reply.description)));
            list
        },
    );
    if described.is_empty() { String::new() } else { format!("# Errors{described}") }
}

fn status_word(reply: &Reply) -> String {
    match reply.status {
        Status::Default => "any other status".to_owned(),
        status => format!("`{status}`"),
    }
}

pub(super) fn render_markers(input: Input<'_>, part: &Part) -> Vec<Item> {
    let (runtime, root) = (input.runtime, part.root());
    let mut items = vec![];
    let types = part.operations(input).any(|operation| {
        shape::outcome_has_type(&operation.success) || shape::outcome_has_type(&operation.failure)
    });
    if types {
        let named = part.operations(input).flat_map(Operation::named_by_answers);
        items.extend(group::import_types(input, &root, named));
    }
    if part.operations.is_empty() {
        return items;
    }
    items.push(Item::Tokens(quote!(use #runtime as rt;)));
    let maps = part.operations(input).any(|operation| {
        shape::outcome_has_map(&operation.success) || shape::outcome_has_map(&operation.failure)
    });
    if maps {
        items.push(Item::Tokens(quote!(
            use std::collections::BTreeMap;
        )));
    }
    let root = root.to_string().replace(' ', "");
    items.extend(part.operations.iter().map(|&index| marker(input, &root, index)));
    items
}

/// Expands to
///
/// ```text
/// rt::operation!(CreateToken of super::Api: "createToken" POST "/oauth/token" {
///     success: Token [Code(200)], failure: OAuthError [Code(400), Code(401)], security: [[0]]
/// });
/// ```
fn marker(input: Input<'_>, root: &str, index: usize) -> Item {
    let operation = &input.api.operations[index];
    let marker = &input.names.operations[index].marker;
    let method = operation.method.as_str();
    let text = |text: &str| Literal::string(text);
    let list = |entries: Vec<String>| format!("[{}]", entries.join(", "));
    let answers = |outcome: &Outcome, replies: &[&Reply], failure: bool| {
        let ty = shape::text(&shape::outcome(input, outcome, failure));
        format!("{ty} {}", list(statuses(outcome, replies, !failure)))
    };
    let alternatives = operation
        .security
        .iter()
        .map(|alternative| list(alternative.iter().map(|scheme| scheme.0.to_string()).collect()));
    let accept = operation.accept();
    let mut entries = Vec::new();
    if accept != "application/json" {
        entries.push(format!("accept: {}", text(&accept)));
    }
    entries.push(format!("success: {}", answers(&operation.success, &operation.successes(), false)));
    entries.push(format!("failure: {}", answers(&operation.failure, &operation.failures(), true)));
    entries.push(format!("security: {}", list(alternatives.collect())));
    match (operation.safe, method) {
        (Some(true), _) => entries.push("class: Safe".to_owned()),
        (Some(false), "GET" | "HEAD" | "OPTIONS" | "TRACE") => entries.push("class: Neither".to_owned()),
        _ => {}
    }
    if let Some(error) = &operation.business_error {
        let texts = |texts: &[String]| list(texts.iter().map(|part| text(part).to_string()).collect());
        entries.push(format!("business: {} unless {}", texts(&error.code), texts(&error.success)));
    }
    let readings = reply::readings(operation);
    if !readings.is_empty() {
        entries.push(format!("readings: {}", list(readings)));
    }
    if let Some(server) = operation.server {
        entries.push(format!("server: {}", server.0));
    }
    if input.checks {
        entries.push("checks: true".to_owned());
    }
    let (id, path) = (text(&operation.label()), text(&operation.path.wire()));
    Item::Text(flow(&format!("rt::operation!({marker} of {root}::Api: {id} {method} {path}"), &entries, ");"))
}

/// The statuses of a set of answers. Where no success is declared, any 2xx is one: there is nothing else to await.
fn statuses(outcome: &Outcome, replies: &[&Reply], any_success: bool) -> Vec<String> {
    if *outcome == Outcome::Undeclared && any_success {
        return vec![status(Status::Range(2))];
    }
    replies.iter().map(|reply| status(reply.status)).collect()
}

fn status(status: Status) -> String {
    match status {
        Status::Code(code) => format!("Code({code})"),
        Status::Range(hundreds) => format!("Range({hundreds})"),
        Status::Default => "Default".to_owned(),
    }
}
