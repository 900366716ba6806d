//! The body of a request or an answer: whole, or in chunks. Those of an answer are read under the run time's cap
//! and time-out.

use super::{TransportError, TransportErrorKind};
use crate::runtime::Sent;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

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

    /// The whole body, if it has at most `cap` bytes; otherwise the part of it that has. No chunk is awaited
    /// for longer than `patience`.
    pub(in super::super) async fn read(self, cap: usize, patience: Duration) -> Result<Bytes, BodyError> {
        let mut source = match self.0 {
            Source::Full(bytes) if bytes.len() > cap => return Err(BodyError::TooLarge(bytes.slice(..cap))),
            Source::Full(bytes) => return Ok(bytes),
            Source::Chunks { source, .. } => source,
        };
        // Most bodies are one chunk, which then is never copied.
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        loop {
            let next = std::future::poll_fn(|context| source.poll_next(context));
            let Ok(next) = tokio::time::timeout(patience, next).await else { return Err(BodyError::Silent) };
            let Some(chunk) = next else { break };
            let chunk = match chunk {
                Ok(chunk) => chunk,
                Err(error) => return Err(BodyError::Broken(error)),
            };
            let length = first.len() + all.len();
            let room = cap - length;
            if chunk.len() > room {
                all.extend_from_slice(&chunk[..room]);
                let read = if first.is_empty() { all.freeze() } else { [&first[..], &all].concat().into() };
                return Err(BodyError::TooLarge(read));
            }
            if length == 0 {
                first = chunk;
                continue;
            }
            if all.is_empty() {
                all.extend_from_slice(&std::mem::take(&mut first));
            }
            all.extend_from_slice(&chunk);
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
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

/// Why a body was not read to its end.
pub(in super::super) enum BodyError {
    /// It is longer than the cap; this is what was read of it.
    TooLarge(Bytes),
    /// The connection broke.
    Broken(TransportError),
    /// Nothing came for too long.
    Silent,
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

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(5);

    struct Pieces(std::vec::IntoIter<&'static str>);

    impl Chunks for Pieces {
        fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
            Poll::Ready(self.0.next().map(|piece| Ok(Bytes::from_static(piece.as_bytes()))))
        }
    }

    #[tokio::test]
    async fn body_is_read_up_to_the_cap() {
        for (pieces, cap, expected) in [
            (vec![], 0, Ok("")),
            (vec!["abc"], 3, Ok("abc")),
            (vec!["abc"], 2, Err("ab")),
            (vec!["a", "", "b", "c"], 3, Ok("abc")),
            (vec!["", "a", "b"], 2, Ok("ab")),
            (vec!["ab", "cd"], 3, Err("abc")),
            (vec!["a", "b", "cd"], 3, Err("abc")),
            (vec!["a"], 0, Err("")),
        ] {
            let shown = format!("{pieces:?} {cap}");
            let whole = Body::from(pieces.concat()).read(cap, PATIENCE).await;
            let chunked = Body::chunks(Pieces(pieces.into_iter())).read(cap, PATIENCE).await;
            for read in [whole, chunked] {
                let read = match &read {
                    Ok(bytes) => Ok(&bytes[..]),
                    Err(BodyError::TooLarge(bytes)) => Err(&bytes[..]),
                    Err(BodyError::Broken(error)) => panic!("{error}"),
                    Err(BodyError::Silent) => panic!("nothing is awaited"),
                };
                assert_eq!(read, expected.map(str::as_bytes).map_err(str::as_bytes), "{shown}");
            }
        }
    }
}
