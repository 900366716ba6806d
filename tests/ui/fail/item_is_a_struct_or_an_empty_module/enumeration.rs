use enkash_api::enkash_endpoint;

#[enkash_endpoint(expense, "createToken")]
enum Login { //~ wrong
    WithPassword { username: String },
}

fn main() {
    _ = Login::WithPassword { username: String::new() };
}
