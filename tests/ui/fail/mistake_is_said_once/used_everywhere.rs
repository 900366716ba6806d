//! A mistake in the attribute, and the struct in every use that there is: the mistake alone is shown.

use enkash_api::{Endpoint, Secret, enkash_endpoint, rewards};

#[enkash_endpoint(rewards, "createTokens")] //~ wrong
#[derive(Clone, Debug)]
struct Login {
    #[enkash(rename = "user")]
    mobile: Option<String>,
    password: Secret,
}

fn login() -> Login {
    Login { mobile: None, password: "made-up".into() }
}

async fn log_in(client: &rewards::Client) -> Result<i64, enkash_api::Error> {
    let full = client.send(&login()).response().await?;
    let token: rewards::Token = client.send(&login().clone()).await?;
    Ok(full.value.expires_in + token.expires_in)
}

fn log(endpoint: &(impl Endpoint + std::fmt::Debug)) {
    println!("{endpoint:?}");
}

fn main() {
    log(&login());
    _ = log_in;
}
