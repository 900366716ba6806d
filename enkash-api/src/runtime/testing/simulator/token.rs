//! The tokens that have been given out: whose they are, how long they live, and how often each was used.
//!
//! Every rule is that of Spring's `DefaultTokenServices`. A token lives from the moment that the caller calls
//! `now`, so that all that is said of one request is said of one moment.

use super::catalogue::Case;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, Instant};

/// How tokens are given out.
#[derive(Clone, Debug)]
pub(super) struct TokenRules {
    pub(super) access_lifetime: Duration,
    pub(super) refresh_lifetime: Duration,
    /// Whether a refresh token is given at all.
    pub(super) refreshable: bool,
    /// Whether each refresh gives a new refresh token and ends the old one.
    pub(super) rotate: bool,
    /// Whether an access token outlives its refresh.
    pub(super) keep_old: bool,
    /// Whether a login while a token is alive gives that token.
    pub(super) same: bool,
}

impl Default for TokenRules {
    fn default() -> Self {
        const HOUR: u64 = 60 * 60;
        Self {
            access_lifetime: Duration::from_secs(24 * HOUR - 1),
            refresh_lifetime: Duration::from_secs(30 * 24 * HOUR),
            refreshable: true,
            rotate: false,
            keep_old: false,
            same: false,
        }
    }
}

/// How often resources were asked for with one access token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uses {
    /// How often there was an answer of the resource.
    pub accepted: usize,
    /// How often there was a refusal: 401 or 403.
    pub refused: usize,
}

/// Whose a token is. All requests of one owner share a token, where tokens are shared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    pub(super) client: Option<String>,
    pub(super) user: String,
    /// Separated by blanks.
    pub(super) scope: String,
}

/// What a token answer tells.
pub(super) struct Issued {
    pub(super) access: String,
    pub(super) refresh: Option<String>,
    /// The rest of its life; `None` if that has no end.
    pub(super) lifetime: Option<Duration>,
    pub(super) scope: String,
}

struct Access {
    generation: usize,
    owner: Owner,
    refresh: Option<String>,
    /// `None` if it never does.
    expires: Option<Instant>,
    revoked: bool,
}

struct Refresh {
    owner: Owner,
    expires: Option<Instant>,
}

/// Every token so far.
#[derive(Default)]
pub(super) struct Tokens {
    access: HashMap<String, Access>,
    refresh: HashMap<String, Refresh>,
    /// By generation; in front what came with no token of ours.
    uses: Vec<Uses>,
}

impl Tokens {
    /// A login: the live token of this owner, if tokens are shared, and otherwise a new one.
    pub(super) fn log_in(&mut self, owner: Owner, rules: &TokenRules, now: Instant) -> Issued {
        let mut refresh = None;
        if rules.same {
            let newest = self.access.iter().filter(|(_, access)| access.owner == owner && !access.revoked);
            if let Some((text, access)) = newest.max_by_key(|(_, access)| access.generation) {
                if is_alive(access.expires, now) {
                    return issued(text.clone(), access, now);
                }
                // A login after the end of the access token keeps its refresh token.
                refresh = access.refresh.clone().filter(|text| {
                    self.refresh.get(text).is_some_and(|refresh| is_alive(refresh.expires, now))
                });
            }
        }
        let refresh = refresh.or_else(|| self.new_refresh(&owner, rules, now));
        self.new_access(owner, refresh, rules, now)
    }

