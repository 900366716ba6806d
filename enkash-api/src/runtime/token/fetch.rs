//! One fetch of a token: which request is sent, how often, and what its answer means.
//!
//! Invariant: a login that was refused is not sent again, and only one way of writing it is ever tried.

use super::super::blueprint::Blueprint;
use super::super::credential::{Chosen, Prepared, choose};
use super::super::exchange::{Arrival, Arrived, Means, Trail, exchange};
use super::super::outline::Outline;
use super::super::redirect::{is_redirect, redirected};
use super::super::request::Request;
use super::super::retry::RetryPolicy;
use super::super::watch::Watch;
use super::super::wire::Wire;
use super::super::{Error, ErrorKind, Format, Parts, SchemeKind, Secret, Sent, trace};
use super::answer::{Granted, Members};
use super::ask::Asked;
use super::cell::Landing;
use super::refusal::{code, refusal};
use super::source::{Failure, Source, Token, refused};
use super::times::Times;
use super::{RefreshPolicy, Refusal};
use bytes::Bytes;
use http::{HeaderValue, StatusCode};
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// How a token request ended.
enum Reply {
    /// With a token, asked for at this time.
    Granted(Granted, u64),
    /// With a refusal.
    Refused(Refusal, Error),
    /// With something that says nothing about the credentials.
    Failed(Error),
}

impl Source {
    /// Gets a token: from the store if there is one that has it, or else from the server. Only inside the work of
    /// [`Watch::call`].
    pub(super) async fn fetch(&self, failures: u32, watch: &Watch) -> Landing<Token, Failure> {
        let asked = match self.asker().ask().await {
            Ok(asked) => asked,
            Err(error) => return self.failed(error, failures),
        };
        #[cfg(feature = "store")]
        let held = match self.look(&asked.identity).await {
            Err(error) => return self.failed(error, failures),
            Ok((_, Some(landing))) => return landing,
            Ok((held, None)) => held,
        };
        match self.acquire(asked, failures, watch).await {
            Ok((granted, start)) => {
                #[cfg(feature = "store")]
                if let Some(held) = held {
                    self.keep(held, &granted).await;
                }
                self.granted(granted, start)
            }
            Err(landing) => landing,
        }
    }

    /// Asks the server for a token, in the way that the options and what is remembered allow; the token, and when it
    /// was asked for.
    async fn acquire(
        &self,
        asked: Asked,
        failures: u32,
        watch: &Watch,
    ) -> Result<(Granted, u64), Landing<Token, Failure>> {
        let client = asked.client.as_ref();
        let refresh = match self.options.refresh {
            RefreshPolicy::Login => None,
            RefreshPolicy::RefreshThenLogin | RefreshPolicy::RefreshOnly => self.memory().refresh.clone(),
        };
        if let Some(refresh) = refresh {
            let asker = self.asker();
            trace::refreshing(asker.meta());
            let request = refresh_request(asker.meta(), asker.server(), &refresh);
            match self.send(request, client, watch).await {
                Err(error) | Ok(Reply::Failed(error)) => return Err(self.failed(error, failures)),
                Ok(Reply::Granted(granted, start)) => return Ok((granted, start)),
                Ok(Reply::Refused(refusal, error)) => {
                    // Only of these two is it known that the refresh token is at fault, and nothing else.
                    let is_dead = matches!(refusal.code(), Some("invalid_grant" | "invalid_token"));
                    if is_dead {
                        self.memory().refresh = None;
                    }
                    if !is_dead || self.options.refresh == RefreshPolicy::RefreshOnly {
                        return Err(Landing::Refused(self.failure(error)));
                    }
                }
            }
        }
        let print = fingerprint(&asked.request, client);
        let latched = self.memory().refused.as_ref().is_some_and(|refused| *refused == print);
        if latched {
            let error = Error::new(ErrorKind::Credentials, "the server has refused this login before");
            let failure = self.failure(error.operation(asked.request.meta.id));
            return Err(Landing::Refused(self.latched(&failure)));
        }
        match self.send(asked.request, client, watch).await {
            Err(error) | Ok(Reply::Failed(error)) => Err(self.failed(error, failures)),
            Ok(Reply::Granted(granted, start)) => {
                self.memory().refused = None;
                Ok((granted, start))
            }
            Ok(Reply::Refused(_, error)) => {
                self.memory().refused = Some(print);
                Err(Landing::Refused(self.failure(error)))
            }
        }
    }

