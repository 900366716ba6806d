//! What a client has more that gets its tokens by itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, body, flow::flow, group::Part, shape};
use crate::{emit::Item, ir::Login};

/// Expands to the schemes that tokens are for; nothing where the client gets none.
pub(super) fn schemes(input: Input<'_>) -> TokenStream {
    let schemes = input.api.login_schemes();
    if schemes.is_empty() {
        return TokenStream::new();
    }
    let schemes = schemes.into_iter().map(|scheme| proc_macro2::Literal::usize_unsuffixed(scheme.0));
    quote!(const LOGIN: &'static [usize] = &[#(#schemes),*];)
}

/// Expands to
///
/// ```text
/// rt::login!(Client, ClientBuilder by ops::CreateToken {
///     request: TokenRequest, format: rt::Format::Form("application/x-www-form-urlencoded", &[])
/// });
/// ```
///
/// beside the operation; for a flow, to the same in the root, around a marker of its own.
pub(super) fn render_login(input: Input<'_>, part: &Part) -> Vec<Item> {
    match input.api.login() {
        Some(Login::Operation(index, operation)) if part.operations.contains(&index) => {
            let Some(of) = &operation.body else { return Vec::new() };
            let request = shape::slot(input, &of.slot).to_string().replace(' ', "");
            let format = body::format_of(of).to_string().replace(' ', "").replace(',', ", ");
            let marker = format!("ops::{}", input.names.operations[index].marker);
            vec![Item::Text(login(&marker, &request, &format))]
        }
        Some(Login::Flow(scheme, of)) if part.group.is_none() => {
            let id = format!("{} (token)", scheme.wire_name);
            let mut entries = vec![
                "success: () [Range(2)]".to_owned(),
                "failure: rt::Undeclared []".to_owned(),
                "security: []".to_owned(),
            ];
            if let Some(server) = of.server {
                entries.push(format!("server: {}", server.0));
            }
            let table =
                flow(&format!("rt::operation!(Flow of Api: {id:?} POST {:?}", of.path), &entries, ");");
            let login = login("Flow", "rt::PasswordGrant", "rt::PasswordGrant::FORMAT");
            let inner = format!("{table}\n{login}").replace('\n', "\n    ");
            vec![Item::Text(format!("const _: () = {{\n    {inner}\n}};"))]
        }
        _ => Vec::new(),
    }
}

fn login(marker: &str, request: &str, format: &str) -> String {
    let entries = [format!("request: {request}"), format!("format: {format}")];
    flow(&format!("rt::login!(Client, ClientBuilder by {marker}"), &entries, ");")
}