    /// A refresh, for the scopes that are asked for or else for all that the login was for. It ends the access
    /// tokens before it, also if it then fails.
    pub(super) fn refresh(
        &mut self,
        text: &str,
        client: Option<&str>,
        scope: Option<String>,
        rules: &TokenRules,
        now: Instant,
    ) -> Result<Issued, Case> {
        let found = self.refresh.get(text).ok_or(Case::WrongRefreshToken)?;
        let (mut owner, expires) = (found.owner.clone(), found.expires);
        if owner.client.as_deref() != client {
            return Err(Case::OtherRefreshToken);
        }
        if !rules.keep_old {
            self.access
                .values_mut()
                .filter(|access| access.refresh.as_deref() == Some(text))
                .for_each(revoke);
        }
        if !is_alive(expires, now) {
            self.refresh.remove(text);
            return Err(Case::ExpiredRefreshToken);
        }
        if let Some(scope) = scope {
            let had = |one| owner.scope.split(' ').any(|known| known == one);
            if !scope.split(' ').all(had) {
                return Err(Case::WrongScope);
            }
            owner.scope = scope;
        }
        let next = if rules.rotate {
            self.refresh.remove(text);
            self.new_refresh(&owner, rules, now)
        } else {
            Some(text.to_owned())
        };
        Ok(self.new_access(owner, next, rules, now))
    }

    fn new_refresh(&mut self, owner: &Owner, rules: &TokenRules, now: Instant) -> Option<String> {
        let text = rules.refreshable.then(random_token)?;
        let refresh = Refresh { owner: owner.clone(), expires: now.checked_add(rules.refresh_lifetime) };
        self.refresh.insert(text.clone(), refresh);
        Some(text)
    }

    fn new_access(
        &mut self,
        owner: Owner,
        refresh: Option<String>,
        rules: &TokenRules,
        now: Instant,
    ) -> Issued {
        let text = random_token();
        let generation = self.generation() + 1;
        let expires = now.checked_add(rules.access_lifetime);
        let access = Access { generation, owner, refresh, expires, revoked: false };
        let issued = issued(text.clone(), &access, now);
        self.access.insert(text, access);
        issued
    }

    /// The scope of an access token that is alive.
    pub(super) fn scope(&self, text: &str, now: Instant) -> Result<&str, Case> {
        let access = self.access.get(text).filter(|access| !access.revoked).ok_or(Case::WrongToken)?;
        if is_alive(access.expires, now) { Ok(&access.owner.scope) } else { Err(Case::ExpiredToken) }
    }

    /// How many access tokens have been given out.
    pub(super) fn generation(&self) -> usize {
        self.access.len()
    }

    pub(super) fn count(&mut self, token: Option<&str>, accepted: bool) {
        let generation = token.and_then(|text| self.access.get(text)).map_or(0, |access| access.generation);
        if self.uses.len() <= generation {
            self.uses.resize(generation + 1, Uses::default());
        }
        let uses = &mut self.uses[generation];
        *(if accepted { &mut uses.accepted } else { &mut uses.refused }) += 1;
    }

    pub(super) fn uses(&self, generation: usize) -> Uses {
        self.uses.get(generation).copied().unwrap_or_default()
    }

    pub(super) fn revoke_access(&mut self) {
        self.access.values_mut().for_each(revoke);
    }

    pub(super) fn revoke_refresh(&mut self) {
        self.refresh.clear();
    }

    pub(super) fn expire_access(&mut self, now: Instant) {
        self.access.values_mut().for_each(|access| access.expires = Some(now));
    }

    pub(super) fn expire_refresh(&mut self, now: Instant) {
        self.refresh.values_mut().for_each(|refresh| refresh.expires = Some(now));
    }
}

fn revoke(access: &mut Access) {
    access.revoked = true;
}

fn issued(text: String, access: &Access, now: Instant) -> Issued {
    Issued {
        access: text,
        refresh: access.refresh.clone(),
        lifetime: access.expires.map(|end| end.saturating_duration_since(now)),
        scope: access.owner.scope.clone(),
    }
}

fn is_alive(expires: Option<Instant>, now: Instant) -> bool {
    expires.is_none_or(|end| now < end)
}

/// 27 URL-safe characters that are 20 bytes. Unpredictable enough for a test, and not for anything else.
fn random_token() -> String {
    let bytes: Vec<u8> = (0..3).flat_map(|_| RandomState::new().hash_one("token").to_be_bytes()).collect();
    URL_SAFE_NO_PAD.encode(&bytes[..20])
}
