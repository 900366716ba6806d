//! Server-sent events as a stream of typed values.

mod parser;

use self::parser::{Parser, Raw};
use super::stream::ByteStream;
use super::wire::{Blank, DecodeError, Place, Scalar, Wire, decode_into};
use super::{Error, ErrorKind, Incoming, Reading, Reply};
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// A stream of server-sent events, read as the
/// [HTML standard](https://html.spec.whatwg.org/multipage/server-sent-events.html) says.
///
/// The data of an event is read into `T`: a text takes it as it is, any other type is read from JSON. Data that is
/// not of the type is an error in the event's place, which holds the data ([`Error::body`]); the stream goes on
/// after it. Silence is normal on such a stream, so there is no time-out between two events. A connection that
/// ends is not made again: ask for [`last_id`](Self::last_id) and [`retry`](Self::retry), and call once more with
/// the header `last-event-id`.
#[must_use = "a stream is read by asking for its events"]
pub struct Events<T> {
    source: Source,
    value: PhantomData<fn() -> T>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The type of the event; `message` if the server names none.
    pub event: String,
    /// The last id that the server has sent, empty if none.
    pub id: String,
    /// The value.
    pub data: T,
}

impl<T> Event<T> {
    /// An event of the type `message` without an id, for mocks.
    pub fn new(data: T) -> Self {
        Self { event: "message".to_owned(), id: String::new(), data }
    }
}

/// The part of a stream that knows no type.
struct Source {
    stream: ByteStream,
    parser: Parser,
    /// What a mock answers with.
    script: Option<Bytes>,
}

/// The longest event. A server that sends more without an end is stopped.
const LONGEST: usize = 16 * 1024 * 1024;

impl Source {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Raw, Error>>> {
        loop {
            if let Some(raw) = self.parser.next() {
                return Poll::Ready(Some(Ok(raw)));
            }
            match ready!(self.stream.poll_next(context)) {
                Some(Ok(chunk)) => {
                    self.parser.feed(&chunk);
                    if self.parser.held() > LONGEST {
                        let message = format!("an event is longer than {LONGEST} bytes");
                        return Poll::Ready(Some(Err(self.stream.fail(ErrorKind::BodyTooLarge, message))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                // An event without its empty line is not whole.
                None => return Poll::Ready(None),
            }
        }
    }

    fn refuse(&self, error: DecodeError, data: String) -> Error {
        Error::new(ErrorKind::Decode, "an event is not of the described shape")
            .operation(self.stream.operation())
            .caused_by(error)
            .with_body(data.into())
    }
}

/// Reads the data of an event.
fn fill(data: &str, into: &mut dyn Wire) -> Result<(), DecodeError> {
    if let Place::Leaf(leaf) = into.place()
        && leaf.put(Scalar::Text(data))
    {
        return Ok(());
    }
    decode_into(data.as_bytes(), into)
}

impl<T: Wire + Blank> Events<T> {
    /// Waits for the next event; `None` when the server has ended the stream.
    ///
    /// # Errors
    /// If the connection breaks, or the data is not of the type; see [above](Self).
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        std::future::poll_fn(|context| self.poll_next(context)).await
    }

    /// Asks for the next event; `None` when the server has ended the stream.
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        let Raw { event, id, data } = match ready!(self.source.poll_next(context)) {
            Some(Ok(raw)) => raw,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let mut value = T::blank();
        Poll::Ready(Some(match fill(&data, &mut value) {
            Ok(()) => Ok(Event { event, id, data: value }),
            Err(error) => Err(self.source.refuse(error, data)),
        }))
    }
}

impl<T: Wire + Blank> Stream for Events<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Self::poll_next(&mut self, context)
    }
}

impl<T> Events<T> {
    /// The last id that the server has sent, empty if none.
    pub fn last_id(&self) -> &str {
        self.source.parser.last_id()
    }

    /// How long the server asks to wait before connecting again, if it has said so.
    pub fn retry(&self) -> Option<Duration> {
        self.source.parser.retry()
    }

    /// The same events, their data as text whatever it was to be read into.
    pub fn as_text(self) -> Events<String> {
        Events { source: self.source, value: PhantomData }
    }

    fn of(stream: ByteStream, script: Option<Bytes>) -> Self {
        let source = Source { stream: stream.without_time_out(), parser: Parser::default(), script };
        Self { source, value: PhantomData }
    }
}

/// For the answers of mocks.
impl<T: Wire + Blank + Reply> FromIterator<Event<T>> for Events<T> {
    fn from_iter<I: IntoIterator<Item = Event<T>>>(events: I) -> Self {
        let mut script = String::new();
        for Event { event, id, data } in events {
            let data = data.write(Reading::Text).or_else(|| data.write(Reading::Json)).unwrap_or_default();
            parser::write(&Raw { event, id, data: String::from_utf8_lossy(&data).into_owned() }, &mut script);
        }
        let script = Bytes::from(script);
        Self::of(ByteStream::whole(script.clone()), Some(script))
    }
}

impl<T> Reply for Events<T> {
    fn read(answer: &mut Incoming) -> Result<Self, DecodeError> {
        if answer.content_type().is_other_than_events() {
            return Err(DecodeError::new("the answer is no stream of events"));
        }
        Ok(Self::of(answer.take_stream(), None))
    }
    fn write(&self, _: Reading) -> Option<Vec<u8>> {
        self.source.script.as_ref().map(|script| script.to_vec())
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("operation", &self.source.stream.operation()).finish_non_exhaustive()
    }
}

/// Events that have been parsed and not yet asked for.
type Queue = VecDeque<Raw>;

#[cfg(test)]
mod tests;
