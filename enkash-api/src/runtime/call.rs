//! A call that has been described and not yet made.
//!
//! Generated methods fill a [`Call`] and return it; awaiting it makes it. Only the two decoders depend on a
//! type, and they are plain function pointers, so that a method costs the compiler next to nothing.

use super::execute::{Answer, Declared, Plan, Ready, execute};
use super::request::Request;
use super::wire::{Blank, DecodeError, Field, Limits, Object, Wire};
use super::{
    ApiError, Body, ByteStream, CallError, Core, Error, ErrorKind, Events, Format, Incoming, Operation,
    Parts, Reading, Reply, Response,
};
use http::header::ACCEPT;
use http::{HeaderName, HeaderValue};
use std::fmt;
use std::future::IntoFuture;
use std::time::Duration;

/// Reads the body of a declared answer.
type Read<T> = fn(&mut Incoming) -> Result<T, DecodeError>;

/// A call of an operation; `.await` makes it and gives `Result<T, CallError<E>>`.
///
/// A value that cannot be sent is an error of the kind [`InvalidInput`](ErrorKind::InvalidInput) when the
/// call is awaited; nothing is sent then. A call is made inside a tokio runtime with its timer enabled, or, with the cargo
/// feature `blocking`, by `.wait()` on any thread outside of one.
#[must_use = "a call is made when it is awaited"]
pub struct Call<'c, T, E> {
    core: &'c Core,
    request: Request,
    plan: Plan,
    read: Read<T>,
    read_failure: Read<E>,
}

impl<'c, T, E> Call<'c, T, E> {
    /// Limits this call to a time other than the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request.timeout = Some(timeout);
        self
    }

    /// Adds a header, or replaces one of the description's parameters.
    ///
    /// The headers that frame a message are refused, and so are `authorization` and those of API keys where
    /// the operation takes credentials; the refusal comes when the call is awaited. Where the description leaves it open
    /// what the bytes of a body are, `content-type` says it.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.request.header(self.core.schemes, name.try_into().ok(), value.try_into().ok());
        self
    }

    /// Makes `.await` give the body of a success as it arrives, unread and of any length; also one that the
    /// description says nothing about. A time-out of the call holds until the body begins. To get a media type
    /// that the call does not ask for, set the header `accept`.
    pub fn stream(self) -> Call<'c, ByteStream, E> {
        self.streaming(Reading::Bytes)
    }

    /// Asks for server-sent events, where the server gives a choice, and makes `.await` give them.
    ///
    /// `D` is what their data is: a type of the description, [`Value`](super::Value), or `String`.
    pub fn events<D: Wire + Blank>(mut self) -> Call<'c, Events<D>, E> {
        self.request.header(&[], Some(ACCEPT), Some(HeaderValue::from_static("text/event-stream")));
        self.streaming(Reading::Events)
    }

    fn streaming<S: Reply>(self, format: Reading) -> Call<'c, S, E> {
        let Self { core, request, plan, read_failure, .. } = self;
        Call { core, request, plan: Plan { stream: Some(format), ..plan }, read: S::read, read_failure }
    }

    /// Makes `.await` give the value together with its status and headers.
    pub fn response(self) -> ResponseCall<'c, T, E> {
        ResponseCall(self)
    }
}

