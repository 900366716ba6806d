//! Security: the schemes of the document, and what an operation asks for.

use openapiv3::{APIKeyLocation, SecurityScheme};

use super::{context::Context, extension};
use crate::{
    ir::{Scheme, SchemeId, SchemeKind},
    load::{Node, typed},
    report::{Code, Diagnostic, did_you_mean},
};

/// Lowers every scheme. One that cannot be used is reported only by the operations that ask for it.
pub(super) fn lower_schemes<'d>(cx: &mut Context<'d, '_>, root: &Node<'d>) {
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes"));
    for (name, node) in schemes.iter().flat_map(Node::entries) {
        let outcome = lower_scheme(cx, name, &node).map(|scheme| {
            cx.api.schemes.push(scheme);
            SchemeId(cx.api.schemes.len() - 1)
        });
        cx.schemes.insert(name.to_owned(), outcome);
    }
}

fn lower_scheme<'d>(cx: &mut Context<'d, '_>, name: &str, node: &Node<'d>) -> Result<Scheme, Diagnostic> {
    let node = cx.document.resolve(node)?;
    extension::check_extensions(cx, &node, extension::Noun::Other);
    let unsupported = |what: String| {
        Diagnostic::new(Code::UnsupportedSecurity, format!("the security scheme `{name}` is {what}"))
            .at(node.origin())
    };
    let (kind, description) = match typed::security_scheme(&node)? {
        SecurityScheme::HTTP { scheme, description, .. } => match scheme.to_ascii_lowercase().as_str() {
            "basic" => (SchemeKind::Basic, description),
            "bearer" => (SchemeKind::Bearer, description),
            other => return Err(unsupported(format!("HTTP authentication by `{other}`"))),
        },
        SecurityScheme::APIKey { location: APIKeyLocation::Header, name, description, .. } => {
            (SchemeKind::ApiKeyHeader(name), description)
        }
        SecurityScheme::APIKey { location: APIKeyLocation::Query, .. } => {
            return Err(unsupported("an API key in the query".to_owned()));
        }
        SecurityScheme::APIKey { location: APIKeyLocation::Cookie, .. } => {
            return Err(unsupported("an API key in a cookie".to_owned()));
        }
        SecurityScheme::OAuth2 { .. } => return Err(unsupported("OAuth 2".to_owned())),
        SecurityScheme::OpenIDConnect { .. } => return Err(unsupported("OpenID Connect".to_owned())),
    };
    Ok(Scheme { wire_name: name.to_owned(), kind, description })
}

/// Lowers what an operation asks for: its own list, which may be empty, or else the document's.
///
/// An alternative with a scheme that cannot be used is dropped as long as another one remains.
pub(super) fn lower_requirements<'d>(
    cx: &mut Context<'d, '_>,
    operation: &Node<'d>,
) -> Result<Vec<Vec<SchemeId>>, Code> {
    let Some(list) = operation.get("security").or_else(|| cx.document.root().get("security")) else {
        return Ok(Vec::new());
    };
    let mut alternatives = Vec::new();
    let mut reasons = Vec::new();
    for node in list.items() {
        match lower_alternative(cx, &node) {
            Ok(alternative) => alternatives.push(alternative),
            Err(reason) => reasons.push(reason),
        }
    }
    let failure =
        reasons.iter().find(|reason| alternatives.is_empty() || reason.code == Code::UnresolvedSecurity);
    let failure = failure.map(|reason| reason.code);
    for reason in reasons {
        // With another way in, a scheme that is missing here costs nobody an operation.
        if failure.is_some() || reason.code == Code::UnresolvedSecurity {
            cx.push(reason);
        } else {
            cx.push(reason.severity(crate::report::Severity::Warning));
        }
    }
    failure.map_or(Ok(alternatives), Err)
}

fn lower_alternative<'d>(cx: &Context<'d, '_>, node: &Node<'d>) -> Result<Vec<SchemeId>, Diagnostic> {
    node.entries()
        .map(|(name, entry)| match cx.schemes.get(name) {
            Some(outcome) => outcome.clone(),
            None => {
                let diagnostic = Diagnostic::new(
                    Code::UnresolvedSecurity,
                    format!("there is no security scheme `{name}`"),
                )
                .at(entry.origin());
                Err(match did_you_mean(name, cx.schemes.keys().map(String::as_str)) {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic.help("declare it under `components.securitySchemes`"),
                })
            }
        })
        .collect()
}
