use enkash_api::enkash_endpoint;

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: String,
    #[enkash(display)] //~ wrong
    password: String,
}

fn main() {}
