//! Which client a token request comes from.

use super::catalogue::Case;
use super::incoming::Incoming;
use crate::runtime::Secret;

/// The clients that may ask for tokens, and how they say who they are.
#[derive(Clone, Default)]
pub(super) struct Clients {
    pub(super) known: Vec<(String, Secret)>,
    /// Whether a request may bring none.
    pub(super) anonymous: bool,
    /// Whether `client_id` and `client_secret` of the form are read, too.
    pub(super) in_form: bool,
    /// Whether the container refuses a request that brings none.
    pub(super) container_refuses: bool,
}

impl Clients {
    /// The client that the request brings, once it has been checked.
    pub(super) fn check(&self, request: &Incoming<'_>) -> Result<Option<&str>, Case> {
        if request.is_signed() {
            let (id, secret) = request.basic().ok_or(Case::WrongClient)?;
            return self.find(&id, &secret).map(Some).ok_or(Case::WrongClient);
        }
        if self.in_form
            && let Some(id) = request.field("client_id")
        {
            let secret = request.field("client_secret").unwrap_or_default();
            return self.find(&id, &secret).map(Some).ok_or(Case::WrongFormClient);
        }
        match (self.anonymous, self.container_refuses) {
            (true, _) => Ok(None),
            (false, true) => Err(Case::NoClientContainer),
            (false, false) => Err(Case::NoClient),
        }
    }

    fn find(&self, id: &str, secret: &str) -> Option<&str> {
        let found = self.known.iter().find(|(known, word)| known == id && word.expose() == secret)?;
        Some(&found.0)
    }
}
