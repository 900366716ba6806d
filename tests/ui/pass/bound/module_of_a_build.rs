//! The module of an API that other means have generated, here a golden, and the document that it is from.

use enkash_api::{BaseUrl, MockTransport, enkash_endpoint};
use enkash_tests::golden::library;

#[enkash_endpoint(library, "getCopy", spec = "golden/library.yaml")]
struct Copy {
    isbn: Isbn,
    copy_number: u8,
}

#[derive(enkash_api::Carries)]
struct Isbn(Box<str>);

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("GET", "/books/{isbn}/copies/{copyNumber}", 200, "not JSON");
    let base = BaseUrl::parse("https://library.example").unwrap();
    let client = library::Client::builder(base).desk("made-up").transport(mock.clone()).build().unwrap();
    let copy = Copy { isbn: Isbn("9780000000002".into()), copy_number: 3 };
    client.send(&copy).await.expect_err("what is not JSON is no copy");
    assert_eq!(mock.requests()[0].path(), "/books/9780000000002/copies/3");
    assert_eq!(mock.requests()[0].header("x-desk-key"), Some("made-up"));
}
