use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken", respons = Session)] //~ wrong
struct Login {
    username: String,
    password: Secret,
}

fn main() {}
