//! One call, from the filled request to an answer that is classified but not yet decoded. Everything that
//! does not depend on a type is here, compiled once.

use super::blueprint::Blueprint;
use super::exchange::{Arrival, Arrived, Trail, exchange};
use super::line::Line;
use super::redirect::{is_redirect, redirected};
use super::request::Request;
use super::retry::Ended;
use super::status::{Verdict, classify};
use super::stream::ByteStream;
use super::token::{Rejection, Source};
use super::{Class, Core, Error, ErrorKind, Meta, Parts, Reading, Sent, trace};
use bytes::Bytes;
use http::StatusCode;
use std::pin::pin;
use std::sync::Arc;

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

/// Makes the call.
pub(super) async fn execute(core: &Core, request: Request, plan: Plan) -> Result<Answer, Error> {
    trace::call(request.meta, make(core, request, plan)).await
}

async fn make(core: &Core, request: Request, plan: Plan) -> Result<Answer, Error> {
    let meta = request.meta;
    let timeout = request.timeout.unwrap_or(core.line.timeout);
    let authorization = core.authorize(meta)?;
    let mut blueprint = Blueprint::new(&core.line, request, authorization.fixed)?;
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config("a call runs inside a tokio runtime, and there is none").operation(meta.id));
    }
    let mut trail = Trail::new();
    let ended = {
        // Pinned where it is made: a future of this size is not moved about.
        let attempts = pin!(attempts(&core.line, &mut blueprint, authorization.tokens, plan, &mut trail));
        tokio::time::timeout(timeout, attempts).await
    };
    let outcome = match ended {
        Ok(Ok(arrival)) => conclude(core, meta, plan, arrival, trail.attempts),
        Ok(Err(error)) => Err(error),
        Err(_) => {
            let error = Error::new(ErrorKind::Timeout, format!("no whole answer within {timeout:?}"));
            Err(trail.mark(error.operation(meta.id), Sent::Maybe, Bytes::new()))
        }
    };
    outcome.map_err(|error| error.with_attempts(trail.attempts))
}

/// Sends the request, and again where that can do no harm: after a failure that the policy says so of, and once with
/// another token if the server has refused the first.
async fn attempts(
    line: &Line,
    blueprint: &mut Blueprint<'_>,
    tokens: Option<&Arc<Source>>,
    plan: Plan,
    trail: &mut Trail,
) -> Result<Arrival, Error> {
    let meta = blueprint.meta;
    let is_stream = |status| declared(meta, status).is_some_and(|declared| plan.is_stream(meta, declared));
    let mut attempt = 0;
    let mut replayed = false;
    line.retries.begin();
    loop {
        let lease = match tokens {
            Some(tokens) => match tokens.hit() {
                Some(lease) => Some(lease),
                // On the heap, since it is rare and long.
                None => Some(Box::pin(tokens.get()).await.map_err(|error| error.operation(meta.id))?),
            },
            None => None,
        };
        let Some(request) = blueprint.request(line, lease.as_ref().map(|lease| &lease.header)) else {
            let message = "the body is a stream that is gone";
            return Err(Error::new(ErrorKind::InvalidInput, message).operation(meta.id));
        };
        let outcome = exchange(line, meta, request, is_stream, trail).await;
        if let (Some(tokens), Some(lease), Ok(arrival)) = (tokens, lease, &outcome) {
            match arrival.rejection() {
                None => tokens.accept(&lease),
                Some(rejection) => {
                    if rejection > Rejection::Other {
                        tokens.invalidate(&lease);
                    }
                    let wanted =
                        if meta.class == Class::Safe { Rejection::Likely } else { Rejection::Proven };
                    if rejection >= wanted && !replayed && blueprint.is_repeatable() {
                        replayed = true;
                        trace::replaying(meta);
                        continue;
                    }
                }
            }
        }
        let ended = match &outcome {
            Ok(arrival) => Ended::Answered(&arrival.parts),
            Err(error) => Ended::Failed(error),
        };
        match line.retries.pause(meta.class, ended, attempt).filter(|_| blueprint.is_repeatable()) {
            Some(pause) => {
                attempt += 1;
                trace::retrying(meta, pause, outcome.as_ref());
                line.clock.sleep(pause).await;
            }
            None => return outcome,
        }
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
    core: &Core,
    meta: &'static Meta,
    plan: Plan,
    arrival: Arrival,
    attempts: u32,
) -> Result<Answer, Error> {
    let parts = arrival.parts;
    let (body, stream) = match arrival.body {
        Arrived::Whole(body) => (body, None),
        Arrived::Stream(body) => (Bytes::new(), Some(ByteStream::new(body, meta.id, core.line.read_timeout))),
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
