//! The body of a success that is handed out before it has arrived.

use super::transport::{Body, TransportErrorKind};
use super::wire::DecodeError;
use super::{Error, ErrorKind, Incoming, Reply, Sent};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep};

/// The chunks of a body, as they arrive.
///
/// The next chunk is fetched when it is asked for, so that a slow reader slows the server down. The cap of the
/// client does not hold; silence for longer than its read time-out is an error. After an error there are no
/// more chunks.
#[must_use = "a body is read by asking for its chunks"]
pub struct ByteStream {
    /// `None` once the body or the connection has ended.
    body: Option<Body>,
    operation: &'static str,
    patience: Option<Patience>,
}

/// The time-out between two chunks.
struct Patience {
    longest: Duration,
    /// Made when the first chunk does not come at once.
    timer: Option<Pin<Box<Sleep>>>,
    /// Whether the timer runs, for the chunk that is awaited.
    running: bool,
}

impl ByteStream {
    pub(super) fn new(body: Body, operation: &'static str, patience: Duration) -> Self {
        let patience = Patience { longest: patience, timer: None, running: false };
        Self { body: Some(body), operation, patience: Some(patience) }
    }

    /// A body that has arrived.
    pub(super) fn whole(body: Bytes) -> Self {
        Self { body: Some(body.into()), operation: "", patience: None }
    }

    /// Bears any silence of the server.
    pub fn without_time_out(mut self) -> Self {
        self.patience = None;
        self
    }

    pub(super) fn operation(&self) -> &'static str {
        self.operation
    }

    /// Waits for the next chunk; `None` after the last.
    ///
    /// # Errors
    /// If the connection breaks ([`Transport`](ErrorKind::Transport)), or nothing comes for too long
    /// ([`Timeout`](ErrorKind::Timeout)).
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|context| self.poll_next(context)).await
    }

    /// Asks for the next chunk; `None` after the last.
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        match Pin::new(body).poll_next(context) {
            Poll::Ready(Some(Ok(chunk))) => {
                if let Some(patience) = &mut self.patience {
                    patience.running = false;
                }
                Poll::Ready(Some(Ok(chunk)))
            }
            Poll::Ready(None) => {
                self.body = None;
                Poll::Ready(None)
            }
            Poll::Ready(Some(Err(error))) => {
                let error = if error.kind() == TransportErrorKind::Timeout {
                    self.fail(ErrorKind::Timeout, SILENT).caused_by(error.into_source())
                } else {
                    self.fail(ErrorKind::Transport, "the body broke off").caused_by(error.into_source())
                };
                Poll::Ready(Some(Err(error)))
            }
            Poll::Pending => {
                let Some(patience) = &mut self.patience else { return Poll::Pending };
                ready!(patience.poll(context));
                Poll::Ready(Some(Err(self.fail(ErrorKind::Timeout, SILENT))))
            }
        }
    }

    /// Reads what is left, if it has at most `cap` bytes.
    ///
    /// # Errors
    /// As [`next`](Self::next), and [`BodyTooLarge`](ErrorKind::BodyTooLarge).
    pub async fn collect(mut self, cap: usize) -> Result<Bytes, Error> {
        let mut all = BytesMut::new();
        while let Some(chunk) = self.next().await {
            let chunk = chunk?;
            if chunk.len() > cap - all.len() {
                return Err(
                    self.fail(ErrorKind::BodyTooLarge, format!("the body is longer than {cap} bytes"))
                );
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all.freeze())
    }

    /// Ends the stream with an error.
    pub(super) fn fail(
        &mut self,
        kind: ErrorKind,
        message: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Error {
        self.body = None;
        Error::new(kind, message).operation(self.operation).with_sent(Sent::Yes)
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Self::poll_next(&mut self, context)
    }
}

/// What is said of a server that sends nothing.
pub(super) const SILENT: &str = "the server was silent for too long";

impl Patience {
    /// Ready when the silence has lasted too long.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let timer = self.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(self.longest)));
        if !std::mem::replace(&mut self.running, true) {
            // A time-out too far away to be written as a point in time never comes.
            let Some(until) = Instant::now().checked_add(self.longest) else { return Poll::Pending };
            timer.as_mut().reset(until);
        }
        timer.as_mut().poll(context)
    }
}

impl Reply for ByteStream {
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError> {
        Ok(answer.take_stream())
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("operation", &self.operation).finish_non_exhaustive()
    }
}
