use enkash_api::rewards::TokenRequest;

fn main() {
    let _ = TokenRequest::new("1234567890", "made-up", "CEK0000000"); //~ wrong
}
