use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(rewards, "createToken")]
struct Login {
    username: u64, //~ wrong
    password: Secret,
    client_id: String,
}

fn main() {}
