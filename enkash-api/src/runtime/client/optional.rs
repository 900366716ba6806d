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
