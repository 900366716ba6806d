//! What can go wrong with a request on its way, as values that a server can be told to do.

mod endless;
pub(super) mod script;

use super::catalogue::Case;
use super::raw::{Cut, End, Raw};
use bytes::Bytes;
use http::header::LOCATION;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use std::fmt;
use std::time::Duration;

/// Something that goes wrong with a request, for [`TokenServer::inject`](super::TokenServer::inject).
///
/// A function says what happens, the methods of the value when, where and how it ends. Unless [`on`](Self::on) or
/// [`nth`](Self::nth) say otherwise, it happens to the next request, whatever its path.
///
/// What cuts an answer short or holds it back leaves a server that has acted: the request is recorded, a token
/// given, an attempt counted. What stands in place of an answer leaves a server that has only recorded.
///
/// ```
#[cfg_attr(doctest, doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::runtime::testing::{Case, Fault, TokenServer};"))]
/// # use std::time::Duration;
/// # fn main() -> std::io::Result<()> {
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let server = TokenServer::builder().client("app", "s3cret").user("ada", "p@ss").start().await?;
/// // The second token request is answered by a reset in the middle of the body …
/// server.inject(Fault::close_mid_body().by_reset().on("/oauth/token").nth(2));
/// // … the next three requests by the gateway …
/// server.inject(Fault::case(Case::GatewayUnavailable).header("retry-after", "2").times(3));
/// // … and all that nothing else happens to late.
/// server.inject_always(Fault::latency(Duration::from_millis(20)));
/// assert_eq!(server.pending(), 4);
/// # Ok(())
/// # }) }
/// ```
#[derive(Clone)]
#[must_use = "a fault is for `TokenServer::inject`"]
pub struct Fault {
    name: &'static str,
    pub(super) what: What,
    pub(super) end: End,
    pub(super) pause: Option<Duration>,
    pub(super) delay: Duration,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    path: Option<&'static str>,
    nth: usize,
    times: usize,
}

/// What happens.
#[derive(Clone)]
pub(super) enum What {
    /// The connection ends before a request is read.
    Refused,
    /// The server answers, and all of it arrives.
    Whole,
    /// The server answers, and a part of it arrives; then the connection ends.
    Part(Cut),
    /// These bytes come in place of an answer; then the connection ends.
    Bytes(Raw),
    /// This answer comes in place of the server's.
    Answer(Response<Bytes>),
    /// The server refuses, though nothing is wrong.
    Case(Case),
}

impl Fault {
    fn new(name: &'static str, what: What) -> Self {
        Self {
            name,
            what,
            end: End::Close,
            pause: None,
            delay: Duration::ZERO,
            headers: Vec::new(),
            path: None,
            nth: 1,
            times: 1,
        }
    }

    /// The right answer, this much later.
    pub fn latency(delay: Duration) -> Self {
        Self::new("latency", What::Whole).after(delay)
    }

    /// The connection closes before a byte of the answer.
    pub fn close() -> Self {
        Self::new("close", What::Part(Cut::Nothing))
    }

    /// The connection closes in the middle of the head of the answer.
    pub fn close_mid_head() -> Self {
        Self::new("close_mid_head", What::Part(Cut::HalfTheHead))
    }

    /// The connection closes between head and body of the answer.
    pub fn close_after_head() -> Self {
        Self::new("close_after_head", What::Part(Cut::TheHead))
    }

    /// The connection closes in the middle of the body of the answer.
    pub fn close_mid_body() -> Self {
        Self::new("close_mid_body", What::Part(Cut::HalfTheBody))
    }

    /// The whole answer comes, and then the connection closes, though nothing in the answer said so: the next
    /// request on it meets a closed connection.
    pub fn close_after_answer() -> Self {
        Self::new("close_after_answer", What::Part(Cut::Everything))
    }

    /// The connection is reset before a byte of the answer.
    pub fn reset() -> Self {
        Self::new("reset", What::Part(Cut::Nothing)).by_reset()
    }

    /// The next connection is reset as soon as there is one. [`on`](Self::on) means nothing here, and
    /// [`nth`](Self::nth) counts connections.
    pub fn reset_on_connect() -> Self {
        Self::new("reset_on_connect", What::Refused).by_reset()
    }

