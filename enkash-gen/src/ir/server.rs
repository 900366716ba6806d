//! Where an API is served.

/// A server that the document names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// What the document calls it (`x-name`), if it does.
    pub wire_name: Option<String>,
    /// Its address.
    pub url: String,
    /// What it is, in CommonMark.
    pub description: Option<String>,
}
