use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(rewards, "createToken")]
struct Login {
    username: String,
    password: Secret,
    #[enkash(rename = "client_id")] //~ wrong
    company: String,
}

fn main() {}
