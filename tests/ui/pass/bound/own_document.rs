//! A document of the crate's own, whose module is elsewhere in the crate; a mock answers in its types.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};

pub mod partners {
    use enkash_api::enkash_endpoint;

    #[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
    pub mod workshop {}
}

mod requests {
    use super::*;

    #[enkash_endpoint(crate::partners::workshop, "getHours", spec = "ui/spec/workshop.yaml")]
    #[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
    pub(crate) struct Hours {}
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on::<partners::workshop::ops::GetHours>(|request| {
        assert_eq!(request.path(), "/hours");
        Ok([("monday".to_owned(), "9 to 5".to_owned())].into())
    });
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = partners::workshop::Client::builder(base).transport(mock).build().unwrap();
    assert_eq!(client.send(&requests::Hours::default()).await.unwrap()["monday"], "9 to 5");
}
