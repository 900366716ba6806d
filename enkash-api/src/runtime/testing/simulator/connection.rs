//! From the socket to the endpoint and back, with what goes wrong in between.

use super::catalogue::Case;
use super::endpoint::Endpoint;
use super::fault::script::Script;
use super::fault::{Fault, What};
use super::incoming::Incoming;
use super::raw::{Cut, End, Raw, finish};
use super::record::{Heard, Recorded, Recorder, Tap, lock};
use bytes::Bytes;
use http::Response;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming as Body;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// More than any token request has.
const MAX_BODY: usize = 1024 * 1024;

/// How long a token takes where two at the same time are one too many.
const WORK: Duration = Duration::from_millis(50);

/// A server: what it answers, and how badly.
pub(super) struct Server {
    pub(super) endpoint: Endpoint,
    pub(super) faults: Script,
    pub(super) recorder: Recorder,
    pub(super) connections: AtomicUsize,
    pub(super) manners: Manners,
    /// Whether a token is being made.
    busy: AtomicBool,
}

/// What is slow or weak about every answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manners {
    pub(super) latency: Duration,
    pub(super) one_at_a_time: bool,
}

/// What is written in place of an answer of the HTTP library, and how.
struct Detour {
    raw: Raw,
    pause: Option<Duration>,
    end: End,
}

impl Server {
    pub(super) fn new(endpoint: Endpoint, manners: Manners) -> Self {
        Self {
            endpoint,
            faults: Script::default(),
            recorder: Recorder::default(),
            connections: AtomicUsize::new(0),
            manners,
            busy: AtomicBool::new(false),
        }
    }

    /// An answer, or the way around it.
    async fn answer(&self, request: &Incoming<'_>) -> Result<Response<Bytes>, Detour> {
        let Some(fault) = self.faults.on_request(request.path(), request.query()) else {
            return Ok(self.act(request, Duration::ZERO).await);
        };
        let Fault { what, end, pause, delay, headers, .. } = fault;
        let (mut response, cut) = match what {
            What::Whole | What::Refused => (self.act(request, delay).await, None),
            What::Part(cut) => (self.act(request, delay).await, Some(cut)),
            What::Bytes(raw) => {
                tokio::time::sleep(delay).await;
                return Err(Detour { raw, pause, end });
            }
            What::Answer(response) => {
                tokio::time::sleep(delay).await;
                (response, None)
            }
            What::Case(case) => {
                tokio::time::sleep(delay).await;
                (self.endpoint.refuse(case, request), None)
            }
        };
        for (name, value) in headers {
            response.headers_mut().insert(name, value);
        }
        match cut.or(pause.map(|_| Cut::Everything)) {
            Some(cut) => Err(Detour { raw: Raw::part(&response, cut), pause, end }),
            None => Ok(response),
        }
    }

    /// What the server does, at once, and its answer, after a while: whoever gives up in between has made it act.
    async fn act(&self, request: &Incoming<'_>, delay: Duration) -> Response<Bytes> {
        let Manners { latency, one_at_a_time } = self.manners;
        let work = (one_at_a_time && self.endpoint.asks_for_token(request)).then(|| Work::begin(&self.busy));
        let (response, least) = match &work {
            Some(None) => (self.endpoint.refuse(Case::ServerError, request), Duration::ZERO),
            Some(Some(_)) => (self.endpoint.answer(request), WORK),
            None => (self.endpoint.answer(request), Duration::ZERO),
        };
        let delay = delay + latency.max(least);
        // A timer takes a millisecond even for nothing.
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        response
    }
}

/// The making of one token.
struct Work<'a>(&'a AtomicBool);

impl<'a> Work<'a> {
    fn begin(busy: &'a AtomicBool) -> Option<Self> {
        (!busy.swap(true, Ordering::SeqCst)).then_some(Self(busy))
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Takes connections until it is aborted.
pub(super) async fn accept(listener: TcpListener, server: Arc<Server>) {
    loop {
        // A connection that was reset before it was accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let number = server.connections.fetch_add(1, Ordering::SeqCst) + 1;
        tokio::spawn(serve(stream, number, Arc::clone(&server)));
    }
}

async fn serve(stream: TcpStream, number: usize, server: Arc<Server>) {
    if let Some(Fault { delay, end, .. }) = server.faults.on_connection() {
        tokio::time::sleep(delay).await;
        return finish(stream, end).await;
    }
    let tap = Tap::new(TokioIo::new(stream));
    let heard = tap.heard();
    let detour = Arc::<Mutex<Option<Detour>>>::default();
    let service = {
        let detour = Arc::clone(&detour);
        service_fn(move |request| {
            respond(request, number, heard.clone(), Arc::clone(&server), Arc::clone(&detour))
        })
    };
    let mut connection =
        hyper::server::conn::http1::Builder::new().timer(TokioTimer::new()).serve_connection(tap, service);
    _ = (&mut connection).await;
    let Some(Detour { raw, pause, end }) = lock(&detour).take() else { return };
    raw.play(connection.into_parts().io.into_stream(), pause, end).await;
}

async fn respond(
    request: http::Request<Body>,
    connection: usize,
    heard: Heard,
    server: Arc<Server>,
    detour: Arc<Mutex<Option<Detour>>>,
) -> Result<Response<Full<Bytes>>, NoAnswer> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, MAX_BODY).collect().await.map_err(|_| NoAnswer)?.to_bytes();
    let recorded = Recorded::new(connection, &head, body, heard.take());
    server.recorder.record(recorded.clone());
    match server.answer(&Incoming::new(&head, &recorded)).await {
        Ok(response) => Ok(response.map(Full::new)),
        Err(instead) => {
            *lock(&detour) = Some(instead);
            Err(NoAnswer)
        }
    }
}

/// Tells the HTTP library to leave a connection alone, which it does without a word to the other side.
#[derive(Debug)]
struct NoAnswer;

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the HTTP library has nothing to answer")
    }
}

impl std::error::Error for NoAnswer {}
