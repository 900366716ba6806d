use enkash_api::rewards::TokenRequest;

fn main() {
    let _ = TokenRequest::default(); //~ wrong
}
