use enkash_api::{Secret, enkash_endpoint, rewards};

#[enkash_endpoint(rewards, "createToken", spec = "../spec/rewards.yaml")] //~ wrong
struct Login {
    username: String,
    password: Secret,
    client_id: String,
}

async fn log_in(client: rewards::Client, login: Login) {
    _ = client.send(&login).await;
}

fn main() {
    _ = log_in;
}
