//! Reading the body of an answer to its end, under a cap and a time-out.

use super::transport::{Body, TransportError};
use super::watch::Watch;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Why a body was not read to its end.
pub(super) enum BodyError {
    /// It is longer than the cap; this is what was read of it.
    TooLarge(Bytes),
    /// The connection broke.
    Broken(TransportError),
    /// Nothing came for too long.
    Silent,
}

/// A body on its way in.
pub(super) struct Gathering {
    body: Body,
    read: Read,
    is_waiting: bool,
}

/// What has come of it. Most bodies are one chunk, which then is never copied.
enum Read {
    One(Bytes),
    More(BytesMut),
}

impl Gathering {
    pub(super) fn new(body: Body) -> Self {
        Self { body, read: Read::One(Bytes::new()), is_waiting: false }
    }

    /// The whole body, if it has at most `cap` bytes; otherwise the part of it that has. No chunk is awaited for longer
    /// than `patience`.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
        cap: usize,
        patience: Duration,
        watch: &Watch,
    ) -> Poll<Result<Bytes, BodyError>> {
        loop {
            let polled = Pin::new(&mut self.body).poll_next(context);
            let Some(next) = ready!(watch.sign(&mut self.is_waiting, patience, polled)) else {
                return Poll::Ready(Err(BodyError::Silent));
            };
            let chunk = match next {
                None => return Poll::Ready(Ok(self.read.take())),
                Some(Ok(chunk)) => chunk,
                Some(Err(error)) => return Poll::Ready(Err(BodyError::Broken(error))),
            };
            let room = cap - self.read.length();
            if chunk.len() > room {
                self.read.append(chunk.slice(..room));
                return Poll::Ready(Err(BodyError::TooLarge(self.read.take())));
            }
            self.read.append(chunk);
        }
    }
}

impl Read {
    fn length(&self) -> usize {
        match self {
            Self::One(chunk) => chunk.len(),
            Self::More(all) => all.len(),
        }
    }

    fn append(&mut self, chunk: Bytes) {
        match self {
            Self::One(first) if first.is_empty() => *first = chunk,
            Self::One(first) => {
                let mut all = BytesMut::with_capacity(first.len() + chunk.len());
                all.extend_from_slice(first);
                all.extend_from_slice(&chunk);
                *self = Self::More(all);
            }
            Self::More(all) => all.extend_from_slice(&chunk),
        }
    }

    fn take(&mut self) -> Bytes {
        match self {
            Self::One(chunk) => std::mem::take(chunk),
            Self::More(all) => std::mem::take(all).freeze(),
        }
    }
}

/// The whole body, however long it is and takes.
#[cfg(feature = "testing")]
pub(super) async fn gather(body: Body) -> Result<Bytes, BodyError> {
    gather_within(body, usize::MAX).await
}

#[cfg(feature = "testing")]
async fn gather_within(body: Body, cap: usize) -> Result<Bytes, BodyError> {
    let (mut gathering, watch) = (Gathering::new(body), Watch::new());
    std::future::poll_fn(|context| gathering.poll(context, cap, Duration::MAX, &watch)).await
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::super::transport::Chunks;
    use super::*;

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
            let whole = gather_within(Body::from(pieces.concat()), cap).await;
            let chunked = gather_within(Body::chunks(Pieces(pieces.into_iter())), cap).await;
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
