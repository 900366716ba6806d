use enkash_api::{Secret, enkash_endpoint, rewards};

#[enkash_endpoint(rewards, "createToken")]
struct Login {
    username: String,
    password: Secret,
    cleint_id: String, //~ wrong
}

async fn log_in(client: rewards::Client, login: Login) -> Result<rewards::Token, enkash_api::Error> {
    Ok(client.send(&login).await?)
}

fn main() {
    _ = log_in;
}
