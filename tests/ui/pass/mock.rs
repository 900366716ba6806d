//! A mock answers in the types of the operation; the program under test does not notice.

use enkash_api::rewards::{Client, TokenRequest, TokenRequired, ops};
use enkash_api::{BaseUrl, MockTransport, testing};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on::<ops::CreateToken>(|_| Ok(testing::token("t", 300)));
    let client = Client::builder(BaseUrl::parse("https://api.example.com").unwrap())
        .basic("id", "secret")
        .transport(mock.clone())
        .build()
        .unwrap();
    let request = TokenRequest::new(TokenRequired {
        username: "1234567890".into(),
        password: "made-up".into(),
        client_id: "CEK0000000".into(),
    });
    assert_eq!(client.create_token(&request).await.unwrap().expires_in, 300);
    assert_eq!(mock.requests()[0].form("clientId").as_deref(), Some("CEK0000000"));
}
