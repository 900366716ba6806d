use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken")]
struct Login {
    #[enkash(renam = "username")] //~ wrong
    mobile: String,
    password: Secret,
}

fn main() {}
