//! What a server sends on its own.

use super::Slot;
use crate::report::Origin;

/// A request that the server makes: a webhook of the document, or a callback of an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Webhook {
    /// The webhook's key; of a callback, the operation and its key, with a dot between them.
    pub wire_name: String,
    /// What its body holds; `None` if it has none, or none that is JSON.
    pub body: Option<Slot>,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// Where it stands in the document.
    pub origin: Origin,
}
