//! One call, from the filled request to an answer that is classified but not yet decoded. Everything that
//! does not depend on a type is here, compiled once.

use super::blueprint::Blueprint;
use super::credential::Chosen;
use super::exchange::{Arrival, Arrived, Means, Trail, exchange};
use super::line::Line;
use super::outline::{Outline, Place};
use super::redirect::{is_redirect, redirected};
use super::request::Request;
use super::retry::Ended;
use super::status::{Verdict, classify};
use super::stream::ByteStream;
use super::token::{Lease, Rejection, Source};
use super::watch::Watch;
use super::{Class, Core, Error, ErrorKind, Meta, Parts, Reading, Sent, trace};
use bytes::Bytes;
use http::StatusCode;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

/// An answer that the description declares.
pub(super) struct Answer {
    pub(super) meta: &'static Meta,
    pub(super) parts: Parts,
    /// The whole body; empty if it is a stream.
    pub(super) body: Bytes,
    pub(super) stream: Option<ByteStream>,
    pub(super) declared: Declared,
    pub(super) format: Reading,
    /// How often the request was sent.
    pub(super) attempts: u32,
}

/// How an answer is to be handed out.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    /// [`Operation::READINGS`](super::Operation::READINGS)
    pub(super) formats: &'static [Reading],
    /// The format that a success is read in instead, as a stream.
    pub(super) stream: Option<Reading>,
}

impl Plan {
    fn format(self, meta: &Meta, declared: Declared) -> Reading {
        let (index, stream) = match declared {
            Declared::Success(index) => (index, self.stream),
            Declared::Failure(index) => (meta.success.len() + index, None),
        };
        stream.or(self.formats.get(index).copied()).unwrap_or_default()
    }

    /// Whether the body is handed out before it has arrived.
    fn is_stream(self, meta: &Meta, declared: Declared) -> bool {
        let asked = self.stream.is_some() && matches!(declared, Declared::Success(_));
        asked || self.format(meta, declared).is_stream()
    }
}

/// Which of the operation's types the body is read into, and the index it is read by.
#[derive(Clone, Copy)]
pub(super) enum Declared {
    Success(usize),
    Failure(usize),
}

/// A call that nothing but its sending can keep from an answer.
pub(super) struct Ready<'c> {
    line: &'c Line,
    blueprint: Blueprint,
    tokens: Option<&'c Arc<Source>>,
    timeout: Duration,
    plan: Plan,
}

impl<'c> Ready<'c> {
    /// Takes a request as it has been filled.
    ///
    /// # Errors
    /// If it cannot be sent.
    pub(super) fn new(core: &'c Core, request: Request, plan: Plan) -> Result<Self, Error> {
        let (meta, server) = (request.meta, request.server);
        let timeout = request.timeout.unwrap_or(core.line.timeout);
        let place = core.outlines.place(meta, request.media_type());
        let (credentials, takes_token) = match place {
            Place::Kept(outline) => (Chosen::new(outline.schemes, &core.credentials), outline.takes_token),
            Place::Free(_) | Place::Nowhere => core.authorize(meta)?,
        };
        let filled = request.finish()?;
        let line = &*core.line;
        let outline = match place {
            Place::Kept(outline) => Arc::clone(outline),
            Place::Free(_) | Place::Nowhere => {
                let media_type = filled.media_type.as_ref();
                place.keep(Outline::new(line, meta, server, credentials, takes_token, media_type)?)
            }
        };
        let blueprint = Blueprint::new(line, meta, server, filled, outline, credentials)?;
        let tokens = core.tokens.as_ref().filter(|_| takes_token);
        Ok(Self { line, blueprint, tokens, timeout, plan })
    }
}

/// Makes the call.
pub(super) fn execute(
    meta: &'static Meta,
    ready: Result<&mut Ready<'_>, Error>,
) -> impl Future<Output = Result<Answer, Error>> {
    trace::call(meta, make(meta, ready))
}

// What a call waits in is one allocation: what is large is lent to what waits, or gone before it does.
async fn make(meta: &'static Meta, ready: Result<&mut Ready<'_>, Error>) -> Result<Answer, Error> {
    let Ready { line, blueprint, tokens, timeout, plan } = ready?;
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config("a call runs inside a tokio runtime, and there is none").operation(meta.id));
    }
    let mut trail = Trail::new();
    let watch = Watch::new();
    let means = Means { line, meta, watch: &watch };
    let ended = watch.call(*timeout, pin!(attempts(&means, blueprint, *tokens, plan, &mut trail))).await;
    let outcome = match ended {
        Some(Ok(arrival)) => conclude(line, meta, *plan, arrival, trail.attempts),
        Some(Err(error)) => Err(error),
        None => {
            let error = Error::new(ErrorKind::Timeout, format!("no whole answer within {timeout:?}"));
            Err(trail.mark(error.operation(meta.id), Sent::Maybe, Bytes::new()))
        }
    };
    outcome.map_err(|error| error.with_attempts(trail.attempts))
}