    /// Sends a token request, and again where that is safe.
    ///
    /// # Errors
    /// If it cannot be made.
    async fn send(&self, request: Request, client: Option<&Prepared>, watch: &Watch) -> Result<Reply, Error> {
        let meta = request.meta;
        let configured = |scheme: usize| self.credentials.get(scheme).is_some_and(Option::is_some);
        let by_login = |scheme: usize| {
            client.is_some()
                && self.schemes.get(scheme).is_some_and(|scheme| scheme.kind == SchemeKind::Basic)
        };
        let Some(schemes) = choose(meta.security, |scheme| configured(scheme) || by_login(scheme)) else {
            let message = "no credentials of the client are configured, which the token request needs";
            return Err(Error::new(ErrorKind::NoCredentials, message).operation(meta.id));
        };
        let credentials = Chosen::new(schemes, &self.credentials);
        let server = request.server;
        let filled = request.finish()?;
        let outline = Outline::new(&self.line, meta, server, credentials, false, filled.media_type.as_ref())?;
        let mut blueprint = Blueprint::new(&self.line, meta, server, filled, Arc::new(outline), credentials)?;
        let client = client.and_then(Prepared::header).map(|(_, value)| value);
        let mut trail = Trail::new();
        let mut attempt = 0;
        loop {
            let Some(request) = blueprint.request(client.as_ref()) else {
                let message = "the body of a token request cannot be a stream";
                return Err(Error::new(ErrorKind::Config, message).operation(meta.id));
            };
            let start = self.now();
            let means = Means { line: &self.line, meta, watch };
            let arrival = exchange(means, request, blueprint.address(), |_| false, &mut trail).await;
            match pause(&self.line.retries.policy, arrival.as_ref(), attempt) {
                Some(pause) => {
                    attempt += 1;
                    trace::retrying(meta, pause, arrival.as_ref());
                    self.clock().sleep(pause).await;
                }
                None => return Ok(read(meta.id, arrival, start)),
            }
        }
    }

    pub(super) fn granted(&self, granted: Granted, start: u64) -> Landing<Token, Failure> {
        let Granted { access, refresh, scope, lifetime } = granted;
        trace::fetched(self.asker().meta(), lifetime);
        if let Some(refresh) = refresh {
            // RFC 6749 §6: the old one is discarded.
            self.memory().refresh = Some(refresh);
        }
        let text = Zeroizing::new(format!("Bearer {}", access.expose()));
        let Ok(mut header) = HeaderValue::try_from(text.as_str()) else {
            let error =
                Error::new(ErrorKind::Token, "the token is no header").operation(self.asker().meta().id);
            return self.failed(error, 0);
        };
        header.set_sensitive(true);
        let now = self.now();
        let is_this = |token: &Token| token.access.expose() == access.expose();
        let current = self.cell.current().filter(|entry| is_this(&entry.value));
        let refused = self.cell.refused().is_some_and(|entry| is_this(&entry.value));
        let times = Times::of(
            start,
            now,
            lifetime,
            self.options.max_age,
            current.map(|entry| entry.ends_at),
            refused,
        );
        let Times { renew_at, ends_at, not_before } = times;
        Landing::Value { value: Token { header, access, scope }, renew_at, ends_at, not_before }
    }
}

