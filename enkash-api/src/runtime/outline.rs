//! What is the same for every request of an operation, worked out at the first of them.
//!
//! Invariant: nothing of it depends on a value that a caller gives to a call.

use super::credential::{Chosen, Prepared};
use super::line::Line;
use super::path::Path;
use super::payload::{ILLEGAL_TYPE, MediaType};
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
    /// The schemes whose credentials are sent.
    pub(super) schemes: &'static [usize],
    /// Whether it takes a token of the client's besides.
    pub(super) takes_token: bool,
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
    pub(super) fn new(
        line: &Line,
        meta: &'static Meta,
        server: Option<usize>,
        credentials: Chosen<'_>,
        takes_token: bool,
        media_type: Option<&MediaType>,
    ) -> Result<Self, Error> {
        let refuse = |message: String| Error::new(ErrorKind::InvalidInput, message).operation(meta.id);
        let method = Method::from_bytes(meta.method.as_bytes())
            .map_err(|_| refuse(format!("`{}` is no HTTP method", meta.method)))?;
        let mut headers = HeaderMap::new();
        headers.extend(credentials.iter().filter_map(Prepared::header));
        headers.entry(USER_AGENT).or_insert_with(|| line.user_agent.clone());
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static(meta.accept));
        if let Some(media_type) = media_type {
            let value = match media_type {
                MediaType::Fixed(text) => {
                    HeaderValue::from_str(text).map_err(|_| refuse(ILLEGAL_TYPE.to_owned()))?
                }
                MediaType::Own(value) => value.clone(),
            };
            headers.insert(CONTENT_TYPE, value);
        }
        let path = Path::new(meta.path);
        let target = if path.is_fixed() && !credentials.is_in_query() { path.finish().ok() } else { None };
        // What is wrong with it is said to the call.
        let uri = target.and_then(|target| line.address(server, !credentials.is_empty(), target).ok());
        Ok(Self {
            meta,
            media_type: media_type.and_then(MediaType::fixed),
            schemes: credentials.schemes(),
            takes_token,
            method,
            headers,
            address: uri.map(|uri| line.transport.look(uri)),
        })
    }
}

const SLOTS: usize = 64;

/// In how many of them an outline may be.
const CHOICE: usize = 4;

/// The outlines of a client's operations; one for which there is no room is worked out again for each request.
pub(super) struct Outlines([OnceLock<Arc<Outline>>; SLOTS]);

/// Where an outline is kept.
pub(super) enum Place<'c> {
    Kept(&'c Arc<Outline>),
    /// It is not there yet.
    Free(&'c OnceLock<Arc<Outline>>),
    /// There is none for it.
    Nowhere,
}

impl Outlines {
    pub(super) fn new() -> Self {
        Self([const { OnceLock::new() }; SLOTS])
    }

    /// The place of the outline for requests of an operation and a type.
    pub(super) fn place(&self, meta: &'static Meta, media_type: Option<&MediaType>) -> Place<'_> {
        if let Some(MediaType::Own(_)) = media_type {
            return Place::Nowhere;
        }
        let media_type = media_type.and_then(MediaType::fixed);
        // Facts of operations lie apart by their size at least.
        let first = std::ptr::from_ref(meta).addr() / size_of::<Meta>();
        for next in 0..CHOICE {
            let slot = &self.0[(first + next) % SLOTS];
            match slot.get() {
                Some(outline) if std::ptr::eq(outline.meta, meta) && outline.media_type == media_type => {
                    return Place::Kept(outline);
                }
                Some(_) => {}
                None => return Place::Free(slot),
            }
        }
        Place::Nowhere
    }
}

impl Place<'_> {
    /// Keeps an outline, if there is room; of two that were worked out at the same time the first.
    pub(super) fn keep(&self, outline: Outline) -> Arc<Outline> {
        let outline = Arc::new(outline);
        if let Self::Free(slot) = self {
            _ = slot.set(Arc::clone(&outline));
        }
        outline
    }
}

#[cfg(test)]
mod tests;
