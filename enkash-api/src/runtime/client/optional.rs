//! What a builder has only with a feature of the run time. Each macro is written twice, since an attribute inside of it
//! would ask about the features of the crate that it is expanded in.

#[cfg(feature = "cookies")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_cookies {
    ($builder:ident) => {
        impl $builder {
            /// Keeps the cookies that servers set, and brings them back to the server that set them: to its scheme, host
            /// and port, and to no other, whatever they say of their domain. Those of the base URL and of servers that
            /// this builder has been told are kept, at most 50 of each and 8 KiB of all. They live as long as the
            /// client, in memory. Without this, what servers set is ignored.
            pub fn keep_cookies(self) -> Self {
                Self(self.0.keep_cookies())
            }
        }
    };
}

#[cfg(not(feature = "cookies"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_cookies {
    ($builder:ident) => {};
}

#[cfg(feature = "reqwest")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_network {
    ($builder:ident) => {
        impl $builder {
            /// Sends everything through an HTTP proxy, such as `http://proxy.example:3128`, instead of the one that the
            /// system names; also to this machine, where the system's is never used.
            ///
            /// A user name and a password for it stand in the address, percent-encoded: `http://user:password@host:port`.
            /// They go to the proxy alone, but are readable on the way there unless its address is `https`. What is sent
            /// to the API over `https` goes through the proxy as it is, and only names the server to it.
            ///
            /// The builder fails to build if the address is unusable, or is that of another machine although the base
            /// URL is `http`.
            pub fn proxy(self, url: impl ::core::convert::Into<$crate::runtime::Secret>) -> Self {
                Self(self.0.proxy(url))
            }

            /// Sends nothing through a proxy, whatever the system says.
            pub fn no_proxy(self) -> Self {
                Self(self.0.no_proxy())
            }

            /// Trusts servers, and proxies, whose certificate one of these authorities has signed, beside those that the
            /// platform trusts. Takes one certificate in DER, or any number in PEM; several calls add up.
            ///
            /// The builder fails to build if there is no certificate in it. On Android there is no way to add one.
            pub fn root_certificate(
                self,
                pem_or_der: impl ::core::convert::Into<$crate::runtime::Bytes>,
            ) -> Self {
                Self(self.0.root_certificate(pem_or_der))
            }
        }
    };
}

#[cfg(not(feature = "reqwest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_network {
    ($builder:ident) => {};
}