    /// No answer ever comes; the connection stays open.
    pub fn silence() -> Self {
        Self::new("silence", What::Part(Cut::Nothing)).then_silence()
    }

    /// The right answer, byte by byte with this pause between two; then the connection closes.
    pub fn trickle(pause: Duration) -> Self {
        Self::new("trickle", What::Part(Cut::Everything)).paced(pause)
    }

    /// These bytes in place of an answer, head and all; then the connection closes.
    pub fn raw(bytes: impl Into<Bytes>) -> Self {
        let raw = Raw { start: bytes.into(), repeated: Bytes::new() };
        Self::new("raw", What::Bytes(raw))
    }

    /// These bytes in place of an answer, and then these others again and again until the other side closes.
    pub fn endless(start: impl Into<Bytes>, repeated: impl Into<Bytes>) -> Self {
        let raw = Raw { start: start.into(), repeated: repeated.into() };
        Self::new("endless", What::Bytes(raw))
    }

    /// This answer in place of the server's.
    pub fn answer(response: Response<Bytes>) -> Self {
        Self::new("answer", What::Answer(response))
    }

    /// A refusal out of the catalogue, whatever the request.
    pub fn case(case: Case) -> Self {
        Self::new("case", What::Case(case))
    }

    /// A redirect to an address, under one of the statuses 300 to 399.
    ///
    /// # Panics
    /// If the status is none of these, or the address holds what no header can.
    #[track_caller]
    pub fn redirect(status: u16, location: &str) -> Self {
        let status = match StatusCode::from_u16(status) {
            Ok(status) if status.is_redirection() => status,
            _ => panic!("{status} is no status of a redirect"),
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        response.headers_mut().insert(LOCATION, value(location));
        Self::new("redirect", What::Answer(response))
    }

    /// Only to requests of a path: `/oauth/token`, or a template such as `/loans/{id}`. What a base URL puts in
    /// front of it is no hindrance.
    pub fn on(self, path: &'static str) -> Self {
        Self { path: Some(path), ..self }
    }

    /// Not before the nth request of the path, counted from 1 and from the injection.
    pub fn nth(self, nth: usize) -> Self {
        Self { nth, ..self }
    }

    /// To so many requests, one after the other. It makes no difference to
    /// [`inject_always`](super::TokenServer::inject_always).
    pub fn times(self, times: usize) -> Self {
        Self { times, ..self }
    }

    /// This much later.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// With a header more in the answer, such as `retry-after`. Bytes stay as they are.
    ///
    /// # Panics
    /// If it is no name of a header, or the value holds what no header can.
    #[track_caller]
    pub fn header(mut self, name: &str, text: &str) -> Self {
        match HeaderName::from_bytes(name.as_bytes()) {
            Ok(name) => self.headers.push((name, value(text))),
            Err(_) => panic!("`{name}` is no name of a header"),
        }
        self
    }

    /// With a reset where the connection would otherwise be closed. Where it would stay open, it does.
    pub fn by_reset(self) -> Self {
        Self { end: End::Reset, ..self }
    }

    /// With silence where the connection would otherwise be closed: it stays open, and nothing more comes.
    pub fn then_silence(self) -> Self {
        Self { end: End::Silence, ..self }
    }

    /// Byte by byte, with this pause after each. An answer whose connection would otherwise stay open is followed by its
    /// end.
    pub fn paced(self, pause: Duration) -> Self {
        Self { pause: Some(pause), ..self }
    }
}

#[track_caller]
fn value(text: &str) -> HeaderValue {
    match HeaderValue::from_str(text) {
        Ok(value) => value,
        Err(_) => panic!("no header can hold this text"),
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Fault");
        shown.field("what", &format_args!("{}", self.name));
        if let What::Case(case) = &self.what {
            shown.field("case", case);
        }
        shown.field("path", &self.path).field("nth", &self.nth).field("times", &self.times);
        shown.field("delay", &self.delay).field("end", &self.end).finish_non_exhaustive()
    }
}