/// Sends the request, and again where that can do no harm: after a failure that the policy says so of, and once with
/// another token if the server has refused the first.
async fn attempts(
    means: &Means<'_>,
    blueprint: &mut Blueprint,
    tokens: Option<&Arc<Source>>,
    plan: &Plan,
    trail: &mut Trail,
) -> Result<Arrival, Error> {
    let meta = means.meta;
    let mut tries = Tries { retries: 0, replayed: false };
    means.line.retries.begin();
    loop {
        let lease = match tokens {
            Some(tokens) => match tokens.hit() {
                Some(lease) => Some(lease),
                // On the heap, since it is rare and long.
                None => Some(Box::pin(tokens.get()).await.map_err(|error| error.operation(meta.id))?),
            },
            None => None,
        };
        let Some(request) = blueprint.request(lease.as_ref().map(|lease| &lease.header)) else {
            let message = "the body is a stream that is gone";
            return Err(Error::new(ErrorKind::InvalidInput, message).operation(meta.id));
        };
        let is_stream =
            |status| declared(meta, status).is_some_and(|declared| plan.is_stream(meta, declared));
        let outcome = exchange(*means, request, blueprint.address(), is_stream, trail).await;
        match tries.judge(means, blueprint, tokens.zip(lease), outcome) {
            ControlFlow::Break(outcome) => return outcome,
            ControlFlow::Continue(None) => {}
            ControlFlow::Continue(Some(pause)) => means.line.clock.sleep(pause).await,
        }
    }
}

/// What has been tried again.
struct Tries {
    retries: u32,
    /// Whether it was with another token.
    replayed: bool,
}

impl Tries {
    /// Says whether an outcome stands, or after which pause to send again.
    fn judge(
        &mut self,
        Means { line, meta, .. }: &Means<'_>,
        blueprint: &Blueprint,
        lease: Option<(&Arc<Source>, Lease)>,
        outcome: Result<Arrival, Error>,
    ) -> ControlFlow<Result<Arrival, Error>, Option<Duration>> {
        if let (Some((tokens, lease)), Ok(arrival)) = (lease, &outcome) {
            match arrival.rejection() {
                None => tokens.accept(&lease),
                Some(rejection) => {
                    if rejection > Rejection::Other {
                        tokens.invalidate(&lease);
                    }
                    let wanted =
                        if meta.class == Class::Safe { Rejection::Likely } else { Rejection::Proven };
                    if rejection >= wanted && !self.replayed && blueprint.is_repeatable() {
                        self.replayed = true;
                        trace::replaying(meta);
                        return ControlFlow::Continue(None);
                    }
                }
            }
        }
        let ended = match &outcome {
            Ok(arrival) => Ended::Answered(&arrival.parts),
            Err(error) => Ended::Failed(error),
        };
        let pause = line.retries.pause(meta.class, ended, self.retries);
        let Some(pause) = pause.filter(|_| blueprint.is_repeatable()) else {
            return ControlFlow::Break(outcome);
        };
        self.retries += 1;
        trace::retrying(meta, pause, outcome.as_ref());
        ControlFlow::Continue(Some(pause))
    }
}

/// The declaration that a status belongs to.
fn declared(meta: &Meta, status: StatusCode) -> Option<Declared> {
    match classify(meta, status) {
        Verdict::Success(index) => Some(Declared::Success(index)),
        Verdict::Failure(index) => Some(Declared::Failure(index)),
        Verdict::Undeclared => None,
    }
}

fn conclude(
    line: &Line,
    meta: &'static Meta,
    plan: Plan,
    arrival: Arrival,
    attempts: u32,
) -> Result<Answer, Error> {
    let parts = arrival.parts;
    let (body, stream) = match arrival.body {
        Arrived::Whole(body) => (body, None),
        Arrived::Stream(body) => (Bytes::new(), Some(ByteStream::new(body, meta.id, line.read_timeout))),
    };
    match declared(meta, parts.status) {
        Some(declared) => {
            let format = plan.format(meta, declared);
            if let (Declared::Success(_), Reading::Json, Some(business)) = (declared, format, meta.business)
                && let Some(code) = business.failure(&body)
            {
                return Err(business_error(meta, code, parts, body));
            }
            Ok(Answer { meta, parts, body, stream, declared, format, attempts })
        }
        None => Err(undeclared(meta, parts, body)),
    }
}

fn business_error(meta: &'static Meta, code: String, parts: Parts, body: Bytes) -> Error {
    let message =
        format!("the server refused, in an answer with status {}; `code` says why", parts.status.as_u16());
    Error::new(ErrorKind::Api, message).with_code(code).operation(meta.id).answered(parts, body)
}

fn undeclared(meta: &'static Meta, parts: Parts, body: Bytes) -> Error {
    let status = parts.status.as_u16();
    let error = if is_redirect(parts.status) {
        redirected(&parts)
    } else if parts.status == StatusCode::UNAUTHORIZED {
        Error::new(ErrorKind::Unauthorized, "the server refused the token or credentials (status 401)")
    } else if parts.status == StatusCode::TOO_MANY_REQUESTS {
        Error::new(ErrorKind::RateLimited, "the server asks for fewer requests (status 429)")
    } else {
        Error::new(ErrorKind::UnexpectedStatus, format!("the description declares no status {status}"))
    };
    error.operation(meta.id).answered(parts, body)
}
