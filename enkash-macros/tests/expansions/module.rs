mod api {
    mod bound {
        use super::*;
        crate::money::endpoint::bind!(Client, Api, []);
    }
    mod client {
        use super::ops;
        use crate::money::runtime as rt;
        /// The API as a whole: Library.
        #[derive(Clone, Copy, Debug)]
        pub struct Api;
        impl rt::Api for Api {
            const NAME: &'static str = "Library";
            const DIGEST: &'static str = super::DIGEST;
            const SCHEMES: &'static [rt::Scheme] = &[];
        }
        rt::client!(Client, ClientBuilder, Api);
        impl Client {
            /// Calls `GET /ping`.
            pub fn ping(&self) -> rt::Call<'_, (), rt::Undeclared> {
                rt::Call::of::<ops::Ping>(&self.core)
            }
        }
    }
    /// The operations as types, for mocks.
    pub mod ops {
        use crate::money::runtime as rt;
        rt::operation!(
            Ping of super::Api : "ping" GET "/ping" { accept : "*/*", success : ()
            [Code(204)], failure : rt::Undeclared[], security : [] }
        );
    }
    pub use self::client::{Api, Client, ClientBuilder};
    /// The digest of the description that this module was generated from.
    pub const DIGEST: &str = "3727deb8f924d453";
}
