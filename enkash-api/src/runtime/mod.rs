//! The run time of a generated client: everything that does not depend on the API.
//!
//! A generated method fills a [`Call`] and returns it. Awaiting the call sends one request through the
//! client's [`Transport`], under its time-out and body cap, and reads the answer into the types that the
//! description declares. What is absent on purpose: redirects, cookies that nobody asked for, second tries that
//! could do something twice, and any text of a server in a log.
//!
//! # What is told to `tracing`
//!
//! With the cargo feature `tracing` each sending of a request, a second one and a token request included, is a span
//! `request` at the level INFO, whose fields are those of OpenTelemetry's conventions for HTTP clients: `otel.name`
//! (method and path template), `otel.kind`, `otel.status_code`, `http.request.method`, `http.request.resend_count`,
//! `http.response.status_code`, `server.address`, `server.port`, `url.template`, `url.full`, `error.type`, and beside
//! them `operation`. It ends when the body has arrived or, where that is handed out as a stream, with the head. Around
//! them, at DEBUG, a call is a span `call`, and a fetch of a token a span `token`, which follows from the call that began
//! it and may outlive it. Second tries and refused tokens are events at INFO, a refused login or a token that did not
//! come at WARN, tokens that come at DEBUG.
//!
//! Of no request or answer a header, a body or a text is told. In `url.full` each value, of the path as of the query, is
//! `REDACTED`: paths hold account numbers and mobile numbers. The names of query parameters are told.
//!
//! Nothing here names a product or a crate; the files can stand in any crate as its module `runtime`.

mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod blueprint;
mod body;
mod builder;
mod business;
mod call;
mod call_error;
mod cases;
mod client;
mod clock;
#[cfg(feature = "cookies")]
mod cookies;
mod credential;
mod error;
mod events;
mod exchange;
mod execute;
mod file;
#[cfg(test)]
mod fixture;
mod format;
mod gather;
mod hook;
mod line;
mod lines;
#[cfg(feature = "login")]
mod login;
mod marker;
#[cfg(feature = "testing")]
pub mod mock;
mod multipart;
mod operation;
mod outline;
mod path;
mod payload;
mod reading;
mod redirect;
mod reply;
mod request;
mod response;
mod retry;
mod retry_after;
mod secret;
mod sent;
mod server;
mod status;
#[cfg(feature = "store")]
pub mod store;
mod stream;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod trace;
pub mod transport;
mod transport_error;
mod watch;
mod webhook;
pub mod wire;

pub use self::base_url::BaseUrl;
pub use self::body::Body;
pub use self::builder::Builder;
pub use self::business::Business;
pub use self::call::{Call, ResponseCall};
pub use self::call_error::{ApiError, CallError};
pub use self::cases::cases;
pub use self::client::{Core, client};
pub use self::clock::{Clock, SystemClock};
pub use self::credential::{BasicEncoding, Credential};
pub use self::error::{Error, ErrorKind};
pub use self::events::{Event, Events};
pub use self::file::File;
pub use self::format::Format;
pub use self::hook::Hook;
pub use self::lines::Lines;
#[cfg(feature = "login")]
pub use self::login::login;
pub use self::marker::{operation, operation_accept, operation_business, operation_class};
pub use self::operation::{Api, Meta, Operation, Scheme, SchemeKind};
pub use self::reading::Reading;
pub use self::reply::{Incoming, Reply, Undeclared};
pub use self::response::{Parts, Response};
pub use self::retry::{Class, RetryPolicy};
pub use self::secret::Secret;
pub use self::sent::Sent;
pub use self::server::Server;
pub use self::status::Status;
pub use self::stream::ByteStream;
#[cfg(feature = "login")]
pub use self::token::{
    AccessToken, Login, LoginProvider, PasswordGrant, RefreshPolicy, TokenOptions, Tokens,
};
pub use self::token::{Refusal, RefusalKind};
pub use self::transport::Transport;
pub use self::transport_error::TransportError;
pub use self::webhook::{unknown_webhook, webhook};
pub use self::wire::{Base64, Date, DateTime, Decimal, DecimalNumber, Malformed};
pub use self::wire::{Nullable, constructor, limits, object, open_enum, open_integers, open_values, union};

pub use bytes::Bytes;
pub use serde_json::Value;

// What the macros above expand to names.
#[doc(hidden)]
pub use serde;
