//! The shortest program that logs in; `?` takes every error into one type.

use enkash_api::rewards::{Client, Token, TokenRequest, TokenRequired};
use enkash_api::{BaseUrl, Error, Secret};

async fn log_in(url: &str, mobile: String, password: String, company: String) -> Result<Token, Error> {
    let client = Client::builder(BaseUrl::parse(url)?).basic("id", Secret::new("secret")).build()?;
    let request = TokenRequest::new(TokenRequired {
        username: mobile,
        password: Secret::new(password),
        client_id: company,
    });
    let full = client.create_token(&request).timeout(std::time::Duration::from_secs(5)).response().await?;
    println!("{}", full.parts.status);
    Ok(client.create_token(&request).await?)
}

fn main() {
    _ = log_in("https://api.example.com", String::new(), String::new(), String::new());
}
