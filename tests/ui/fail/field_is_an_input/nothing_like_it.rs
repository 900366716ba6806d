use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: String,
    password: Secret,
    attempt: u32, //~ wrong
}

fn main() {}
