//! How a caller proves who they are.

/// A security scheme of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// The key under `components.securitySchemes`.
    pub wire_name: String,
    /// What is sent.
    pub kind: SchemeKind,
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
    /// A key in the header of this name.
    ApiKeyHeader(String),
}

/// An index into [`Api::schemes`](super::Api::schemes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemeId(pub usize);
