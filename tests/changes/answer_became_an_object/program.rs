//! Page api-8990264, payouts: the answer to a login was an empty object, `{}`, and then `accessToken`, `tokenType`,
//! `expiresIn` and `refreshToken`. The title changed with it.
//!
//! An object of which nothing is said comes as a map; the program that looked into it has fields to read now.

use enkash_api::{BaseUrl, Error, MockTransport, Secret, enkash_endpoint};

#[enkash_endpoint(spec = "answer_became_an_object.yaml")]
mod payouts {}

use payouts::{TokenRequest, TokenRequired};

#[enkash_endpoint(payouts, "createToken", spec = "answer_became_an_object.yaml")]
struct Login {
    username: String,
    password: Secret,
    grant_type: &'static str,
    client_id: String,
}

async fn log_in(client: &payouts::Client, login: &Login) -> Result<bool, Error> {
    let request = TokenRequest::new(TokenRequired {
        username: login.username.clone(),
        password: login.password.clone(),
        grant_type: login.grant_type.to_owned(),
        client_id: login.client_id.clone(),
    });
    let answer = client.create_token(&request).await?;
    let other = client.send(login).await?;
    Ok(answer.contains_key("accessToken") //~ wrong
        && other.contains_key("accessToken")) //~ wrong
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 200, r#"{"accessToken":"made-up"}"#);
    let base = BaseUrl::parse("https://payouts.example").unwrap();
    let client = payouts::Client::builder(base).basic("id", "secret").transport(mock).build().unwrap();
    let login = Login {
        username: "made.up@example.com".to_owned(),
        password: "made-up".into(),
        grant_type: "password",
        client_id: "CEK0000000".to_owned(),
    };
    assert!(log_in(&client, &login).await.unwrap());
}
