//! Tests code that logs in without a server: a mock answers each operation in the operation's own types.

use enkash_api::rewards::{Client, Token, TokenRequest, TokenRequired, ops};
use enkash_api::{BaseUrl, Error, MockTransport, testing};

/// The code under test: it knows nothing of the mock.
async fn log_in(client: &Client, password: &str) -> Result<Token, Error> {
    let request = TokenRequest::new(TokenRequired {
        username: "1234567890".into(),
        password: password.into(),
        client_id: "CEK0000000".into(),
    });
    Ok(client.create_token(&request).await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockTransport::new().on::<ops::CreateToken>(|request| {
        if request.form("password").as_deref() == Some("Made-Up@0000000") {
            return Ok(testing::token("made-up-token", 300));
        }
        let refusal = testing::from_json(serde_json::json!({ "error": "invalid_grant" }));
        Err((400, refusal.expect("the described shape")))
    });
    let client = Client::builder(BaseUrl::parse("https://api.example.com")?)
        .basic("made-up-client", "made-up-secret")
        .transport(mock.clone())
        .build()?;

    let token = log_in(&client, "Made-Up@0000000").await?;
    assert_eq!((token.access_token.expose().as_str(), token.expires_in), ("made-up-token", 300));
    println!("the right password: {token:?}");

    let error = log_in(&client, "not the password").await.expect_err("the mock refuses");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    println!("a wrong one: {error}");

    let sent = mock.requests();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0].path(), "/oauth/token");
    println!("no socket was opened for {} requests", sent.len());
    Ok(())
}
