//! A success is read into the user's own type, also a generic one; a refusal stays what the description says.

use enkash_api::{BaseUrl, CallError, MockTransport, Secret, enkash_endpoint, expense};
use std::collections::BTreeMap;

#[derive(serde::Deserialize)]
struct Session {
    #[serde(rename = "access_token")]
    token: String,
    seen_in: Option<String>,
}

#[enkash_endpoint(expense, "createToken", response = Session)]
struct Login {
    username: String,
    password: Secret,
}

#[enkash_endpoint(expense, "createToken", response = BTreeMap<String, serde_json::Value>)]
struct Raw {
    username: String,
    password: Secret,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let base = BaseUrl::parse("https://api.example.com").unwrap();
    let (username, password) = ("1234567890".to_owned(), Secret::from("made-up"));
    let login = Login { username: username.clone(), password: password.clone() };

    let answer = r#"{"access_token":"t","more":1}"#;
    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 200, answer);
    let client = expense::Client::builder(base.clone()).transport(mock).build().unwrap();
    let session: Session = client.send(&login).await.unwrap();
    assert_eq!((session.token.as_str(), session.seen_in), ("t", None));
    assert_eq!(client.send(&Raw { username, password }).await.unwrap()["more"], 1);

    let mock = MockTransport::new().on_raw("POST", "/oauth/token", 400, r#"{"error":"invalid_grant"}"#);
    let client = expense::Client::builder(base).transport(mock).build().unwrap();
    match client.send(&login).await {
        Err(CallError::Api(refusal)) => {
            assert_eq!(refusal.value.error, expense::OAuthErrorCode::InvalidGrant)
        }
        _ => panic!("a refusal is one"),
    }
}
