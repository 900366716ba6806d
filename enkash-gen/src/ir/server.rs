//! Where an API is served.

/// A server that the document names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// What the document calls it (`x-name`), if it does.
    pub wire_name: Option<String>,
    /// Its address; variables stand in it in braces.
    pub url: String,
    /// What its variables are, in the order of the address.
    pub variables: Vec<Variable>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
}

/// A variable of a server's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name in the address.
    pub wire_name: String,
    /// What it is where nobody says otherwise.
    pub default: Option<String>,
    /// What it may be; empty if it may be anything.
    pub choices: Vec<String>,
    /// What it means, in CommonMark.
    pub description: Option<String>,
}

/// A server of some operations only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnServer {
    /// Every address, as the document writes it.
    pub declared: Vec<String>,
    /// The addresses that are usable as they stand: complete, or a path on the server of the client.
    pub urls: Vec<String>,
    /// Whether one of them is also an address of the document.
    pub shared: bool,
}

/// An index into [`Api::own_servers`](super::Api::own_servers).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ServerId(pub usize);
