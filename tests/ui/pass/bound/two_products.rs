//! Both products in one crate, through one function that does not know which.

use enkash_api::endpoint::Endpoint;
use enkash_api::{BaseUrl, MockTransport, Secret, enkash_endpoint, expense, rewards, testing};

mod of_expense {
    use super::*;

    #[enkash_endpoint(expense, "createToken")]
    pub(crate) struct Login {
        pub(crate) username: String,
        pub(crate) password: Secret,
    }
}

mod of_rewards {
    use super::*;

    #[enkash_endpoint(rewards, "createToken")]
    pub(crate) struct Login {
        pub(crate) username: String,
        pub(crate) password: Secret,
        pub(crate) client_id: String,
    }
}

/// What is written to a log before a request is sent.
fn route<T: Endpoint>(_: &T) -> String {
    use enkash_api::runtime::{Api, Operation};
    let meta = <T::Operation as Operation>::META;
    format!("{}: {} {}", T::Api::NAME, meta.method, meta.path)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let base = BaseUrl::parse("https://api.example.com").unwrap();
    let (username, password) = ("1234567890".to_owned(), Secret::from("made-up"));

    let mock = MockTransport::new().on::<expense::ops::CreateToken>(|_| Ok(testing::token("e", 300)));
    let client = expense::Client::builder(base.clone()).transport(mock).build().unwrap();
    let login = of_expense::Login { username: username.clone(), password: password.clone() };
    assert_eq!(route(&login), "EnKash Expense API: POST /oauth/token");
    assert_eq!(client.send(&login).await.unwrap().access_token.expose(), "e");

    let mock = MockTransport::new().on::<rewards::ops::CreateToken>(|_| Ok(testing::token("r", 300)));
    let client = rewards::Client::builder(base).basic("id", "secret").transport(mock).build().unwrap();
    let login = of_rewards::Login { username, password, client_id: "CEK0000000".into() };
    assert_eq!(route(&login), "EnKash Rewards API: POST /oauth/token");
    assert_eq!(client.send(&login).await.unwrap().access_token.expose(), "r");
}
