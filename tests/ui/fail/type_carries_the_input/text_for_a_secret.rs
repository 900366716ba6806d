use enkash_api::enkash_endpoint;

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: String,
    password: String, //~ wrong
}

fn main() {}