/// The pause before a token request is sent again; `None` if its outcome stands. One that may have arrived is sent
/// again once: a lost answer must not be the end of a client, and two wrong passwords lock no account.
fn pause(policy: &RetryPolicy, outcome: Result<&Arrival, &Error>, attempt: u32) -> Option<Duration> {
    const MOST: u32 = 2;
    let (most, asked) = match outcome {
        Err(error) => match (error.kind(), error.sent()) {
            (ErrorKind::Connect | ErrorKind::Timeout, Sent::No) => (MOST, None),
            (ErrorKind::Timeout | ErrorKind::Transport, Sent::Maybe | Sent::Yes) => (1, None),
            _ => return None,
        },
        Ok(arrival) => {
            let parts = &arrival.parts;
            match parts.status.as_u16() {
                429 | 503 => (MOST, Some(parts.retry_after()?)),
                502 | 504 => (MOST, parts.retry_after()),
                // What servers answer that stumble over two requests for one account.
                500 if is_server_error(arrival) => (MOST, None),
                _ => return None,
            }
        }
    };
    if attempt < most { policy.pause(attempt, asked) } else { None }
}

fn is_server_error(arrival: &Arrival) -> bool {
    let Arrived::Whole(body) = &arrival.body else { return false };
    Members::read(body).is_some_and(|members| members.error.as_deref() == Some("server_error"))
}

/// What an answer means.
fn read(operation: &'static str, arrival: Result<Arrival, Error>, start: u64) -> Reply {
    let (parts, body) = match arrival {
        Ok(Arrival { parts, body: Arrived::Whole(body) }) => (parts, body),
        Ok(Arrival { parts, body: Arrived::Stream(_) }) => (parts, Bytes::new()),
        Err(error) => return Reply::Failed(error),
    };
    let status = parts.status;
    let members = Members::read(&body);
    let fail = |error: Error, parts: Parts, body: Bytes| error.operation(operation).answered(parts, body);
    if let Some(refusal) = refusal(status, members.as_ref()) {
        trace::refused(operation, &refusal);
        return Reply::Refused(refusal, fail(refused(refusal), parts, body));
    }
    if !status.is_success() {
        let error = if is_redirect(status) {
            redirected(&parts)
        } else {
            let limited = status == StatusCode::TOO_MANY_REQUESTS;
            let kind = if limited { ErrorKind::RateLimited } else { ErrorKind::UnexpectedStatus };
            let code = code(members.as_ref()).map(|code| format!(", `{code}`")).unwrap_or_default();
            Error::new(kind, format!("the token endpoint answered with status {}{code}", status.as_u16()))
        };
        return Reply::Failed(fail(error, parts, body));
    }
    match members.ok_or("is no JSON object of the kind that tokens come in").and_then(Members::granted) {
        Ok(granted) => Reply::Granted(granted, start),
        Err(reason) => {
            let message = format!("the answer of the token endpoint {reason}");
            Reply::Failed(fail(Error::new(ErrorKind::Token, message), parts, body))
        }
    }
}

/// A login as it would be sent, to know it again.
fn fingerprint(request: &Request, client: Option<&Prepared>) -> Zeroizing<Vec<u8>> {
    let mut print = Zeroizing::new(Vec::new());
    if let Some((_, value)) = client.and_then(Prepared::header) {
        print.extend_from_slice(value.as_bytes());
    }
    print.push(b'\n');
    print.extend_from_slice(request.body_bytes().map_or(b"".as_slice(), |body| &body[..]));
    print
}

/// RFC 6749 §6.
fn refresh_request(meta: &'static super::super::Meta, server: Option<usize>, token: &Secret) -> Request {
    const FORM: &str = "application/x-www-form-urlencoded";
    let grant = RefreshGrant { refresh_token: token.clone() };
    let mut request = Request::new(meta);
    request.server = server;
    request.body(Format::Form(FORM, &[]), &grant as &dyn Wire);
    request
}

/// The body of RFC 6749, section 6.
#[derive(Clone)]
struct RefreshGrant {
    refresh_token: Secret,
}

super::super::object!(RefreshGrant {
    const: fixed("grant_type", "refresh_token"),
    1 refresh_token: required,
});
