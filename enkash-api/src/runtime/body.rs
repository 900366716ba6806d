//! The body of a request or an answer: whole, or in chunks.

use super::Sent;
use super::transport_error::{TransportError, TransportErrorKind};
use bytes::Bytes;
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The body of a request or an answer: bytes, or a stream of chunks.
///
/// ```text
/// client.upload_photo(id, std::fs::read("photo.png")?).await?;
/// client.upload_photo(id, Body::stream(ReaderStream::new(file))).await?;
/// ```
pub struct Body(Source);

enum Source {
    Full(Bytes),
    Chunks { source: Box<dyn Chunks>, length: Option<u64> },
}

/// Where the chunks of a body come from.
pub trait Chunks: Send {
    /// The next chunk, `None` after the last.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>>;
}

impl Body {
    /// A body that arrives in chunks.
    pub fn chunks(source: impl Chunks + 'static) -> Self {
        Self(Source::Chunks { source: Box::new(source), length: None })
    }

    /// A body that is read from a stream while it is sent. Such a request cannot be sent twice.
    pub fn stream<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self::chunks(Streamed(Box::pin(stream)))
    }

    /// The same body, known to have this many bytes; it is then announced by `content-length`. A body of another
    /// length breaks the request off.
    #[must_use]
    pub fn with_length(self, length: u64) -> Self {
        match self.0 {
            Source::Chunks { source, .. } => Self(Source::Chunks { source, length: Some(length) }),
            Source::Full(_) => self,
        }
    }

    /// How many bytes the body has, if that is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Source::Full(bytes) => Some(bytes.len() as u64),
            Source::Chunks { length, .. } => *length,
        }
    }

    /// The bytes, if they are all there.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Source::Full(bytes) => Some(bytes),
            Source::Chunks { .. } => None,
        }
    }

    /// Whether it is known that there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.0 {
            Source::Full(bytes) if bytes.is_empty() => Poll::Ready(None),
            Source::Full(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Source::Chunks { source, .. } => source.poll_next(context),
        }
    }
}

/// A stream of the user's.
struct Streamed<S>(Pin<Box<S>>);

impl<S, E> Chunks for Streamed<S>
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let next = ready!(self.0.as_mut().poll_next(context));
        let failed = |error| TransportError::new(TransportErrorKind::Other, Sent::Maybe, error);
        Poll::Ready(next.map(|chunk| chunk.map_err(failed)))
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self(Source::Full(bytes.into()))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Source::Full(_) => "Body(full)",
            Source::Chunks { .. } => "Body(chunks)",
        })
    }
}
