//! The macro that writes what the client of an API has more whose tokens it gets by itself.

/// Gives a client and its builder a login: by an operation, which is asked with a type, written in a format.
///
/// ```text
/// login!(Client, ClientBuilder by ops::CreateToken {
///     request: TokenRequest, format: rt::Format::Json("application/json")
/// });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __login {
    ($client:ident, $builder:ident by $operation:ty { request: $request:ty, format: $format:expr }) => {
        impl $builder {
            /// Logs in with this: every operation that takes a token gets one, which all of them share.
            ///
            /// The first call that needs a token asks for one; it is renewed before it ends. If the server refuses
            /// the login, it is not sent again.
            pub fn login(self, login: impl ::core::convert::Into<$crate::runtime::Login<$request>>) -> Self {
                Self(self.0.login::<$operation, $request>($format, login))
            }

            /// The same, with logins that come from somewhere, such as a vault.
            pub fn login_from(self, provider: impl $crate::runtime::LoginProvider<$request>) -> Self {
                Self(self.0.login_from::<$operation, $request>($format, provider))
            }

            /// Sets how tokens are got and kept.
            pub fn token_options(self, options: $crate::runtime::TokenOptions) -> Self {
                Self(self.0.token_options(options))
            }
        }

        impl $client {
            /// The tokens of this client and its clones; `None` if it has no login.
            pub fn tokens(&self) -> ::core::option::Option<$crate::runtime::Tokens<$request>> {
                self.core.tokens::<$operation, $request>($format)
            }
        }
    };
}

pub use crate::__login as login;
