use enkash_api::rewards::{Client, Token, TokenRequest};

fn log_in(client: &Client, request: &TokenRequest) -> Token {
    client.create_token(request) //~ wrong
}

fn main() {
    let _ = log_in;
}
