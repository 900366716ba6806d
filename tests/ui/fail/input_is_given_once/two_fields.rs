use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: String,
    password: Secret,
    #[enkash(rename = "username")] //~ wrong
    mobile: String,
}

fn main() {}
