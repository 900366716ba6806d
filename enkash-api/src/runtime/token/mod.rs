//! The tokens of a client: fetched once for any number of callers, renewed before they end, and never asked for again
//! with credentials that were refused.

#[cfg(feature = "login")]
mod answer;
#[cfg(feature = "login")]
mod ask;
#[cfg(feature = "login")]
mod cell;
#[cfg(feature = "login")]
mod challenge;
#[cfg(feature = "login")]
mod fetch;
#[cfg(feature = "login")]
mod flight;
#[cfg(feature = "login")]
mod grant;
#[cfg(feature = "login")]
mod login;
#[cfg(not(feature = "login"))]
mod none;
#[cfg(feature = "login")]
mod options;
mod refusal;
#[cfg(feature = "store")]
mod shared;
#[cfg(feature = "login")]
mod source;
#[cfg(feature = "login")]
mod sync;
#[cfg(feature = "login")]
mod times;
#[cfg(feature = "login")]
mod tokens;

#[cfg(feature = "login")]
pub(super) use self::ask::{Ask, Asking};
#[cfg(feature = "login")]
pub(super) use self::challenge::{Rejection, rejection};
#[cfg(feature = "login")]
pub use self::grant::PasswordGrant;
#[cfg(feature = "login")]
pub(super) use self::login::FixedLogin;
#[cfg(feature = "login")]
pub use self::login::{Login, LoginProvider};
#[cfg(not(feature = "login"))]
pub(super) use self::none::{Lease, Rejection, Source, rejection};
#[cfg(feature = "login")]
pub use self::options::{RefreshPolicy, TokenOptions};
pub use self::refusal::{Refusal, RefusalKind};
#[cfg(feature = "login")]
pub(super) use self::source::{Lease, Source};
#[cfg(feature = "login")]
pub(super) use self::tokens::asking;
#[cfg(feature = "login")]
pub use self::tokens::{AccessToken, Tokens};
