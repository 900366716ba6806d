//! A stream of JSON values, one per line: `application/x-ndjson`, `application/jsonl`, `application/json-seq`.

use super::stream::ByteStream;
use super::wire::{Blank, DecodeError, Wire, decode_into};
use super::{Error, ErrorKind, Incoming, Reading, Reply};
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A stream of JSON values, one per line.
///
/// A line that is not of the type is an error in the value's place, which holds the line ([`Error::body`]); the
/// stream goes on after it. Empty lines are skipped, and so is the record separator of RFC 7464. Silence for
/// longer than the client's read time-out is an error, after which there are no more values.
#[must_use = "a stream is read by asking for its values"]
pub struct Lines<T> {
    source: Source,
    value: PhantomData<fn() -> T>,
}

/// The part of a stream that knows no type.
struct Source {
    stream: ByteStream,
    /// The line whose end has not come yet.
    open: Vec<u8>,
    /// Lines that have not been asked for yet.
    whole: VecDeque<Bytes>,
    ended: bool,
    /// What a mock answers with.
    script: Option<Bytes>,
}

/// The longest line. A server that sends more without an end is stopped.
const LONGEST: usize = 16 * 1024 * 1024;

impl Source {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            if let Some(line) = self.whole.pop_front() {
                return Poll::Ready(Some(Ok(line)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            match ready!(self.stream.poll_next(context)) {
                Some(Ok(chunk)) => {
                    self.feed(&chunk);
                    if self.open.len() > LONGEST {
                        let message = format!("a line is longer than {LONGEST} bytes");
                        return Poll::Ready(Some(Err(self.stream.fail(ErrorKind::BodyTooLarge, message))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                // The last line needs no end.
                None => {
                    self.ended = true;
                    let last = std::mem::take(&mut self.open);
                    self.line(&last);
                }
            }
        }
    }

    fn feed(&mut self, mut chunk: &[u8]) {
        while let Some(end) = chunk.iter().position(|&byte| byte == b'\n') {
            if self.open.is_empty() {
                self.line(&chunk[..end]);
            } else {
                let mut line = std::mem::take(&mut self.open);
                line.extend_from_slice(&chunk[..end]);
                self.line(&line);
            }
            chunk = &chunk[end + 1..];
        }
        self.open.extend_from_slice(chunk);
    }

    fn line(&mut self, line: &[u8]) {
        const RECORD_SEPARATOR: u8 = 0x1e;
        let line = line.strip_prefix(&[RECORD_SEPARATOR]).unwrap_or(line).trim_ascii();
        if !line.is_empty() {
            self.whole.push_back(Bytes::copy_from_slice(line));
        }
    }
}

impl<T: Wire + Blank> Lines<T> {
    /// Waits for the next value; `None` when the server has ended the stream.
    ///
    /// # Errors
    /// If the connection breaks or is silent for too long, or a line is not of the type; see [above](Self).
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|context| self.poll_next(context)).await
    }

    /// Asks for the next value; `None` when the server has ended the stream.
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let line = match ready!(self.source.poll_next(context)) {
            Some(Ok(line)) => line,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let mut value = T::blank();
        Poll::Ready(Some(match decode_into(&line, &mut value) {
            Ok(()) => Ok(value),
            Err(error) => Err(Error::new(ErrorKind::Decode, "a line is not of the described shape")
                .operation(self.source.stream.operation())
                .caused_by(error)
                .with_body(line)),
        }))
    }
}

impl<T: Wire + Blank> Stream for Lines<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Self::poll_next(&mut self, context)
    }
}

impl<T> Lines<T> {
    fn of(stream: ByteStream, script: Option<Bytes>) -> Self {
        let source = Source { stream, open: Vec::new(), whole: VecDeque::new(), ended: false, script };
        Self { source, value: PhantomData }
    }
}

/// For the answers of mocks.
impl<T: Wire + Blank + Reply> FromIterator<T> for Lines<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut script = Vec::new();
        for value in values {
            script.extend(value.write(Reading::Json).unwrap_or_default());
            script.push(b'\n');
        }
        let script = Bytes::from(script);
        Self::of(ByteStream::whole(script.clone()), Some(script))
    }
}

impl<T> Reply for Lines<T> {
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError> {
        Ok(Self::of(answer.take_stream(), None))
    }
    fn write(&self, _: Reading) -> Option<Vec<u8>> {
        self.source.script.as_ref().map(|script| script.to_vec())
    }
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("operation", &self.source.stream.operation()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_line_is_a_value_and_a_bad_one_ends_nothing() {
        for (text, expected) in [
            ("", &[][..]),
            ("1\n2\n", &[Ok(1), Ok(2)]),
            ("1\r\n\r\n 2 ", &[Ok(1), Ok(2)]),
            ("\u{1e}1\n\u{1e}2\n", &[Ok(1), Ok(2)]),
            ("1\nx\n3", &[Ok(1), Err("x"), Ok(3)]),
        ] {
            let mut lines = Lines::<i64>::of(ByteStream::whole(text.into()), None);
            let mut found = Vec::new();
            while let Some(line) = lines.next().await {
                found.push(line.map_err(|error| String::from_utf8_lossy(error.body()).into_owned()));
            }
            let expected: Vec<_> = expected.iter().map(|line| line.map_err(str::to_owned)).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn line_may_arrive_in_parts() {
        let mut lines = Lines::<i64>::of(ByteStream::whole(Bytes::new()), None);
        for chunk in ["1", "2\n3", "\n", "4"] {
            lines.source.feed(chunk.as_bytes());
        }
        assert_eq!(lines.source.whole, ["12", "3"].map(Bytes::from));
        assert_eq!(lines.source.open, b"4");
    }
}
