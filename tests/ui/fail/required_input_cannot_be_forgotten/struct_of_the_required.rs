use enkash_api::rewards::{TokenRequest, TokenRequired};

fn main() {
    let _ = TokenRequest::new(TokenRequired { //~ wrong
        username: "1234567890".into(),
        password: "made-up".into(),
    });
}
