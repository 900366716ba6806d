//! Reading the body of an answer to its end, under a cap and a time-out.

use super::transport::{Body, TransportError};
use super::watch::Watch;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::pin::Pin;
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

/// The whole body, if it has at most `cap` bytes; otherwise the part of it that has. No chunk is awaited for longer
/// than `patience`.
pub(super) async fn gather(
    mut body: Body,
    cap: usize,
    patience: Duration,
    watch: &Watch,
) -> Result<Bytes, BodyError> {
    // Most bodies are one chunk, which then is never copied.
    let mut first = Bytes::new();
    let mut all = BytesMut::new();
    loop {
        let next = std::future::poll_fn(|context| Pin::new(&mut body).poll_next(context));
        let Some(next) = watch.sign(patience, next).await else { return Err(BodyError::Silent) };
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

#[cfg(test)]
mod tests {
    use super::super::transport::Chunks;
    use super::*;
    use std::task::{Context, Poll};

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
            let watch = Watch::new();
            let whole = gather(Body::from(pieces.concat()), cap, PATIENCE, &watch).await;
            let chunked = gather(Body::chunks(Pieces(pieces.into_iter())), cap, PATIENCE, &watch).await;
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
