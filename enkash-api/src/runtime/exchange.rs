//! One sending of a request: out through the transport, and back with the head and the body of an answer.

#[cfg(feature = "cookies")]
use super::cookies::Jar;
use super::gather::{BodyError, Gathering};
use super::line::Line;
use super::stream::SILENT;
use super::token::{Rejection, rejection};
use super::transport::{Address, Body, BoxFuture, TransportError, TransportErrorKind};
use super::watch::Watch;
use super::{Error, ErrorKind, Meta, Parts, Sent, trace};
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, Method, StatusCode};
use std::future::poll_fn;
use std::ops::ControlFlow;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// An answer that has come back.
pub(super) struct Arrival {
    pub(super) parts: Parts,
    pub(super) body: Arrived,
}

impl Arrival {
    /// What a 401 says; `None` of any other answer.
    pub(super) fn rejection(&self) -> Option<Rejection> {
        if self.parts.status != StatusCode::UNAUTHORIZED {
            return None;
        }
        let body = match &self.body {
            Arrived::Whole(body) => &body[..],
            Arrived::Stream(_) => b"",
        };
        Some(rejection(&self.parts.headers, body))
    }
}

/// What came after the head of an answer.
pub(super) enum Arrived {
    Whole(Bytes),
    Stream(Body),
}

/// How far a call has come; kept outside of the exchange, so that a time-out can tell.
pub(super) struct Trail {
    /// What is known of the sendings before the present one.
    earlier: Sent,
    present: Present,
    /// How often the transport was given the request.
    pub(super) attempts: u32,
}

enum Present {
    /// Nothing has been given to the transport since the last sending ended.
    Waiting,
    Sending,
    Answered(Parts),
}

impl Trail {
    pub(super) fn new() -> Self {
        Self { earlier: Sent::No, present: Present::Waiting, attempts: 0 }
    }

    /// The error, with what is known of the answer and of all sendings; `sent` is what is known of the present one if
    /// it was not answered.
    pub(super) fn mark(&mut self, error: Error, sent: Sent, body: Bytes) -> Error {
        match std::mem::replace(&mut self.present, Present::Waiting) {
            Present::Waiting => error.with_sent(self.earlier),
            Present::Sending => {
                self.earlier = self.earlier.max(sent);
                error.with_sent(self.earlier)
            }
            Present::Answered(parts) => {
                self.earlier = Sent::Yes;
                error.answered(parts, body)
            }
        }
    }
}

/// What a request is sent by and waited for with.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    pub(super) line: &'a Line,
    pub(super) meta: &'static Meta,
    pub(super) watch: &'a Watch,
}

/// Sends a request, which may have been made with an address, and takes in what comes back; the body as a stream where
/// `is_stream` says so of the status. Only inside the work of [`Watch::call`].
pub(super) fn exchange<'a, S: Fn(StatusCode) -> bool>(
    means: Means<'a>,
    request: http::Request<Body>,
    address: Option<&Address>,
    is_stream: S,
    trail: &'a mut Trail,
) -> impl Future<Output = Result<Arrival, Error>> + use<'a, S> {
    // The request is gone before anything is awaited, so that nothing that waits has to have room for it.
    let mut flight = begin(means, request, address, trail);
    async move {
        let Flight { sending, landing } = match flight {
            Ok(ref mut flight) => flight,
            Err(error) => return Err(error),
        };
        let outcome =
            sending.around(poll_fn(|context| landing.poll(context, means, &is_stream, trail))).await;
        let outcome = end(means, outcome, trail);
        sending.ended(outcome.as_ref().map(|arrival| arrival.parts.status));
        outcome
    }
}

/// A request that the transport has.
struct Flight<'a> {
    sending: trace::Sending,
    landing: Landing<'a>,
}

/// How its answer comes.
struct Landing<'a> {
    stage: Stage<'a>,
    is_head: bool,
    /// The longest silence before it.
    patience: Duration,
    is_waiting: bool,
    #[cfg(feature = "cookies")]
    visited: Option<(&'a Jar, http::Uri)>,
}

enum Stage<'a> {
    Sent(BoxFuture<'a, Result<http::Response<Body>, TransportError>>),
    Answered(Gathering),
}

fn begin<'a>(
    Means { line, meta, .. }: Means<'a>,
    mut request: http::Request<Body>,
    address: Option<&Address>,
    trail: &mut Trail,
) -> Result<Flight<'a>, Error> {
    #[cfg(feature = "cookies")]
    if let Some(jar) = &line.jar {
        jar.fill(&mut request);
    }
    if let Err(error) = line.hooks.before_send(meta, &mut request) {
        return Err(trail.mark(error, Sent::No, Bytes::new()));
    }
    let sending = trace::Sending::new(line, meta, &request, trail.attempts);
    trail.present = Present::Sending;
    trail.attempts = trail.attempts.saturating_add(1);
    let is_head = request.method() == Method::HEAD;
    // While a stream is being sent, the server has nothing to say; then only the time-out of the call holds.
    let patience = if request.body().as_bytes().is_some() { line.read_timeout } else { Duration::MAX };
    #[cfg(feature = "cookies")]
    let visited = line.jar.as_ref().map(|jar| (jar, request.uri().clone()));
    let stage = Stage::Sent(sending.inside(|| line.transport.send(request, address)));
    let landing = Landing {
        stage,
        is_head,
        patience,
        is_waiting: false,
        #[cfg(feature = "cookies")]
        visited,
    };
    Ok(Flight { sending, landing })
}

