//! The spans and events. The names of fields are those of OpenTelemetry's conventions for HTTP clients.

#[cfg(feature = "login")]
mod token;

#[cfg(feature = "login")]
pub(in crate::runtime) use self::token::*;
use crate::runtime::exchange::Arrival;
use crate::runtime::line::Line;
use crate::runtime::{Body, Error, Meta};
use http::{StatusCode, Uri};
use std::fmt;
use std::time::Duration;
use tracing::field::Empty;
use tracing::{Instrument as _, Span, debug_span, info, info_span};

/// One sending of a request.
pub(in super::super) struct Sending {
    span: Span,
    has_ended: bool,
}

impl Sending {
    /// `resends` is how often the request was sent before.
    pub(in super::super) fn new(
        line: &Line,
        meta: &Meta,
        request: &http::Request<Body>,
        resends: u32,
    ) -> Self {
        let uri = request.uri();
        let template = path(meta);
        let span = info_span!(
            "request",
            "otel.name" = %format_args!("{} {template}", meta.method),
            "otel.kind" = "client",
            "otel.status_code" = Empty,
            "operation" = meta.id,
            "http.request.method" = meta.method,
            "http.request.resend_count" = Empty,
            "http.response.status_code" = Empty,
            "server.address" = uri.host().unwrap_or_default().trim_matches(['[', ']']),
            "server.port" = uri.port_u16().unwrap_or(if line.base.plain { 80 } else { 443 }),
            "url.template" = template,
            "url.full" = %Address { line, template, uri },
            "error.type" = Empty,
        );
        if resends > 0 {
            span.record("http.request.resend_count", resends);
        }
        Self { span, has_ended: false }
    }

    pub(in super::super) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
        future.instrument(self.span.clone())
    }

    pub(in super::super) fn inside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.span.in_scope(work)
    }

    pub(in super::super) fn ended(&mut self, outcome: Result<StatusCode, &Error>) {
        self.has_ended = true;
        let status = outcome.map_or_else(Error::status, Some);
        if let Some(status) = status {
            self.span.record("http.response.status_code", status.as_u16());
        }
        match outcome {
            Ok(status) if status.as_u16() >= 400 => self.fail(status.as_str()),
            Ok(_) => {}
            Err(error) => self.fail(&format!("{:?}", error.kind())),
        }
    }

    fn fail(&self, kind: &str) {
        self.span.record("error.type", kind);
        self.span.record("otel.status_code", "ERROR");
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        if !self.has_ended {
            // The call was dropped, or its own time-out has passed.
            self.fail("cancelled");
        }
    }
}

/// The path of an operation, without the query that some descriptions put there.
fn path(meta: &Meta) -> &'static str {
    meta.path.split('?').next().unwrap_or(meta.path)
}

/// An address without the values in it.
struct Address<'a> {
    line: &'a Line,
    template: &'static str,
    uri: &'a Uri,
}

const REDACTED: &str = "REDACTED";

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What the caller and the description say of servers; the rest of the address may be what a call says.
        let whole = self.uri.to_string();
        let known = self.line.own.iter().flatten().chain([&self.line.base.prefix]);
        match known.filter(|prefix| whole.starts_with(prefix.as_str())).max_by_key(|prefix| prefix.len()) {
            Some(prefix) => f.write_str(prefix)?,
            None => {
                let authority = self.uri.authority().map_or("", |authority| authority.as_str());
                write!(f, "{}://{authority}", self.uri.scheme_str().unwrap_or_default())?;
            }
        }
        let mut rest = self.template;
        while let Some((before, (_, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            write!(f, "{before}{REDACTED}")?;
            rest = after;
        }
        f.write_str(rest)?;
        let Some(query) = self.uri.query() else { return Ok(()) };
        for (index, pair) in query.split('&').enumerate() {
            f.write_str(if index == 0 { "?" } else { "&" })?;
            match pair.split_once('=') {
                Some((name, _)) => write!(f, "{name}={REDACTED}")?,
                None => f.write_str(REDACTED)?,
            }
        }
        Ok(())
    }
}

/// All of a call: its sendings, the pauses between them, and the wait for a token.
pub(in super::super) fn call<T, F>(
    meta: &'static Meta,
    future: F,
) -> impl Future<Output = Result<T, Error>> + use<T, F>
where
    F: Future<Output = Result<T, Error>>,
{
    let span = debug_span!(
        "call",
        "otel.name" = meta.id,
        "otel.kind" = "internal",
        "otel.status_code" = Empty,
        "operation" = meta.id,
        "error.type" = Empty,
    );
    let future = future.instrument(span.clone());
    async move {
        let outcome = future.await;
        if let Err(error) = &outcome {
            span.record("error.type", format!("{:?}", error.kind()));
            span.record("otel.status_code", "ERROR");
        }
        outcome
    }
}

/// A request is sent again, after a pause.
pub(in super::super) fn retrying(meta: &Meta, pause: Duration, outcome: Result<&Arrival, &Error>) {
    let pause = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
    match outcome {
        Ok(arrival) => {
            let status = arrival.parts.status.as_u16();
            info!(
                operation = meta.id,
                pause_ms = pause,
                "http.response.status_code" = status,
                "the request is sent again"
            );
        }
        Err(error) => {
            info!(
                operation = meta.id,
                pause_ms = pause,
                "error.type" = ?error.kind(),
                "the request is sent again"
            );
        }
    }
}

/// A request is sent once more, with another token.
pub(in super::super) fn replaying(meta: &Meta) {
    info!(operation = meta.id, "the request is sent again with another token");
}
