//! Typed async clients of the [EnKash](https://www.enkash.com) payment APIs.
//!
//! EnKash documents its APIs on web pages. This crate is generated, when it is built, from OpenAPI descriptions
//! of those pages; each product is a module and a cargo feature of the same name.
//!
//! ```no_run
//! use enkash_api::rewards::{Client, OAuthErrorCode, TokenRequest, TokenRequired};
//! use enkash_api::{BaseUrl, CallError};
//!
//! # async fn login() -> Result<(), enkash_api::Error> {
//! let client = Client::builder(BaseUrl::parse("https://api.example.com")?)
//!     .basic("client-id", "client-secret")
//!     .build()?;
//! let request = TokenRequest::new(TokenRequired {
//!     username: "1234567890".into(),
//!     password: "made-up".into(),
//!     client_id: "CEK0000000".into(),
//! });
//! match client.create_token(&request).await {
//!     Ok(token) => println!("logged in for {} s: {token:?}", token.expires_in), // secrets are redacted
//!     Err(CallError::Api(refusal)) if refusal.value.error == OAuthErrorCode::InvalidGrant => {
//!         println!("wrong user name or password") // ask again; three wrong attempts lock the account
//!     }
//!     Err(error) => return Err(error.into()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What you can rely on
//!
//! - A request that may have been carried out is not sent again. What is, is in the table of [`RetryPolicy`]; no
//!   redirect is followed. [`CallError::sent`] says whether the server may have seen a request that failed.
//! - A client that has a `login` gets its tokens by itself: one for all callers, renewed before it ends. Credentials
//!   that were refused are not sent again.
//! - Secrets are [`Secret`]s: no `Display`, no serialisation, `[REDACTED]` in `Debug`, wiped when dropped. Errors
//!   never print bodies, header values or query strings.
//! - `https` only, except to this machine. Time-outs and a cap on the size of an answer are on by default.
//! - An unknown value of an enum survives, and unknown members are ignored.
//!
//! # Cargo features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `bills`, `expense`, `rewards` | yes | the module of that product |
//! | `login` | yes | tokens that a client gets by itself; each product that has any turns it on |
//! | `reqwest` | yes | the default transport: reqwest over rustls |
//! | `store` | no | a place for tokens that clients share: in memory, or the user's own |
//! | `file-store` | no | the same in files, for all processes of a user; Unix only |
//! | `blocking` | no | `.wait()` beside `.await`, for threads outside of a tokio runtime |
//! | `cookies` | no | a jar for cookies, which are ignored otherwise |
//! | `tracing` | no | spans and events for `tracing`, with the names of OpenTelemetry: see [`runtime`] |
//! | `testing` | no | a typed mock, a token endpoint on loopback, builders of received types |
//! | `jiff` | no | dates and moments to and from those of jiff |
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod endpoint;
pub mod runtime;

// Expansions of the macros name this crate as their users do, also in the tests inside of it.
#[cfg(test)]
extern crate self as enkash_api;

pub use endpoint::{Carries, Endpoint};
pub use enkash_macros::{Carries, enkash_endpoint};
#[doc(hidden)]
pub mod __private {
    pub use enkash_macros::Endpoint;
}
#[cfg(feature = "file-store")]
pub use runtime::store::FileStore;
#[cfg(feature = "store")]
pub use runtime::store::{MemoryStore, StoreError, StoreGuard, StoreKey, StoredToken, TokenStore};
#[cfg(feature = "reqwest")]
pub use runtime::transport::ReqwestTransport;
pub use runtime::wire::DecodeError;
#[cfg(feature = "login")]
pub use runtime::{AccessToken, Login, LoginProvider, RefreshPolicy, TokenOptions, Tokens};
pub use runtime::{
    ApiError, Base64, BaseUrl, BasicEncoding, Body, Call, CallError, Clock, Date, DateTime, Decimal,
    DecimalNumber, Error, ErrorKind, File, Hook, Malformed, Nullable, Parts, Refusal, RefusalKind, Response,
    ResponseCall, RetryPolicy, Secret, Sent, SystemClock, Transport, TransportError,
};
#[cfg(feature = "testing")]
pub use runtime::{mock::MockTransport, testing};

/// Declares the module of a product: its page, and the code that the build script has written.
macro_rules! product {
    ($name:ident, $feature:literal) => {
        #[cfg(feature = $feature)]
        #[doc = include_str!(concat!(env!("OUT_DIR"), "/", $feature, "/mod.md"))]
        // Deprecated items are used by the code beside them, names that say it all have no documentation, and style is
        // the generator's business.
        #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
        pub mod $name {
            include!(concat!(env!("OUT_DIR"), "/", $feature, "/mod.rs"));
        }
    };
}

product!(bills, "bills");
product!(expense, "expense");
product!(rewards, "rewards");