/// For generated code.
#[doc(hidden)]
impl<'c, T, E> Call<'c, T, E> {
    pub fn of<O: Operation<Output = T, Failure = E>>(core: &'c Core) -> Self
    where
        T: Reply,
        E: Reply,
    {
        Self::reading::<O>(core, T::read)
    }

    /// The same, with a success read in another way than the operation's own.
    pub fn reading<O: Operation<Failure = E>>(core: &'c Core, read: Read<T>) -> Self
    where
        E: Reply,
    {
        let plan = Plan { formats: O::READINGS, stream: None };
        let mut request = Request::new(const { &O::META });
        request.server = O::SERVER;
        request.checks = O::CHECKS;
        Self { core, request, plan, read, read_failure: E::read }
    }

    /// Fills the next open parameter of the path.
    pub fn path(mut self, value: &dyn Wire) -> Self {
        self.request.path_next(value);
        self
    }

    /// The same, the value being held against the limits of its field.
    pub fn path_limited(mut self, field: Field, value: &dyn Wire) -> Self {
        self.request.path_limited(&field, value);
        self
    }

    /// Fills the path parameter of a name.
    pub fn path_named(mut self, name: &'static str, value: &dyn Wire) -> Self {
        self.request.path_named(name, value);
        self
    }

    /// Spreads parameters over path, query, headers and cookies.
    pub fn params(mut self, params: &dyn Object) -> Self {
        self.request.params(params);
        self
    }

    /// What the body as a whole is held against, beyond the limits of its members.
    pub fn limits(mut self, limits: &'static Limits) -> Self {
        self.request.limits = Some(limits);
        self
    }

    /// Sets a body in the type `application/x-www-form-urlencoded`.
    pub fn form(self, body: &dyn Wire) -> Self {
        self.form_optional(Some(body))
    }

    /// Sets such a body if there is one.
    pub fn form_optional(self, body: Option<&dyn Wire>) -> Self {
        self.body(Format::Form("application/x-www-form-urlencoded", &[]), body)
    }

    /// Sets a body in the type `application/json`.
    pub fn json(self, body: &dyn Wire) -> Self {
        self.json_optional(Some(body))
    }

    /// Sets such a body if there is one.
    pub fn json_optional(self, body: Option<&dyn Wire>) -> Self {
        self.body(Format::Json("application/json"), body)
    }

    /// Sets a body of another format or media type, if there is one.
    pub fn body(mut self, format: Format, body: Option<&dyn Wire>) -> Self {
        if let Some(body) = body {
            self.request.body(format, body);
        }
        self
    }

    /// Sets a body of bytes if there is one: of one of these media types, which may be ranges.
    pub fn bytes(mut self, media_types: &'static str, body: Option<Body>) -> Self {
        if let Some(body) = body {
            self.request.bytes(media_types, body);
        }
        self
    }
}

/// A [`Call`] whose `.await` gives `Result<Response<T>, CallError<E>>`.
#[must_use = "a call is made when it is awaited"]
pub struct ResponseCall<'c, T, E>(Call<'c, T, E>);

impl<'c, T: 'c, E: 'c> IntoFuture for ResponseCall<'c, T, E> {
    type Output = Result<Response<T>, CallError<E>>;
    type IntoFuture = super::transport::BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let Call { core, request, plan, read, read_failure } = self.0;
        let meta = request.meta;
        let mut ready = Ready::new(core, request, plan);
        Box::pin(async move {
            let ready = match ready {
                Ok(ref mut ready) => Ok(ready),
                Err(error) => Err(error),
            };
            decode(execute(meta, ready).await?, read, read_failure, |value, parts| Response { value, parts })
        })
    }
}

impl<'c, T: 'c, E: 'c> IntoFuture for Call<'c, T, E> {
    type Output = Result<T, CallError<E>>;
    type IntoFuture = super::transport::BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let Call { core, request, plan, read, read_failure } = self;
        let meta = request.meta;
        let mut ready = Ready::new(core, request, plan);
        Box::pin(async move {
            let ready = match ready {
                Ok(ref mut ready) => Ok(ready),
                Err(error) => Err(error),
            };
            decode(execute(meta, ready).await?, read, read_failure, |value, _| value)
        })
    }
}

fn decode<T, E, R>(
    answer: Answer,
    read: Read<T>,
    read_failure: Read<E>,
    hand_out: fn(T, Parts) -> R,
) -> Result<R, CallError<E>> {
    let Answer { meta, parts, body, stream, declared, format, attempts } = answer;
    match declared {
        Declared::Success(index) => {
            let mut incoming = Incoming { index, format, parts, body, stream };
            match read(&mut incoming) {
                Ok(value) => Ok(hand_out(value, incoming.parts)),
                Err(error) => {
                    let message = misshapen(&incoming);
                    Err(Error::new(ErrorKind::Decode, message)
                        .operation(meta.id)
                        .caused_by(error)
                        .answered(incoming.parts, incoming.body)
                        .with_attempts(attempts)
                        .into())
                }
            }
        }
        Declared::Failure(index) => {
            let mut incoming = Incoming { index, format, parts, body, stream };
            match read_failure(&mut incoming) {
                Ok(value) => Err(CallError::Api(Box::new(ApiError::new(
                    value,
                    incoming.parts,
                    incoming.body,
                    meta.id,
                    attempts,
                )))),
                Err(error) => {
                    let message = format!(
                        "the server refused with status {}, in another shape than described",
                        incoming.parts.status.as_u16()
                    );
                    Err(Error::new(ErrorKind::UnexpectedStatus, message)
                        .operation(meta.id)
                        .caused_by(error)
                        .answered(incoming.parts, incoming.body)
                        .with_attempts(attempts)
                        .into())
                }
            }
        }
    }
}

/// Says of a success that could not be read whether it calls itself something else.
#[cold]
fn misshapen(answer: &Incoming) -> String {
    match answer.content_type().word().filter(|_| !matches!(answer.format, Reading::Text | Reading::Bytes)) {
        Some(word) => format!("the answer is not of the described shape: the server calls it {word}"),
        None => "the answer is not of the described shape".to_owned(),
    }
}

impl<T, E> fmt::Debug for Call<'_, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.request.meta.id).finish_non_exhaustive()
    }
}

impl<T, E> fmt::Debug for ResponseCall<'_, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests;
