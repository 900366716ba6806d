//! Tokens that clients and processes share: looked for in a store before one is asked for, and kept there afterwards.
//!
//! Invariant: the key of a login is held from the look to the keeping, so that of all who look one asks.

use super::super::store::{StoreGuard, StoreKey, StoredToken, TokenStore};
use super::super::{Error, ErrorKind, Secret};
use super::answer::{Granted, is_token};
use super::cell::Landing;
use super::source::{Failure, Source, Token};
use std::sync::Arc;
use std::time::Duration;

/// The place of one login in a store, while nobody else has it.
pub(super) struct Held {
    store: Arc<dyn TokenStore>,
    key: StoreKey,
    _guard: StoreGuard,
}

impl Source {
    /// Takes the place of a login, and gives the token that is there if it is another than the present one and can be
    /// used.
    ///
    /// # Errors
    /// If the store does not work.
    pub(super) async fn look(
        &self,
        identity: &[Vec<u8>],
    ) -> Result<(Option<Held>, Option<Landing<Token, Failure>>), Error> {
        let Some(store) = self.options.store.clone() else { return Ok((None, None)) };
        let meta = self.asker().meta();
        let fail = |cause| {
            let message = "the store of tokens does not work";
            Error::new(ErrorKind::Token, message).operation(meta.id).caused_by(cause)
        };
        let place = [self.line.base.prefix.as_bytes(), meta.path.as_bytes(), self.clients.as_bytes()];
        let key = StoreKey::digest(place.into_iter().chain(identity.iter().map(Vec::as_slice)));
        let guard = store.lock(&key).await.map_err(fail)?;
        let held = Held { store, key, _guard: guard };
        let Some(token) = held.store.load(&held.key).await.map_err(fail)? else {
            return Ok((Some(held), None));
        };
        let is_this =
            |entry: &super::cell::Entry<Token>| entry.value.access.expose() == token.access_token.expose();
        if self.cell.refused().is_some_and(|entry| is_this(&entry)) {
            held.store.remove(&held.key, &token.access_token).await.map_err(fail)?;
        }
        let refresh = token.refresh_token.clone();
        let landing = if self.knows(&token) { None } else { self.stored(token) };
        if landing.is_none() {
            self.borrow(refresh);
        }
        Ok((Some(held), landing))
    }

    /// Whether a token is the present one, or one that was refused.
    fn knows(&self, token: &StoredToken) -> bool {
        let known = [self.cell.current(), self.cell.refused()];
        known.into_iter().flatten().any(|entry| entry.value.access.expose() == token.access_token.expose())
    }

    /// A token of the store as one that was granted just now, if it can be used and will be for a while.
    fn stored(&self, token: StoredToken) -> Option<Landing<Token, Failure>> {
        const WHILE: Duration = Duration::from_secs(1);
        let now = self.clock().now();
        let mut lifetime = match token.expires_at {
            Some(end) => Some(end.duration_since(now).ok()?),
            None => None,
        };
        if let Some(max_age) = self.options.max_age {
            // What is from the future has no age, and is not believed.
            let left = max_age.checked_sub(now.duration_since(token.issued_at).ok()?)?;
            lifetime = Some(lifetime.map_or(left, |lifetime| lifetime.min(left)));
        }
        let is_fit = is_token(token.access_token.expose()) && lifetime.is_none_or(|left| left > WHILE);
        is_fit.then(|| {
            let granted = Granted {
                access: token.access_token,
                refresh: token.refresh_token,
                scope: token.scope,
                lifetime,
            };
            self.granted(granted, self.now())
        })
    }

    /// Keeps a token that was granted. One that cannot be kept is used all the same: it is there, and to ask for
    /// another would not make the store better.
    pub(super) async fn keep(&self, held: Held, granted: &Granted) {
        let Held { store, key, _guard } = held;
        let now = self.clock().now();
        let mut token = StoredToken::new(granted.access.clone(), now);
        token.refresh_token = granted.refresh.clone().or_else(|| self.memory().refresh.clone());
        token.scope.clone_from(&granted.scope);
        token.expires_at = granted.lifetime.and_then(|lifetime| now.checked_add(lifetime));
        _ = store.save(&key, &token).await;
    }

    /// The refresh token that somebody else has kept, if there is none here.
    fn borrow(&self, refresh: Option<Secret>) {
        let mut memory = self.memory();
        if memory.refresh.is_none() {
            memory.refresh = refresh;
        }
    }
}
