use enkash_api::{Secret, enkash_endpoint};

#[enkash_endpoint(expense, "createToken")]
struct Login(String, Secret); //~ wrong

fn main() {}
