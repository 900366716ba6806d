//! How a caller proves who they are.

use super::PasswordFlow;

/// A security scheme of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// The key under `components.securitySchemes`.
    pub wire_name: String,
    /// What is sent.
    pub kind: SchemeKind,
    /// Where a password flow gets its tokens, of a scheme of OAuth 2 that has one.
    pub flow: Option<PasswordFlow>,
    /// What it means, in CommonMark.
    pub description: Option<String>,
}

/// What a scheme sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeKind {
    /// HTTP Basic (RFC 7617).
    Basic,
    /// A bearer token (RFC 6750).
    Bearer,
    /// An access token of OAuth 2, sent as a bearer token.
    OAuth2,
    /// An access token of `OpenID` Connect, sent as a bearer token.
    OpenIdConnect,
    /// `authorization: <scheme> <credentials>`, by the scheme's name as the document writes it.
    Http(String),
    /// A key in the header of this name.
    ApiKeyHeader(String),
    /// A key in the query parameter of this name.
    ApiKeyQuery(String),
    /// A key in the cookie of this name.
    ApiKeyCookie(String),
}

impl SchemeKind {
    /// Where on the wire the credential stands. Two schemes of one place cannot be sent together.
    pub fn place(&self) -> (&'static str, String) {
        match self {
            Self::Basic | Self::Bearer | Self::OAuth2 | Self::OpenIdConnect | Self::Http(_) => {
                ("header", "authorization".to_owned())
            }
            Self::ApiKeyHeader(name) => ("header", name.to_ascii_lowercase()),
            Self::ApiKeyQuery(name) => ("query", name.clone()),
            Self::ApiKeyCookie(name) => ("cookie", name.clone()),
        }
    }
}

/// An index into [`Api::schemes`](super::Api::schemes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemeId(pub usize);
