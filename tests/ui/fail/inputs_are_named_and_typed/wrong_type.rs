use enkash_api::rewards::TokenRequired;

fn required(password: String) -> TokenRequired {
    TokenRequired {
        username: "1234567890".into(),
        password, //~ wrong
        client_id: "CEK0000000".into(),
    }
}

fn main() {
    required(String::new());
}
