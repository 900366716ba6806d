//! How a client gets its tokens by itself.

use super::{Api, Operation, Scheme, SchemeId, SchemeKind, ServerId};

/// The password flow of OAuth 2 (RFC 6749, section 4.3): where its tokens are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordFlow {
    /// The path below the server's address.
    pub path: String,
    /// Where that is, if not where the whole API is.
    pub server: Option<ServerId>,
}

/// What gives a client its tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Login<'a> {
    /// An operation of the document, by its index; what it is asked with is the document's own type.
    Operation(usize, &'a Operation),
    /// A flow, of which the document says no more than where it is.
    Flow(&'a Scheme, &'a PasswordFlow),
}

impl Api {
    /// What gives a client its tokens, if anything does.
    pub fn login(&self) -> Option<Login<'_>> {
        let marked = self.operations.iter().enumerate().find(|(_, operation)| operation.gives_tokens);
        let marked = marked.map(|(index, operation)| Login::Operation(index, operation));
        marked.or_else(|| {
            self.schemes.iter().find_map(|scheme| Some(Login::Flow(scheme, scheme.flow.as_ref()?)))
        })
    }

    /// The schemes whose tokens it gives: those of a flow, or whatever is sent as a bearer token.
    pub fn login_schemes(&self) -> Vec<SchemeId> {
        let is_fed = |scheme: &Scheme| match self.login() {
            None => false,
            Some(Login::Operation(..)) => {
                matches!(scheme.kind, SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect)
            }
            Some(Login::Flow(of, _)) => of == scheme,
        };
        let schemes = self.schemes.iter().enumerate().filter(|(_, scheme)| is_fed(scheme));
        schemes.map(|(index, _)| SchemeId(index)).collect()
    }
}
