// The samples of `expense`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_create_token {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::expense::{Client, Environment, TokenRequest, TokenRequired};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Uat)
        .basic("user", "password")
        .build()?;
    let body = TokenRequest::new(TokenRequired {
        username: "1234567890".into(),
        password: "Made-Up@0000000".into(),
    });
    let answer = client.create_token(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("createToken", Some(r##"curl --request POST 'https://ekpayout-uat.enkash.in/oauth/token' \
  --user 'user:password' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'username=1234567890&grant_type=password&password=Made-Up%400000000'"##), of_create_token::MAIN),
];
