//! The body of an answer: whole, or in chunks that the run time reads under its cap and time-out.

use super::TransportError;
use bytes::{Bytes, BytesMut};
use std::fmt;
use std::task::{Context, Poll};

/// The body of an answer.
pub struct Body(Source);

enum Source {
    Full(Bytes),
    Chunks(Box<dyn Chunks>),
}

/// Where the chunks of a body come from.
pub trait Chunks: Send {
    /// The next chunk, `None` after the last.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>>;
}

impl Body {
    /// A body that arrives in chunks.
    pub fn chunks(source: impl Chunks + 'static) -> Self {
        Self(Source::Chunks(Box::new(source)))
    }

    /// The whole body, if it has at most `cap` bytes; otherwise the part of it that has.
    pub(in super::super) async fn read(self, cap: usize) -> Result<Bytes, BodyError> {
        let mut source = match self.0 {
            Source::Full(bytes) if bytes.len() > cap => return Err(BodyError::TooLarge(bytes.slice(..cap))),
            Source::Full(bytes) => return Ok(bytes),
            Source::Chunks(source) => source,
        };
        // Most bodies are one chunk, which then is never copied.
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(chunk) = std::future::poll_fn(|context| source.poll_next(context)).await {
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

/// Why a body was not read to its end.
pub(in super::super) enum BodyError {
    /// It is longer than the cap; this is what was read of it.
    TooLarge(Bytes),
    /// The connection broke.
    Broken(TransportError),
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
            Source::Chunks(_) => "Body(chunks)",
        })
    }
}

#[cfg(test)]
mod tests {
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
            let whole = Body::from(pieces.concat()).read(cap).await;
            let chunked = Body::chunks(Pieces(pieces.into_iter())).read(cap).await;
            for read in [whole, chunked] {
                let read = match &read {
                    Ok(bytes) => Ok(&bytes[..]),
                    Err(BodyError::TooLarge(bytes)) => Err(&bytes[..]),
                    Err(BodyError::Broken(error)) => panic!("{error}"),
                };
                assert_eq!(read, expected.map(str::as_bytes).map_err(str::as_bytes), "{shown}");
            }
        }
    }
}
