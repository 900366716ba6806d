//! The cookies that servers set, kept in memory and brought back.
//!
//! Invariant: a cookie goes back to the origin that set it – scheme, host and port – and nowhere else, whatever it says
//! of its domain; and what a server can make a client keep is bounded.

use super::Body;
use cookie_store::{Cookie, CookieStore, StoreAction};
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Uri};
use std::cmp::Reverse;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::{Origin, Url};
use zeroize::Zeroizing;

/// The longest cookie that is kept, with its attributes, in bytes (RFC 6265, section 6.1).
const LONGEST: usize = 4096;

/// The most cookies of one origin (likewise).
const MOST: usize = 50;

/// The most bytes of all cookies of one origin together: about what servers read of a header.
const ALL: usize = 8192;

/// The cookies of a client.
pub(super) struct Jar(Vec<Shelf>);

/// Those of one origin.
struct Shelf {
    origin: Origin,
    cookies: Mutex<CookieStore>,
}

impl Jar {
    /// A jar for the origins of these addresses.
    pub(super) fn new<'a>(addresses: impl Iterator<Item = &'a str>) -> Self {
        let mut shelves: Vec<Shelf> = Vec::new();
        for address in addresses {
            if let Ok(url) = Url::parse(address)
                && !shelves.iter().any(|shelf| shelf.origin == url.origin())
            {
                shelves.push(Shelf { origin: url.origin(), cookies: Mutex::default() });
            }
        }
        Self(shelves)
    }

    fn shelf(&self, uri: &Uri) -> Option<(Url, &Shelf)> {
        let url = Url::parse(&uri.to_string()).ok()?;
        let shelf = self.0.iter().find(|shelf| shelf.origin == url.origin())?;
        Some((url, shelf))
    }

    /// Adds the cookies that belong to a request. One that the request has already is left as it is.
    pub(super) fn fill(&self, request: &mut http::Request<Body>) {
        let Some((url, shelf)) = self.shelf(request.uri()) else { return };
        let own =
            request.headers().get_all(COOKIE).iter().map(HeaderValue::to_str).collect::<Result<Vec<_>, _>>();
        let Some(text) = own.ok().and_then(|own| shelf.text(&url, &own)) else { return };
        if let Ok(mut value) = HeaderValue::try_from(text.as_str()) {
            value.set_sensitive(true);
            // One header for all of them: RFC 6265 §5.4 knows no second one.
            request.headers_mut().insert(COOKIE, value);
        }
    }

    /// Keeps what the answer to a request sets.
    pub(super) fn receive(&self, uri: &Uri, headers: &HeaderMap) {
        if !headers.contains_key(SET_COOKIE) {
            return;
        }
        let Some((url, shelf)) = self.shelf(uri) else { return };
        let mut cookies = shelf.lock();
        prune(&mut cookies);
        for value in headers.get_all(SET_COOKIE) {
            // What is no visible text could not be sent back.
            let text = value.to_str().ok().filter(|text| text.len() <= LONGEST);
            if let Some(Ok(cookie)) = text.map(|text| Cookie::parse(text, &url)) {
                keep(&mut cookies, cookie.into_owned(), &url);
            }
        }
    }
}

impl Shelf {
    // A panic while the lock is held leaves at worst a cookie out.
    fn lock(&self) -> MutexGuard<'_, CookieStore> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The value of the header for an address: the request's own cookies, then those that are kept, of the longest path
    /// first (RFC 6265, section 5.4). `None` if there is none to add.
    fn text(&self, url: &Url, own: &[&str]) -> Option<Zeroizing<String>> {
        let is_there = |name: &str| {
            let pairs = own.iter().flat_map(|pairs| pairs.split(';'));
            pairs.filter_map(|pair| pair.split_once('=')).any(|(known, _)| known.trim() == name)
        };
        let cookies = self.lock();
        let mut kept = cookies.matches(url);
        kept.retain(|cookie| !is_there(cookie.name()));
        if kept.is_empty() {
            return None;
        }
        kept.sort_by(|one, other| key(one).cmp(&key(other)));
        let mut text = Zeroizing::new(own.join("; "));
        for cookie in kept {
            if !text.is_empty() {
                text.push_str("; ");
            }
            text.extend([cookie.name(), "=", cookie.value()]);
        }
        Some(text)
    }
}

/// The order in which cookies are sent.
fn key<'a>(cookie: &'a Cookie<'_>) -> (Reverse<usize>, &'a str) {
    (Reverse(cookie.path.len()), cookie.name())
}

/// Keeps a cookie if there is room. One that is there is replaced or, by one that has expired, removed.
fn keep(cookies: &mut CookieStore, cookie: Cookie<'static>, url: &Url) {
    let domain = String::from(&cookie.domain);
    let path = String::from(&cookie.path);
    let name = cookie.name().to_owned();
    let old = cookies.get(&domain, &path, &name).map(size);
    let all: usize = cookies.iter_any().map(size).sum();
    let has_place = old.is_some() || cookies.iter_any().count() < MOST;
    let fits = has_place && all - old.unwrap_or(0) + size(&cookie) <= ALL;
    // An old cookie stays where a flood brings new ones: it may be the session.
    if !fits && !cookie.is_expired() {
        return;
    }
    if let Ok(StoreAction::ExpiredExisting) = cookies.insert(cookie, url) {
        cookies.remove(&domain, &path, &name);
    }
}

/// What a cookie adds to a header, in bytes.
fn size(cookie: &Cookie<'_>) -> usize {
    cookie.name().len() + cookie.value().len() + 3
}

/// Removes what has expired.
fn prune(cookies: &mut CookieStore) {
    let expired: Vec<_> = cookies
        .iter_any()
        .filter(|cookie| cookie.is_expired())
        .map(|cookie| (String::from(&cookie.domain), String::from(&cookie.path), cookie.name().to_owned()))
        .collect();
    for (domain, path, name) in expired {
        cookies.remove(&domain, &path, &name);
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests;
