#![deny(unused_must_use)]

use enkash_api::rewards::{Client, TokenRequest};

fn log_in(client: &Client, request: &TokenRequest) {
    client.create_token(request); //~ wrong
}

fn main() {
    let _ = log_in;
}
