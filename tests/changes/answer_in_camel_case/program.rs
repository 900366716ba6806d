//! Pages api-9820863 and api-8990264: a login is answered by `access_token`, `token_type`, `refresh_token`, `expires_in`
//! and `scope` on the one, and by `accessToken`, `tokenType`, `expiresIn` and `refreshToken` on the other.
//!
//! They are two pages of what looks like one operation. Whoever goes from one to the other keeps the names in Rust, so
//! that it is the diff that says what is spelled otherwise. The compiler finds what is no longer sure to be there, since
//! only a sample shows the newer answer, and `scope`, which is not in it.

use enkash_api::{BaseUrl, Error, MockTransport, Secret, enkash_endpoint};

#[enkash_endpoint(spec = "answer_in_camel_case.yaml")]
mod rewards {}

use rewards::{TokenRequest, TokenRequired};

async fn log_in(client: &rewards::Client, request: &TokenRequest) -> Result<(Secret, bool), Error> {
    let token = client.create_token(request).await?;
    let may_write = token.scope.contains("write"); //~ wrong
    Ok((
        token.access_token, //~ wrong
        may_write,
    ))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let answer = r#"{"access_token":"made-up","token_type":"bearer","refresh_token":"made-up","expires_in":86399,"scope":"read write trust"}"#;
    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 200, answer);
    let base = BaseUrl::parse("https://rewards.example").unwrap();
    let client = rewards::Client::builder(base).basic("id", "secret").transport(mock).build().unwrap();
    let request = TokenRequest::new(TokenRequired {
        username: "0000000000".to_owned(),
        password: "made-up".into(),
        grant_type: "password".to_owned(),
        client_id: "CEK0000000".to_owned(),
    });
    let (token, may_write) = log_in(&client, &request).await.unwrap();
    assert_eq!((token.expose().as_str(), may_write), ("made-up", true));
}
