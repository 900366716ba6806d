use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(rewards, "createToken")]
struct Login {
    username: String,
    password: Secret,
    client_id: Option<String>, //~ wrong
}

fn main() {}
