//! Logs in and says how long the token is good for.
//!
//! The server is a simulator on this machine, so that made-up values are enough; for a real one put its address
//! and your own values in their places.

use enkash_api::BaseUrl;
use enkash_api::rewards::{Client, TokenRequest, TokenRequired};
use enkash_api::testing::TokenServer;

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
        password: "Made-Up@0000000".into(),
        client_id: "CEK0000000".into(), // the company, not the client of `.basic(…)`
    });
    let token = client.create_token(&request).await?;

    println!("logged in for {} s, scope `{}`", token.expires_in, token.scope);
    println!("{token:?}"); // a secret leaves only through `token.access_token.expose()`
    Ok(())
}
