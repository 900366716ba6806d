//! What is the same for every request of an operation, worked out at the first of them.
//!
//! Invariant: nothing of it depends on a value that a caller gives to a call.

use super::credential::{Chosen, Prepared};
use super::line::Line;
use super::path::Path;
use super::request::{ILLEGAL_TYPE, MediaType};
use super::transport::Address;
use super::{Error, ErrorKind, Meta};
use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method};
use std::sync::{Arc, OnceLock};

/// The part of a request that an operation, a client and the type of a body make alone.
pub(super) struct Outline {
    meta: &'static Meta,
    /// The type of the body, as the description has it; `None` if there is no body, or its type is a call's own.
    media_type: Option<&'static str>,
    pub(super) method: Method,
    /// With the credentials that are headers.
    pub(super) headers: HeaderMap,
    /// `None` if calls have addresses of their own.
    pub(super) address: Option<Address>,
}

impl Outline {
    /// Works it out.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if method or media type cannot be sent.
    fn new(
        line: &Line,
        meta: &'static Meta,
        server: Option<usize>,
        credentials: Chosen<'_>,
        media_type: Option<MediaType>,
    ) -> Result<Self, Error> {
        let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
        let method = Method::from_bytes(meta.method.as_bytes())
            .map_err(|_| refuse(format!("`{}` is no HTTP method", meta.method)))?;
        // With room for a token, and for what the transport adds.
        let mut headers = HeaderMap::with_capacity(6);
        headers.extend(credentials.iter().filter_map(Prepared::header));
        headers.entry(USER_AGENT).or_insert_with(|| line.user_agent.clone());
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static(meta.accept));
        let fixed = match &media_type {
            Some(MediaType::Fixed(media_type)) => Some(*media_type),
            Some(MediaType::Own(_)) | None => None,
        };
        if let Some(media_type) = media_type {
            let value = match media_type {
                MediaType::Fixed(text) => {
                    HeaderValue::from_str(text).map_err(|_| refuse(ILLEGAL_TYPE.to_owned()))?
                }
                MediaType::Own(value) => value,
            };
            headers.insert(CONTENT_TYPE, value);
        }
        let path = Path::new(meta.path);
        let target = if path.is_fixed() && !credentials.is_in_query() { path.finish().ok() } else { None };
        // What is wrong with it is said to the call.
        let uri = target.and_then(|target| line.address(server, !credentials.is_empty(), target).ok());
        let address = uri.map(|uri| line.transport.look(uri));
        Ok(Self { meta, media_type: fixed, method, headers, address })
    }
}

const SLOTS: usize = 64;

/// In how many of them an outline may be.
const CHOICE: usize = 4;

/// The outlines of a client's operations; one for which there is no room is worked out again for each request.
pub(super) struct Outlines([OnceLock<Arc<Outline>>; SLOTS]);

impl Outlines {
    pub(super) fn new() -> Self {
        Self([const { OnceLock::new() }; SLOTS])
    }

    /// The outline for a request.
    ///
    /// # Errors
    /// As [`Outline::new`].
    pub(super) fn of(
        known: Option<&Self>,
        line: &Line,
        meta: &'static Meta,
        server: Option<usize>,
        credentials: Chosen<'_>,
        media_type: Option<MediaType>,
    ) -> Result<Arc<Outline>, Error> {
        let fixed = match &media_type {
            Some(MediaType::Fixed(media_type)) => Some(*media_type),
            None => None,
            // A boundary is another for each request.
            Some(MediaType::Own(_)) => {
                return Outline::new(line, meta, server, credentials, media_type).map(Arc::new);
            }
        };
        // Facts of operations lie apart by their size at least.
        let first = std::ptr::from_ref(meta).addr() / size_of::<Meta>();
        let mut slots =
            known.iter().flat_map(|known| (0..CHOICE).map(move |next| &known.0[(first + next) % SLOTS]));
        let is_it = |outline: &Outline| std::ptr::eq(outline.meta, meta) && outline.media_type == fixed;
        let slot = slots.find(|slot| slot.get().is_none_or(|outline| is_it(outline)));
        if let Some(outline) = slot.and_then(OnceLock::get) {
            // Between two looks at a slot it may have been taken for another.
            if is_it(outline) {
                return Ok(Arc::clone(outline));
            }
        }
        let outline = Arc::new(Outline::new(line, meta, server, credentials, media_type)?);
        if let Some(slot) = slot {
            // Of two that are worked out at the same time the first is kept.
            _ = slot.set(Arc::clone(&outline));
        }
        Ok(outline)
    }
}