enum Failure {
    Transport(TransportError),
    Body(BodyError),
    /// No answer came for too long.
    Silent,
}

impl Landing<'_> {
    fn poll(
        &mut self,
        context: &mut Context<'_>,
        means: Means<'_>,
        is_stream: impl Fn(StatusCode) -> bool,
        trail: &mut Trail,
    ) -> Poll<Result<Arrived, Failure>> {
        let Means { line, watch, .. } = means;
        if let Stage::Sent(response) = &mut self.stage {
            let polled = response.as_mut().poll(context);
            let Some(response) = ready!(watch.sign(&mut self.is_waiting, self.patience, polled)) else {
                return Poll::Ready(Err(Failure::Silent));
            };
            let response = response.map_err(Failure::Transport)?;
            match self.answered(response, means, is_stream, trail)? {
                ControlFlow::Break(arrived) => return Poll::Ready(Ok(arrived)),
                ControlFlow::Continue(body) => self.stage = Stage::Answered(Gathering::new(body)),
            }
        }
        let Stage::Answered(gathering) = &mut self.stage else { return Poll::Pending };
        let read = ready!(gathering.poll(context, line.max_body, line.read_timeout, watch));
        Poll::Ready(read.map(Arrived::Whole).map_err(Failure::Body))
    }

    /// Takes in the head of the answer; the body, if all of it is to be read.
    fn answered(
        &self,
        response: http::Response<Body>,
        Means { line, meta, .. }: Means<'_>,
        is_stream: impl Fn(StatusCode) -> bool,
        trail: &mut Trail,
    ) -> Result<ControlFlow<Arrived, Body>, Failure> {
        let (head, body) = response.into_parts();
        // The transport may have read it already.
        let announced = body.length().or_else(|| announced_length(&head.headers));
        let status = head.status;
        let parts = Parts::new(status, head.headers);
        #[cfg(feature = "cookies")]
        if let Some((jar, uri)) = &self.visited {
            jar.receive(uri, &parts.headers);
        }
        line.hooks.after_receive(meta, &parts);
        trail.present = Present::Answered(parts);
        // RFC 9110 §6.4.1: no body follows, whatever the head announces.
        if self.is_head || matches!(status.as_u16(), 204 | 205 | 304) {
            return Ok(ControlFlow::Break(Arrived::Whole(Bytes::new())));
        }
        if is_stream(status) {
            return Ok(ControlFlow::Break(Arrived::Stream(body)));
        }
        if announced.is_some_and(|length| length > line.max_body as u64) {
            return Err(Failure::Body(BodyError::TooLarge(Bytes::new())));
        }
        Ok(ControlFlow::Continue(body))
    }
}

fn end(
    Means { line, meta, .. }: Means<'_>,
    outcome: Result<Arrived, Failure>,
    trail: &mut Trail,
) -> Result<Arrival, Error> {
    let body = match outcome {
        Ok(body) => body,
        Err(failure) => return Err(explain(failure, meta, trail, line.max_body)),
    };
    match std::mem::replace(&mut trail.present, Present::Waiting) {
        Present::Answered(parts) => {
            trail.earlier = Sent::Yes;
            Ok(Arrival { parts, body })
        }
        Present::Waiting | Present::Sending => {
            Err(Error::new(ErrorKind::Transport, "there is a body and no status").operation(meta.id))
        }
    }
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn explain(failure: Failure, meta: &'static Meta, trail: &mut Trail, cap: usize) -> Error {
    let (error, broken) = match failure {
        Failure::Body(BodyError::TooLarge(read)) => {
            let error = Error::new(ErrorKind::BodyTooLarge, format!("the body is longer than {cap} bytes"));
            return trail.mark(error.operation(meta.id), Sent::Yes, read);
        }
        Failure::Body(BodyError::Silent) | Failure::Silent => {
            let error = Error::new(ErrorKind::Timeout, SILENT).operation(meta.id);
            return trail.mark(error, Sent::Maybe, Bytes::new());
        }
        Failure::Body(BodyError::Broken(error)) => (error, true),
        Failure::Transport(error) => (error, false),
    };
    let sent = error.sent();
    let (kind, message) = match error.kind() {
        TransportErrorKind::Timeout => (ErrorKind::Timeout, SILENT),
        TransportErrorKind::Connect => (ErrorKind::Connect, "no connection to the server"),
        TransportErrorKind::Other if broken => (ErrorKind::Transport, "the body broke off"),
        TransportErrorKind::Other => (ErrorKind::Transport, "the exchange with the server failed"),
    };
    let error = Error::new(kind, message).operation(meta.id).caused_by(error.into_source());
    trail.mark(error, sent, Bytes::new())
}
