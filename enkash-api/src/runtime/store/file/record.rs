//! A token as the content of a file: JSON, with what tells whether it is to be believed.
//!
//! Invariant: the copies of a secret that are made here are wiped. (One that needs escapes in JSON, which no bearer
//! token does, passes through the decoder's own memory.)

use super::super::{StoreError, StoreKey, StoredToken};
use crate::runtime::Secret;
use crate::runtime::wire::{decode_json, object};
use serde::Serializer as _;
use serde::ser::SerializeMap as _;
use std::time::{Duration, SystemTime};
use zeroize::Zeroizing;

/// More is no token.
pub(super) const LONGEST: usize = 64 * 1024;

const VERSION: i64 = 1;

/// How far into the future a token may have been issued, for clocks that are set now and then.
const LEEWAY: Duration = Duration::from_secs(60);

/// What is read. Times are milliseconds since 1970.
struct Record {
    version: i64,
    key: String,
    access_token: Secret,
    refresh_token: Option<Secret>,
    scope: Option<String>,
    issued_at: i64,
    expires_at: Option<i64>,
}

object!(Record {
    0 version: required, 1 key: required, 2 access_token: required,
    3 refresh_token: optional, 4 scope: optional, 5 issued_at: required,
    6 expires_at: optional
});

/// Writes a token.
///
/// # Errors
/// If that takes more than [`LONGEST`] bytes.
pub(super) fn encode(key: &StoreKey, token: &StoredToken) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let texts = [
        Some(token.access_token.expose().as_str()),
        token.refresh_token.as_ref().map(|token| token.expose().as_str()),
        token.scope.as_deref(),
    ];
    // A byte is six at most (`\u001f`), so the buffer never grows, which would leave a copy behind.
    let room = 512 + texts.iter().flatten().map(|text| 6 * text.len()).sum::<usize>();
    let mut out = Zeroizing::new(Vec::with_capacity(room));
    let [access_token, refresh_token, scope] = texts;
    let mut serializer = serde_json::Serializer::new(&mut *out);
    let written = serializer.serialize_map(None).and_then(|mut map| {
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("key", key.as_str())?;
        map.serialize_entry("access_token", &access_token)?;
        map.serialize_entry("refresh_token", &refresh_token)?;
        map.serialize_entry("scope", &scope)?;
        map.serialize_entry("issued_at", &millis(token.issued_at))?;
        map.serialize_entry("expires_at", &token.expires_at.map(millis))?;
        map.end()
    });
    written.map_err(|error| StoreError::new("a token has no form in JSON").caused_by(error))?;
    if out.len() > LONGEST {
        return Err(StoreError::new(format!("a token of {} bytes is too long to be kept", out.len())));
    }
    Ok(out)
}

/// Reads a token that was saved under a key; `None` if it is none, or none of the key's, or of a later day than `now`.
pub(super) fn decode(key: &StoreKey, content: &[u8], now: SystemTime) -> Option<StoredToken> {
    let record: Record = decode_json(content).ok()?;
    let issued_at = moment(record.issued_at)?;
    let is_of_key = record.version == VERSION && record.key == key.as_str();
    if !is_of_key || issued_at > now.checked_add(LEEWAY)? {
        return None;
    }
    let expires_at = match record.expires_at {
        Some(millis) => Some(moment(millis)?),
        None => None,
    };
    Some(StoredToken {
        access_token: record.access_token,
        refresh_token: record.refresh_token,
        scope: record.scope,
        issued_at,
        expires_at,
    })
}

/// Milliseconds since 1970, none before it, and rounded down: a token may end too early.
fn millis(time: SystemTime) -> i64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

fn moment(millis: i64) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(u64::try_from(millis).ok()?))
}
