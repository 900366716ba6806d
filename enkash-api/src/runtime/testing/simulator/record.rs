//! The exact bytes of every request, taken off the socket before the HTTP library reads them: it keeps
//! neither the order of headers nor their case.

use bytes::Bytes;
use http::request;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead as _, ReadBuf};
use tokio::net::TcpStream;

/// A request as it arrived. `Debug` shows no values.
#[derive(Clone)]
pub struct Recorded {
    connection: usize,
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Bytes,
    raw: Bytes,
}

impl Recorded {
    /// `raw` is what came over its connection since the request before.
    pub(super) fn new(connection: usize, head: &request::Parts, body: Bytes, raw: Vec<u8>) -> Self {
        let end = raw.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(raw.len());
        let lines = String::from_utf8_lossy(&raw[..end]).into_owned();
        let headers = lines
            .split("\r\n")
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect();
        Self {
            connection,
            method: head.method.to_string(),
            target: head.uri.to_string(),
            headers,
            body,
            raw: raw.into(),
        }
    }

    /// Which connection it came over, counted from 1.
    pub fn connection(&self) -> usize {
        self.connection
    }

    /// The method.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Path and query, as they stood in the request line.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Names and values in the order and case in which they arrived.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The first header of a name, compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body, without the framing of a chunked transfer.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Every byte of the request, from the request line on.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }
}

impl fmt::Debug for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded")
            .field("connection", &self.connection)
            .field("method", &self.method)
            .field("path", &self.target.split('?').next())
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// The requests so far.
#[derive(Default)]
pub(super) struct Recorder(Mutex<Vec<Recorded>>);

impl Recorder {
    pub(super) fn record(&self, request: Recorded) {
        lock(&self.0).push(request);
    }

    pub(super) fn count(&self) -> usize {
        lock(&self.0).len()
    }

    pub(super) fn requests(&self) -> Vec<Recorded> {
        lock(&self.0).clone()
    }
}

/// What a connection has heard and nobody has taken yet.
#[derive(Clone, Default)]
pub(super) struct Heard(Arc<Mutex<Vec<u8>>>);

impl Heard {
    pub(super) fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *lock(&self.0))
    }
}

/// A test that panics inside a closure of its own has said enough; the server goes on.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A connection whose incoming bytes are heard.
pub(super) struct Tap {
    stream: TokioIo<TcpStream>,
    heard: Heard,
}

impl Tap {
    pub(super) fn new(stream: TokioIo<TcpStream>) -> Self {
        Self { stream, heard: Heard::default() }
    }

    pub(super) fn heard(&self) -> Heard {
        self.heard.clone()
    }

    pub(super) fn into_stream(self) -> TcpStream {
        self.stream.into_inner()
    }
}

impl Read for Tap {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut into: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        // Through a buffer of our own: hyper's can only be filled blindly without `unsafe`.
        let mut buffer = [0; 4096];
        let room = into.remaining().min(buffer.len());
        let mut buffer = ReadBuf::new(&mut buffer[..room]);
        ready!(Pin::new(self.stream.inner_mut()).poll_read(context, &mut buffer))?;
        lock(&self.heard.0).extend_from_slice(buffer.filled());
        into.put_slice(buffer.filled());
        Poll::Ready(Ok(()))
    }
}

impl Write for Tap {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
