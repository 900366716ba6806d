//! What all calls of a client share, and the macro that writes the client of each API around it.

mod optional;
#[cfg(feature = "login")]
mod tokens;

use super::credential::{self, Chosen, Prepared};
use super::line::Line;
use super::outline::Outlines;
use super::token::Source;
use super::{Error, ErrorKind, Meta, Scheme};
use std::fmt;
use std::sync::Arc;

/// The part of a client that does not depend on its API. Generated clients share one behind an `Arc`.
pub struct Core {
    pub(super) api: &'static str,
    pub(super) schemes: &'static [Scheme],
    /// One per scheme.
    pub(super) credentials: Arc<[Option<Prepared>]>,
    pub(super) line: Arc<Line>,
    pub(super) outlines: Outlines,
    /// Where tokens come from, if the client gets them by itself.
    pub(super) tokens: Option<Arc<Source>>,
    /// The schemes that they are for, where no other credential is given.
    pub(super) login: &'static [usize],
}

impl Core {
    /// The credentials that satisfy an operation's requirement, and whether it takes a token besides.
    ///
    /// # Errors
    /// If no alternative is configured, or two credentials of the one that is would overwrite each other.
    pub(super) fn authorize(&self, meta: &'static Meta) -> Result<(Chosen<'_>, bool), Error> {
        let is_given = |scheme: usize| self.credentials.get(scheme).is_some_and(Option::is_some);
        let tokens = |scheme: usize| self.tokens.as_ref().filter(|_| self.login.contains(&scheme));
        let is_configured = |scheme: usize| is_given(scheme) || tokens(scheme).is_some();
        let Some(alternative) = credential::choose(meta.security, is_configured) else {
            let message = format!(
                "no credentials are configured; help: call {} on the client builder",
                self.setters(meta.security)
            );
            return Err(Error::new(ErrorKind::NoCredentials, message).operation(meta.id));
        };
        let fixed = Chosen::new(alternative, &self.credentials);
        let takes_token = alternative.iter().any(|scheme| !is_given(*scheme));
        if fixed.conflict() || (takes_token && fixed.takes_authorization()) {
            let message = "two credentials that are sent together need the same place in the request";
            return Err(Error::config(message).operation(meta.id));
        }
        Ok((fixed, takes_token))
    }

    /// The builder methods that would satisfy a requirement.
    fn setters(&self, security: &[&[usize]]) -> String {
        let setter = |scheme: &usize| {
            let own = self.schemes.get(*scheme).map(|scheme| format!("`.{}(…)`", scheme.name))?;
            let gets = self.login.contains(scheme);
            Some(if gets { format!("`.login(…)` or {own}") } else { own })
        };
        let together =
            |alternative: &&[usize]| alternative.iter().filter_map(setter).collect::<Vec<_>>().join(" and ");
        security.iter().map(together).collect::<Vec<_>>().join(", or ")
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let configured: Vec<_> = self
            .schemes
            .iter()
            .zip(&*self.credentials)
            .filter(|(_, credential)| credential.is_some())
            .map(|(scheme, _)| scheme.name)
            .collect();
        f.debug_struct("Core")
            .field("api", &self.api)
            .field("base", &self.line.base.prefix)
            .field("credentials", &configured)
            .field("tokens", &self.tokens)
            .field("timeout", &self.line.timeout)
            .field("max_body", &self.line.max_body)
            .field("user_agent", &self.line.user_agent)
            .finish_non_exhaustive()
    }
}

/// Writes the client of an API and its builder.
///
/// ```text
/// client!(Client, ClientBuilder, Zoo);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($client:ident, $builder:ident, $api:ty) => {
        /// Makes calls. A clone is cheap and shares everything, also connections.
        #[derive(Clone)]
        pub struct $client {
            core: ::std::sync::Arc<$crate::runtime::Core>,
        }

        impl $client {
            /// Starts with the address below which the API lies. Nothing is sent before the first call.
            pub fn builder(base: impl ::core::convert::Into<$crate::runtime::BaseUrl>) -> $builder {
                $builder($crate::runtime::Builder::new::<$api>(base))
            }

            #[doc(hidden)]
            pub fn core(&self) -> &$crate::runtime::Core {
                &self.core
            }
        }

        impl ::core::fmt::Debug for $client {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(::core::stringify!($client)).field(&self.core).finish()
            }
        }

        /// The settings of a client.
        #[derive(Clone)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct $builder($crate::runtime::Builder);

        impl $builder {
            /// Sets the longest time that a whole call may take; 60 s if not set.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Sets the longest time that connecting may take; 5 s if not set. A transport of your own has
            /// its own.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// Sets the longest time that the server may stay silent; 15 s if not set.
            pub fn read_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.read_timeout(timeout))
            }

            /// Sets the longest body, in bytes, that an answer may have; 16 MiB if not set.
            pub fn max_body(self, bytes: usize) -> Self {
                Self(self.0.max_body(bytes))
            }

            /// Adds the name of your program, such as `shop/2.1`, to the header `user-agent`.
            pub fn user_agent(self, app: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.user_agent(app))
            }

            /// Sets how often, and after which pause, a request is sent again that may be.
            pub fn retries(self, policy: $crate::runtime::RetryPolicy) -> Self {
                Self(self.0.retries(policy))
            }

            /// Sets how a name and a secret are written into HTTP Basic; as they are, if not set.
            pub fn basic_encoding(self, encoding: $crate::runtime::BasicEncoding) -> Self {
                Self(self.0.basic_encoding(encoding))
            }

            /// Replaces the clock that tokens and pauses go by; time-outs are not its business.
            pub fn clock(self, clock: impl $crate::runtime::Clock) -> Self {
                Self(self.0.clock(clock))
            }

            /// Shows every request to a hook before it is sent, and every answer: to sign it, to number it, to count.
            /// Several are called in the order in which they were given.
            pub fn hook(self, hook: impl $crate::runtime::Hook) -> Self {
                Self(self.0.hook(hook))
            }

            /// Replaces the way to the network, for instance by a mock.
            pub fn transport(self, transport: impl $crate::runtime::Transport) -> Self {
                Self(self.0.transport(transport))
            }

            /// Checks the settings and makes the client. Nothing is sent.
            ///
            /// # Errors
            /// `ErrorKind::Config` if the address or a credential is unusable, or the machine has no
            /// certificate store.
            pub fn build(self) -> ::core::result::Result<$client, $crate::runtime::Error> {
                ::core::result::Result::Ok($client { core: ::std::sync::Arc::new(self.0.build()?) })
            }
        }

        $crate::__client_cookies!($builder);
        $crate::__client_network!($builder);

        impl ::core::fmt::Debug for $builder {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(::core::stringify!($builder)).field(&self.0).finish()
            }
        }
    };
}

pub use crate::__client as client;
