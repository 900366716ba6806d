//! For the tests of a client's users: received types from JSON, a token endpoint on loopback that can be told to
//! fail, and a transport that records.

mod clock;
mod recording;
#[cfg(feature = "login")]
mod simulator;

pub use self::clock::ManualClock;
pub use self::recording::{Exchange, Outcome, RecordingTransport};
#[cfg(feature = "login")]
pub use self::simulator::{AccountState, Case, Fault, Recorded, TokenServer, TokenServerBuilder, Uses};

use super::wire::{Blank, DecodeError, Wire, decode_json};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

/// Makes a value of a received type, which has no public constructor, from JSON.
///
/// # Errors
/// If the JSON is not of the described shape.
#[allow(clippy::needless_pass_by_value)] // `from_json(json!({ … }))` is how it is called
pub fn from_json<T: Wire + Blank>(json: Value) -> Result<T, DecodeError> {
    decode_json(json.to_string().as_bytes())
}

/// Makes a token answer with the fields of RFC 6749 §5.1: the given access token, `bearer`, the lifetime in
/// seconds, a refresh token and a scope.
///
/// # Panics
/// If the type `T` requires a field that RFC 6749 does not have; use [`from_json`] for such a one.
#[track_caller]
pub fn token<T: Wire + Blank>(access_token: &str, expires_in: i64) -> T {
    let json = json!({
        "access_token": access_token,
        "token_type": "bearer",
        "refresh_token": format!("refresh-{access_token}"),
        "expires_in": expires_in,
        "scope": "read write",
    });
    match from_json(json) {
        Ok(token) => token,
        Err(error) => panic!("the type is no token answer of RFC 6749: {error}; help: use `from_json`"),
    }
}

/// Makes a JSON answer, for a server that answers what it is told.
///
/// # Panics
/// If the status is none of HTTP.
#[track_caller]
#[allow(clippy::needless_pass_by_value)] // `answer(201, json!({ … }))` is how it is called
pub fn answer(status: u16, json: Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(json.to_string()));
    match StatusCode::from_u16(status) {
        Ok(status) => *response.status_mut() = status,
        Err(_) => panic!("{status} is no HTTP status"),
    }
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
