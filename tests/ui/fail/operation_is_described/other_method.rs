use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, GET "/oauth/token")] //~ wrong
struct Login {
    username: String,
    password: Secret,
}

fn main() {}
