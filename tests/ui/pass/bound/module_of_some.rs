//! A module with the operations that are named, and no others, used without any struct of the user's own.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};

/// What the front desk needs of the workshop.
#[enkash_endpoint("getHours", GET "/bikes", spec = "ui/spec/workshop.yaml")]
pub mod desk {}

/// A type that has the name of one that was not asked for.
mod other {
    #[allow(unused_imports)]
    use super::desk::*;

    pub(crate) struct Repair;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("GET", "/hours", 200, r#"{"monday":"9 to 5"}"#).on_raw(
        "GET",
        "/bikes",
        200,
        r#"[{"id":7,"kind":"race"}]"#,
    );
    let base = BaseUrl::parse("https://workshop.example").unwrap();
    let client = desk::Client::builder(base).transport(mock).build().unwrap();
    assert_eq!(client.get_hours().await.unwrap()["monday"], "9 to 5");
    let params = desk::ListBikesParams { limit: Some(1), ..Default::default() };
    let bikes: Vec<desk::Bike> = client.list_bikes(&params).await.unwrap();
    assert_eq!((bikes[0].id, &bikes[0].kind), (7, &desk::Kind::Race));
    _ = other::Repair;
}
