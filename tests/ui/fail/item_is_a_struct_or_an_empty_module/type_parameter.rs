use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken")]
struct Login<T> { //~ wrong
    username: T,
    password: Secret,
}

fn main() {}
