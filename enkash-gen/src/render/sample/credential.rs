//! What a call is authenticated with: words in the place of secrets.

use proc_macro2::Literal;

use crate::{
    ir::{Operation, SchemeKind},
    render::Input,
};

/// A credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Credential {
    /// The call on the builder of the client: `.card("user", "password")`.
    pub(super) setter: String,
    pub(super) sent: Sent,
}

/// Where it stands on the wire, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sent {
    Basic(String, String),
    Header(String, String),
    Query(String, String),
    Cookie(String, String),
}

/// The credentials of the first alternative, which is the one that is taken.
pub(super) fn of(input: Input<'_>, operation: &Operation) -> Vec<Credential> {
    let schemes = operation.security.first().into_iter().flatten();
    let credential = |index: usize| {
        let (scheme, name) = (input.api.schemes.get(index)?, input.names.schemes.get(index)?);
        let header = |value: &str| Sent::Header("Authorization".to_owned(), value.to_owned());
        let key = "key".to_owned();
        let (arguments, sent) = match &scheme.kind {
            SchemeKind::Basic => {
                (vec!["user", "password"], Sent::Basic("user".to_owned(), "password".to_owned()))
            }
            SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => {
                (vec!["token"], header("Bearer token"))
            }
            SchemeKind::Http(scheme) => (vec!["credentials"], header(&format!("{scheme} credentials"))),
            SchemeKind::ApiKeyHeader(name) => (vec!["key"], Sent::Header(name.clone(), key)),
            SchemeKind::ApiKeyQuery(name) => (vec!["key"], Sent::Query(name.clone(), key)),
            SchemeKind::ApiKeyCookie(name) => (vec!["key"], Sent::Cookie(name.clone(), key)),
        };
        let arguments: Vec<_> = arguments.iter().map(|text| Literal::string(text).to_string()).collect();
        Some(Credential { setter: format!(".{name}({})", arguments.join(", ")), sent })
    };
    schemes.filter_map(|scheme| credential(scheme.0)).collect()
}
