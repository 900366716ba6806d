//! Security: the schemes of the document, and what an operation asks for.
//!
//! A scheme is read from the tree: `openapiv3` wants the flows of OAuth 2 whole, of which nothing here is needed, and
//! does not know mutual TLS. No fault in this corner costs an operation: what cannot be sent is left to the caller,
//! who may give the header by hand, and is said.

use super::{context::Context, extension, login};
use crate::{
    ir::{Scheme, SchemeId, SchemeKind},
    load::Node,
    report::{Code, Diagnostic},
};

/// What became of a scheme of the document.
#[derive(Clone)]
pub(super) enum Found {
    /// It takes a credential.
    Scheme(SchemeId),
    /// Mutual TLS: the transport presents a certificate, and nothing is written into the request.
    Transport,
    /// It cannot be used, for this reason.
    Unusable(Box<Diagnostic>),
}

/// Lowers every scheme. One that cannot be used is reported only where an operation asks for it.
pub(super) fn lower_schemes<'d>(cx: &mut Context<'d, '_>, root: &Node<'d>) {
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes"));
    for (name, node) in schemes.iter().flat_map(Node::entries) {
        let found = match lower_scheme(cx, name, &node) {
            Ok(Some(scheme)) => {
                cx.api.schemes.push(scheme);
                Found::Scheme(SchemeId(cx.api.schemes.len() - 1))
            }
            Ok(None) => Found::Transport,
            Err(reason) => Found::Unusable(Box::new(reason)),
        };
        cx.schemes.insert(name.to_owned(), found);
    }
}

/// One scheme; `None` for one that writes nothing into a request.
fn lower_scheme<'d>(
    cx: &mut Context<'d, '_>,
    name: &str,
    node: &Node<'d>,
) -> Result<Option<Scheme>, Diagnostic> {
    let node = cx.document.resolve(node)?;
    extension::check_extensions(cx, &node, extension::Noun::Other);
    let text =
        |key: &str| node.get(key).and_then(|node| node.str()).map(str::trim).filter(|text| !text.is_empty());
    let unusable = |what: &str| {
        Diagnostic::new(Code::UnsupportedSecurity, format!("the security scheme `{name}` {what}"))
            .at(node.origin())
    };
    let kind = match text("type").unwrap_or_default().to_ascii_lowercase().as_str() {
        "http" => {
            // A document that names a bearer format and no scheme means the one that has formats.
            let scheme = text("scheme").or(text("bearerFormat").map(|_| "bearer"));
            let scheme = scheme.ok_or_else(|| unusable("does not say which `scheme` it is"))?;
            match scheme.to_ascii_lowercase().as_str() {
                "basic" => SchemeKind::Basic,
                "bearer" => SchemeKind::Bearer,
                _ if is_token(scheme) => SchemeKind::Http(scheme.to_owned()),
                _ => return Err(unusable("has a `scheme` that no header can hold")),
            }
        }
        // Swagger 2.0
        "basic" => SchemeKind::Basic,
        "oauth2" => SchemeKind::OAuth2,
        "openidconnect" => SchemeKind::OpenIdConnect,
        "mutualtls" => return Ok(None),
        "apikey" => {
            let key = text("name").ok_or_else(|| unusable("does not `name` its key"))?.to_owned();
            match text("in").unwrap_or_default().to_ascii_lowercase().as_str() {
                "header" if is_token(&key) => SchemeKind::ApiKeyHeader(key),
                "header" => return Err(unusable("has a `name` that no header can have")),
                "query" => SchemeKind::ApiKeyQuery(key),
                "cookie" if is_token(&key) => SchemeKind::ApiKeyCookie(key),
                "cookie" => return Err(unusable("has a `name` that no cookie can have")),
                _ => return Err(unusable("does not say where its key goes (`in`)")),
            }
        }
        _ => return Err(unusable("has no `type` that OpenAPI knows")),
    };
    let description = text("description").map(str::to_owned);
    let flow = if kind == SchemeKind::OAuth2 { login::lower_flow(cx, &node) } else { None };
    Ok(Some(Scheme { wire_name: name.to_owned(), kind, flow, description }))
}

/// RFC 9110 §5.6.2: what a header's name and an authentication scheme are made of.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Lowers what an operation asks for: its own list, which may be empty, or else the document's.
///
/// An alternative that cannot be used is dropped. If none is left, nothing is sent: whoever calls the operation can
/// still give the header by hand.
pub(super) fn lower_requirements<'d>(cx: &mut Context<'d, '_>, operation: &Node<'d>) -> Vec<Vec<SchemeId>> {
    let Some(list) = operation.get("security").or_else(|| cx.document.root().get("security")) else {
        return Vec::new();
    };
    let mut alternatives: Vec<Vec<SchemeId>> = Vec::new();
    for node in list.items() {
        match lower_alternative(cx, &node) {
            Ok(found) => {
                for alternative in found {
                    if !alternatives.contains(&alternative) {
                        alternatives.push(alternative);
                    }
                }
            }
            Err(reason) => cx.push(*reason),
        }
    }
    alternatives
}

/// One alternative; several, where it asks for two credentials in one place.
fn lower_alternative<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
) -> Result<Vec<Vec<SchemeId>>, Box<Diagnostic>> {
    let mut alternative = Vec::new();
    for (name, entry) in node.entries() {
        match cx.schemes.get(name) {
            Some(Found::Scheme(id)) if alternative.contains(id) => {}
            Some(Found::Scheme(id)) => alternative.push(*id),
            Some(Found::Transport) => cx.push(
                Diagnostic::new(Code::TransportSecurity, format!("`{name}` is mutual TLS"))
                    .at(entry.key_origin()),
            ),
            Some(Found::Unusable(reason)) => return Err(reason.clone()),
            None => {
                let message = format!("there is no security scheme `{name}`");
                let diagnostic = Diagnostic::new(Code::UnresolvedSecurity, message).at(entry.origin());
                let names = cx.schemes.keys().map(String::as_str);
                let help = cx.document.suggestions().did_you_mean(name, names);
                return Err(Box::new(match help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                }));
            }
        }
    }
    let parts = apart(cx, alternative);
    if parts.len() > 1 {
        let message = "two of these credentials stand in the same place of a request";
        cx.push(Diagnostic::new(Code::ConflictingSecurity, message).at(node.origin()));
    }
    Ok(parts)
}

/// Takes apart what cannot be sent together: of two schemes with the same place either will do.
fn apart(cx: &Context<'_, '_>, alternative: Vec<SchemeId>) -> Vec<Vec<SchemeId>> {
    let place = |id: SchemeId| cx.api.schemes[id.0].kind.place();
    let mut places: Vec<(_, Vec<SchemeId>)> = Vec::new();
    for id in alternative {
        match places.iter_mut().find(|(known, _)| *known == place(id)) {
            Some((_, ids)) => ids.push(id),
            None => places.push((place(id), vec![id])),
        }
    }
    // As many alternatives as the most crowded place has schemes; a place with fewer repeats its last.
    let count = places.iter().map(|(_, ids)| ids.len()).max().unwrap_or(1);
    let pick = |at: usize| places.iter().map(|(_, ids)| ids[at.min(ids.len() - 1)]).collect();
    (0..count).map(pick).collect()
}
