//! What generated code says about an API and its operations, as plain data and three small traits.

use super::{Business, Class, Reading, Reply, Server, Status};

/// The facts of one operation that a call needs.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// The operation's name in the description.
    pub id: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path template below the base URL, such as `/loans/{loanId}`.
    pub path: &'static str,
    /// The value of the header `accept`.
    pub accept: &'static str,
    /// The statuses that [`Operation::Output`] is read from.
    pub success: &'static [Status],
    /// The statuses that [`Operation::Failure`] is read from.
    pub failure: &'static [Status],
    /// Alternatives, the first one being taken whose credentials are all configured; each is a set of indexes
    /// into [`Api::SCHEMES`] that are sent together. No alternative at all sends nothing; an empty one allows
    /// to send nothing where no other can be taken.
    pub security: &'static [&'static [usize]],
    /// What it means to send it twice.
    pub class: Class,
    /// What in the body of a success says that it is none.
    pub business: Option<Business>,
}

impl Meta {
    /// Nothing declared; what tests start from.
    #[cfg(test)]
    pub(super) const EMPTY: Self = Self {
        id: "test",
        method: "GET",
        path: "/",
        accept: "*/*",
        success: &[],
        failure: &[],
        security: &[],
        class: Class::Safe,
        business: None,
    };
}

/// An API as a whole; implemented by a generated marker type.
pub trait Api {
    /// The name of the API, for error texts and `Debug`.
    const NAME: &'static str;
    /// The digest of the description that the code was generated from.
    const DIGEST: &'static str;
    /// The ways to authenticate that the description names.
    const SCHEMES: &'static [Scheme];
    /// The servers that some operations have to themselves.
    const SERVERS: &'static [Server] = &[];
    /// The schemes whose token the client can get by itself, as indexes into [`SCHEMES`](Self::SCHEMES).
    const LOGIN: &'static [usize] = &[];
}

/// A way to authenticate.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    /// The name of the builder method that takes the credential.
    pub name: &'static str,
    /// What is sent.
    pub kind: SchemeKind,
}

/// What a [`Scheme`] sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `authorization: Basic …` (RFC 7617).
    Basic,
    /// `authorization: Bearer …` (RFC 6750).
    Bearer,
    /// `authorization: <scheme> …`, by the scheme's name.
    Http(&'static str),
    /// The key as the value of the named header.
    ApiKeyHeader(&'static str),
    /// The key as the value of the named query parameter.
    ApiKeyQuery(&'static str),
    /// The key as the value of the named cookie.
    ApiKeyCookie(&'static str),
}

/// One operation: its facts and the types of its answers.
pub trait Operation {
    /// The API it belongs to.
    type Api: Api;
    /// What a declared success is read into.
    type Output: Reply;
    /// What a declared failure is read into.
    type Failure: Reply;
    /// The facts.
    const META: Meta;
    /// Where it is served, as an index into [`Api::SERVERS`], if not where the whole API is.
    const SERVER: Option<usize> = None;
    /// How the bodies of the answers are read: those of [`Meta::success`], then those of [`Meta::failure`]; JSON
    /// where the list ends.
    const READINGS: &'static [Reading] = &[];
    /// Whether what is sent is held against its limits first.
    const CHECKS: bool = false;
}
