//! From the socket to the endpoint and back.

use super::endpoint::Endpoint;
use super::incoming::Incoming;
use super::record::{Heard, Recorded, Recorder, Tap};
use bytes::Bytes;
use http::Response;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming as Body;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::net::{TcpListener, TcpStream};

/// More than any token request has.
const MAX_BODY: usize = 1024 * 1024;

/// A server: what it answers, and what it was asked.
pub(super) struct Server {
    pub(super) endpoint: Endpoint,
    pub(super) recorder: Recorder,
    pub(super) connections: AtomicUsize,
}

impl Server {
    pub(super) fn new(endpoint: Endpoint) -> Self {
        Self { endpoint, recorder: Recorder::default(), connections: AtomicUsize::new(0) }
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
    let tap = Tap::new(TokioIo::new(stream));
    let heard = tap.heard();
    let service = service_fn(move |request| respond(request, number, heard.clone(), Arc::clone(&server)));
    let mut builder = hyper::server::conn::http1::Builder::new();
    _ = builder.timer(TokioTimer::new()).serve_connection(tap, service).await;
}

async fn respond(
    request: http::Request<Body>,
    connection: usize,
    heard: Heard,
    server: Arc<Server>,
) -> Result<Response<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, MAX_BODY).collect().await?.to_bytes();
    let recorded = Recorded::new(connection, &head, body, heard.take());
    server.recorder.record(recorded.clone());
    Ok(server.endpoint.answer(&Incoming::new(&head, &recorded)).map(Full::new))
}
