//! The tokens of a client: fetched once for any number of callers, renewed before they end, and never asked for again
//! with credentials that were refused.

mod answer;
mod ask;
mod cell;
mod challenge;
mod fetch;
mod flight;
mod grant;
mod login;
mod options;
mod refusal;
#[cfg(feature = "store")]
mod shared;
mod source;
mod sync;
mod times;
mod tokens;

pub(super) use self::ask::{Ask, Asking};
pub(super) use self::challenge::{Rejection, rejection};
pub use self::grant::PasswordGrant;
pub(super) use self::login::FixedLogin;
pub use self::login::{Login, LoginProvider};
pub use self::options::{RefreshPolicy, TokenOptions};
pub use self::refusal::{Refusal, RefusalKind};
pub(super) use self::source::Source;
pub(super) use self::tokens::asking;
pub use self::tokens::{AccessToken, Tokens};
