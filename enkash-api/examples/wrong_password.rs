//! Tells a wrong password from everything else that can go wrong, and sends it only once: three in a row lock the
//! account. That is why this example only ever talks to a simulator.

use enkash_api::rewards::{Client, OAuthErrorCode, TokenRequest, TokenRequired};
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, CallError, Sent};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = TokenServer::builder()
        .client("made-up-client", "made-up-secret")
        .user("1234567890", "Made-Up@0000000")
        .start()
        .await?;

    let client =
        Client::builder(BaseUrl::parse(server.url())?).basic("made-up-client", "made-up-secret").build()?;
    let request = TokenRequest::new(TokenRequired {
        username: "1234567890".into(),
        password: "not the password".into(),
        client_id: "CEK0000000".into(),
    });
    match client.create_token(&request).await {
        Ok(token) => println!("logged in for {} s", token.expires_in),
        Err(CallError::Api(refusal)) if refusal.value.error == OAuthErrorCode::InvalidGrant => {
            println!(
                "wrong user name or password: ask the user again (status {})",
                refusal.parts.status.as_u16()
            );
        }
        Err(error) if error.sent() == Sent::No => println!("nothing was sent, try again later: {error}"),
        Err(error) => return Err(error.into()),
    }
    println!("attempts: {}", server.requests());
    Ok(())
}
