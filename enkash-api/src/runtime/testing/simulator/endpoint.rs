//! What the server answers: a function of the request and of what it remembers, in the order in which the real
//! server checks.

use super::account::Accounts;
use super::catalogue::Case;
use super::client::Clients;
use super::incoming::Incoming;
use super::record::lock;
use super::refusal::{About, Wording};
use super::resource::Resources;
use super::token::{Issued, Owner, TokenRules, Tokens};
use bytes::Bytes;
use http::{Method, Response};
use std::sync::Mutex;
use std::time::Instant;

/// The grant types that the server knows.
const GRANTS: [&str; 2] = ["password", "refresh_token"];

/// What a token is good for where nobody says.
const SCOPE: &str = "read write trust";

/// Who may log in, how, and to what.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) path: String,
    pub(super) clients: Clients,
    pub(super) accounts: Accounts,
    pub(super) required: Vec<(String, String)>,
    /// The grant types that clients may use; all, if none is named.
    pub(super) grants: Vec<String>,
    /// The scopes that there are. If none is named, what is asked for is not looked at.
    pub(super) scopes: Vec<String>,
    pub(super) tokens: TokenRules,
    pub(super) resources: Resources,
    pub(super) wording: Wording,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            path: "/oauth/token".to_owned(),
            clients: Clients::default(),
            accounts: Accounts::default(),
            required: Vec::new(),
            grants: Vec::new(),
            scopes: Vec::new(),
            tokens: TokenRules::default(),
            resources: Resources::default(),
            wording: Wording::default(),
        }
    }
}

/// The server without its socket.
pub(super) struct Endpoint {
    settings: Settings,
    pub(super) accounts: Mutex<Accounts>,
    pub(super) tokens: Mutex<Tokens>,
}

impl Endpoint {
    pub(super) fn new(settings: Settings) -> Self {
        Self { accounts: Mutex::new(settings.accounts.clone()), tokens: Mutex::default(), settings }
    }

    /// The whole answer.
    pub(super) fn answer(&self, request: &Incoming<'_>) -> Response<Bytes> {
        let outcome = match self.settings.resources.find(request) {
            Some(resource) if request.path() != self.settings.path => {
                let opened = self.open(request);
                lock(&self.tokens).count(request.bearer(), opened.is_ok());
                opened.map(|()| (resource.answer)(request.recorded))
            }
            _ => self.grant(request).map(|issued| self.settings.wording.token(issued)),
        };
        outcome.unwrap_or_else(|case| self.refuse(case, request))
    }

    /// The answer to any request as if this were wrong with it.
    pub(super) fn refuse(&self, case: Case, request: &Incoming<'_>) -> Response<Bytes> {
        let scope = match case {
            Case::TokenLacksScope => self.settings.resources.scope(request).map(str::to_owned),
            _ => None,
        };
        let about = About {
            subject: self.subject(case, request).unwrap_or_default(),
            scope: scope.unwrap_or_else(|| self.scope()),
        };
        self.settings.wording.refuse(case, &about, request)
    }

    pub(super) fn asks_for_token(&self, request: &Incoming<'_>) -> bool {
        *request.method() == Method::POST && request.path() == self.settings.path
    }

    fn open(&self, request: &Incoming<'_>) -> Result<(), Case> {
        let token = request.bearer().ok_or(Case::NoToken)?;
        let tokens = lock(&self.tokens);
        let scope = tokens.scope(token, Instant::now())?;
        self.settings.resources.check(request, scope)
    }

    fn grant(&self, request: &Incoming<'_>) -> Result<Issued, Case> {
        let settings = &self.settings;
        if request.path() != settings.path {
            return Err(Case::OtherPath);
        }
        let client = settings.clients.check(request)?;
        if *request.method() != Method::POST {
            return Err(Case::OtherMethod);
        }
        if client.is_some_and(|client| request.field("client_id").is_some_and(|named| named != client)) {
            return Err(Case::OtherClient);
        }
        let scope = self.wanted_scope(request)?;
        let grant = request.filled("grant_type").ok_or(Case::NoGrant)?;
        if !GRANTS.contains(&grant.as_str()) {
            return Err(Case::OtherGrant);
        }
        if grant == "refresh_token" && request.filled("refresh_token").is_none() {
            return Err(Case::NoRefreshToken);
        }
        if !settings.grants.is_empty() && !settings.grants.contains(&grant) {
            return Err(Case::GrantNotAllowed);
        }
        let now = Instant::now();
        if let Some(refresh) = request.filled("refresh_token").filter(|_| grant == "refresh_token") {
            return lock(&self.tokens).refresh(&refresh, client, scope, &settings.tokens, now);
        }
        if self.wrong_field(request).is_some() {
            return Err(Case::WrongField);
        }
        let name = request.filled("username");
        lock(&self.accounts).log_in(name.as_deref(), request.field("password").as_deref())?;
        let owner = Owner {
            client: client.map(str::to_owned),
            user: name.unwrap_or_default(),
            scope: scope.unwrap_or_else(|| self.scope()),
        };
        Ok(lock(&self.tokens).log_in(owner, &settings.tokens, now))
    }

    /// The scopes that are asked for, in one order.
    fn wanted_scope(&self, request: &Incoming<'_>) -> Result<Option<String>, Case> {
        let known = &self.settings.scopes;
        let Some(wanted) = request.filled("scope").filter(|_| !known.is_empty()) else { return Ok(None) };
        let mut wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
        if !wanted.iter().all(|one| known.iter().any(|known| known == one)) {
            return Err(Case::WrongScope);
        }
        wanted.sort_unstable();
        wanted.dedup();
        Ok(Some(wanted.join(" ")))
    }

    /// Every scope that there is.
    fn scope(&self) -> String {
        let known = &self.settings.scopes;
        if known.is_empty() { SCOPE.to_owned() } else { known.join(" ") }
    }

    fn wrong_field(&self, request: &Incoming<'_>) -> Option<&str> {
        let wrong = |(field, value): &&(String, String)| request.field(field).as_ref() != Some(value);
        self.settings.required.iter().find(wrong).map(|(field, _)| field.as_str())
    }

    /// What of a request a case is about.
    fn subject(&self, case: Case, request: &Incoming<'_>) -> Option<String> {
        match case {
            Case::WrongField => self.wrong_field(request).map(str::to_owned),
            Case::OtherGrant | Case::GrantNotAllowed => request.field("grant_type"),
            Case::WrongScope => request.field("scope"),
            Case::UnknownUser | Case::ServerError => request.field("username"),
            Case::WrongRefreshToken | Case::OtherRefreshToken | Case::ExpiredRefreshToken => {
                request.field("refresh_token")
            }
            Case::WrongToken | Case::ExpiredToken => request.bearer().map(str::to_owned),
            _ => None,
        }
    }
}
