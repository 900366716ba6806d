use enkash_api::rewards::Token;

fn header(token: Token) -> String {
    token.access_token //~ wrong
}

fn main() {
    let _ = header;
}
