//! The user's own names; what has only one value is filled in, and what is nobody's business stays at home.

use enkash_api::{BaseUrl, MockTransport, Secret, enkash_endpoint, rewards, testing};

#[enkash_endpoint(rewards, "createToken")]
struct Login {
    #[enkash(rename = "clientId")]
    company: String,
    #[enkash(skip)]
    attempt: u32,
    password: Secret,
    #[enkash(rename = "username")]
    mobile: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on::<rewards::ops::CreateToken>(|_| Ok(testing::token("t", 300)));
    let base = BaseUrl::parse("https://api.example.com").unwrap();
    let builder = rewards::Client::builder(base).basic("id", "secret").transport(mock.clone());
    let client = builder.build().unwrap();
    let login = Login {
        company: "CEK0000000".into(),
        attempt: 2,
        password: "made-up".into(),
        mobile: "1234567890".into(),
    };
    let token: rewards::Token = client.send(&login).await.unwrap();
    assert_eq!(token.expires_in, 300);
    assert_eq!(login.attempt, 2);
    let body = "username=1234567890&password=made-up&grant_type=password&clientId=CEK0000000";
    assert_eq!(mock.requests()[0].body(), body.as_bytes(), "in the order of the description");
}
